"""What the answers of several passages say of one claim: single numbers, higher for worse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.claims.coverage import coverage
from training.claims.model import ABSENT, CONFLICTING, CONTRADICTED, ENTAILED, GROUNDED, NEITHER
from training.claims.scoring import Answer

NO_SUPPORT = "no support"
"""The signal that thresholds are set on: 1 minus the highest chance that a passage entails."""


WORDS_MISSING = "baseline: words missing"
"""The plain signal that thresholds are set on: the share of content words in no passage."""

NO_SUPPORT_OR_WORDS = "no support or words missing"
"""The mean of the two: the reader and the baseline together."""


def reader_signals(answers: Sequence[Answer]) -> dict[str, float]:
    """The signals of a claim that was read beside some passages, best found first.

    - no support: 1 - the highest P(entailed).
    - no support, first passage: 1 - P(entailed) of the passage that was found first.
    - conflict: the highest P(contradicted).
    - conflict less support: the highest P(contradicted) - the highest P(entailed).
    - conflict, speaking passage: P(contradicted) - P(entailed) of the passage with the least
      P(neither), which speaks of the claim most.
    - word not grounded, absent, conflicting: the highest such chance of a word, in the passage
      where the words are grounded best on average.
    - word grounded nowhere: the highest chance of a word that no passage grounds it.
    - no support or word: the mean of `no support` and `word not grounded`.
    """
    claims = np.stack([answer.claim for answer in answers])
    support = claims[:, ENTAILED].max()
    conflict = claims[:, CONTRADICTED].max()
    speaking = claims[claims[:, NEITHER].argmin()]
    signals = {
        NO_SUPPORT: 1 - support,
        "no support, first passage": 1 - claims[0, ENTAILED],
        "conflict": conflict,
        "conflict less support": conflict - support,
        "conflict, speaking passage": speaking[CONTRADICTED] - speaking[ENTAILED],
    }
    if answers[0].words.size:
        words = np.stack([answer.words for answer in answers])
        best = words[words[:, :, GROUNDED].mean(axis=1).argmax()]
        missing = 1 - best[:, GROUNDED].min()
        signals |= {
            "word not grounded": missing,
            "word absent": best[:, ABSENT].max(),
            "word conflicting": best[:, CONFLICTING].max(),
            "word grounded nowhere": 1 - words[:, :, GROUNDED].max(axis=0).min(),
            "no support or word": (1 - support + missing) / 2,
        }
    return {name: float(value) for name, value in signals.items()}


def plain_signals(claim: str, passages: Sequence[str]) -> dict[str, float]:
    """The same without a reader: the shares of a claim's words that no passage has."""
    found = coverage(claim, passages)
    return {
        WORDS_MISSING: 1 - found.words,
        "baseline: names and figures missing": 1 - found.names,
    }

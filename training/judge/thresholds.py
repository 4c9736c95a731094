"""Chooses the thresholds of the verdicts, on stories of a writer whom the judge never read.

`python -m training.judge.thresholds --snapshot … --base … --stories … --out models/judge`

A claim is ticked from the probability on that `MOST_FALSE` of the false claims reach. A contradiction
is reported on the judge's word alone at a precision of `ALONE`, and beside a value that differs at a
precision of `BESIDE`; a claim is not in the sources at one of `UNSUPPORTED`. The claims are those of
the stories' drafts, most of which are true, and the statements about them, most of which are false.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.judge.claim import CONTRADICTED, NEITHER, SUPPORTED, Claim
from training.judge.encoding import JudgeEncoder
from training.judge.model import load_judge
from training.judge.scores import probabilities
from training.judge.stories import THRESHOLDS, story_groups
from training.readers.encoder import vocabulary
from training.readers.tokens import WordPieces

MOST_FALSE = 0.05
ALONE, BESIDE, UNSUPPORTED = 0.85, 0.5, 0.8
VALUE = 0.5
"""How likely a value of the passages must be the right one in the place of one of the claim's."""

Floats = NDArray[np.float64]


def thresholds(claims: Sequence[Claim], scores: Floats) -> dict[str, float]:
    """The thresholds, by the labels of claims and the probabilities of their classes."""
    labels = np.array([claim.label for claim in claims])
    is_contradicted = labels == CONTRADICTED
    return {
        "supported": float(np.quantile(scores[labels != SUPPORTED, SUPPORTED], 1 - MOST_FALSE)),
        "score": 0.0,
        "differing": at_precision(scores[:, CONTRADICTED], is_contradicted, BESIDE),
        "value": VALUE,
        "contradicted": at_precision(scores[:, CONTRADICTED], is_contradicted, ALONE),
        "neither": at_precision(scores[:, NEITHER], labels == NEITHER, UNSUPPORTED),
    }


def at_precision(scores: Floats, is_right: NDArray[np.bool_], precision: float) -> float:
    """The lowest score above which the share of right ones is at least `precision`; 1 if none."""
    order = np.argsort(-scores, kind="stable")
    shares = np.cumsum(is_right[order]) / np.arange(1, len(order) + 1)
    fits = np.flatnonzero(shares >= precision)
    return float(scores[order][fits[-1]]) if len(fits) else 1.0


def main() -> None:
    """Reads the options, and writes `decisions.json`."""
    parser = argparse.ArgumentParser(description="Choose the thresholds of the verdicts.")
    parser.add_argument("--snapshot", type=Path, required=True)
    parser.add_argument("--base", required=True, help="folder that mpnet.py wrote")
    parser.add_argument("--stories", type=Path, required=True, help="what examples.ts wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder of the judge's weights")
    options = parser.parse_args()
    groups = story_groups(options.stories, THRESHOLDS)
    claims = [claim for group in groups for claim in group.claims]
    encoder = JudgeEncoder(WordPieces(vocabulary(options.base)))
    scores = probabilities(load_judge(options.base, options.snapshot), encoder, claims)
    chosen = {name: round(value, 3) for name, value in thresholds(claims, scores).items()}
    (options.out / "decisions.json").write_text(json.dumps(chosen, indent=2) + "\n", "utf-8")
    print(json.dumps(chosen))


if __name__ == "__main__":
    main()

"""Figures of the claim reader, and of the baseline, on one set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.claims.evaluated_sets import WRONG, Read
from training.claims.examples import LabelledClaim
from training.claims.labelled_sets import CONTRADICTED, SUPPORTED, UNSUPPORTED
from training.claims.model import CONTRADICTED as IS_CONTRADICTED
from training.claims.model import ENTAILED, NOT_ENTAILED
from training.claims.scoring import Question, Scorer
from training.claims.signals import (
    NO_SUPPORT,
    NO_SUPPORT_OR_WORDS,
    WORDS_MISSING,
    plain_signals,
    reader_signals,
)
from training.claims.twins import Telling, twins
from training.readers.measures import (
    area_error,
    area_under_curve,
    balanced_accuracy,
    best_threshold,
    calibration,
    expected_calibration_error,
    recall_at,
    share_above,
)

FALSE_ALARMS = 0.05
"""The share of good claims at which recall is given."""

EITHER = "either"
"""Contradicted or unsupported."""

Figures = dict[str, Any]
Floats = NDArray[np.float32] | NDArray[np.float64]
Signals = Sequence[dict[str, float]]
"""For each claim its signals, by name."""


def signals_of(rows: Sequence[Read], scorer: Scorer | None) -> list[dict[str, float]]:
    """All signals of each claim; without a scorer, those of the baseline."""
    if scorer is None:
        return [plain_signals(row.claim, row.passages) for row in rows]
    answers = iter(scorer.answers([question for row in rows for question in row.questions]))
    signals = []
    for row in rows:
        found = reader_signals([next(answers) for _ in row.passages])
        plain = plain_signals(row.claim, row.passages)
        found[NO_SUPPORT_OR_WORDS] = (found[NO_SUPPORT] + plain[WORDS_MISSING]) / 2
        signals.append(found)
    return signals


def areas(rows: Signals, labels: Sequence[str], bad: Sequence[str]) -> dict[str, Figures]:
    """How well each signal tells claims with a bad label from supported ones."""
    is_bad = np.isin(labels, bad)
    is_good = np.array([label == SUPPORTED for label in labels])
    table = {}
    for name in rows[0]:
        values = np.array([row.get(name, 0.0) for row in rows])
        positive, negative = values[is_bad], values[is_good]
        area = area_under_curve(positive, negative)
        table[name] = {
            "area": area,
            "error": area_error(area, positive.size, negative.size),
            "recall": recall_at(positive, negative, FALSE_ALARMS),
        }
    return table


def draft_figures(rows: Sequence[Read], signals: Signals) -> Figures:
    """Figures of the claims of drafts."""
    labels = [row.label for row in rows]
    return {
        "claims": {name: labels.count(name) for name in (SUPPORTED, CONTRADICTED, UNSUPPORTED)},
        "unsupported": areas(signals, labels, (UNSUPPORTED,)),
        "contradicted": areas(signals, labels, (CONTRADICTED,)),
        EITHER: areas(signals, labels, (UNSUPPORTED, CONTRADICTED)),
    }


def article_figures(rows: Sequence[Read], signals: Signals, name: str, threshold: float) -> Figures:
    """Figures of sentences about articles: of all signals, and of signal `name` at a threshold."""
    labels = [row.label for row in rows]
    values = np.array([signal[name] for signal in signals])
    wrong = np.array([label != SUPPORTED for label in labels])
    kinds = {}
    for kind in sorted({row.kind for row in rows if row.kind}):
        chosen = values[[row.kind == kind for row in rows]]
        kinds[kind] = {
            "claims": int(chosen.size),
            "area": area_under_curve(chosen, values[~wrong]),
            "reported": share_above(chosen, threshold),
        }
    tellings = [Telling(row.claim, row.text, row.label == SUPPORTED) for row in rows]
    return {
        "claims": {SUPPORTED: int((~wrong).sum()), WRONG: int(wrong.sum())},
        "signals": areas(signals, labels, (WRONG,)),
        "threshold": threshold,
        "balanced accuracy": balanced_accuracy(values[wrong], values[~wrong], threshold),
        "supported reported": share_above(values[~wrong], threshold),
        "kinds": kinds,
        "twins": twin_figures(tellings, values),
    }


def twin_figures(rows: Sequence[Telling], values: Floats) -> Figures:
    """How often a false claim scores above the true one that it differs from in one place."""
    pairs = list(twins(rows))
    wins = [np.sign(values[false] - values[true]) / 2 + 0.5 for true, false in pairs]
    return {"pairs": len(pairs), "told apart": float(np.mean(wins)) if wins else float("nan")}


def held_out_figures(claims: Sequence[LabelledClaim], scorer: Scorer) -> Figures:
    """Figures of held-out claims, each beside one passage, in all and by kind."""
    answers = scorer.answers([Question(one.claim, one.passage, one.context) for one in claims])
    chances = np.stack([answer.claim for answer in answers])
    labels = np.array([one.label for one in claims])
    kinds = np.array([one.kind for one in claims])
    true = labels == ENTAILED
    doubt = 1 - chances[:, ENTAILED]
    missing = words_missing(claims)
    false_kinds = {}
    for kind in sorted(set(kinds[~true])):
        chosen = (kinds == kind) & ~true
        false_kinds[str(kind)] = {
            "claims": int(chosen.sum()),
            "area": area_under_curve(doubt[chosen], doubt[true]),
            "baseline area": area_under_curve(missing[chosen], missing[true]),
            "reported": float((chances[chosen].argmax(1) != ENTAILED).mean()),
        }
    tellings = [
        Telling(one.claim, (one.passage, one.context), bool(fact))
        for one, fact in zip(claims, true, strict=True)
    ]
    table = calibration(chances[:, ENTAILED], true)
    return {
        "all": _kind_figures(chances, labels, missing),
        "kinds": {
            str(kind): _kind_figures(*(part[kinds == kind] for part in (chances, labels, missing)))
            for kind in sorted(set(kinds))
        },
        "false kinds against all true": false_kinds,
        "twins": twin_figures(tellings, doubt),
        "calibration": [row._asdict() for row in table],
        "calibration error": expected_calibration_error(table),
    }


def _kind_figures(chances: Floats, labels: NDArray[np.int64], missing: Floats) -> Figures:
    """Figures of claims with probabilities of shape (claims, 3), labels and words missing."""
    guesses = chances.argmax(1)
    true, known = labels == ENTAILED, labels != NOT_ENTAILED
    doubt, conflict = 1 - chances[:, ENTAILED], chances[:, IS_CONTRADICTED]
    is_conflict = labels == IS_CONTRADICTED
    return {
        "claims": len(labels),
        "accuracy of two": float(((guesses == ENTAILED) == true).mean()),
        "accuracy of three": (
            float((guesses == labels)[known].mean()) if known.any() else float("nan")
        ),
        "area": area_under_curve(doubt[~true], doubt[true]),
        "area of contradicted": area_under_curve(
            conflict[is_conflict], conflict[known & ~is_conflict]
        ),
        "baseline area": area_under_curve(missing[~true], missing[true]),
    }


def words_missing(claims: Sequence[LabelledClaim]) -> Floats:
    """The baseline's signal for claims beside one passage each."""
    return np.array([plain_signals(one.claim, [one.passage])[WORDS_MISSING] for one in claims])


def threshold_of(rows: Sequence[Read], signals: Signals, name: str) -> float:
    """The threshold of signal `name` with the best balanced accuracy."""
    values = np.array([signal[name] for signal in signals])
    wrong = np.array([row.label != SUPPORTED for row in rows])
    return best_threshold(values[wrong], values[~wrong])

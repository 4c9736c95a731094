"""Measures of a reader: how well a score separates two classes, and how reliable it is.

Higher scores mean that an item is more likely to be positive. A check reports items whose scores
are above a threshold, so positive items are those that it should report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


class CalibrationBin(NamedTuple):
    """Items with probabilities in one interval: how many, the predicted and the actual share."""

    lowest: float
    highest: float
    items: int
    mean_probability: float
    share_true: float


def area_under_curve(positive: ArrayLike, negative: ArrayLike) -> float:
    """The chance that a positive item scores above a negative one; ties count half.

    The arguments are the scores of each class. Not a number if one has none.
    """
    found, spared = _scores(positive), np.sort(_scores(negative))
    if not found.size or not spared.size:
        return float("nan")
    below = np.searchsorted(spared, found, side="left")
    up_to = np.searchsorted(spared, found, side="right")
    return float((below + up_to).sum() / (2 * found.size * spared.size))


def share_above(scores: ArrayLike, threshold: float) -> float:
    """The share of scores above a threshold; not a number if there are none."""
    values = _scores(scores)
    return float((values > threshold).mean()) if values.size else float("nan")


def recall_at(positive: ArrayLike, negative: ArrayLike, share: float) -> float:
    """The share of positive scores reported if at most `share` of the negative ones are."""
    spared = np.sort(_scores(negative))[::-1]
    if not spared.size:
        return float("nan")
    allowed = int(np.floor(share * spared.size + 1e-9))
    return share_above(positive, spared[allowed] if allowed < spared.size else -np.inf)


def calibration(
    probabilities: ArrayLike, true: Sequence[bool] | NDArray[np.bool_], bins: int = 10
) -> list[CalibrationBin]:
    """Predicted and actual shares in `bins` intervals of equal width, without empty ones."""
    values, flags = _scores(probabilities), np.asarray(true, dtype=bool)
    if values.shape != flags.shape:
        raise ValueError("each probability needs its outcome")
    places = np.minimum((values * bins).astype(int), bins - 1)
    table = []
    for place in range(bins):
        inside = places == place
        if inside.any():
            said, so = float(values[inside].mean()), float(flags[inside].mean())
            low, high = place / bins, (place + 1) / bins
            table.append(CalibrationBin(low, high, int(inside.sum()), said, so))
    return table


def expected_calibration_error(table: Sequence[CalibrationBin]) -> float:
    """The mean distance of predicted from actual shares, weighted by the size of the bins."""
    total = sum(row.items for row in table)
    if not total:
        return float("nan")
    return sum(row.items * abs(row.mean_probability - row.share_true) for row in table) / total


def _scores(values: ArrayLike) -> Floats:
    scores = np.asarray(values, dtype=np.float64)
    if scores.ndim != 1:
        raise ValueError("scores must be a list of numbers")
    return scores

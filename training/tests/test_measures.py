import math

import pytest

from training.readers.measures import (
    area_under_curve,
    calibration,
    expected_calibration_error,
    recall_at,
    share_above,
)


def test_area_is_the_chance_that_a_positive_scores_higher() -> None:
    assert area_under_curve([0.9, 0.8], [0.1, 0.2]) == 1
    assert area_under_curve([0.1, 0.2], [0.9]) == 0
    assert area_under_curve([0.4, 0.8], [0.2, 0.6]) == 0.75


def test_area_counts_ties_half() -> None:
    assert area_under_curve([0.5], [0.5, 0.5]) == 0.5
    assert area_under_curve([1, 0], [0]) == 0.75


def test_area_needs_both_classes() -> None:
    assert math.isnan(area_under_curve([], [0.1]))
    assert math.isnan(area_under_curve([0.1], []))


def test_share_above_does_not_count_the_threshold_itself() -> None:
    assert share_above([0.1, 0.5, 0.9, 1.0], 0.5) == 0.5


def test_recall_at_a_share_of_false_alarms() -> None:
    negative = [number / 10 for number in range(10)]
    assert recall_at([0.95, 0.85, 0.5], negative, 0.0) == pytest.approx(1 / 3)
    assert recall_at([0.95, 0.85, 0.5], negative, 0.1) == pytest.approx(2 / 3)
    assert recall_at([0.95, 0.85, 0.5], negative, 1.0) == 1


def test_recall_without_room_for_a_tie_reports_none_of_it() -> None:
    assert recall_at([0.5], [0.5, 0.5, 0.1], 0.34) == 0


def test_calibration_of_probabilities_that_come_true() -> None:
    table = calibration([0.25] * 4 + [1.0] * 2, [True, False, False, False, True, True])
    assert [(row.lowest, row.items, row.share_true) for row in table] == [
        (0.2, 4, 0.25),
        (0.9, 2, 1.0),
    ]
    assert expected_calibration_error(table) == 0


def test_calibration_error_is_weighted_by_size() -> None:
    table = calibration([0.95] * 3 + [0.05], [False, False, False, False])
    assert expected_calibration_error(table) == pytest.approx((3 * 0.95 + 0.05) / 4)

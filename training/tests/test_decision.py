"""The decision follows log odds and kinds, and its threshold keeps within the budget."""

import numpy as np

from training.sentences.decision import Suspect, fit, inputs_of, probabilities, threshold_for
from training.sentences.kinds import Kind

KINDS = [Kind.MISSING_VERB, Kind.GARBLED]


def suspects() -> list[Suspect]:
    """At the same damage, suspects of one kind are right more often than those of the other."""
    made = []
    for kind, rights in ((Kind.MISSING_VERB, 8), (Kind.GARBLED, 4)):
        for damage, more in ((0.6, 0), (0.9, 1)):
            made += [
                Suspect(damage, kind, number < rights + more, "A lock is shut.")
                for number in range(10)
            ]
    return made


def test_a_likelier_damage_and_a_surer_kind_are_more_probable() -> None:
    rows = suspects()
    inputs = inputs_of(rows, KINDS)
    weights = fit(inputs, np.array([float(one.is_damaged) for one in rows]))
    low, high, other = probabilities(
        inputs_of(
            [
                Suspect(0.6, Kind.MISSING_VERB, True, ""),
                Suspect(0.9, Kind.MISSING_VERB, True, ""),
                Suspect(0.6, Kind.GARBLED, True, ""),
            ],
            KINDS,
        ),
        weights,
    )
    assert high > low > other


def test_the_threshold_allows_as_many_false_alarms_as_the_budget() -> None:
    alarms = np.array([0.1, 0.9, 0.5, 0.7])
    assert threshold_for(alarms, 1000, 1.0) == 0.7
    assert np.sum(alarms > threshold_for(alarms, 1000, 2.0)) == 2


def test_a_budget_that_is_never_reached_still_asks_for_more_than_a_guess() -> None:
    assert threshold_for(np.array([0.2]), 1000, 5.0) == 0.5

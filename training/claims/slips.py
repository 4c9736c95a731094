"""False claims from true ones: one slip each, as reporters make them.

Each slip changes a copy of a sentence in place and marks the words that are now wrong as
CONFLICTING. It returns False where it finds nothing to get wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from training.claims.grammar import Sentence
from training.claims.setting import Setting
from training.claims.slips_of_figures import another_number, another_time, another_unit
from training.claims.slips_of_names import (
    another_name,
    another_sex,
    another_title,
    part_of_name,
    swap_names,
)
from training.claims.slips_of_verbs import affirm, deny, plan_and_deed, swap_roles
from training.claims.slips_of_words import opposite

Slip = Callable[[Sentence, Setting], bool]


SLIPS: tuple[tuple[str, Slip, float], ...] = (
    ("figure", another_number, 12.0),
    ("unit", another_unit, 6.0),
    ("name", another_name, 16.0),
    ("part of a name", part_of_name, 5.0),
    ("names swapped", swap_names, 10.0),
    ("time", another_time, 8.0),
    ("negation put in", deny, 0.5),
    ("negation taken out", affirm, 5.0),
    ("opposite", opposite, 0.9),
    ("roles swapped", swap_roles, 8.0),
    ("plan and deed", plan_and_deed, 0.8),
    ("title", another_title, 6.0),
    ("sex", another_sex, 0.5),
)
"""Each slip with its weight among those that a sentence has room for."""


ALWAYS_POSSIBLE = ("negation put in", "opposite")
"""Slips that nearly every sentence has room for."""


PASSED_OVER = 0.75
"""How often these are passed over, so that they do not crowd out the others."""


def slip(sentence: Sentence, setting: Setting) -> tuple[Sentence, str] | None:
    """A copy with one slip, and which one; None where there is room for none."""
    for name, function in shuffled(SLIPS, setting.rng):
        if name in ALWAYS_POSSIBLE and setting.rng.random() < PASSED_OVER:
            continue
        copy, _ = sentence.copy()
        if function(copy, setting):
            return copy, name
    return None


def shuffled(
    choices: Sequence[tuple[str, Slip, float]], rng: random.Random
) -> list[tuple[str, Slip]]:
    """The choices in random order, heavier ones earlier."""
    keyed = [(rng.random() ** (1 / weight), name, function) for name, function, weight in choices]
    return [(name, function) for _, name, function in sorted(keyed, key=lambda one: -one[0])]

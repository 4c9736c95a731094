"""Damages a sound sentence once, as hasty editing does."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.readers.parsed_prose import Sentence
from training.sentences import (
    arranged,
    auxiliaries,
    changed,
    extra,
    fragments,
    lost,
    lost_verbs,
    lost_words,
    merged,
    merged_verbs,
    repeats,
    slips,
    splices,
    whole_fragments,
)
from training.sentences.inflection import Inflection
from training.sentences.words import Damaged

Damage = Callable[[Sentence, Sentence | None, random.Random, Inflection], Damaged | None]
"""Damages a sentence, given the next one; returns None if it cannot be damaged in this way."""

DAMAGES: dict[str, tuple[float, Damage]] = {
    "lost-verb": (12, lambda s, _n, r, i: lost_verbs.lost_verb(s, r, i)),
    "lost-far-verb": (22, lambda s, _n, r, i: lost_verbs.lost_far_verb(s, r, i)),
    "lost-subject": (8, lambda s, _n, r, i: lost.lost_subject(s, r, i)),
    "lost-noun": (3, lambda s, _n, r, _i: lost.lost_noun(s, r)),
    "lost-function-word": (32, lambda s, _n, r, i: lost_words.lost_function_word(s, r, i)),
    "lost-stretch": (4, lambda s, _n, r, _i: lost.lost_stretch(s, r)),
    "cut-off": (4, lambda s, _n, r, i: lost.cut_off(s, r, i)),
    "doubled-word": (2, lambda s, _n, r, _i: extra.doubled_word(s, r)),
    "doubled-phrase": (2, lambda s, _n, r, _i: extra.doubled_phrase(s, r)),
    "repeated-phrase": (6, lambda s, _n, r, _i: repeats.repeated_phrase(s, r)),
    "duplicate-item": (10, lambda s, _n, r, _i: extra.duplicate_item(s, r)),
    "two-versions": (3, lambda s, _n, r, _i: extra.two_versions(s, r)),
    "two-small-words": (4, lambda s, _n, r, _i: extra.two_small_words(s, r)),
    "two-predicates": (7, lambda s, _n, r, i: merged.two_predicates(s, r, i)),
    "merged-verbs": (8, lambda s, _n, r, i: merged_verbs.merged_verbs(s, r, i)),
    "two-times": (8, lambda s, _n, r, _i: merged.two_times(s, r)),
    "stray-word": (4, lambda s, _n, r, _i: extra.stray_word(s, r)),
    "foreign-tail": (4, lambda s, n, r, _i: extra.foreign_tail(s, r, n)),
    "agreement": (32, lambda s, _n, r, i: changed.wrong_agreement(s, r, i)),
    "verb-form": (12, lambda s, _n, r, i: changed.wrong_verb_form(s, r, i)),
    "after-auxiliary": (
        14,
        lambda s, _n, r, i: auxiliaries.wrong_form_after_auxiliary(s, r, i),
    ),
    "number": (5, lambda s, _n, r, i: changed.wrong_number(s, r, i)),
    "confused": (4, lambda s, _n, r, _i: changed.confused_word(s, r)),
    "common-slip": (14, lambda s, _n, r, i: slips.common_slip(s, r, i)),
    "capital": (3, lambda s, _n, r, i: changed.wrong_capital(s, r, i)),
    "mark": (5, lambda s, _n, r, _i: changed.wrong_mark(s, r)),
    "unbalanced": (3, lambda s, _n, r, _i: changed.unbalanced(s, r)),
    "spacing": (3, lambda s, _n, r, i: changed.wrong_spacing(s, r, i)),
    "swapped": (20, lambda s, _n, r, _i: arranged.swapped(s, r)),
    "run-on": (34, lambda s, n, r, _i: arranged.run_on(s, r, n)),
    "comma-splice": (40, lambda s, _n, r, _i: arranged.comma_splice(s, r)),
    "lost-joint": (20, lambda s, _n, r, _i: splices.lost_joint(s, r)),
    "left-alone": (24, lambda s, _n, r, _i: fragments.left_alone(s, r)),
    "subject-alone": (20, lambda s, _n, r, _i: fragments.subject_alone(s, r)),
    "name-alone": (10, lambda s, _n, r, i: whole_fragments.name_alone(s, r, i)),
    "whole-fragment": (10, lambda s, _n, r, i: whole_fragments.whole_fragment(s, r, i)),
}
"""Each damage with its weight in the choice, which is high if few sentences allow it."""

IN_ANY_PLACE = {
    "lost-function-word", "doubled-word", "doubled-phrase", "duplicate-item", "two-versions",
    "two-times", "number", "confused", "spacing", "agreement", "verb-form", "repeated-phrase",
    "two-small-words", "merged-verbs", "after-auxiliary",
}  # fmt: skip
"""Damages that also count in headlines and captions, where verbs and articles may be missing."""

TRIES = 12

RARE = {"lost-joint": 0.9, "name-alone": 0.9, "subject-alone": 0.6, "comma-splice": 0.4}
"""Damages that at most one sentence in forty allows, and how often they are tried first."""


def damaged(
    sentence: Sentence,
    following: Sentence | None,
    rng: random.Random,
    inflection: Inflection,
    in_any_place: bool = False,
) -> tuple[str, Damaged] | None:
    """The name of a damage and the damaged sentence; None if several attempts failed."""
    for name, share in RARE.items():
        if not in_any_place and rng.random() < share:
            words = DAMAGES[name][1](sentence, following, rng, inflection)
            if words is not None:
                return name, words
    names = [name for name in DAMAGES if not in_any_place or name in IN_ANY_PLACE]
    weights = [DAMAGES[name][0] for name in names]
    for name in rng.choices(names, weights, k=TRIES):
        words = DAMAGES[name][1](sentence, following, rng, inflection)
        if words is not None:
            return name, words
    return None

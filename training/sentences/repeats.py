"""Damage by a phrase of three or more words repeated: unchanged, apart, or slightly reworded.

"in the old town in the old town", "in the old town of in the old town", "at the old town in the
old town". The copy is to be deleted.
"""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.extra import copy_of
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, inserted, sound

SHORTEST, LONGEST = 3, 8

BETWEEN = {
    "ADP": ("of", "the", "at", "also", "a", "to"),
    "DET": ("a", "the", "has"),
    "VERB": ("has", "the", "a"),
    "AUX": ("has", "the", "had"),
    "PRON": ("of", "the"),
    "PART": ("is", "the", "of"),
}
"""The remains of an edit between the two copies, by the kind of the phrase's first word."""

NEAR = {
    "in": ("at", "on", "within"), "at": ("in", "on"), "on": ("in", "at", "about"),
    "for": ("with", "on"), "with": ("for", "at"), "by": ("with", "on"), "about": ("on", "of"),
    "during": ("in", "at"), "into": ("in", "onto"), "of": ("for", "at"), "to": ("at", "with"),
    "against": ("on", "with"), "after": ("in", "at"),
}  # fmt: skip
"""Prepositions that a hasty writer replaces by one another, keeping both phrases."""

DETERMINERS = ("the", "a", "this", "its", "their")


def repeated_phrase(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Three to eight words written twice."""
    choice = rng.random()
    if choice < 0.4:
        return _near(sentence, rng) or _again(sentence, rng, False)
    return _again(sentence, rng, choice > 0.7)


def _again(sentence: Sentence, rng: random.Random, apart: bool) -> Damaged | None:
    length = rng.randint(SHORTEST, LONGEST)
    starts = [
        start
        for start in range(len(sentence) - length)
        if sentence.upos(start) in BETWEEN
        and all(
            form[:1].isalnum() and form[-1:].isalnum()
            for form in sentence.forms[start : start + length]
        )
        and all(sentence.spaces[start : start + length - 1])
    ]
    if not starts:
        return None
    start = rng.choice(starts)
    last = start + length
    words = sound(sentence)
    copy = [copy_of(sentence, i, Kind.REPEATED) for i in range(start, last)]
    if apart:
        around = (sentence.forms[start].lower(), sentence.forms[last - 1].lower())
        between = [one for one in BETWEEN[sentence.upos(start)] if one not in around]
        copy.insert(0, Marked(rng.choice(between), True, Kind.REPEATED, "delete"))
    words[last] = replace(words[last], space=True)
    return [*words[: last + 1], *copy, *words[last + 1 :]]


def _near(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A phrase with a preposition, after a copy with another preposition or article."""
    places = []
    for index in range(1, len(sentence) - 3):
        noun = sentence.heads[index]
        if (
            sentence.relation(index) == "case"
            and sentence.forms[index] in NEAR
            and index + 2 <= noun <= index + 5
            and sentence.forms[index - 1][-1:].isalnum()
            and all(form[-1:].isalnum() for form in sentence.forms[index : noun + 1])
            and all(sentence.spaces[index:noun])
        ):
            places.append((index, noun))
    if not places:
        return None
    first, last = rng.choice(places)
    forms = list(sentence.forms[first : last + 1])
    if forms[1] in DETERMINERS and rng.random() < 0.4:
        vowel = forms[2][:1].lower() in "aeiou"
        others = [one for one in DETERMINERS if one != forms[1] and not (vowel and one == "a")]
        forms[1] = rng.choice(others)
    else:
        forms[0] = rng.choice(NEAR[forms[0]])
    return inserted(sentence, first, " ".join(forms), Kind.REPEATED)

"""The values of a text that can be hidden and pointed at: names, figures, and other words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from training.claims.stems import FUNCTION_WORDS, stem
from training.readers.tokens import LOWER, Word, case_of

NAME, FIGURE, WORD = range(3)

NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}

JOINTS = (",", ".", ":")
"""Marks within a figure."""

CONNECTIVES = frozenset(("of", "and", "the", "for", "in", "de", "la"))
"""Words that may stand within a name, between two with capitals."""

SCALES = frozenset("million billion trillion thousand hundred percent per cent % bn m k".split())
"""What may follow a figure and belongs to it."""

CURRENCIES = frozenset("$ £ € ¥".split())

MONTHS = frozenset(
    (
        "January February March April May June July August September October November December"
        " Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
    ).split()
)

LEAST_LETTERS = 4
"""Of a word that is neither name nor figure."""


class Unit(NamedTuple):
    """Words `first` to `last` of a text; `keys` are what an equal unit has too."""

    kind: int
    first: int
    last: int
    keys: frozenset[str]


def units_of(words: Sequence[Word]) -> list[Unit]:
    """The units of a text, in order; none overlaps another."""
    units: list[Unit] = []
    at = 0
    while at < len(words):
        unit = _unit_at(words, at)
        if unit is None:
            at += 1
            continue
        units.append(unit)
        at = unit.last + 1
    return units


def _unit_at(words: Sequence[Word], at: int) -> Unit | None:
    text = words[at].text
    if text[0].isdecimal():
        return _figure(words, at)
    if not text[0].isalpha():
        return None
    if text.lower() in NUMBER_WORDS:
        return Unit(FIGURE, at, at, frozenset((NUMBER_WORDS[text.lower()],)))
    root = stem(text)
    if case_of(text) != LOWER and (root not in FUNCTION_WORDS or _goes_on(words, at)):
        return _name(words, at)
    if root in FUNCTION_WORDS or len(text) < LEAST_LETTERS:
        return None
    return Unit(WORD, at, at, frozenset((root,)))


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether the next word has a capital as well: “The Hague”."""
    return at + 1 < len(words) and case_of(words[at + 1].text) != LOWER


def _figure(words: Sequence[Word], at: int) -> Unit:
    last = at
    while (
        last + 2 < len(words)
        and words[last + 1].text in JOINTS
        and words[last + 2].text[0].isdecimal()
        and words[last].end == words[last + 1].start
        and words[last + 1].end == words[last + 2].start
    ):
        last += 2
    value = "".join(word.text for word in words[at : last + 1] if word.text != ",")
    return Unit(FIGURE, at, last, frozenset((value,)))


def _name(words: Sequence[Word], at: int) -> Unit:
    last = at
    while last + 1 < len(words):
        reach = last + 1
        while reach < len(words) and words[reach].text in CONNECTIVES:
            reach += 1
        between = reach - last - 1
        if between > 2 or reach == len(words) or case_of(words[reach].text) == LOWER:
            break
        if not words[reach].text[0].isalpha():
            break
        last = reach
    keys = frozenset(
        root
        for word in words[at : last + 1]
        if word.text[0].isalnum() and (root := stem(word.text)) not in FUNCTION_WORDS
    )
    return Unit(NAME, at, last, keys)


def widened(unit: Unit, words: Sequence[Word]) -> Unit:
    """A figure with its currency and its scale, or the day, month and year that belong together."""
    first, last = unit.first, unit.last
    if unit.kind == FIGURE:
        if first > 0 and words[first - 1].text in CURRENCIES:
            first -= 1
        while last + 1 < len(words) and words[last + 1].text.lower() in SCALES:
            last += 1
    while first > 0 and _are_of_one_date(words[first - 1].text, words[first].text):
        first -= 1
    while last + 1 < len(words) and _are_of_one_date(words[last].text, words[last + 1].text):
        last += 1
    return unit._replace(first=first, last=last)


def _are_of_one_date(one: str, other: str) -> bool:
    return (one in MONTHS and other.isdecimal()) or (one.isdecimal() and other in MONTHS)


def are_same(one: Unit, other: Unit) -> bool:
    """Whether two units may be the same value: “Smith” and “John Smith”, 8 and “eight”."""
    if not one.keys or not other.keys:
        return False
    return one.keys <= other.keys or other.keys <= one.keys

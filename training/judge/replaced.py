"""False twins with another value or name: “112 homes” for “121 homes”, “Kent” for “Lopez”.

The claims of drafts are long, and most are true. A judge that is trained on few false ones learns
that a long claim whose words are in the passages is true.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import regex

from training.judge.claim import CONTRADICTED, FALSE, SUPPORTED, Claim, Group
from training.judge.exchanged import (
    DATE,
    NAME,
    PLACED,
    SHORTEST_NAME,
    as_whole,
    exchange,
    has_whole_names,
    is_name_in,
)

WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
"""Numbers in words, without “one”, which is more often a pronoun."""

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
SERIES: Sequence[Sequence[str]] = (WORDS, WEEKDAYS, MONTHS, ORDINALS)

VALUE = regex.compile(
    r"(?<![\p{L}\p{N}.,:/-])(?:\p{N}+(?:[,.:]\p{N}+)*|"
    + "|".join(word for series in SERIES for word in series)
    + r")(?![\p{L}\p{N}]|[.,:/-]\p{N})"
)

BOUNDS = regex.compile(
    r"\b(?:than|least|most|over|under|above|below|about|around|almost|nearly|roughly|some|up to"
    r"|close to) (?:[$£€]|the )?$",
    regex.I,
)
"""What precedes a value if another value may be true as well."""


def with_another_value(claim: Claim, rng: random.Random) -> Group | None:
    """A true claim and a false twin with another value; None if the claim has no known value."""
    if claim.label != SUPPORTED:
        return None
    found = [value for value in _within(claim, VALUE) if not BOUNDS.search(_before(claim, value))]
    known = [value for value in found if any(_has(one, value[0]) for one in claim.passages)]
    if not known:
        return None
    value = rng.choice(known)
    others = [one for one in _alike(value[0], claim.passages) if not _has(claim.sentence, one)]
    other = rng.choice(others) if others and rng.random() < 0.6 else _near(value[0], rng)
    if other == value[0] or _has(claim.sentence, other):
        return None
    return _twins(claim, value, other, CONTRADICTED, "value", rng)


def with_another_name(claim: Claim, rng: random.Random) -> Group | None:
    """A true claim and a false twin in which another name of the passages replaces one."""
    if claim.label != SUPPORTED:
        return None
    names = [name for name in _within(claim, NAME) if _is_name(name)]
    known = [name for name in names if any(is_name_in(one, name) for one in claim.passages)]
    if not known:
        return None
    name = rng.choice(known)
    is_placed = bool(PLACED.search(_before(claim, name)))
    others = {
        other[0]
        for passage in claim.passages
        for other in NAME.finditer(passage)
        if other.start() > 0
        and _is_name(other)
        and (" " in other[0]) == (" " in name[0])
        and bool(PLACED.search(passage[: other.start()])) == is_placed
    }
    strange = [one for one in sorted(others) if not _shares_a_word(one, claim.sentence)]
    if not strange:
        return None
    return _twins(claim, name, rng.choice(strange), FALSE, "name", rng)


def _twins(
    claim: Claim, found: regex.Match[str], other: str, label: int, kind: str, rng: random.Random
) -> Group:
    """The claim and its twin, in which `other` replaces what was found.

    In half of the groups both are also exchanged in the passages, so that the generated claim is
    the true one. Only the passages show which one is true.
    """
    start, end = claim.place
    sentence = claim.sentence[: found.start()] + other + claim.sentence[found.end() :]
    moved = len(sentence) - len(claim.sentence)
    twin = replace(claim, sentence=sentence, place=(start, end + moved))
    wrong = (found.start(), found.start() + len(other))
    passages = claim.passages
    words = found[0], other
    # Part of a name that stays would make the exchanged passages contradict themselves.
    is_whole = kind == "value" or all(has_whole_names(one, words) for one in passages)
    if is_whole and rng.random() < 0.5:
        passages = [exchange(passage, words) for passage in passages]
        claim, twin = twin, claim
        wrong = found.span()
    true = replace(claim, passages=passages, wrong=())
    false = replace(twin, passages=passages, label=label, kind=kind, wrong=[wrong])
    return Group([true, false], "", "pair")


def _within(claim: Claim, pattern: regex.Pattern[str]) -> list[regex.Match[str]]:
    return list(pattern.finditer(claim.sentence, *claim.place))


def _before(claim: Claim, found: regex.Match[str]) -> str:
    return claim.sentence[: found.start()]


def _is_name(found: regex.Match[str]) -> bool:
    is_short = " " not in found[0] and len(found[0]) < SHORTEST_NAME
    return not is_short and not DATE.match(found[0])


def _has(text: str, words: str) -> bool:
    return bool(regex.search(as_whole(regex.escape(words)), text, regex.I))


def _shares_a_word(name: str, text: str) -> bool:
    return any(_has(text, word) for word in name.split())


def _alike(value: str, passages: Sequence[str]) -> list[str]:
    """Other values of the same kind in the passages."""
    kind = _kind_of(value)
    found = {other[0] for passage in passages for other in VALUE.finditer(passage)}
    return sorted(other for other in found if other != value and _kind_of(other) == kind)


def _kind_of(value: str) -> str:
    """The series that a value belongs to, or the shape of its digits."""
    series = next((words[0] for words in SERIES if value in words), None)
    return series or regex.sub(r"\p{N}+", lambda digits: str(min(len(digits[0]), 4)), value)


def _near(value: str, rng: random.Random) -> str:
    """Another value of the same kind: the next ones of a series, or other digits."""
    for series in SERIES:
        if value in series:
            at = series.index(value)
            return rng.choice([series[(at + step) % len(series)] for step in (-2, -1, 1, 2)])
    digits = [at for at, character in enumerate(value) if character.isdigit()]
    at = rng.choice(digits)
    lowest = 1 if at == digits[0] else 0
    return value[:at] + str(rng.randint(lowest, 9)) + value[at + 1 :]

"""Claims with their numbers written the other way: “46” for “forty-six”, or the reverse.

Drafts follow a house style that their sources do not, and pieces of a word have little in common
with pieces of digits.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from training.judge.claim import Claim, Group, Place
from training.judge.replaced import MONTHS, WORDS

UNITS = "one two three four five six seven eight nine".split()
NUMBERS = {word: value for value, word in enumerate(WORDS[:19], 2)} | {
    f"{tens}{'-' + unit if unit else ''}": ten * 10 + value
    for ten, tens in enumerate(WORDS[18:], 2)
    for value, unit in enumerate(["", *UNITS])
}
"""The numbers from two to ninety-nine by their words."""

NUMERALS = {str(number): word for word, number in NUMBERS.items()}

_MONTHS = "|".join(MONTHS)
NUMERAL = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.,:/$£€#–−-]|(?:{_MONTHS}) )"
    rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
    rf"(?![\p{{L}}\p{{N}}%:/–−-]|[.,]\p{{N}}| (?:{_MONTHS}))",
    regex.I,
)
"""A number that is written in words or digits as one likes: no part of a date, a score or a sum."""


def respelled(group: Group, in_digits: bool) -> Group | None:
    """The group with the numbers of all claims in digits or words; None if none changes."""
    claims = [_respelled(claim, in_digits) for claim in group.claims]
    return None if claims == list(group.claims) else replace(group, claims=claims)


def _respelled(claim: Claim, in_digits: bool) -> Claim:
    sentence = ""
    moved: list[tuple[int, int]] = []
    end = 0
    for found in NUMERAL.finditer(claim.sentence):
        number = _written(found[0], in_digits, found.start() == 0)
        sentence += claim.sentence[end : found.start()] + number
        end = found.end()
        moved.append((end, len(number) - len(found[0])))

    def place(old: Place) -> Place:
        start, stop = (at + sum(by for since, by in moved if since <= at) for at in old)
        return start, stop

    return replace(
        claim,
        sentence=sentence + claim.sentence[end:],
        place=place(claim.place),
        wrong=claim.wrong and [place(one) for one in claim.wrong],
    )


def _written(number: str, in_digits: bool, is_first: bool) -> str:
    if in_digits:
        value = NUMBERS.get(number.lower())
        return number if value is None else str(value)
    words = NUMERALS.get(number, number)
    return words[0].upper() + words[1:] if is_first else words

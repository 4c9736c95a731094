"""Pairs of claims about one text that differ in one place, one of them true."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from training.readers.tokens import words_of

MOST_CHANGED = 6
"""How many words the place may have, in either claim."""


class Telling(NamedTuple):
    """A claim about a text, and whether the text supports it."""

    claim: str
    text: Hashable
    supported: bool


def twins(rows: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of rows, by number: the true one, and the false one that is like it."""
    by_text: dict[Hashable, list[int]] = {}
    for number, row in enumerate(rows):
        by_text.setdefault(row.text, []).append(number)
    for numbers in by_text.values():
        for true in (number for number in numbers if rows[number].supported):
            for false in (number for number in numbers if not rows[number].supported):
                if _are_alike(rows[true].claim, rows[false].claim):
                    yield true, false


def _are_alike(one: str, other: str) -> bool:
    """Whether two sentences are the same but for one stretch, shorter than what they share."""
    words, others = ([word.text.lower() for word in words_of(text)] for text in (one, other))
    shorter = min(len(words), len(others))
    before = 0
    while before < shorter and words[before] == others[before]:
        before += 1
    after = 0
    while after < shorter - before and words[-1 - after] == others[-1 - after]:
        after += 1
    changed = max(len(words), len(others)) - before - after
    return 0 < changed <= min(MOST_CHANGED, before + after)

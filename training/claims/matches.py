"""For each word of a text, whether another text has it, and beside the same words.

This tells the encoder at its input what it would otherwise need whole layers to find out: which
words of a claim the passage lacks, and which ones it has in another place (a name that the passage
connects with something else).
"""

from __future__ import annotations

from collections.abc import Sequence

from training.claims.stems import FUNCTION_WORDS, stem
from training.readers.tokens import LOWER, Word, case_of

NOT_SOUGHT, MISSING, APART, BESIDE = range(4)
"""A function word or mark; a word that the other text lacks; one that it has, but away from the
words beside it; one that it has close to one of these."""

MATCHES = 4

CLOSE = 8
"""The most words between two occurrences that are close to each other."""


def matches(words: Sequence[Word], others: Sequence[Word]) -> list[int]:
    """What the other text says of each word; equal stems are the same word.

    The words beside a word are the nearest words on either side that are sought. To the words of a
    name, those of the same name do not count: they go with it wherever it stands.
    """
    roots, places = _roots(words), _places(others)
    found = [NOT_SOUGHT] * len(words)
    for first, last in _units(words, roots):
        beside = [_next(roots, first - 1, -1), _next(roots, last + 1, 1)]
        near = [place for root in beside for place in places.get(root, ())]
        for at in range(first, last + 1):
            own = places.get(roots[at])
            if own is None:
                found[at] = MISSING
            elif any(abs(one - other) <= CLOSE for one in own for other in near):
                found[at] = BESIDE
            else:
                found[at] = APART
    return found


def _roots(words: Sequence[Word]) -> list[str]:
    """The stems of words; empty for what is not sought."""
    found = []
    for word in words:
        root = stem(word.text) if word.text[0].isalnum() else ""
        found.append("" if root in FUNCTION_WORDS else root)
    return found


def _places(words: Sequence[Word]) -> dict[str, list[int]]:
    """Where each stem stands."""
    places: dict[str, list[int]] = {}
    for place, root in enumerate(_roots(words)):
        if root:
            places.setdefault(root, []).append(place)
    return places


def _units(words: Sequence[Word], roots: Sequence[str]) -> list[tuple[int, int]]:
    """The first and last word of each stretch with capitals, and of each other word sought."""
    units: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not roots[place]:
            continue
        goes_on = case_of(word.text) != LOWER and place and case_of(words[place - 1].text) != LOWER
        if goes_on and units and units[-1][1] == place - 1:
            units[-1] = (units[-1][0], place)
        else:
            units.append((place, place))
    return units


def _next(roots: Sequence[str], place: int, step: int) -> str:
    while 0 <= place < len(roots) and not roots[place]:
        place += step
    return roots[place] if 0 <= place < len(roots) else ""

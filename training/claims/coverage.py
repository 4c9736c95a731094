"""The plain measure that a reader has to beat: how many of a claim's words a passage has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from training.claims.retrieval import TERM, stem, stems

_FUNCTION_WORDS = """
a an the this that these those it its he him his she her hers they them their theirs we us our ours
you your yours i me my mine who whom whose which what when where why how and or but nor so yet if
then than as because while although though of in on at by for with from to into onto upon over under
between among about after before during since until against through across off out up down is are
was were be been being am do does did doing done have has had having will would shall should can
could may might must not no also there here too very more most less least such same other another
each every any some all both
"""
FUNCTION_WORDS = frozenset(stem(word) for word in _FUNCTION_WORDS.split())
"""Stems of words that are in every text."""


class Coverage(NamedTuple):
    """Shares from 0 to 1: of content words, and of figures and words with a capital alone."""

    words: float
    names: float


def coverage(claim: str, passages: Iterable[str]) -> Coverage:
    """The highest shares of a claim that one of the passages has.

    A claim without such words counts as covered.
    """
    words, names = set[str](), set[str]()
    for place, match in enumerate(TERM.finditer(claim)):
        word = match.group()
        root = stem(word)
        if root in FUNCTION_WORDS:
            continue
        words.add(root)
        if word[0].isdecimal() or (word[0].isupper() and place > 0):
            names.add(root)
    held = [set(stems(passage)) for passage in passages]
    return Coverage(_share(words, held), _share(names, held))


def _share(words: set[str], held: list[set[str]]) -> float:
    if not words:
        return 1.0
    return max((len(words & one) / len(words) for one in held), default=0.0)

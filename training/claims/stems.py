"""Words without their endings, by which the words of two texts are compared."""

from __future__ import annotations

import regex

GROUPED = regex.compile(r"(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))")
ENDING = regex.compile(r"(?<=\p{L}{3})(?:ies|ied|ing|ed|es|s|ly|e|y)$")
DOUBLED = regex.compile(r"([bdgklmnprt])\1$")


def stem(word: str) -> str:
    """A word in small letters without its ending; figures without their commas."""
    lower = word.lower()
    if lower[0].isdecimal():
        return str(GROUPED.sub("", lower))
    root = str(ENDING.sub("", lower))
    return str(DOUBLED.sub(r"\1", root)) if len(root) > 4 else root


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

"""Sets of words, written as one string."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


def word_list(words: str) -> list[str]:
    """The words of a string, in order."""
    return words.split()

"""Finds the passages that a claim should be read beside, by the words that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

import regex

from training.claims.passages import Passage

BEST = 3
"""How many passages a claim is read beside."""

CONTEXT_WEIGHT = 0.5
"""The weight of a word that only the context of a claim has."""

SATURATION = 1.2
LENGTH_SHARE = 0.75
"""The usual constants of BM25, called k1 and b."""

TERM = regex.compile(r"\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+")
GROUPED = regex.compile(r"(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))")
ENDING = regex.compile(r"(?<=\p{L}{3})(?:ies|ied|ing|ed|es|s|ly|e|y)$")
DOUBLED = regex.compile(r"([bdgklmnprt])\1$")


class Found(NamedTuple):
    """A passage that was found, and how much of the claim's words it has."""

    passage: Passage
    score: float


def stem(word: str) -> str:
    """A word in small letters without its ending; figures without their commas."""
    lower = word.lower()
    if lower[0].isdecimal():
        return str(GROUPED.sub("", lower))
    root = str(ENDING.sub("", lower))
    return str(DOUBLED.sub(r"\1", root)) if len(root) > 4 else root


def stems(text: str) -> list[str]:
    """The stems of the words and figures of a text, in order."""
    return [stem(match.group()) for match in TERM.finditer(text)]


class PassageIndex:
    """The passages of all sources of a story."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._counts = [Counter(stems(passage.text)) for passage in passages]
        lengths = [sum(counts.values()) for counts in self._counts]
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        self._norms = [
            SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / (mean or 1.0))
            for length in lengths
        ]
        self._holders = Counter(word for counts in self._counts for word in counts)

    def rarity(self, word: str) -> float:
        """The weight of a stem: the rarer in the passages, the higher."""
        holders = self._holders[word]
        return log(1 + (len(self.passages) - holders + 0.5) / (holders + 0.5))

    def best(self, claim: str, context: str = "", most: int = BEST) -> list[Found]:
        """The `most` passages with the highest scores, best first."""
        weights = dict.fromkeys(stems(context), CONTEXT_WEIGHT)
        weights |= dict.fromkeys(stems(claim), 1.0)
        scored = [
            Found(passage, self._score(place, weights))
            for place, passage in enumerate(self.passages)
        ]
        return sorted(scored, key=lambda found: -found.score)[:most]

    def _score(self, place: int, weights: dict[str, float]) -> float:
        counts, norm = self._counts[place], self._norms[place]
        return sum(
            weight * self.rarity(word) * counts[word] * (SATURATION + 1) / (counts[word] + norm)
            for word, weight in weights.items()
            if word in counts
        )

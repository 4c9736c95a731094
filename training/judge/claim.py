"""A claim beside passages, and what they say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SUPPORTED, CONTRADICTED, NEITHER = range(3)
"""The classes, in the order of the logits."""

FALSE = -1
"""The label of a claim that is contradicted or unsupported, where a set does not say which."""

Place = tuple[int, int]
"""Start and end in a text, in code points."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as the judge reads it, with its label."""

    sentence: str
    place: Place
    """Of the claim in its sentence."""
    context: str
    """The sentence before it, or empty."""
    passages: Sequence[str]
    """Stretches of the sources, the closest first."""
    label: int
    kind: str
    wrong: Sequence[Place] | None = None
    """The words that the passages do not bear out; empty of a true claim, None if unknown."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that differ in one respect, the true one first, or a single claim."""

    claims: Sequence[Claim]
    source: str
    """The set, or the story."""
    origin: str = ""
    """Of a story's claims where they stand: `draft`, `statement` or `pair`."""


def whole(text: str, passages: Sequence[str], label: int, kind: str) -> Claim:
    """A claim that is a sentence of its own."""
    wrong = () if label == SUPPORTED else None
    return Claim(text, (0, len(text)), "", passages, label, kind, wrong)

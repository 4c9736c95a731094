"""A claim with passages, and what they say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SUPPORTED, CONTRADICTED, NEITHER = range(3)
"""The classes, in the order of the logits."""

FALSE = -1
"""The label of a claim that is contradicted or unsupported if a set does not say which."""

Place = tuple[int, int]
"""Start and end in a text, in code points."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as the judge reads it, with its label."""

    sentence: str
    place: Place
    """The place of the claim in its sentence."""
    passages: Sequence[str]
    """Stretches of the sources, the closest first."""
    label: int
    kind: str
    wrong: Sequence[Place] | None = None
    """The words that the passages do not confirm; empty for a true claim, None if unknown."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that differ in one respect, the true one first, or a single claim."""

    claims: Sequence[Claim]
    source: str
    """The name of the set or of the story."""
    origin: str = ""
    """Set only for claims of a story: `draft`, `statement` or `pair`."""


def whole(text: str, passages: Sequence[str], label: int, kind: str) -> Claim:
    """A claim that is a whole sentence."""
    wrong = () if label == SUPPORTED else None
    return Claim(text, (0, len(text)), passages, label, kind, wrong)

"""A claim beside a passage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as text, with a passage that supports it, or is silent on it.

    `context` is what stands before the claim, or empty; `kind` says which set or which rewriting
    the claim is from.
    """

    text: str
    passage: str
    context: str
    kind: str
    is_silent: bool = False
    """Whether the passage does not say if the claim is true."""

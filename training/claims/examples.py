"""Examples of the claim reader: a claim, one value of it hidden, and where that stands."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex
import torch
from torch import Tensor, nn

from training.claims.claim import Claim
from training.claims.encoding import ClozeEncoder
from training.claims.units import FIGURE, NAME, WORD, Unit, are_same, units_of, widened
from training.readers.encoder import Input, batch_of
from training.readers.tokens import Word, words_of

WORTH = {NAME: 1.0, FIGURE: 1.0, WORD: 0.15}
"""How often a unit of each kind is hidden, where it is the only one of its kind in the passage."""

RIVALLED = 5.0
"""So many times as often where the passage has another unit of the kind that the claim lacks."""

UNRIVALLED_KEPT = 0.4
"""How many examples are kept in which the passage has no other value for the place."""

WIDENED = 0.5
"""How often what belongs to a figure or a date is hidden with it."""

SILENCED = 0.45
"""For so many examples the sentences with the value are taken out of the passage, if that leaves
it another value of the kind: that a value fits the place is not enough."""

SENTENCE_END = regex.compile(r"(?<=[.!?][\"”'’)]?)\s+(?=[\"“‘(]?[\p{Lu}\p{N}])")


class Cloze(NamedTuple):
    """A claim with one value hidden, beside a passage."""

    words: Sequence[Word]
    """Of the claim."""
    value: Unit
    """What is asked for."""
    hidden: Unit
    """The value, perhaps with what belongs to it."""
    passage: Sequence[Word]
    units: Sequence[Unit]
    """Of the passage."""
    context: Sequence[Word]
    is_rivalled: bool
    """Whether the passage has another value of the kind that the claim lacks."""


@dataclass(frozen=True, slots=True)
class ClozeExample:
    """An encoded claim with a hidden value; `words` are the first pieces of the passage's words.

    `targets` are the pieces at which to point: 0 (`[CLS]`) if the passage does not have the value.
    """

    input: Input
    words: tuple[int, ...]
    targets: tuple[int, ...]

    @property
    def length(self) -> int:
        """In pieces."""
        return len(self.input.ids)

    @property
    def inputs(self) -> int:
        """Each claim is one input."""
        return 1


def cloze_of(claim: Claim, rng: random.Random) -> Cloze | None:
    """Hides one value that the passage has, or None if there is none or it is passed over.

    Of a claim on which the passage is silent, it is a name or figure that the passage lacks.
    """
    words, passage = words_of(claim.text), words_of(claim.passage)
    own, units = units_of(words), units_of(passage)
    options: list[tuple[Unit, bool]] = []
    weights: list[float] = []
    for unit in own:
        if any(is_value(unit, other) for other in units) == claim.is_silent:
            continue
        if claim.is_silent and unit.kind == WORD:
            continue
        is_rivalled = any(
            other.kind == unit.kind and not any(are_same(other, one) for one in own)
            for other in units
        )
        options.append((unit, is_rivalled))
        weights.append(WORTH[unit.kind] * (RIVALLED if is_rivalled else 1.0))
    if not options:
        return None
    unit, is_rivalled = rng.choices(options, weights)[0]
    if not is_rivalled and rng.random() >= UNRIVALLED_KEPT:
        return None
    if not claim.is_silent and unit.kind != WORD and rng.random() < SILENCED:
        rest = words_of(without(unit, claim.passage))
        left = units_of(rest)
        if any(other.kind == unit.kind for other in left):
            passage, units = rest, left
    hidden = widened(unit, words) if rng.random() < WIDENED else unit
    return Cloze(words, unit, hidden, passage, units, words_of(claim.context), is_rivalled)


def example_of(cloze: Cloze, encoder: ClozeEncoder) -> ClozeExample | None:
    """Encodes a claim with a hidden value; None if the value is beyond what fits."""
    encoded = encoder.encode(cloze.words, cloze.hidden, cloze.passage, cloze.context)
    if encoded is None:
        return None
    targets = tuple(
        encoded.words[place]
        for other in cloze.units
        if is_value(cloze.value, other)
        for place in range(other.first, other.last + 1)
        if place < len(encoded.words)
    )
    return ClozeExample(encoded.input, encoded.words, targets or (0,))


def is_value(unit: Unit, other: Unit) -> bool:
    """Whether a unit of a passage is a claim's value; a word with a capital may lack it there."""
    if FIGURE in (unit.kind, other.kind) and unit.kind != other.kind:
        return False
    return are_same(unit, other)


def without(unit: Unit, passage: str) -> str:
    """The sentences of a passage that do not have the value."""
    return " ".join(
        sentence
        for sentence in SENTENCE_END.split(passage)
        if not any(is_value(unit, other) for other in units_of(words_of(sentence)))
    )


def probabilities_of(
    model: nn.Module, given: Sequence[ClozeExample], device: torch.device
) -> Tensor:
    """Logarithms of the probabilities of pieces, of shape (inputs, pieces).

    They are of `[CLS]` and of the first pieces of the passage's words; the others have none.
    """
    batch = batch_of([example.input for example in given], device)
    (logits,) = model(batch.ids, batch.types, batch.mask)
    logits = logits.float()
    open_to = torch.zeros_like(batch.mask)
    rows = [row for row, example in enumerate(given) for _ in example.words]
    places = [place for example in given for place in example.words]
    open_to[rows, places] = 1
    open_to[:, 0] = 1
    return logits.masked_fill(open_to == 0, float("-inf")).log_softmax(dim=1)


def loss_of(model: nn.Module, given: Sequence[ClozeExample], device: torch.device) -> Tensor:
    """The mean of -log P(any of the targets)."""
    found = probabilities_of(model, given, device)
    right = torch.zeros_like(found)
    rows = [row for row, example in enumerate(given) for _ in example.targets]
    places = [place for example in given for place in example.targets]
    right[rows, places] = 1
    return -found.masked_fill(right == 0, float("-inf")).logsumexp(dim=1).mean()

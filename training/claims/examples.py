"""Examples of the claim reader, and the loss of a batch of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.claims.encoding import ClaimEncoder
from training.claims.model import (
    CONFLICTING,
    CONTRADICTED,
    ENTAILED,
    GROUNDED,
    NOT_ENTAILED,
    UNKNOWN,
)
from training.readers.encoder import Input, batch_of
from training.readers.tokens import words_of


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A claim beside a passage, as text.

    `label` is ENTAILED, CONTRADICTED, NEITHER or NOT_ENTAILED. `words` has a label for each word
    of the claim (in the sense of `words_of`), or is empty where nothing is known of them. `kind`
    says which set or which rewriting the claim is from. `twin`, of an entailed claim alone, is one
    beside the same passage that differs in one place and is not entailed.
    """

    claim: str
    passage: str
    context: str
    label: int
    kind: str
    words: tuple[int, ...] = ()
    twin: LabelledClaim | None = None


def labels_of_twin(text: str, other: str) -> tuple[int, ...]:
    """Labels of the words of a false claim that should read as the other: the new ones are wrong.

    Where it has the words of the true one in another order, those in a new place are.
    """
    known = [word.text for word in words_of(other)]
    words = [word.text for word in words_of(text)]
    if not set(words) <= set(known):
        return tuple(GROUNDED if word in known else CONFLICTING for word in words)
    if len(words) != len(known):
        return (UNKNOWN,) * len(words)
    pairs = zip(words, known, strict=True)
    return tuple(CONFLICTING if one != two else UNKNOWN for one, two in pairs)


@dataclass(frozen=True, slots=True)
class ClaimExample:
    """A claim, encoded: positions of the first pieces of its words, and the labels of these."""

    input: Input
    label: int
    words: tuple[int, ...]
    word_labels: tuple[int, ...]
    twin: ClaimExample | None = None
    """Of an entailed claim: one that differs in one place and is not entailed."""

    @property
    def length(self) -> int:
        """The pieces of the longer input."""
        return max(len(one.input.ids) for one in self.both)

    @property
    def both(self) -> tuple[ClaimExample, ...]:
        """The example and its twin, if it has one."""
        return (self,) if self.twin is None else (self, self.twin)


def example_of(claim: LabelledClaim, encoder: ClaimEncoder) -> ClaimExample:
    """Encodes a claim and its twin. All words of an entailed one are grounded."""
    encoded = encoder.encode(claim.claim, claim.passage, claim.context)
    labels = claim.words
    if not labels:
        every = GROUNDED if claim.label == ENTAILED else UNKNOWN
        labels = (every,) * len(encoded.words)
    twin = None if claim.twin is None else example_of(claim.twin, encoder)
    return ClaimExample(
        encoded.input, claim.label, encoded.words, labels[: len(encoded.words)], twin
    )


MARGIN = 3.0
"""How much more, in the logarithm of P(entailed), a claim should have than its twin."""

MARGIN_WEIGHT = 0.3


def loss_of(
    model: nn.Module, given: Sequence[ClaimExample], device: torch.device, word_weight: float
) -> Tensor:
    """Mean loss of the claims and their twins, the same for each.

    To it are added `word_weight` times the mean loss of their labelled words, and MARGIN_WEIGHT
    times that of the pairs of twins which are less than MARGIN apart.
    """
    examples = [one for example in given for one in example.both]
    batch = batch_of([example.input for example in examples], device)
    claim_logits, word_logits = model(batch.ids, batch.types, batch.mask)
    labels = torch.tensor([example.label for example in examples], device=device)
    loss = claim_loss(claim_logits.float(), labels)
    firsts = [row for row, one in enumerate(examples) if one.twin is not None]
    if firsts:
        support = claim_logits.float().log_softmax(dim=1)[:, ENTAILED]
        apart = support[firsts] - support[[row + 1 for row in firsts]]
        loss = loss + MARGIN_WEIGHT * (MARGIN - apart).clamp(min=0).sum() / len(examples)
    if word_weight == 0:
        return loss
    rows = [row for row, example in enumerate(examples) for _ in example.words]
    places = [place for example in examples for place in example.words]
    word_labels = torch.tensor(
        [label for example in examples for label in example.word_labels], device=device
    )
    known = (word_labels != UNKNOWN).sum().clamp(min=1)
    words = word_logits[rows, places].float()
    word_loss = functional.cross_entropy(words, word_labels, ignore_index=UNKNOWN, reduction="sum")
    return loss + word_weight * word_loss / known


def claim_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy of logits (inputs, 3); of NOT_ENTAILED it is -log(1 - P(entailed))."""
    total = logits.logsumexp(dim=1)
    rest = logits[:, CONTRADICTED:].logsumexp(dim=1)
    exact = logits.gather(1, labels.clamp(max=NOT_ENTAILED - 1).unsqueeze(1)).squeeze(1)
    return (total - torch.where(labels == NOT_ENTAILED, rest, exact)).mean()

"""Examples of the claim reader, and the loss of a batch of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.claims.encoding import ClaimEncoder
from training.claims.model import CONTRADICTED, ENTAILED, GROUNDED, NOT_ENTAILED, UNKNOWN
from training.readers.encoder import Input, batch_of


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A claim beside a passage, as text.

    `label` is ENTAILED, CONTRADICTED, NEITHER or NOT_ENTAILED. `words` has a label for each word
    of the claim (in the sense of `words_of`), or is empty where nothing is known of them. `kind`
    says which set or which rewriting the claim is from.
    """

    claim: str
    passage: str
    context: str
    label: int
    kind: str
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimExample:
    """A claim, encoded: positions of the first pieces of its words, and the labels of these."""

    input: Input
    label: int
    words: tuple[int, ...]
    word_labels: tuple[int, ...]

    @property
    def length(self) -> int:
        """The pieces of the input."""
        return len(self.input.ids)


def example_of(claim: LabelledClaim, encoder: ClaimEncoder) -> ClaimExample:
    """Encodes a claim. All words of an entailed one are grounded."""
    encoded = encoder.encode(claim.claim, claim.passage, claim.context)
    labels = claim.words
    if not labels:
        every = GROUNDED if claim.label == ENTAILED else UNKNOWN
        labels = (every,) * len(encoded.words)
    return ClaimExample(encoded.input, claim.label, encoded.words, labels[: len(encoded.words)])


def loss_of(
    model: nn.Module, examples: Sequence[ClaimExample], device: torch.device, word_weight: float
) -> Tensor:
    """Mean loss of the claims, and `word_weight` times that of their labelled words."""
    batch = batch_of([example.input for example in examples], device)
    claim_logits, word_logits = model(batch.ids, batch.types, batch.mask)
    labels = torch.tensor([example.label for example in examples], device=device)
    loss = claim_loss(claim_logits.float(), labels)
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

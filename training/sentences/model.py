"""The network of the sentence reader: the encoder and two layers of logits over its states."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training.readers.encoder import Batch, encode, load_encoder
from training.sentences.encoding import TYPES
from training.sentences.kinds import Kind


class SentenceModel(nn.Module):
    """Tags each word, by its first piece, with a kind of damage and an edit."""

    def __init__(self, base: str, edits: int) -> None:
        super().__init__()
        self.encoder = load_encoder(base, TYPES)
        width = self.encoder.config.hidden_size
        self.kind = nn.Linear(width, len(Kind))
        self.edit = nn.Linear(width, edits)

    def states(self, batch: Batch) -> Tensor:
        """The encoder's states, of shape (sentences, pieces, width)."""
        return encode(self.encoder, batch)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of kinds and of edits, each of shape (sentences, pieces, classes)."""
        return self.heads(self.states(Batch(ids, types, mask)))

    def heads(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """The same, from the encoder's states of shape (sentences, pieces, width)."""
        return self.kind(states), self.edit(states)


def load_sentence_model(base: str, edits: int, snapshot: Path | None = None) -> SentenceModel:
    """The model with the weights of a snapshot, or with those of the base and untrained heads."""
    torch.manual_seed(1)
    model = SentenceModel(base, edits)
    if snapshot is not None:
        state = torch.load(snapshot, map_location="cpu", weights_only=True)
        model.load_state_dict({name: value.float() for name, value in state.items()})
    return model

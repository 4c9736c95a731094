"""The judge's network: the encoder, logits of the classes, and a logit for each word."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training.judge.encoding import TYPES
from training.readers.encoder import Batch, encode, load_encoder

CLASSES = 3


class JudgeModel(nn.Module):
    """Judges a claim by its passages, and each of its words by its first piece."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.encoder = load_encoder(base, TYPES)
        width = self.encoder.config.hidden_size
        self.pool = nn.Linear(width, width)
        self.verdict = nn.Linear(width, CLASSES)
        self.word = nn.Linear(width, 1)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the classes, of shape (inputs, 3), and of pieces, of shape (inputs, pieces).

        The logit of a piece is that of its word not being confirmed.
        """
        return self.heads(encode(self.encoder, Batch(ids, types, mask)))

    def heads(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """The same, from the encoder's states of shape (inputs, pieces, width)."""
        pooled = torch.tanh(self.pool(states[:, 0]))
        return self.verdict(pooled), self.word(states).squeeze(2)


def load_judge(base: str, snapshot: Path | None = None) -> JudgeModel:
    """The model with the weights of a snapshot, or with those of the base and untrained heads."""
    torch.manual_seed(1)
    model = JudgeModel(base)
    if snapshot is not None:
        state = torch.load(snapshot, map_location="cpu", weights_only=True)
        model.load_state_dict({name: value.float() for name, value in state.items()})
    return model

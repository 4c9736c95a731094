"""The claim reader's model: an encoder, and a pointer from the hidden value to the passage."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.claims.encoding import TYPES
from training.readers.encoder import Batch, encode, load_encoder

PREFIX = "encoder."
"""How the names of the encoder's weights begin."""

TYPES_TABLE = "encoder.embeddings.token_type_embeddings.weight"
"""The name of the table of types."""

MASK = 103
"""The id of the piece that stands for the hidden value: `[MASK]` of the vocabulary."""

WIDTH = 384
"""Of the encoder's states; a greater product would make the attention of the pointer too sharp."""


class ClozeModel(nn.Module):
    """Points from a hidden value of a claim at the pieces of its passage."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.types = encoder.config.type_vocab_size
        self.encoder = encoder
        self.hidden_head = nn.Linear(width, width)
        self.piece_head = nn.Linear(width, width)
        self.bias_head = nn.Linear(width, 1)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor]:
        """Logits of all pieces, of shape (inputs, pieces); that of `[CLS]` is for none of them.

        The three arguments are of shape (inputs, pieces); each input has `[MASK]` once.
        """
        states = encode(self.encoder, Batch(ids, types, mask))
        hidden = (ids == MASK).float().unsqueeze(2)
        query = self.hidden_head((states * hidden).sum(dim=1)).unsqueeze(2)
        products = (self.piece_head(states) @ query).squeeze(2) / sqrt(WIDTH)
        return (products + self.bias_head(states).squeeze(2),)

    def load_state_dict(
        self, state_dict: Mapping[str, Any], strict: bool = True, assign: bool = False
    ) -> Any:  # noqa: ANN401 (as in torch)
        """Also takes a model with fewer types or other heads.

        New types begin as the known ones were; of a model with other heads only the encoder is
        taken. Throws a KeyError if the weights are not those of an encoder.
        """
        table = state_dict[TYPES_TABLE]
        grown = {TYPES_TABLE: table.repeat(self.types // table.shape[0], 1)}
        given = {**state_dict, **grown}
        if "hidden_head.weight" not in given:
            own = {k: v for k, v in self.state_dict().items() if not k.startswith(PREFIX)}
            given = {**{k: v for k, v in given.items() if k.startswith(PREFIX)}, **own}
        return super().load_state_dict(given, strict, assign)


def load_cloze_model(base: str, snapshot: Path | None = None) -> ClozeModel:
    """A model on `base`, as it comes or with the weights of a snapshot of the trainer."""
    model = ClozeModel(load_encoder(base, TYPES))
    if snapshot is not None:
        weights = torch.load(snapshot, map_location="cpu", weights_only=True)
        model.load_state_dict({name: value.float() for name, value in weights.items()})
    return model

"""The claim reader's model: an encoder, a head for the claim and a head for each of its words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.claims.encoding import TYPES
from training.readers.encoder import Batch, encode, load_encoder

ENTAILED, CONTRADICTED, NEITHER = range(3)
"""What a passage says of a claim, in the order of the claim's logits."""

NOT_ENTAILED = 3
"""A label for training alone: CONTRADICTED or NEITHER, untold which."""

GROUNDED, CONFLICTING, ABSENT = range(3)
"""What a passage says of a word of the claim, in the order of the word's logits."""

UNKNOWN = -100
"""The label of a word of which nothing is known; the loss passes over it."""


TYPES_TABLE = "encoder.embeddings.token_type_embeddings.weight"
"""The name of the table of types."""


class ClaimModel(nn.Module):
    """Reads a claim together with a passage."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.types = encoder.config.type_vocab_size
        self.encoder = encoder
        self.claim_head = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, 3))
        self.word_head = nn.Linear(width, 3)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the claims (inputs, 3) and of all pieces (inputs, pieces, 3).

        A word's logits are those of its first piece. The three arguments are of shape
        (inputs, pieces).
        """
        states = encode(self.encoder, Batch(ids, types, mask))
        return self.claim_head(states[:, 0]), self.word_head(states)

    def load_state_dict(
        self, state_dict: Mapping[str, Tensor], strict: bool = True, assign: bool = False
    ) -> NamedTuple:
        """Also takes the weights of a reader with fewer types: the new ones begin as those were."""
        table = state_dict[TYPES_TABLE]
        grown = {TYPES_TABLE: table.repeat(self.types // table.shape[0], 1)}
        result: NamedTuple = super().load_state_dict({**state_dict, **grown}, strict, assign)
        return result


def load_claim_model(base: str, snapshot: Path | None = None) -> ClaimModel:
    """A model on `base`, as it comes or with the weights of a snapshot of the trainer."""
    model = ClaimModel(load_encoder(base, TYPES))
    if snapshot is not None:
        weights = torch.load(snapshot, map_location="cpu", weights_only=True)
        model.load_state_dict({name: value.float() for name, value in weights.items()})
    return model

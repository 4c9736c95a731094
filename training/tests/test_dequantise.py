from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.readers.dequantise import weights_of
from training.readers.encoder import Batch, Input, batch_of, encode
from training.readers.export import export, export_float

NAMES = ("whole", "words")


class Reader(nn.Module):
    """A small reader of random weights, with the kinds of heads that our readers have."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        config = BertConfig(
            vocab_size=50,
            hidden_size=32,
            num_hidden_layers=3,
            num_attention_heads=4,
            intermediate_size=64,
            attn_implementation="eager",
        )
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.whole = nn.Sequential(nn.Linear(32, 16), nn.GELU(), nn.Linear(16, 3))
        self.words = nn.Linear(32, 2)
        random = torch.Generator().manual_seed(seed)
        # All weights differ, including biases and norms, because equal ones would be stored once,
        # under one name.
        for name, parameter in self.named_parameters():
            nn.init.normal_(parameter, float("norm" in name.lower()), 0.1, random)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = encode(self.encoder, Batch(ids, types, mask))
        return self.whole(states[:, 0]), self.words(states)


def batch(*lengths: int) -> Batch:
    inputs = [Input([1 + at % 49 for at in range(size)], [0] * size) for size in lengths]
    return batch_of(inputs, torch.device("cpu"))


@pytest.mark.parametrize("fuse", [True, False])
@pytest.mark.parametrize(("write", "tolerance"), [(export, 0.02), (export_float, 1e-6)])
def test_gives_back_all_weights(
    tmp_path: Path, write: Callable[..., None], tolerance: float, fuse: bool
) -> None:
    model, other = Reader(1).eval(), Reader(2).eval()
    write(model, batch(4, 3), NAMES, tmp_path / "model.onnx", fuse=fuse)

    other.load_state_dict(weights_of(tmp_path / "model.onnx"))

    for (name, one), two in zip(model.named_parameters(), other.parameters(), strict=True):
        # Rounding loses at most half of one of 127 steps.
        assert (one - two).abs().max() <= one.abs().max() / 250, name
    with torch.inference_mode():
        for one, two in zip(model(*batch(9, 5)), other(*batch(9, 5)), strict=True):
            assert (one - two).abs().max() < tolerance


def test_loses_nothing_when_exported_again(tmp_path: Path) -> None:
    first, second = tmp_path / "first.onnx", tmp_path / "second.onnx"
    model, other = Reader(1).eval(), Reader(2).eval()
    export(model, batch(4, 3), NAMES, first)
    other.load_state_dict(weights_of(first))
    export(other, batch(4, 3), NAMES, second)
    again = weights_of(second)
    for name, value in weights_of(first).items():
        torch.testing.assert_close(value, again[name])

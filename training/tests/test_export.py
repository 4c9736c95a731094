import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.readers.encoder import Batch, Input, batch_of, encode
from training.readers.export import INPUT_NAMES, export, export_float
from training.readers.rows import write_table
from training.sentences.model import load_sentence_model
from training.tests.tiny_readers import expected, write_base

NAMES = ("whole", "words")


class Reader(nn.Module):
    """A small reader of random weights."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(1)
        config = BertConfig(
            vocab_size=50,
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=4,
            intermediate_size=64,
            attn_implementation="eager",
        )
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.whole = nn.Linear(32, 3)
        self.words = nn.Linear(32, 2)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = encode(self.encoder, Batch(ids, types, mask))
        return self.whole(states[:, 0]), self.words(states)


def batch(*lengths: int) -> Batch:
    inputs = [Input([1 + at % 49 for at in range(size)], [0] * size) for size in lengths]
    return batch_of(inputs, torch.device("cpu"))


@pytest.mark.parametrize("fuse", [True, False])
def test_keeps_what_the_model_says_for_all_shapes(tmp_path: Path, fuse: bool) -> None:
    model = Reader().eval()
    whole, small = tmp_path / "whole.onnx", tmp_path / "small.onnx"
    export_float(model, batch(4, 3), NAMES, whole, fuse=fuse)
    export(model, batch(4, 3), NAMES, small, fuse=fuse)
    assert small.stat().st_size < whole.stat().st_size
    for path, tolerance in ((whole, 1e-4), (small, 0.1)):
        session = onnxruntime.InferenceSession(str(path))
        for one in (batch(5), batch(9, 2), batch(20, 20, 7)):
            feed = {name: part.numpy() for name, part in zip(INPUT_NAMES, one, strict=True)}
            found = session.run(list(NAMES), feed)
            with torch.inference_mode():
                expected = model(*one)
            real = one.mask.bool().numpy()
            assert np.abs(found[0] - expected[0].numpy()).max() < tolerance
            assert np.abs(found[1] - expected[1].numpy())[real].max() < tolerance


def test_the_tiny_readers_of_the_product_say_what_is_expected_of_them() -> None:
    folder = Path(__file__).parents[2] / "test" / "inference" / "tinyReaders"
    rows = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["texts"]
    for one, other in zip(rows, expected(folder), strict=True):
        assert one["text"] == other["text"]
        for name in ("damage", "verdict", "unsupported"):
            assert one[name] == pytest.approx(other[name], abs=0.01)


def test_a_table_is_shared_and_no_other_replaces_it(tmp_path: Path) -> None:
    encoder = load_sentence_model(write_base(tmp_path), 1).encoder
    table = tmp_path / "table.bin"
    for _ in range(2):
        write_table(encoder, table)
    before = table.read_bytes()
    encoder.words.weight.data[0] += 1
    with pytest.raises(SystemExit, match="differs from the table of this reader"):
        write_table(encoder, table)
    assert table.read_bytes() == before

"""The export of a reader on MPNet: a graph whose input is rows of the table of pieces.

The table is not part of the graph. It is that of the base, so that all readers share one file, and
the product looks up a row faster than a graph does. The file has a row of int8 for each piece, then
the factor of each row as a little-endian float32.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.readers.encoder import Batch, MpnetEncoder
from training.readers.export import OPSET, SmallEmbedding, head_operations

TABLE = "table.bin"
"""The name of the table's file, in the folder around those of the readers."""

ROW_INPUTS = ("rows", "types", "mask")
"""Inputs of the graph: float32 of shape (inputs, pieces, width), and two int64 of (inputs, pieces).
"""


class OnMpnet(Protocol):
    """A reader on MPNet."""

    encoder: MpnetEncoder

    def heads(self, states: Tensor) -> tuple[Tensor, ...]:
        """The outputs, from the encoder's states."""


class FromRows(nn.Module):
    """A reader that takes rows of the table instead of the ids of pieces."""

    def __init__(self, reader: OnMpnet) -> None:
        super().__init__()
        self.encoder = reader.encoder
        self.reader = reader

    def forward(self, rows: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The reader's outputs; the inputs are those of `ROW_INPUTS`."""
        return self.reader.heads(self.encoder.states(rows, types, mask))


def write_table(encoder: MpnetEncoder, path: Path) -> None:
    """Writes the table of pieces that all readers on this base share.

    Throws a SystemExit if another reader has a different one there.
    """
    small = SmallEmbedding(encoder.words)
    data = small.table.numpy().tobytes() + small.scale.numpy().astype("<f4").tobytes()
    if path.exists() and path.read_bytes() != data:
        raise SystemExit(
            f"{path} differs from the table of this reader: the readers beside it start from "
            "another base. Export to another folder, or remove the file and export all of them "
            "again."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def read_table(path: Path, width: int) -> Tensor:
    """The rows of a table in single precision, of shape (pieces, width)."""
    data = path.read_bytes()
    pieces = len(data) // (width + 4)
    table = np.frombuffer(data[: pieces * width], np.int8).reshape(pieces, width)
    scale = np.frombuffer(data[pieces * width :], "<f4")
    return torch.from_numpy(table.astype(np.float32) * scale[:, None])


def export_from_rows(
    reader: OnMpnet, sample: Batch, outputs: Mapping[str, bool], path: Path
) -> None:
    """Writes a reader to `path` as ONNX with matrices of eight bits, its heads in single precision.

    `outputs` are the names of the outputs, in order, and whether each has a value for each piece.
    The input of a matrix has one scale for the whole batch, so that a product runs one input at a
    time.
    """
    model = FromRows(deepcopy(reader).float().cpu()).eval()
    given = (model.encoder.words(sample.ids), sample.types, sample.mask)
    free = {0: "inputs", 1: "pieces"}
    axes = dict.fromkeys(ROW_INPUTS, free) | {
        name: free if is_of_pieces else {0: "inputs"} for name, is_of_pieces in outputs.items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        # The exporter that traces the model is deprecated; see `export_float`.
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            given,
            str(whole),
            input_names=list(ROW_INPUTS),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            str(whole),
            str(path),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=head_operations(onnx.load(str(whole))),
            extra_options={"MatMulConstBOnly": True},
        )

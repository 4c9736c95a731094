"""An exported model, run as the product runs it: one input at a time, in eight bits."""

from __future__ import annotations

from pathlib import Path

import onnxruntime
import torch
from torch import Tensor

from training.readers.export import INPUT_NAMES
from training.readers.rows import ROW_INPUTS, TABLE, read_table


class Exported:
    """Takes the same tensors as the original model, and returns the same outputs."""

    def __init__(self, path: Path) -> None:
        """A model whose input is rows takes their table from the parent folder."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options)
        first = self._session.get_inputs()[0]
        takes_rows = first.name == ROW_INPUTS[0]
        self._names = ROW_INPUTS if takes_rows else INPUT_NAMES
        self._table = read_table(path.parent.parent / TABLE, first.shape[2]) if takes_rows else None

    def __call__(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Runs each input alone and without padding; missing values in a row are zero.

        In a batch, the input of a matrix would have one scale for all inputs of the model.
        """
        rows: list[list[Tensor]] = []
        for row in range(len(ids)):
            length = int(mask[row].sum())
            pieces = ids[row, :length] if self._table is None else self._table[ids[row, :length]]
            given = (pieces, types[row, :length], mask[row, :length])
            feeds = {
                name: tensor.unsqueeze(0).numpy()
                for name, tensor in zip(self._names, given, strict=True)
            }
            rows.append([torch.from_numpy(output[0]) for output in self._session.run(None, feeds)])
        return tuple(
            torch.nn.utils.rnn.pad_sequence(list(outputs), batch_first=True)
            for outputs in zip(*rows, strict=True)
        )

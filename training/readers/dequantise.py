"""An exported model's weights in single precision, so that training can continue from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

ATTENTION = ("query", "key", "value")
"""The matrices that a fused attention contains side by side, in this order."""

Array = NDArray[Any]


def weights_of(path: Path) -> dict[str, Tensor]:
    """The weights of the ONNX file at `path`, named as in the original PyTorch model.

    Reads what `export` and `export_float` of training/readers/export.py write. Biases, norms and
    small tables keep their names in the file; a matrix has the name of the operation that uses it.
    """
    graph = onnx.load(str(path)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: value for name, value in held.items() if name.endswith((".weight", ".bias"))}
    for name, table in held.items():
        module, _, kind = name.rpartition(".")
        if kind == "table":
            found[f"{module}.weight"] = table * held[f"{module}.scale"]
    for node in graph.node:
        if node.op_type in ("QAttention", "Attention"):
            # Fusing renames the operation, but its output keeps the old name.
            module = _module(node.output[0])
            matrices = np.split(_matrix(held, node.input[1]), len(ATTENTION), axis=1)
            biases = np.split(held[node.input[2]], len(ATTENTION))
            for name, matrix, bias in zip(ATTENTION, matrices, biases, strict=True):
                found[f"{module}.{name}.weight"] = matrix.T
                found[f"{module}.{name}.bias"] = bias
        elif node.op_type in ("MatMulInteger", "MatMul") and node.input[1] in held:
            found[f"{_module(node.name)}.weight"] = _matrix(held, node.input[1]).T
    return {name: torch.tensor(value, dtype=torch.float32) for name, value in found.items()}


def weights_for(model: nn.Module, path: Path) -> dict[str, Tensor]:
    """The weights of the ONNX file at `path` under the names of `model`.

    A large reader is exported inside a module that changes parts of these names. Its table of
    pieces, which is not trained and has its own file, is left as it is in `model`.
    """
    state = dict(model.state_dict())
    for written, value in weights_of(path).items():
        names = [
            name
            for name in state
            if name == written or name.endswith(f".{written}") or written.endswith(f".{name}")
        ]
        if len(names) != 1:
            raise ValueError(f"{path}: {written} is the name of {len(names)} weights of the model.")
        state[names[0]] = value
    return state


def _matrix(held: Mapping[str, Array], name: str) -> Array:
    """A matrix of shape (inputs, outputs); int8 ones are multiplied by the scale of each output."""
    whole = name.removesuffix("_quantized")
    if whole == name:
        return held[name]
    zero_point = held[f"{whole}_zero_point"].astype(np.float32)
    return (held[name] - zero_point) * held[f"{whole}_scale"]


def _module(path: str) -> str:
    """The module of an operation: `/head/head.0/MatMul` belongs to `head.0`, a part of `head`."""
    parts = path.strip("/").split("/")[:-1]
    return ".".join(
        part
        for part, inner in zip(parts, [*parts[1:], ""], strict=True)
        if not inner.startswith(f"{part}.")
    )

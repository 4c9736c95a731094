"""The output of a reader in PyTorch, stored so that its exported file can be compared with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from training.readers.encoder import Input, batch_of


def write_reference(
    model: nn.Module, inputs: Sequence[Input], output_names: Sequence[str], path: Path
) -> None:
    """Writes inputs with the outputs of `model`, run one at a time in single precision.

    The file is JSON, as training/wasm/measure.mjs reads it: {"outputs": names, "inputs": [{"ids",
    "types", "mask", "expected": {name: numbers}}]}. An output for each input is a list of its
    logits, one for each piece a list of such lists.
    """
    model = model.float().cpu().eval()
    rows = []
    for one in inputs:
        batch = batch_of([one], torch.device("cpu"))
        with torch.inference_mode():
            outputs = model(*batch)
        rows.append(
            {
                "ids": list(one.ids),
                "types": list(one.types),
                "mask": [1] * len(one.ids),
                "expected": {
                    name: output[0].tolist()
                    for name, output in zip(output_names, outputs, strict=True)
                },
            }
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"outputs": list(output_names), "inputs": rows}))

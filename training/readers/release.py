"""What all exports of readers have in common: the files that are written, and the options."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import nn

from training.readers.agreement import write_reference
from training.readers.encoder import MINILM, Input, MpnetEncoder, batch_of, vocabulary
from training.readers.export import export
from training.readers.rows import TABLE, export_from_rows, write_table

EXAMPLES = 4
"""The number of inputs that the export is traced with."""


class Release(NamedTuple):
    """A trained reader: its model, the names of its outputs, and lists of what they stand for.

    `outputs` are the names of the outputs, in order, and whether each has a value for each piece.
    `labels` list what the logits of an output stand for, or what the product needs for the input.
    The exported model is compared with this one on `inputs`.
    """

    model: nn.Module
    outputs: Mapping[str, bool]
    labels: Mapping[str, Sequence[str]]
    inputs: Sequence[Input]


def write_release(release: Release, base: str, folder: Path, out: Path) -> None:
    """Writes the model and its labels into `out`, and `reference.json` into the run's folder.

    The table of pieces and the vocabulary, which all readers on MPNet share, go into the parent
    folder of `out`; the labels contain the length of the table's rows.
    """
    out.mkdir(parents=True, exist_ok=True)
    model, outputs = release.model.eval(), tuple(release.outputs)
    write_reference(model, release.inputs, outputs, folder / "reference.json")
    batch = batch_of(release.inputs[:EXAMPLES], torch.device("cpu"))
    labels: dict[str, object] = dict(release.labels)
    encoder = getattr(model, "encoder", None)
    if isinstance(encoder, MpnetEncoder):
        write_table(encoder, out.parent / TABLE)
        shutil.copyfile(vocabulary(base), out.parent / "vocabulary.txt")
        export_from_rows(model, batch, release.outputs, out / "model.onnx")
        labels = {"width": encoder.config.hidden_size, **labels}
    else:
        export(model, batch, outputs, out / "model.onnx")
    text = json.dumps(labels, ensure_ascii=False, indent=1)
    (out / "labels.json").write_text(text + "\n", encoding="utf-8")
    print(f"The model is in {out}; compare it with {folder / 'reference.json'}")


Export = Callable[[Path, Path, str, Path, Path], None]
"""Exports from the data, the run's folder, the base and a snapshot to the last folder."""


def run_export(description: str, name: str, export_reader: Export) -> None:
    """Reads the options of the command line and exports; `name` is that of the run's folder."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="for the inputs to compare")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default=name)
    parser.add_argument("--base", default=MINILM)
    parser.add_argument("--snapshot", type=Path, help="default: the last of the run")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder, as models/sentence or models/desktop/judge"
    )
    options = parser.parse_args()
    # One input runs at a time, so that more threads would only wait for one another.
    torch.set_num_threads(1)
    folder = options.work / options.name
    snapshot = options.snapshot or max(folder.glob("snapshot-*.pt"))
    export_reader(options.data, folder, options.base, snapshot, options.out)

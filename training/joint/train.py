"""Trains one encoder for both readers: `python -m training.joint.train --help`.

Of the last state it leaves snapshots that the evaluations of the two readers take.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.claims.task import ClaimTask
from training.joint.task import JointTask, parts_of
from training.readers.trainer import Settings, train
from training.sentences.task import SentenceTask


def main() -> None:
    """Reads the options and trains."""
    parser = argparse.ArgumentParser(description="Train one encoder for both readers.")
    ClaimTask.add_options(parser)
    parser.add_argument("--treebanks", type=Path, help="folder of .conllu files")
    Settings.add_options(parser)
    parser.set_defaults(name="joint")
    options = parser.parse_args()
    sentences = SentenceTask(
        options.data,
        options.parsed or options.work / "parsed",
        options.work,
        options.treebanks,
        options.base,
        options.name,
    )
    task = JointTask(options.name, options.base, sentences, ClaimTask.from_options(options))
    folder = train(task, Settings.from_options(options))
    last = max(folder.glob("snapshot-*.pt"))
    for name, part in zip(
        ("sentences", "claims"), parts_of(torch.load(last, weights_only=True)), strict=True
    ):
        place = options.work / f"{options.name}-{name}"
        place.mkdir(exist_ok=True)
        torch.save(part, place / last.name)
        if name == "sentences":
            (place / "edits.json").write_bytes((folder / "edits.json").read_bytes())


if __name__ == "__main__":
    main()

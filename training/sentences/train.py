"""Trains the sentence reader: `python -m training.sentences.train --help`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.readers.encoder import MINILM
from training.readers.trainer import Settings, train
from training.sentences.edits import EditVocabulary
from training.sentences.export import export_sentence_reader
from training.sentences.task import SentenceTask


def take_edits(exported: Path, run: Path) -> None:
    """Gives a run without a checkpoint the edits of an exported reader, in their order."""
    if (run / "checkpoint.pt").exists():
        return
    labels = json.loads((exported / "labels.json").read_text(encoding="utf-8"))
    run.mkdir(parents=True, exist_ok=True)
    EditVocabulary(labels["edits"]).save(run / "edits.json")


def main() -> None:
    """Reads the options and trains."""
    parser = argparse.ArgumentParser(description="Train the sentence reader.")
    parser.add_argument("--data", type=Path, required=True, help="folder with edits.jsonl.gz")
    parser.add_argument("--parsed", type=Path, help="folder of parsed prose; default: WORK/parsed")
    parser.add_argument("--treebanks", type=Path, help="folder of .conllu files")
    parser.add_argument("--base", default=MINILM, help="minilm, or a folder with a BERT model")
    parser.add_argument("--name", default="sentences", help="folder of the run within --work")
    parser.add_argument("--seed", type=int, default=1, help="of the order and the damage")
    parser.add_argument("--out", type=Path, help="export to this folder when the time is up")
    Settings.add_options(parser)
    options = parser.parse_args()
    if options.start is not None:
        take_edits(options.start, options.work / options.name)
    task = SentenceTask(
        options.data,
        options.parsed or options.work / "parsed",
        options.work,
        options.treebanks,
        options.base,
        options.name,
        options.seed,
    )
    folder = train(task, Settings.from_options(options))
    if options.out is not None:
        snapshot = max(folder.glob("snapshot-*.pt"))
        export_sentence_reader(options.data, folder, options.base, snapshot, options.out)


if __name__ == "__main__":
    main()

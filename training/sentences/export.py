"""Writes a trained sentence reader for the product: `training.sentences.export --help`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from training.readers.agreement import write_reference
from training.readers.encoder import MINILM, batch_of, vocabulary
from training.readers.export import export
from training.readers.tokens import WordPieces
from training.sentences.edits import EditVocabulary
from training.sentences.encoding import SentenceEncoder
from training.sentences.kinds import Kind, Role
from training.sentences.labelled_sets import human_corrections
from training.sentences.model import load_sentence_model

OUTPUTS = ("kinds", "edits")
REFERENCE_SENTENCES = 100


def export_sentence_reader(data: Path, folder: Path, base: str, snapshot: Path, out: Path) -> None:
    """Writes `model.onnx` and `labels.json` into `out`, and `reference.json` into the run's folder.

    `data` gives the sentences by which the exported model is compared with this one.
    """
    edits = EditVocabulary.load(folder / "edits.json")
    model = load_sentence_model(base, len(edits), snapshot).eval()
    encoder = SentenceEncoder(WordPieces(vocabulary()))
    inputs = [
        encoder.encode(row.text).input for row in human_corrections(data)[:REFERENCE_SENTENCES]
    ]
    out.mkdir(parents=True, exist_ok=True)
    write_reference(model, inputs, OUTPUTS, folder / "reference.json")
    export(model, batch_of(inputs[:4], torch.device("cpu")), OUTPUTS, out / "model.onnx")
    labels = {
        "kinds": [kind.name.lower().replace("_", "-") for kind in Kind],
        "roles": [role.name.lower().replace("_", "-") for role in Role],
        "edits": edits.edits,
    }
    text = json.dumps(labels, ensure_ascii=False, indent=1)
    (out / "labels.json").write_text(text + "\n", encoding="utf-8")
    print(f"{snapshot.name} is in {out}; compare it with {folder / 'reference.json'}")


def main() -> None:
    """Reads the options and exports."""
    parser = argparse.ArgumentParser(description="Export the sentence reader.")
    parser.add_argument("--data", type=Path, required=True, help="for the sentences to compare")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="sentences")
    parser.add_argument("--base", default=MINILM)
    parser.add_argument("--snapshot", type=Path, help="default: the last of the run")
    parser.add_argument("--out", type=Path, required=True, help="folder, such as models/sentence")
    options = parser.parse_args()
    # One input at a time: more threads only wait for one another.
    torch.set_num_threads(1)
    folder = options.work / options.name
    snapshot = options.snapshot or max(folder.glob("snapshot-*.pt"))
    export_sentence_reader(options.data, folder, options.base, snapshot, options.out)


if __name__ == "__main__":
    main()

"""Writes a trained claim reader for the product: `python -m training.claims.export --help`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from training.claims.encoding import ClaimEncoder
from training.claims.held_out import held_out_public
from training.claims.model import load_claim_model
from training.readers.agreement import write_reference
from training.readers.encoder import MINILM, batch_of, vocabulary
from training.readers.export import export
from training.readers.tokens import WordPieces

LABELS = {
    "claim": ("entailed", "contradicted", "neither"),
    "words": ("grounded", "conflicting", "absent"),
}
"""The outputs of the model, and what their logits stand for, in the order of model.py."""

REFERENCE_CLAIMS = 100


def export_claim_reader(data: Path, folder: Path, base: str, snapshot: Path, out: Path) -> None:
    """Writes `model.onnx` and `labels.json` into `out`, and `reference.json` into the run's folder.

    `data` gives the claims by which the exported model is compared with this one.
    """
    model = load_claim_model(base, snapshot).eval()
    encoder = ClaimEncoder(WordPieces(vocabulary()))
    inputs = [
        encoder.encode(row.claim, row.passage, row.context).input
        for row in held_out_public(data)[:REFERENCE_CLAIMS]
    ]
    out.mkdir(parents=True, exist_ok=True)
    outputs = tuple(LABELS)
    write_reference(model, inputs, outputs, folder / "reference.json")
    export(model, batch_of(inputs[:4], torch.device("cpu")), outputs, out / "model.onnx")
    (out / "labels.json").write_text(json.dumps(LABELS, indent=1) + "\n", encoding="utf-8")
    print(f"{snapshot.name} is in {out}; compare it with {folder / 'reference.json'}")


def main() -> None:
    """Reads the options and exports."""
    parser = argparse.ArgumentParser(description="Export the claim reader.")
    parser.add_argument("--data", type=Path, required=True, help="for the claims to compare")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="claims")
    parser.add_argument("--base", default=MINILM)
    parser.add_argument("--snapshot", type=Path, help="default: the last of the run")
    parser.add_argument("--out", type=Path, required=True, help="folder, such as models/claim")
    options = parser.parse_args()
    # One input at a time: more threads only wait for one another.
    torch.set_num_threads(1)
    folder = options.work / options.name
    snapshot = options.snapshot or max(folder.glob("snapshot-*.pt"))
    export_claim_reader(options.data, folder, options.base, snapshot, options.out)


if __name__ == "__main__":
    main()

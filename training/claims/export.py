"""Writes a trained claim reader for the product: `python -m training.claims.export --help`."""

from __future__ import annotations

from pathlib import Path

from training.claims.encoding import ClaimEncoder
from training.claims.held_out import held_out_public
from training.claims.model import load_claim_model
from training.readers.encoder import vocabulary
from training.readers.release import Release, run_export, write_release
from training.readers.tokens import WordPieces

LABELS = {
    "claim": ("entailed", "contradicted", "neither"),
    "words": ("grounded", "conflicting", "absent"),
}
"""The outputs of the model, and what their logits stand for, in the order of model.py."""

REFERENCE_CLAIMS = 100


def export_claim_reader(data: Path, folder: Path, base: str, snapshot: Path, out: Path) -> None:
    """Exports a snapshot; `data` gives the claims by which the export is compared with it."""
    encoder = ClaimEncoder(WordPieces(vocabulary()))
    inputs = [
        encoder.encode(row.claim, row.passage, row.context).input
        for row in held_out_public(data)[:REFERENCE_CLAIMS]
    ]
    write_release(
        Release(load_claim_model(base, snapshot), tuple(LABELS), LABELS, inputs), folder, out
    )


if __name__ == "__main__":
    run_export("Export the claim reader.", "claims", export_claim_reader)

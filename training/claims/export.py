"""Writes a trained claim reader for the product: `python -m training.claims.export --help`."""

from __future__ import annotations

import random
from pathlib import Path

from training.claims.encoding import ClozeEncoder
from training.claims.examples import cloze_of, example_of
from training.claims.held_out import held_out_public
from training.claims.model import load_cloze_model
from training.claims.stems import FUNCTION_WORDS
from training.readers.encoder import vocabulary
from training.readers.release import Release, run_export, write_release
from training.readers.tokens import WordPieces

OUTPUTS = {"places": True}
REFERENCE_CLAIMS = 100


def export_claim_reader(data: Path, folder: Path, base: str, snapshot: Path, out: Path) -> None:
    """Exports a snapshot; `data` gives the claims by which the export is compared with it."""
    encoder, rng = ClozeEncoder(WordPieces(vocabulary())), random.Random("export")
    inputs = []
    for claim in held_out_public(data):
        cloze = None if claim.is_silent else cloze_of(claim, rng)
        example = None if cloze is None else example_of(cloze, encoder)
        inputs += [] if example is None else [example.input]
    # The product needs the words that are not sought, to tell the encoder of matches.
    labels = {"functionWords": sorted(FUNCTION_WORDS)}
    release = Release(load_cloze_model(base, snapshot), OUTPUTS, labels, inputs[:REFERENCE_CLAIMS])
    write_release(release, base, folder, out)


if __name__ == "__main__":
    run_export("Export the claim reader.", "cloze", export_claim_reader)

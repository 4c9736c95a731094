"""Writes a trained sentence reader for the product: `training.sentences.export --help`."""

from __future__ import annotations

import json
from pathlib import Path

from training.readers.encoder import vocabulary
from training.readers.release import Release, run_export, write_release
from training.readers.tokens import WordPieces
from training.sentences.edits import EditVocabulary
from training.sentences.encoding import SentenceEncoder
from training.sentences.kinds import Kind, Role
from training.sentences.labelled_sets import human_corrections
from training.sentences.model import load_sentence_model

OUTPUTS = {"kinds": True, "edits": True}
REFERENCE_SENTENCES = 100

UNDECIDED: dict[str, dict[str, float]] = {}
"""No thresholds: nothing is reported until `decide.ts` has chosen some."""


def export_sentence_reader(data: Path, folder: Path, base: str, snapshot: Path, out: Path) -> None:
    """Exports a snapshot; the export is compared with it on sentences from `data`."""
    edits = EditVocabulary.load(folder / "edits.json")
    encoder = SentenceEncoder(WordPieces(vocabulary(base)))
    inputs = [
        encoder.encode(row.text).input for row in human_corrections(data)[:REFERENCE_SENTENCES]
    ]
    labels = {
        "kinds": [kind.name.lower().replace("_", "-") for kind in Kind],
        "roles": [role.name.lower().replace("_", "-") for role in Role],
        "edits": edits.edits,
    }
    model = load_sentence_model(base, len(edits), snapshot)
    write_release(Release(model, OUTPUTS, labels, inputs), base, folder, out)
    decisions = out / "decisions.json"
    if not decisions.exists():
        decisions.write_text(json.dumps(UNDECIDED) + "\n", "utf-8")


if __name__ == "__main__":
    run_export("Export the sentence reader.", "sentences", export_sentence_reader)

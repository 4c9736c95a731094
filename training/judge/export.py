"""Writes a trained judge for the product: `python -m training.judge.export --help`.

`--data` is the file of rows that `examples.ts` writes from the stories.
"""

from __future__ import annotations

import json
from pathlib import Path

from training.judge.encoding import JudgeEncoder
from training.judge.model import load_judge
from training.judge.stories import HELD_OUT, story_groups
from training.readers.encoder import vocabulary
from training.readers.release import Release, run_export, write_release
from training.readers.tokens import WordPieces

OUTPUTS = {"verdict": False, "words": True}
VERDICTS = ("supported", "contradicted", "neither")
"""The names of the classes, in the order of the logits."""

REFERENCE_CLAIMS = 100

UNDECIDED = {
    "supported": 1, "differing": 1, "value": 1, "contradicted": 1, "neither": 1,
}  # fmt: skip
"""Thresholds that no claim reaches, for use until `decisions.ts` has chosen others."""


def export_judge(stories: Path, folder: Path, base: str, snapshot: Path, out: Path) -> None:
    """Exports a snapshot; the export is compared with it on claims from `stories`."""
    encoder = JudgeEncoder(WordPieces(vocabulary(base)))
    claims = [claim for group in story_groups(stories, HELD_OUT) for claim in group.claims]
    inputs = [encoder.encode(claim).input for claim in claims[:REFERENCE_CLAIMS]]
    release = Release(load_judge(base, snapshot), OUTPUTS, {"verdicts": VERDICTS}, inputs)
    write_release(release, base, folder, out)
    decisions = out / "decisions.json"
    if not decisions.exists():
        decisions.write_text(json.dumps(UNDECIDED, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    run_export("Export the judge.", "judge", export_judge)

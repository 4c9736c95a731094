"""Tests of the claims of stories."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from training.claims.encoding import ClaimEncoder
from training.claims.examples import LabelledClaim
from training.claims.model import CONFLICTING, CONTRADICTED, ENTAILED, GROUNDED, NEITHER
from training.claims.public_sets import HELD_OUT, TRAIN
from training.claims.stories import (
    EVIDENCE_PIECES,
    Stories,
    evidence_of,
    part_of,
    story_claims,
)
from training.readers.encoder import vocabulary
from training.readers.tokens import WordPieces

ROWS = [
    ("The ferry sank on Monday.", ["It sank on Monday.", "All were saved."], "supported", None),
    ("The ferry sank on Friday.", ["It sank on Monday."], "contradicted", 0),
    ("The captain was tired.", ["The captain gave no interview."], "unsupported", None),
]


def encoder() -> ClaimEncoder:
    return ClaimEncoder(WordPieces(vocabulary()))


def write(path: Path, stories: int) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for number in range(stories):
            for claim, evidence, label, twin in ROWS:
                row = {"story": f"s-{number}", "claim": claim, "context": "", "label": label}
                row |= {"evidence": evidence}
                row |= {} if twin is None else {"twin": ROWS[twin][0]}
                lines.write(json.dumps(row) + "\n")
    return path


def test_a_false_claim_is_the_twin_of_the_true_one(tmp_path: Path) -> None:
    path = write(tmp_path / "stories.jsonl.gz", 1)
    claims = story_claims(path, part_of("s-0"), encoder())
    by_text = {claim.claim: claim for claim in claims if claim.kind == "story"}
    true = by_text["The ferry sank on Monday."]
    assert (true.label, true.passage) == (ENTAILED, "It sank on Monday. All were saved.")
    twin = true.twin
    assert isinstance(twin, LabelledClaim)
    assert (twin.claim, twin.label) == ("The ferry sank on Friday.", CONTRADICTED)
    assert twin.words == (GROUNDED, GROUNDED, GROUNDED, GROUNDED, CONFLICTING, GROUNDED)
    assert by_text["The captain was tired."].label == NEITHER
    assert "The ferry sank on Friday." not in by_text


def test_all_claims_of_a_story_are_in_one_part(tmp_path: Path) -> None:
    path = write(tmp_path / "stories.jsonl.gz", 40)
    counts = [len(story_claims(path, part, encoder())) for part in (TRAIN, HELD_OUT)]
    parts = [part_of(f"s-{number}") for number in range(40)]
    assert counts[1] >= 2 * parts.count(HELD_OUT) > 0
    assert counts[0] >= 2 * parts.count(TRAIN) > 0


def test_evidence_is_cut_between_sentences() -> None:
    long = " ".join(["word"] * EVIDENCE_PIECES)
    assert evidence_of([long, "It sank."], encoder()) == long
    assert evidence_of(["It sank.", long, "All were saved."], encoder()) == (
        "It sank. All were saved."
    )


def test_each_claim_is_drawn_before_any_comes_again(tmp_path: Path) -> None:
    stories = Stories(write(tmp_path / "stories.jsonl.gz", 10), encoder())
    count = len(stories.claims)
    drawn = [one.claim + one.kind + one.passage for one in stories.draw(0, count)]
    every = [one.claim + one.kind + one.passage for one in stories.claims]
    assert sorted(drawn) == sorted(every)
    assert stories.draw(1, 3) == stories.draw(1, 3)
    assert Stories(None, encoder()).draw(0, 5) == []

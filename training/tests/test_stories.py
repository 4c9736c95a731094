"""Tests of the claims of stories."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

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
    ("The ferry sank on Monday.", ["It sank on Monday.", "All were saved."], "supported"),
    ("The ferry sank on Friday.", ["It sank on Monday."], "contradicted"),
    ("The captain was tired.", ["The captain gave no interview."], "unsupported"),
]


def pieces() -> WordPieces:
    return WordPieces(vocabulary())


def write(path: Path, stories: int) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for number in range(stories):
            for claim, evidence, label in ROWS:
                row = {"story": f"s-{number}", "claim": claim, "context": "", "label": label}
                row |= {"evidence": evidence}
                lines.write(json.dumps(row) + "\n")
    return path


def test_false_claims_are_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "stories.jsonl.gz", 1)
    claims = story_claims(path, part_of("s-0"), pieces())
    assert [(claim.text, claim.passage, claim.is_silent) for claim in claims[:2]] == [
        ("The ferry sank on Monday.", "It sank on Monday. All were saved.", False),
        ("The captain was tired.", "The captain gave no interview.", True),
    ]
    assert {claim.kind for claim in claims[2:]} <= {"story elsewhere"}


def test_all_claims_of_a_story_are_in_one_part(tmp_path: Path) -> None:
    path = write(tmp_path / "stories.jsonl.gz", 40)
    counts = [len(story_claims(path, part, pieces())) for part in (TRAIN, HELD_OUT)]
    parts = [part_of(f"s-{number}") for number in range(40)]
    assert counts[1] >= 2 * parts.count(HELD_OUT) > 0
    assert counts[0] >= 2 * parts.count(TRAIN) > 0


def test_evidence_is_cut_between_sentences() -> None:
    long = " ".join(["word"] * EVIDENCE_PIECES)
    assert evidence_of([long, "It sank."], pieces()) == long
    assert evidence_of(["It sank.", long, "All were saved."], pieces()) == (
        "It sank. All were saved."
    )


def test_each_claim_is_drawn_before_any_comes_again(tmp_path: Path) -> None:
    stories = Stories(write(tmp_path / "stories.jsonl.gz", 10), pieces())
    count = len(stories.claims)
    drawn = [one.text + one.kind + one.passage for one in stories.draw(0, count)]
    every = [one.text + one.kind + one.passage for one in stories.claims]
    assert sorted(drawn) == sorted(every)
    assert stories.draw(1, 3) == stories.draw(1, 3)
    assert Stories(None, pieces()).draw(0, 5) == []

"""Claims of stories written for training, beside the evidence that the product finds for them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

from training.claims.claim import Claim
from training.claims.public_sets import TRAIN, split
from training.readers.tokens import WordPieces

EVIDENCE_PIECES = 110
"""The most pieces of the evidence that a claim is read beside."""

ELSEWHERE = 0.34
"""For so many supported claims there is one beside evidence for another claim of its story."""

SUPPORTED, UNSUPPORTED = "supported", "unsupported"
"""The labels of claims that are taken; the others are false."""


class Row(TypedDict):
    """A claim as `examples.ts` writes it."""

    story: str
    claim: str
    context: str
    evidence: Sequence[str]
    """Sentences of the sources, best first."""
    label: str


def part_of(story: str) -> str:
    """The part of the training data that a story is in: its claims stay together."""
    return split(story)


def evidence_of(sentences: Sequence[str], pieces: WordPieces) -> str:
    """As many of the sentences as an input has room for, best first; the first in any case."""
    taken: list[str] = []
    total = 0
    for sentence in sentences:
        size = pieces.count(sentence)
        if not taken or total + size <= EVIDENCE_PIECES:
            taken.append(sentence)
            total += size
    return " ".join(taken)


def story_claims(path: Path, part: str, pieces: WordPieces) -> list[Claim]:
    """The claims of one part of the stories that are true, or on which the sources are silent."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines]
    rows = [row for row in rows if part_of(row["story"]) == part]
    claims = [
        Claim(
            row["claim"],
            evidence_of(row["evidence"], pieces),
            row["context"],
            "story",
            row["label"] == UNSUPPORTED,
        )
        for label in (SUPPORTED, UNSUPPORTED)
        for row in rows
        if row["label"] == label
    ]
    return [*claims, *_elsewhere(rows, pieces)]


def _elsewhere(rows: Sequence[Row], pieces: WordPieces) -> Iterator[Claim]:
    """Supported claims beside the evidence for another claim of the story, none of it their own."""
    rng = random.Random("elsewhere")
    by_story: dict[str, list[Row]] = {}
    for row in rows:
        by_story.setdefault(row["story"], []).append(row)
    for row in rows:
        if row["label"] != SUPPORTED or rng.random() >= ELSEWHERE:
            continue
        own = set(row["evidence"])
        other = rng.choice(by_story[row["story"]])
        sentences = [one for one in other["evidence"] if one not in own]
        if sentences:
            evidence = evidence_of(sentences, pieces)
            yield Claim(row["claim"], evidence, row["context"], "story elsewhere", is_silent=True)


class Stories:
    """Draws claims of the stories, each once before any comes again."""

    def __init__(self, path: Path | None, pieces: WordPieces) -> None:
        """Without a path there are none."""
        self.claims = [] if path is None else story_claims(path, TRAIN, pieces)
        self._order = lru_cache(maxsize=2)(self._shuffled)

    def draw(self, number: int, size: int) -> list[Claim]:
        """The next `size` claims, the same for the same number."""
        drawn = []
        for at in range(number * size, (number + 1) * size) if self.claims else ():
            epoch, place = divmod(at, len(self.claims))
            drawn.append(self.claims[self._order(epoch)[place]])
        return drawn

    def _shuffled(self, epoch: int) -> list[int]:
        order = list(range(len(self.claims)))
        random.Random(f"stories {epoch}").shuffle(order)
        return order

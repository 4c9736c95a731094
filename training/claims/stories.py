"""Claims of stories written for training, beside the evidence that the product finds for them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NotRequired, TypedDict

from training.claims.encoding import ClaimEncoder
from training.claims.examples import LabelledClaim, labels_of_twin
from training.claims.model import CONTRADICTED, ENTAILED, NEITHER
from training.claims.public_sets import TRAIN, split

EVIDENCE_PIECES = 110
"""The most pieces of the evidence that a claim is read beside."""

ELSEWHERE = 0.34
"""For so many supported claims there is one beside evidence for another claim of its story."""

LABELS = {"supported": ENTAILED, "contradicted": CONTRADICTED, "unsupported": NEITHER}


class Row(TypedDict):
    """A claim as `examples.ts` writes it."""

    story: str
    claim: str
    context: str
    evidence: Sequence[str]
    """Sentences of the sources, best first."""
    label: str
    twin: NotRequired[str]
    """Of a contradicted claim: the true one in its place."""


def part_of(story: str) -> str:
    """The part of the training data that a story is in: its claims stay together."""
    return split(story)


def evidence_of(sentences: Sequence[str], encoder: ClaimEncoder) -> str:
    """As many of the sentences as an input has room for, best first; the first in any case."""
    taken: list[str] = []
    pieces = 0
    for sentence in sentences:
        size = encoder.count(sentence)
        if not taken or pieces + size <= EVIDENCE_PIECES:
            taken.append(sentence)
            pieces += size
    return " ".join(taken)


def story_claims(path: Path, part: str, encoder: ClaimEncoder) -> list[LabelledClaim]:
    """The claims of one part of the stories; the twin of a true one has a planted error."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines]
    rows = [row for row in rows if part_of(row["story"]) == part]
    wrong = {(row["story"], row["twin"]): row for row in rows if "twin" in row}
    claims = []
    paired = set()
    for row in rows:
        if row["label"] != "supported":
            continue
        false = wrong.get((row["story"], row["claim"]))
        twin = None
        if false is not None:
            paired.add((false["story"], false["claim"]))
            twin = _labelled(false, encoder)
        claims.append(_labelled(row, encoder, twin))
    claims += [
        _labelled(row, encoder)
        for row in rows
        if row["label"] != "supported" and (row["story"], row["claim"]) not in paired
    ]
    return [*claims, *_elsewhere(rows, encoder)]


def _labelled(row: Row, encoder: ClaimEncoder, twin: LabelledClaim | None = None) -> LabelledClaim:
    evidence = evidence_of(row["evidence"], encoder)
    words = labels_of_twin(row["claim"], row["twin"]) if "twin" in row else ()
    label = LABELS[row["label"]]
    return LabelledClaim(row["claim"], evidence, row["context"], label, "story", words, twin)


def _elsewhere(rows: Sequence[Row], encoder: ClaimEncoder) -> Iterator[LabelledClaim]:
    """Supported claims beside the evidence for another claim of the story, none of it their own."""
    rng = random.Random("elsewhere")
    by_story: dict[str, list[Row]] = {}
    for row in rows:
        by_story.setdefault(row["story"], []).append(row)
    for row in rows:
        if row["label"] != "supported" or rng.random() >= ELSEWHERE:
            continue
        own = set(row["evidence"])
        other = rng.choice(by_story[row["story"]])
        sentences = [one for one in other["evidence"] if one not in own]
        if sentences:
            evidence = evidence_of(sentences, encoder)
            yield LabelledClaim(row["claim"], evidence, row["context"], NEITHER, "story elsewhere")


class Stories:
    """Draws claims of the stories, each once before any comes again."""

    def __init__(self, path: Path | None, encoder: ClaimEncoder) -> None:
        """Without a path there are none."""
        self.claims = [] if path is None else story_claims(path, TRAIN, encoder)
        self._order = lru_cache(maxsize=2)(self._shuffled)

    def draw(self, number: int, size: int) -> list[LabelledClaim]:
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

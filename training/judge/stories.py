"""Claims of our own stories, as `examples.ts` writes them."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from training.judge.claim import CONTRADICTED, FALSE, NEITHER, SUPPORTED, Claim, Group

LABELS = {"supported": SUPPORTED, "contradicted": CONTRADICTED, "unsupported": NEITHER}

MATTERS_OF_DEGREE = frozenset({"spread", "link", "object", "attribute"})
"""Kinds of statements that count as false whether the sources deny or do not mention them.

People disagree on whether “a third of the loss” denies “the whole loss”, or one reason another. So
the judge learns only that such statements are false.
"""

WRITERS_FOR_THRESHOLDS = frozenset("x")
WRITERS_HELD_OUT = frozenset("yz")
"""First letters of the stories by writers whose stories are all held out."""

TRAIN, THRESHOLDS, HELD_OUT, SAME_WRITERS = "train", "thresholds", "held-out", "same-writers"
"""The parts. All stories by some writers and one in twelve of the others are held out."""


def part_of(story: str) -> str:
    """The part that a story is in, by its writer and a stable hash."""
    writer = story[0]
    if writer in WRITERS_FOR_THRESHOLDS:
        return THRESHOLDS
    if writer in WRITERS_HELD_OUT:
        return HELD_OUT
    return SAME_WRITERS if zlib.crc32(story.encode()) % 12 == 0 else TRAIN


def story_groups(path: Path, part: str | None) -> Iterator[Group]:
    """The groups of one part, or of all stories."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if part is not None and part_of(row["story"]) != part:
                continue
            yield Group([claim_of(one) for one in row["claims"]], row["story"], row["from"])


def claim_of(row: dict) -> Claim:
    """A claim of the file. Its places are converted from UTF-16 units to code points."""
    sentence = row["sentence"]

    def place(span: list[int]) -> tuple[int, int]:
        if sentence.isascii():
            return span[0], span[1]
        units = sentence.encode("utf-16-le")
        before, after = (len(units[: 2 * at].decode("utf-16-le", "ignore")) for at in span)
        return before, after

    label = LABELS[row["label"]]
    if label == CONTRADICTED and row["kind"] in MATTERS_OF_DEGREE:
        label = FALSE
    wrong = () if label == SUPPORTED else None
    if "wrong" in row:
        wrong = tuple(place(span) for span in row["wrong"])
    return Claim(sentence, place(row["span"]), row["passages"], label, row["kind"], wrong)

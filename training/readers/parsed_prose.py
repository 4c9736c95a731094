"""Parsed prose: paragraphs of sound text with the analysis of our own grammar (from parse.ts)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

HELD_OUT_STRETCH = 500
HELD_OUT_EVERY = 20
"""The first of every 20 stretches of 500 rows is held out: neighbours come from one page."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as columns of its tokens; heads are 0-based, and -1 for the root."""

    forms: Sequence[str]
    spaces: Sequence[bool]
    """True where a space follows the token."""
    tags: Sequence[str]
    """The universal tag and, after a slash, the Penn tag: `VERB/VBZ`."""
    lemmas: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    _cache: dict[int, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.forms)

    def upos(self, index: int) -> str:
        """The universal tag of a token."""
        return self.tags[index].partition("/")[0]

    def xpos(self, index: int) -> str:
        """The Penn tag of a token, or an empty string."""
        return self.tags[index].partition("/")[2]

    def relation(self, index: int) -> str:
        """The relation of a token to its head, without a subtype."""
        return self.relations[index].partition(":")[0]

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each token, in order."""
        children: list[list[int]] = [[] for _ in self.forms]
        for index, head in enumerate(self.heads):
            if 0 <= head < len(children):
                children[head].append(index)
        return children

    def subtree(self, index: int) -> tuple[int, ...]:
        """A token with everything that depends on it, in order."""
        if index not in self._cache:
            found, waiting = {index}, [index]
            while waiting:
                for child in self.children[waiting.pop()]:
                    if child not in found:
                        found.add(child)
                        waiting.append(child)
            self._cache[index] = tuple(sorted(found))
        return self._cache[index]

    def text(self) -> str:
        """The text of the sentence."""
        return "".join(
            form + (" " if space else "")
            for form, space in zip(self.forms, self.spaces, strict=True)
        ).strip()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with the number of its row and the set that it is from."""

    row: int
    set: str
    sentences: Sequence[Sentence]


def is_held_out(row: int) -> bool:
    """Whether the row is kept for validation."""
    return row // HELD_OUT_STRETCH % HELD_OUT_EVERY == 0


def read_paragraph(line: bytes) -> Paragraph:
    """Reads one line of parsed prose."""
    row = json.loads(line)
    return Paragraph(
        row["row"],
        row["set"],
        [
            Sentence(
                one["forms"],
                [space == 1 for space in one["spaces"]],
                one["tags"],
                one["lemmas"],
                one["heads"],
                one["relations"],
            )
            for one in row["sentences"]
        ],
    )


def parsed_lines(folder: Path, held_out: bool) -> list[bytes]:
    """The lines of all parsed files of a folder, in order of their rows, unread."""
    lines: list[bytes] = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rb") as file:
            # Each line begins with the row number, so that the rest need not be parsed.
            lines += [
                line
                for line in file
                if is_held_out(int(line[len(b'{"row":') : line.index(b",")])) == held_out
            ]
    if not lines:
        raise SystemExit(f"No parsed prose in {folder}: make it with training/parse.ts")
    return lines


def read_treebank(path: Path, prefixes: Sequence[str] = ("",)) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file whose `sent_id` starts with one of the prefixes."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        if not rows or not any(f"# sent_id = {prefix}" in block for prefix in prefixes):
            continue
        joined = {  # the spacing of a multiword token ("don't") is on a line of its own
            int(row[0].partition("-")[2]): "SpaceAfter=No" in row[9]
            for row in rows
            if "-" in row[0]
        }
        inside = {
            number
            for row in rows
            if "-" in row[0]
            for number in range(int(row[0].split("-")[0]), int(row[0].split("-")[1]))
        }
        words = [row for row in rows if row[0].isdigit()]
        yield Sentence(
            [row[1] for row in words],
            [
                not (joined.get(int(row[0]), "SpaceAfter=No" in row[9]) or int(row[0]) in inside)
                for row in words
            ],
            [f"{row[3]}/{'' if row[4] == '_' else row[4]}" for row in words],
            [row[2] for row in words],
            [int(row[6]) - 1 for row in words],
            [row[7] for row in words],
        )

"""The parsed prose, held as lines of JSON and read as it is needed."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

from training.claims.grammar import Sentence
from training.claims.public_sets import HELD_OUT, TRAIN
from training.readers.parsed_prose import is_held_out

START = regex.compile(rb'\{"row":\s*(\d+),\s*"set":\s*"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Place:
    """Which row of the prose a paragraph is, and of which set."""

    row: int
    set: str


class Paragraphs:
    """All parsed paragraphs of one part, in order."""

    def __init__(self, parsed: Path, part: str) -> None:
        """Reads all `.jsonl.gz` files of a folder; `part` is TRAIN or HELD_OUT."""
        found: list[tuple[int, str, bytes]] = []
        names: dict[bytes, str] = {}
        for path in sorted(parsed.glob("*.jsonl.gz")):
            with gzip.open(path, "rb") as lines:
                for line in lines:
                    match = START.match(line)
                    if match is None:
                        continue
                    row = int(match[1])
                    if part_of(row) == part:
                        name = names.setdefault(match[2], match[2].decode())
                        found.append((row, name, line))
        if not found:
            raise SystemExit(f"No parsed prose in {parsed}: see training/parse.ts.")
        found.sort()
        self.places = [Place(row, name) for row, name, _ in found]
        self._lines = [line for _, _, line in found]
        self.sentences = lru_cache(maxsize=256)(self._sentences)

    def __len__(self) -> int:
        return len(self._lines)

    def _sentences(self, index: int) -> tuple[Sentence, ...]:
        """The sentences of a paragraph; callers change copies only."""
        row = json.loads(self._lines[index])
        return tuple(Sentence.of_row(one) for one in row["sentences"] if one["forms"])

    def are_neighbours(self, index: int, other: int) -> bool:
        """True where two paragraphs follow one another in the prose."""
        if not (0 <= index < len(self) and 0 <= other < len(self)):
            return False
        one, two = self.places[index], self.places[other]
        return one.set == two.set and abs(one.row - two.row) == abs(index - other)

    def counts_of_forms(self, every: int) -> dict[tuple[str, str], dict[str, int]]:
        """How often each lemma and tag (Penn) takes which small form, in one of `every` rows."""
        counts: dict[tuple[str, str], dict[str, int]] = {}
        for line in self._lines[::every]:
            for sentence in json.loads(line)["sentences"]:
                for form, tag, lemma in zip(
                    sentence["forms"], sentence["tags"], sentence["lemmas"], strict=True
                ):
                    if form.islower():
                        forms = counts.setdefault((lemma.lower(), tag.split("/", 1)[1]), {})
                        forms[form] = forms.get(form, 0) + 1
        return counts


def part_of(row: int) -> str:
    """TRAIN or HELD_OUT."""
    return HELD_OUT if is_held_out(row) else TRAIN

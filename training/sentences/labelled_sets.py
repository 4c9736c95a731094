"""Sentences to measure the reader on, of another kind than those it was trained on."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from training.readers.parsed_prose import read_paragraph
from training.sentences.human_edits import corrections, marked
from training.sentences.kinds import Role
from training.sentences.task import place_of


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, whether it is damaged, and how."""

    text: str
    damaged: bool
    kind: str
    role: Role = Role.PARAGRAPH


def treebank_sentences(path: Path) -> list[Labelled]:
    """The set of treebank sentences, sound or with one damage each: `{text, label, kind}`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Labelled(row["text"], row["label"] == "broken", row["kind"]) for row in rows]


def clean_news(parsed: Path) -> list[Labelled]:
    """Sentences of published articles, parsed by parse.ts; all count as sound."""
    with gzip.open(parsed, "rb") as file:
        return [
            Labelled(sentence.text(), False, "news", place_of(sentence))
            for line in file
            for sentence in read_paragraph(line).sentences
            if len(sentence) > 2
        ]


def human_corrections(data: Path) -> list[Labelled]:
    """Corrected sentences that were held out, before and after."""
    seen: dict[str, Labelled] = {}
    for before, after in corrections(data, held_out=True):
        if marked(before, after) is not None:
            seen.setdefault(after, Labelled(after, False, "corrected"))
            seen.setdefault(before, Labelled(before, True, "human"))
    return list(seen.values())

"""Reads the labelled sets that the claim reader is measured on, and is never trained on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from training.claims.passages import plain, sentence_spans

SUPPORTED, CONTRADICTED, UNSUPPORTED = "supported", "contradicted", "unsupported"
"""Verdicts on the claims of drafts."""


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim of a draft: its verdict, and the source that tells (None if no source does).

    `context` is the sentence around a claim that is part of one, or else the sentence before.
    `sources` has the texts of all sources of the story by name.
    """

    draft: str
    claim: str
    context: str
    verdict: str
    source: str | None
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ArticleClaim:
    """A sentence about an article: whether the article supports it, and if not, the error."""

    identifier: str
    claim: str
    article: str
    supported: bool
    error_type: str


def draft_claims(folder: Path) -> Iterator[DraftClaim]:
    """The labelled claims of all drafts of a folder, in order."""
    for gold in sorted(folder.glob("*.json")):
        labels = json.loads(gold.read_text(encoding="utf-8"))
        draft = gold.with_suffix(".md").read_text(encoding="utf-8")
        sources = {
            path.name: path.read_text(encoding="utf-8")
            for path in sorted((folder / labels["sources"]).iterdir())
        }
        spans = list(_sentences(draft))
        for row in labels.get("claims", []):
            start = _locate(draft, row["find"], row.get("occurrence", 1))
            end = start + len(row["find"])
            yield DraftClaim(
                draft=gold.stem,
                claim=plain(row["find"]),
                context=_context(draft, spans, start, end),
                verdict=row["verdict"],
                source=row["source"],
                sources=sources,
            )


def article_claims(path: Path) -> Iterator[ArticleClaim]:
    """The rows of a set of sentences about articles, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield ArticleClaim(
                identifier=row["id"],
                claim=row["claim"],
                article=row["article"],
                supported=row["label"] == SUPPORTED,
                error_type=row["error_type"] or "",
            )


def _locate(text: str, stretch: str, occurrence: int) -> int:
    at = -1
    for _ in range(occurrence):
        at = text.find(stretch, at + 1)
        if at < 0:
            raise ValueError(f"not in the draft: {stretch}")
    return at


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text of many lines begin and end."""
    at = 0
    for line in text.split("\n"):
        for start, end in sentence_spans(line):
            yield at + start, at + end
        at += len(line) + 1


def _context(text: str, spans: list[tuple[int, int]], start: int, end: int) -> str:
    """The sentence around a stretch that is part of one, or else the sentence before it."""
    touched = [place for place, span in enumerate(spans) if span[0] < end and start < span[1]]
    if not touched:
        return ""
    first = touched[0]
    whole = plain(text[slice(*spans[first])])
    stretch = plain(text[start:end])
    if len(touched) == 1 and _letters(whole) > _letters(stretch):
        return whole
    return plain(text[slice(*spans[first - 1])]) if first else ""


def _letters(text: str) -> int:
    """How many letters and digits a text has: marks at its edges make it no longer."""
    return sum(letter.isalnum() for letter in text)

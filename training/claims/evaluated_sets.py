"""The sets that the claim reader is measured on, each claim with the passages it is read beside."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from training.claims.encoding import ClaimEncoder
from training.claims.examples import LabelledClaim
from training.claims.held_out import held_out_generated, held_out_public
from training.claims.labelled_sets import (
    SUPPORTED,
    ArticleClaim,
    DraftClaim,
    article_claims,
    draft_claims,
)
from training.claims.passages import passages_of
from training.claims.public_sets import HELD_OUT, claims_of_articles
from training.claims.retrieval import PassageIndex
from training.claims.scoring import Question

ARTICLE_SETS = ("bump", "defacto", "fib-swap")
"""Names of the sets of sentences about articles."""

WRONG = "wrong"
"""The label of a sentence that its article does not support."""

T = TypeVar("T")


@dataclass(frozen=True)
class Folders:
    """Where the sets are: labelled ones, public ones, parsed prose (perhaps none), WordNet."""

    labelled: Path
    public: Path
    parsed: Path | None
    wordnet: Path


@dataclass(frozen=True)
class Read:
    """A claim with the passages it is read beside, and what it is labelled."""

    claim: str
    context: str
    passages: tuple[str, ...]
    label: str
    kind: str
    text: str

    @property
    def questions(self) -> list[Question]:
        """One for each passage."""
        return [Question(self.claim, passage, self.context) for passage in self.passages]


class Sets:
    """All sets, with their passages found: read once, for all snapshots."""

    def __init__(self, folders: Folders, encoder: ClaimEncoder, most: int) -> None:
        """`most` is the most rows of a set."""
        self.folders = folders
        self.encoder = encoder
        self.most = most

    @cached_property
    def drafts(self) -> list[DraftClaim]:
        """The claims of the drafts."""
        return _some(list(draft_claims(self.folders.labelled / "beats")), self.most)

    @cached_property
    def beats(self) -> list[Read]:
        """The same beside the best passages of all sources."""
        indexes: dict[str, PassageIndex] = {}
        rows = []
        for one in self.drafts:
            if one.draft not in indexes:
                indexes[one.draft] = PassageIndex(
                    [
                        passage
                        for name, text in one.sources.items()
                        for passage in passages_of(text, name, self.encoder.count)
                    ]
                )
            rows.append(_read(one, indexes[one.draft]))
        return rows

    @cached_property
    def beats_told_source(self) -> list[Read]:
        """The same beside the best passages of the source that tells, where there is one."""
        rows = []
        for one, plainly in zip(self.drafts, self.beats, strict=True):
            if one.source is None:
                rows.append(plainly)
                continue
            passages = passages_of(one.sources[one.source], one.source, self.encoder.count)
            rows.append(_read(one, PassageIndex(passages)))
        return rows

    @cached_property
    def articles(self) -> dict[str, list[Read]]:
        """The sets of sentences about articles."""
        return {
            name: [
                self._article(one)
                for one in _some(
                    list(article_claims(self.folders.labelled / "data" / f"claims-{name}.jsonl")),
                    self.most,
                )
            ]
            for name in ARTICLE_SETS
        }

    @cached_property
    def held_out_articles(self) -> list[Read]:
        """Sentences about articles that training leaves out: what thresholds are chosen on."""
        return [
            self._article(
                ArticleClaim(
                    "", row["claim"], row["article"], row["label"] == SUPPORTED, row["set"]
                )
            )
            for row in claims_of_articles(self.folders.public, HELD_OUT)
        ]

    @cached_property
    def public(self) -> list[LabelledClaim]:
        """Held-out claims of the public sets."""
        return _some(held_out_public(self.folders.public), self.most)

    @cached_property
    def generated(self) -> list[LabelledClaim]:
        """Claims made from held-out prose."""
        if self.folders.parsed is None:
            return []
        return _some(held_out_generated(self.folders.parsed, self.folders.wordnet), self.most)

    def _article(self, one: ArticleClaim) -> Read:
        index = PassageIndex(passages_of(one.article, "article", self.encoder.count))
        passages = tuple(found.passage.text for found in index.best(one.claim))
        label = SUPPORTED if one.supported else WRONG
        return Read(one.claim, "", passages, label, one.error_type, one.article)


def _read(one: DraftClaim, index: PassageIndex) -> Read:
    found = index.best(one.claim, one.context)
    passages = tuple(best.passage.text for best in found)
    return Read(one.claim, one.context, passages, one.verdict, "", one.draft)


def _some(rows: list[T], most: int) -> list[T]:
    """At most `most` rows, always the same."""
    return random.Random("some").sample(rows, most) if most < len(rows) else rows

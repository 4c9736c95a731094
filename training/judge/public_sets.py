"""Claims of public sets: inference, fact checking, and summaries checked against their articles."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import fsum, log, sqrt
from pathlib import Path

import regex

from training.judge.claim import CONTRADICTED, FALSE, NEITHER, SUPPORTED, Group, whole
from training.readers.tokens import WordPieces, words_of

LABELS = {
    "entailment": SUPPORTED,
    "supported": SUPPORTED,
    "contradiction": CONTRADICTED,
    "contradicted": CONTRADICTED,
    "neutral": NEITHER,
    "unsupported": NEITHER,
    "not_entailment": FALSE,
    "inconsistent": FALSE,
}

CLOSED_LICENCES = ("the set's own", "research", "not stated", "MSR")
"""Licences that do not allow weights trained on a set to be shipped."""

CLOSED_SETS = frozenset({"qags"})
"""Sets of claims.jsonl without a licence."""

WORTH = {
    "wiki-split": 0.2,
    "med": 0.4,
    "begin": 0.4,
    "factcheck-gpt": 0.4,
    "breaking-nli": 0.4,
    "cad-nli": 0.7,
    "fm2": 1.5,
    "fever-symmetric": 1.5,
    "cliff": 6.0,
    "defacto": 6.0,
    "fib": 3.0,
    "wice": 5.0,
}
"""The rate at which a set is drawn, as a factor of the square root of its size; 1 for other sets.

Easy sets and those far from news are drawn less, and claims about whole articles more.
"""

PASSAGE_PIECES = 190
"""Upper bound on the pieces taken from the sentences of an article."""

SENTENCE = regex.compile(r"(?<=[.!?][\"”'’)]?)\s+(?=[\"“'‘(]?[\p{Lu}\p{N}])|\n+")


def is_held_out(text: str) -> bool:
    """Whether a premise or an article is held out: one in ten, by a stable hash."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) % 10 == 0


def public_groups(
    data: Path, held_out: bool, pieces: WordPieces, with_articles: bool = True
) -> list[Group]:
    """The claims of one part of the sets whose licence allows weights to be shipped."""
    pairs = list(_of_pairs(data / "pairs.jsonl.gz", held_out))
    if not with_articles:
        return pairs
    return [*pairs, *_of_articles(data / "claims.jsonl.gz", held_out, pieces)]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rb") as lines:
        for line in lines:
            yield json.loads(line)


def _of_pairs(path: Path, held_out: bool) -> Iterator[Group]:
    for row in _rows(path):
        is_open = not any(words in row["licence"] for words in CLOSED_LICENCES)
        if is_open and is_held_out(row["premise"]) == held_out:
            claim = row["hypothesis"].strip()
            yield Group(
                [whole(claim, [row["premise"]], LABELS[row["label"]], row["set"])], row["set"]
            )


def _of_articles(path: Path, held_out: bool, pieces: WordPieces) -> Iterator[Group]:
    """The claims about articles, each in a group of its own."""
    by_article: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(path):
        if row["set"] not in CLOSED_SETS and is_held_out(row["article"]) == held_out:
            by_article[row["article"]].append(row)
    for article, rows in by_article.items():
        passages = Passages(article, pieces)
        claims = [
            whole(
                row["claim"].strip(),
                passages.nearest(row["claim"]),
                LABELS[row["label"]],
                row["set"],
            )
            for row in rows
        ]
        for claim, row in zip(claims, rows, strict=True):
            yield Group([claim], row["set"])


class Passages:
    """The sentences of an article, to be searched."""

    def __init__(self, article: str, pieces: WordPieces) -> None:
        self.sentences = [part.strip() for part in SENTENCE.split(article) if part.strip()]
        self.sizes = [pieces.count(part) for part in self.sentences]
        self.bags = [_content(part) for part in self.sentences]
        self.frequency = Counter(word for bag in self.bags for word in bag)

    def nearest(self, claim: str) -> list[str]:
        """The passages closest to a claim, the best first, as the product chooses them."""
        wanted = _content(claim)

        def score(at: int) -> float:
            shared = wanted & self.bags[at]
            return fsum(log(1 + len(self.bags) / self.frequency[word]) for word in shared)

        order = sorted(range(len(self.sentences)), key=score, reverse=True)
        taken: dict[int, int] = {}
        room = PASSAGE_PIECES
        for rank, at in enumerate(order[:16]):
            for one in (at, at - 1, at + 1) if rank < 4 else (at,):
                fits = 0 <= one < len(self.sentences) and self.sizes[one] <= room
                if fits and one not in taken:
                    taken[one] = rank
                    room -= self.sizes[one]
        stretches: list[list[int]] = []
        for at in sorted(taken):
            if stretches and stretches[-1][-1] == at - 1:
                stretches[-1].append(at)
            else:
                stretches.append([at])
        stretches.sort(key=lambda stretch: min(taken[at] for at in stretch))
        return [" ".join(self.sentences[at] for at in stretch) for stretch in stretches]


def _content(text: str) -> set[str]:
    """The words of a text in lower case, without those of one or two letters; figures are kept."""
    words = (word.text.lower() for word in words_of(text))
    return {word for word in words if len(word) > 2 or word.isdecimal()}


class PublicSets:
    """Draws claims so that each pool has the right share of each set."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.by_set: dict[str, list[Group]] = defaultdict(list)
        for group in groups:
            self.by_set[group.source].append(group)
        weights = {name: WORTH.get(name, 1.0) * sqrt(len(own)) for name, own in self.by_set.items()}
        total = fsum(weights.values())
        self.shares = {name: weight / total for name, weight in weights.items()}

    def draw(self, number: int, size: int) -> list[Group]:
        """About `size` claims; successive numbers go through each set in order."""
        drawn: list[Group] = []
        for name, share in self.shares.items():
            own = self.by_set[name]
            first, last = (int(at * share * size) for at in (number, number + 1))
            for index in range(first, last):
                epoch, place = divmod(index, len(own))
                drawn.append(own[_shuffled(f"public {name} {epoch}", len(own))[place]])
        return drawn


_orders: dict[str, list[int]] = {}


def _shuffled(seed: str, size: int) -> list[int]:
    """The order of a pass. It is cached, because a pass is read in many parts."""
    if seed not in _orders:
        order = list(range(size))
        random.Random(seed).shuffle(order)
        _orders[seed] = order
    return _orders[seed]

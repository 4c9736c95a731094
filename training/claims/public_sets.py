"""Claims of public sets: inference, fact checking, and summaries checked against their articles."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log, sqrt
from pathlib import Path

import regex

from training.claims.encoding import ClaimEncoder
from training.claims.examples import LabelledClaim
from training.claims.model import CONTRADICTED, ENTAILED, NEITHER, NOT_ENTAILED
from training.readers.tokens import words_of

TRAIN, HELD_OUT = "train", "held-out"

CLOSED_LICENCES = ("the set's own", "research", "not stated", "MSR")
"""Words of a licence that does not let weights made from a set be shipped."""

CLOSED_SETS = frozenset({"qags"})
"""Sets of claims.jsonl without a licence."""

LABELS = {
    "entailment": ENTAILED,
    "contradiction": CONTRADICTED,
    "neutral": NEITHER,
    "not_entailment": NOT_ENTAILED,
    "supported": ENTAILED,
    "contradicted": CONTRADICTED,
    "unsupported": NOT_ENTAILED,
    "inconsistent": NOT_ENTAILED,
}

WORTH = {
    "wiki-split": 0.3,
    "med": 0.4,
    "begin": 0.4,
    "factcheck-gpt": 0.4,
    "breaking-nli": 0.6,
    "cad-nli": 0.7,
    "fm2": 1.5,
    "fever-symmetric": 1.5,
    "cliff": 6.0,
    "defacto": 6.0,
    "wice": 5.0,
}
"""How often a set is drawn, times the square root of its size; 1 where it is not named.

Easy sets and those far from news count less; claims about whole articles count more.
"""

PASSAGE_PIECES = 110
"""The most pieces of a stretch of an article."""

SENTENCE = regex.compile(r"(?<=[.!?][\"”'’)]?)\s+(?=[\"“'‘(]?[\p{Lu}\p{N}])|\n+")


def split(text: str) -> str:
    """TRAIN or HELD_OUT, by a stable hash of a premise or of an article."""
    number = zlib.crc32(text.encode("utf-8", "surrogatepass"))
    return HELD_OUT if number % 10 == 0 else TRAIN


def public_claims(data: Path, part: str, encoder: ClaimEncoder) -> list[LabelledClaim]:
    """All claims of one part of the sets whose licence lets weights be shipped."""
    return [
        *_pairs(data / "pairs.jsonl.gz", part),
        *_claims(data, part, encoder),
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rb") as lines:
        for line in lines:
            yield json.loads(line)


def _pairs(path: Path, part: str) -> Iterator[LabelledClaim]:
    for row in _rows(path):
        if any(words in row["licence"] for words in CLOSED_LICENCES):
            continue
        if split(row["premise"]) != part:
            continue
        yield LabelledClaim(
            row["hypothesis"].strip(), row["premise"], "", LABELS[row["label"]], row["set"]
        )


def claims_of_articles(data: Path, part: str) -> Iterator[dict[str, str]]:
    """Sentences about whole articles, `{set, article, claim, label}`, of one part."""
    for row in _rows(data / "claims.jsonl.gz"):
        if row["set"] not in CLOSED_SETS and split(row["article"]) == part:
            yield row


def _claims(data: Path, part: str, encoder: ClaimEncoder) -> Iterator[LabelledClaim]:
    for row in claims_of_articles(data, part):
        label = LABELS[row["label"]]
        most = 3 if label == NOT_ENTAILED else 1
        for passage in nearest_stretches(row["claim"], row["article"], encoder, most):
            yield LabelledClaim(row["claim"].strip(), passage, "", label, row["set"])


def nearest_stretches(claim: str, article: str, encoder: ClaimEncoder, most: int) -> list[str]:
    """Up to `most` stretches of whole sentences of an article, those nearest to a claim first.

    Near is a stretch that shares words with the claim; a word counts the more, the rarer it is
    in the article. Stretches that share a sentence with a nearer one are passed over.
    """
    sentences = _sentences(article, encoder)
    bags = [_content(sentence) for sentence, _ in sentences]
    frequency = Counter(word for bag in bags for word in bag)
    wanted = _content(claim)
    scored: list[tuple[float, int, int]] = []
    for start in range(len(sentences)):
        end, pieces, found = start, 0, set[str]()
        while end < len(sentences) and (
            end == start or pieces + sentences[end][1] <= PASSAGE_PIECES
        ):
            pieces += sentences[end][1]
            found |= bags[end]
            end += 1
        score = sum(log(1 + len(bags) / frequency[word]) for word in wanted & found)
        scored.append((score, start, end))
    taken: list[tuple[int, int]] = []
    for _, start, end in sorted(scored, key=lambda one: (-one[0], one[1])):
        if len(taken) < most and all(end <= first or start >= last for first, last in taken):
            taken.append((start, end))
    return [" ".join(sentence for sentence, _ in sentences[start:end]) for start, end in taken]


def _sentences(article: str, encoder: ClaimEncoder) -> list[tuple[str, int]]:
    """The sentences of an article, each with its number of pieces."""
    parts = [part.strip() for part in SENTENCE.split(article)]
    return [(part, encoder.count(part)) for part in parts if part]


def _content(text: str) -> set[str]:
    """The words of a text, small; those of one or two letters left out, figures kept."""
    words = (word.text.lower() for word in words_of(text))
    return {word for word in words if len(word) > 2 or word.isdecimal()}


Bucket = tuple[str, int]
"""A set and a label."""

READ_AGAIN = 15_000
"""A claim comes again after so many public claims at the earliest, lest it be learned by heart."""


def _capped(weights: dict[Bucket, float], sizes: dict[Bucket, int]) -> dict[Bucket, float]:
    """Shares that add up to 1, in proportion to weights, except that small buckets have less."""
    shares = dict.fromkeys(weights, 0.0)
    free = set(weights)
    room = 1.0
    while free:
        total = sum(weights[key] for key in free)
        full = {key for key in free if weights[key] / total * room > sizes[key] / READ_AGAIN}
        if not full or full == free:
            return shares | {key: weights[key] / total * room for key in free}
        for key in full:
            shares[key] = sizes[key] / READ_AGAIN
        room -= sum(shares[key] for key in full)
        free -= full
    return shares


class PublicSets:
    """Draws claims of public sets so that each pool has its share of each set and label."""

    def __init__(self, claims: Sequence[LabelledClaim]) -> None:
        self.buckets: dict[Bucket, list[LabelledClaim]] = {}
        for claim in claims:
            self.buckets.setdefault((claim.kind, claim.label), []).append(claim)
        sizes = Counter(claim.kind for claim in claims)
        labels = Counter(kind for kind, _ in self.buckets)
        weights = {
            bucket: WORTH.get(bucket[0], 1.0) * sqrt(sizes[bucket[0]]) / labels[bucket[0]]
            for bucket in self.buckets
        }
        self.shares = _capped(weights, {key: len(held) for key, held in self.buckets.items()})
        self._order = lru_cache(maxsize=4 * len(self.buckets) + 1)(self._shuffled)

    def draw(self, number: int, size: int) -> list[LabelledClaim]:
        """About `size` claims; those of successive numbers go through each bucket in turn."""
        drawn: list[LabelledClaim] = []
        for bucket, share in self.shares.items():
            claims = self.buckets[bucket]
            first, last = (int(at * share * size) for at in (number, number + 1))
            for index in range(first, last):
                epoch, place = divmod(index, len(claims))
                drawn.append(claims[self._order(bucket, epoch)[place]])
        return drawn

    def _shuffled(self, bucket: Bucket, epoch: int) -> list[int]:
        order = list(range(len(self.buckets[bucket])))
        random.Random(f"public {bucket} {epoch}").shuffle(order)
        return order

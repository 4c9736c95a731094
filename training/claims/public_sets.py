"""Claims of public sets: inference, fact checking, and summaries checked against their articles."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import fsum, log, sqrt
from pathlib import Path

import regex

from training.claims.claim import Claim
from training.readers.tokens import WordPieces, words_of

TRAIN, HELD_OUT = "train", "held-out"

CLOSED_LICENCES = ("the set's own", "research", "not stated", "MSR")
"""Words of a licence that does not let weights made from a set be shipped."""

CLOSED_SETS = frozenset({"qags"})
"""Sets of claims.jsonl without a licence."""

IS_SILENT = {"entailment": False, "supported": False, "neutral": True}
"""Whether the passage is silent on the claim, by the labels of the claims that are taken.

The other labels say that a claim is false, or leave open whether it is.
"""

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


def public_claims(data: Path, part: str, pieces: WordPieces) -> list[Claim]:
    """The claims of one part that are true or on which the passage is silent.

    They are of the sets whose licence lets weights be shipped.
    """
    return [
        *_of_pairs(data / "pairs.jsonl.gz", part),
        *_of_articles(data / "claims.jsonl.gz", part, pieces),
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows with a label that is taken."""
    with gzip.open(path, "rb") as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"] in IS_SILENT:
                yield row


def _of_pairs(path: Path, part: str) -> Iterator[Claim]:
    for row in _rows(path):
        if any(words in row["licence"] for words in CLOSED_LICENCES):
            continue
        if split(row["premise"]) == part:
            is_silent = IS_SILENT[row["label"]]
            yield Claim(row["hypothesis"].strip(), row["premise"], "", row["set"], is_silent)


def _of_articles(path: Path, part: str, pieces: WordPieces) -> Iterator[Claim]:
    for row in _rows(path):
        if row["set"] in CLOSED_SETS or split(row["article"]) != part:
            continue
        passage = nearest_stretch(row["claim"], row["article"], pieces)
        if passage:
            is_silent = IS_SILENT[row["label"]]
            yield Claim(row["claim"].strip(), passage, "", row["set"], is_silent)


def nearest_stretch(claim: str, article: str, pieces: WordPieces) -> str:
    """The stretch of whole sentences of an article that is nearest to a claim.

    Near is a stretch that shares words with the claim; a word counts the more, the rarer it is
    in the article. Empty if the article is.
    """
    parts = [part.strip() for part in SENTENCE.split(article)]
    sentences = [(part, pieces.count(part)) for part in parts if part]
    bags = [_content(sentence) for sentence, _ in sentences]
    frequency = Counter(word for bag in bags for word in bag)
    wanted = _content(claim)
    best, nearest = -1.0, ""
    for start in range(len(sentences)):
        end, size, found = start, 0, set[str]()
        while end < len(sentences) and (end == start or size + sentences[end][1] <= PASSAGE_PIECES):
            size += sentences[end][1]
            found |= bags[end]
            end += 1
        score = fsum(log(1 + len(bags) / frequency[word]) for word in wanted & found)
        if score > best:
            best = score
            nearest = " ".join(sentence for sentence, _ in sentences[start:end])
    return nearest


def _content(text: str) -> set[str]:
    """The words of a text, small; those of one or two letters left out, figures kept."""
    words = (word.text.lower() for word in words_of(text))
    return {word for word in words if len(word) > 2 or word.isdecimal()}


Bucket = tuple[str, int]
"""A set, and 0 for its true claims or 2 for those on which the passage is silent.

The seeds of the order are made of it: with other numbers, a run that goes on would see other data.
"""

READ_AGAIN = 15_000
"""A claim comes again after so many public claims at the earliest, lest it be learned by heart."""


def _capped(weights: dict[Bucket, float], sizes: dict[Bucket, int]) -> dict[Bucket, float]:
    """Shares that add up to 1, in proportion to weights, except that small buckets have less."""
    shares = dict.fromkeys(weights, 0.0)
    free = set(weights)
    room = 1.0
    while free:
        total = fsum(weights[key] for key in free)
        full = {key for key in free if weights[key] / total * room > sizes[key] / READ_AGAIN}
        if not full or full == free:
            return shares | {key: weights[key] / total * room for key in free}
        for key in full:
            shares[key] = sizes[key] / READ_AGAIN
        room -= fsum(shares[key] for key in full)
        free -= full
    return shares


class PublicSets:
    """Draws claims so that each pool has its share of each set, true and silent."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.buckets: dict[Bucket, list[Claim]] = {}
        for claim in claims:
            bucket = (claim.kind, 2 if claim.is_silent else 0)
            self.buckets.setdefault(bucket, []).append(claim)
        sizes = Counter(claim.kind for claim in claims)
        parts = Counter(kind for kind, _ in self.buckets)
        weights = {
            bucket: WORTH.get(bucket[0], 1.0) * sqrt(sizes[bucket[0]]) / parts[bucket[0]]
            for bucket in self.buckets
        }
        self.shares = _capped(weights, {key: len(held) for key, held in self.buckets.items()})
        self._order = lru_cache(maxsize=4 * len(self.buckets) + 1)(self._shuffled)

    def draw(self, number: int, size: int) -> list[Claim]:
        """About `size` claims; those of successive numbers go through each bucket in turn."""
        drawn: list[Claim] = []
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

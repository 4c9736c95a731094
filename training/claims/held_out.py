"""Claims for validation, from documents that training never reads."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from training.claims.claim import Claim
from training.claims.public_sets import HELD_OUT, public_claims
from training.claims.task import Sources, generator_of
from training.readers.encoder import vocabulary
from training.readers.tokens import WordPieces

MOST_OF_KIND = 400
"""The most claims of a set that are true, and the most on which the passage is silent."""


def held_out_public(data: Path) -> list[Claim]:
    """Claims of the public sets in random order, at most MOST_OF_KIND of a set and sort."""
    claims = public_claims(data, HELD_OUT, WordPieces(vocabulary()))
    random.Random("held-out public").shuffle(claims)
    counts: Counter[tuple[str, bool]] = Counter()
    kept: list[Claim] = []
    for claim in claims:
        key = (claim.kind, claim.is_silent)
        counts[key] += 1
        if counts[key] <= MOST_OF_KIND:
            kept.append(claim)
    return kept


def held_out_prose(sources: Sources, most: int = 2000) -> list[Claim]:
    """True claims made from prose, at most `most`, one of a paragraph."""
    generator = generator_of(sources, HELD_OUT, WordPieces(vocabulary()))
    rng = random.Random("held-out prose")
    order = list(range(len(generator.paragraphs)))
    rng.shuffle(order)
    claims: list[Claim] = []
    for index in order:
        if len(claims) == most:
            break
        claim = generator.claim(index, rng)
        claims += [] if claim is None else [claim]
    return claims

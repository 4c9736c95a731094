"""A claim and its passages as one input of the encoder."""

from __future__ import annotations

from dataclasses import dataclass

from training.judge.claim import SUPPORTED, Claim
from training.readers.encoder import Input
from training.readers.tokens import CASES, WordPieces, case_of, words_of

CLAIM, REST, PASSAGE = range(3)
"""The blocks: the claim, the other words of its sentence, the passages.

The type of a piece is block * CASES + case.
"""

TYPES = 3 * CASES
LONGEST = 256
"""Upper bound on the pieces of one input; the last passages are cut."""

LONGEST_PASSAGES = 160
"""The maximum length of all passages together, in pieces.

In training no input has more. With 225 pieces the judge is no better, and takes a third longer.
"""

LONGEST_CLAIM = 96
"""The maximum length of the sentence, in pieces."""

BORNE_OUT, NOT_BORNE_OUT, UNKNOWN = 0, 1, -100
"""Labels of the words of a claim; the loss ignores words with the last one."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """An input: `<s> sentence </s> passage </s> passage </s>`."""

    input: Input
    firsts: list[int]
    """The position of the first piece of each word of the claim."""
    starts: list[int]
    """The start of each of these words in the sentence, in code points."""
    words: list[int]
    """Labels of these words."""
    label: int


class JudgeEncoder:
    """Turns claims into pieces."""

    def __init__(self, pieces: WordPieces, longest: int = LONGEST) -> None:
        """`longest` is the maximum number of pieces of one input."""
        self.pieces = pieces
        self.longest = longest

    def encode(self, claim: Claim, most: int = LONGEST_PASSAGES) -> Encoded:
        """Encodes a claim without the words beyond the maximum length.

        `most` is the maximum number of pieces of all passages together.
        """
        ids, types = [self.pieces.cls], [CLAIM * CASES]
        firsts, starts, labels = [], [], []
        start, end = claim.place
        for word in words_of(claim.sentence):
            cut = self.pieces.pieces(word.text)
            if len(ids) + len(cut) > 1 + LONGEST_CLAIM:
                break
            is_claim = word.start < end and word.end > start
            if is_claim:
                firsts.append(len(ids))
                starts.append(word.start)
                labels.append(_label_of(claim, word.start, word.end))
            ids += cut
            block = CLAIM if is_claim else REST
            types += [block * CASES + case_of(word.text)] * len(cut)
        ids.append(self.pieces.sep)
        types.append(CLAIM * CASES)
        room = min(self.longest, len(ids) + most)
        for passage in claim.passages:
            cut, cut_types = self._block(passage, PASSAGE)
            free = room - len(ids) - 1
            if free < 1:
                break
            ids += [*cut[:free], self.pieces.sep]
            types += [*cut_types[:free], PASSAGE * CASES]
        return Encoded(Input(ids, types), firsts, starts, labels, claim.label)

    def _block(self, text: str, block: int) -> tuple[list[int], list[int]]:
        ids: list[int] = []
        types: list[int] = []
        for word in words_of(text):
            cut = self.pieces.pieces(word.text)
            ids += cut
            types += [block * CASES + case_of(word.text)] * len(cut)
        return ids, types


def _label_of(claim: Claim, start: int, end: int) -> int:
    if claim.wrong is None:
        return UNKNOWN
    is_wrong = any(start < to and end > at for at, to in claim.wrong)
    if claim.label != SUPPORTED and not claim.wrong:
        return UNKNOWN
    return NOT_BORNE_OUT if is_wrong else BORNE_OUT

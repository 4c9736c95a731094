"""Text to words, and words to the pieces of a BERT vocabulary.

A word is a run of letters, marks and digits, or one other character that is not a space. The
readers tag words. The rule is one line in JavaScript too, so that the product splits a text exactly
as training does.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]")

LOWER, TITLE, UPPER, MIXED = range(4)
CASES = 4

UNK = "[UNK]"
MARKS = (("<pad>", "<s>", "</s>"), ("[PAD]", "[CLS]", "[SEP]"))
"""The pieces that pad, begin and separate an input. MPNet's vocabulary contains both rows."""

LONGEST_WORD = 100


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text; offsets are code points."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words and marks of a text, in order."""
    return [Word(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]


def case_of(word: str) -> int:
    """The letter case of a word: LOWER (also marks and figures), TITLE, UPPER or MIXED.

    The vocabulary is lower-case, so this is the only way that the encoder sees capitals. A single
    capital letter is TITLE.
    """
    if word.islower() or not any(letter.isupper() for letter in word):
        return LOWER
    if word[0].isupper() and (len(word) == 1 or not any(letter.isupper() for letter in word[1:])):
        return TITLE
    return UPPER if word.isupper() else MIXED


class WordPieces:
    """Splits words into pieces of a vocabulary, longest first, as BERT's uncased tokeniser does."""

    def __init__(self, vocabulary: Path) -> None:
        """`vocabulary` has one piece a line; the line number is the id."""
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self.ids = {piece: index for index, piece in enumerate(lines) if piece}
        self.unk = self.ids[UNK]
        marks = next(names for names in MARKS if names[0] in self.ids)
        self.pad, self.cls, self.sep = (self.ids[name] for name in marks)
        self.pieces = lru_cache(maxsize=200_000)(self._cut)

    def count(self, text: str) -> int:
        """The number of pieces in a text."""
        return sum(len(self.pieces(word.text)) for word in words_of(text))

    def unused(self, number: int) -> int:
        """The id of a reserved piece, for marks of our own; the vocabulary has 1 to 98 of them."""
        return self.ids[f"[unused{number}]"]

    def _cut(self, word: str) -> tuple[int, ...]:
        letters = "".join(
            letter
            for letter in unicodedata.normalize("NFD", word.lower())
            if unicodedata.category(letter) != "Mn"
        )
        if not letters or len(letters) > LONGEST_WORD:
            return (self.unk,)
        pieces: list[int] = []
        start = 0
        while start < len(letters):
            end = len(letters)
            prefix = "##" if start else ""
            while end > start and (piece := self.ids.get(prefix + letters[start:end])) is None:
                end -= 1
            if end == start or piece is None:
                return (self.unk,)
            pieces.append(piece)
            start = end
        return tuple(pieces)


def matching_ids(ours: WordPieces, theirs: WordPieces) -> list[int]:
    """For each id of `ours`, the id of the same piece of `theirs`, or else their unknown piece."""
    marks = {ours.pad: theirs.pad, ours.cls: theirs.cls, ours.sep: theirs.sep}
    ids = [theirs.unk] * (max(ours.ids.values()) + 1)
    for piece, number in ours.ids.items():
        ids[number] = marks.get(number, theirs.ids.get(piece, theirs.unk))
    return ids

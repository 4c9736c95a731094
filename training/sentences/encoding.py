"""A sentence as the encoder reads it."""

from __future__ import annotations

from dataclasses import dataclass

from training.readers.encoder import Input
from training.readers.tokens import CASES, Word, WordPieces, case_of, words_of
from training.sentences.edits import KEEP, EditVocabulary
from training.sentences.kinds import Kind, Role
from training.sentences.words import Damaged, text_of

TYPES = 2 * CASES
"""The number of token types: the case of a word, and whether it repeats the previous word."""

FIRST_ROLE = 10
"""The number of the reserved piece for the first role."""

MOST_PIECES = 128


@dataclass(frozen=True, slots=True)
class EncodedSentence:
    """Pieces of a sentence: `[CLS] role word word … [SEP]`."""

    input: Input
    words: list[Word]
    positions: list[int]
    """The position of the first piece of each word, preceded by that of the role, for the start."""


class SentenceEncoder:
    """Turns sentences into pieces."""

    def __init__(self, pieces: WordPieces) -> None:
        self.pieces = pieces

    def encode(self, text: str, role: Role = Role.PARAGRAPH) -> EncodedSentence:
        """Encodes a sentence without the words beyond the maximum number of pieces."""
        ids = [self.pieces.cls, self.pieces.unused(FIRST_ROLE + role)]
        types = [0, 0]
        words: list[Word] = []
        positions = [1]
        before = ""
        for word in words_of(text):
            cut = self.pieces.pieces(word.text)
            if len(ids) + len(cut) >= MOST_PIECES:
                break
            folded = word.text.lower()
            kind = case_of(word.text) + (CASES if folded == before else 0)
            positions.append(len(ids))
            words.append(word)
            ids += cut
            types += [kind] * len(cut)
            before = folded
        ids.append(self.pieces.sep)
        types.append(0)
        return EncodedSentence(Input(ids, types), words, positions)


@dataclass(frozen=True, slots=True)
class SentenceExample:
    """A sentence with its labels, one for the start and each word."""

    input: Input
    positions: list[int]
    kinds: list[int]
    edits: list[int]
    damage: str
    """The name of the damage, or `sound`."""

    @property
    def length(self) -> int:
        """The length of the sentence in pieces."""
        return len(self.input.ids)

    @property
    def inputs(self) -> int:
        """Each sentence is one input."""
        return 1


def example_of(
    words: Damaged, role: Role, damage: str, encoder: SentenceEncoder, vocabulary: EditVocabulary
) -> SentenceExample:
    """The example for a damaged (or sound) sentence."""
    text, spans = text_of(words)
    encoded = encoder.encode(text, role)
    kinds = [int(Kind.SOUND)] * len(encoded.positions)
    edits = [vocabulary.number(KEEP)] * len(encoded.positions)
    starts = [0, *(word.start for word in encoded.words)]
    ends = [0, *(word.end for word in encoded.words)]
    for number, (word, (start, end)) in enumerate(zip(words, spans, strict=True)):
        if word.kind == Kind.SOUND:
            continue
        if number == 0:
            places = [0]
        else:
            places = [i for i in range(1, len(starts)) if starts[i] < end and ends[i] > start]
            if not places:
                continue
            if word.edit.startswith("append"):
                places = places[-1:]
            elif word.edit != "delete":
                places = places[:1]
        for place in places:
            kinds[place] = int(word.kind)
            edits[place] = vocabulary.number(word.edit)
    return SentenceExample(encoded.input, encoded.positions, kinds, edits, damage)

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from training.readers.encoder import base_folder, vocabulary
from training.readers.tokens import (
    LOWER,
    MIXED,
    TITLE,
    UPPER,
    WordPieces,
    case_of,
    matching_ids,
    words_of,
)
from training.tests.made_up import write_mpnet_vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's 12,000 sheep weren't insured, she said.",
        "Begoña Uriarte visited Łódź and Århus – “quietly”.",
        "Café naïve; co-operate (again)! 3.5% of $20m?",
        "antidisestablishmentarianism zzzqqqxxx",
    ],
)
def test_pieces_are_those_of_the_base_tokenizer(text: str) -> None:
    reference = Tokenizer.from_file(str(base_folder("minilm") / "tokenizer.json"))
    reference.no_padding()
    pieces = WordPieces(vocabulary())
    ids = [piece for word in words_of(text) for piece in pieces.pieces(word.text)]
    assert ids == reference.encode(text, add_special_tokens=False).ids


def test_pieces_have_ids_in_the_vocabulary_of_another_base(tmp_path: Path) -> None:
    large, small = WordPieces(write_mpnet_vocabulary(tmp_path)), WordPieces(vocabulary())
    ids = matching_ids(large, small)
    for word in ("mayor", "weren't", "Begoña", "zzzqqqxxx"):
        assert [ids[piece] for piece in large.pieces(word)] == list(small.pieces(word))
    marks = (large.pad, large.cls, large.sep, large.unk, large.ids["<mask>"])
    assert [ids[mark] for mark in marks] == [
        small.pad, small.cls, small.sep, small.unk, small.unk,
    ]  # fmt: skip


def test_words_keep_their_place() -> None:
    text = "Don’t  go,\nÅse!"
    assert [(word.text, text[word.start : word.end]) for word in words_of(text)] == [
        (word, word) for word in ("Don", "’", "t", "go", ",", "Åse", "!")
    ]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("the", LOWER), ("12", LOWER), ("!", LOWER), ("The", TITLE), ("A", TITLE),
        ("NATO", UPPER), ("B12", TITLE), ("iPhone", MIXED), ("McKay", MIXED),
    ],
)  # fmt: skip
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case

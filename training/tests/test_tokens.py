from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from training.readers.encoder import base_folder, vocabulary
from training.readers.tokens import LOWER, MIXED, TITLE, UPPER, WordPieces, case_of, words_of


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

"""Tests of the values of a text that can be hidden."""

from __future__ import annotations

import pytest

from training.claims.stems import FUNCTION_WORDS, stem
from training.claims.units import FIGURE, NAME, WORD, are_same, units_of, widened
from training.readers.tokens import words_of


def found_in(text: str) -> list[tuple[int, str]]:
    words = words_of(text)
    return [
        (unit.kind, " ".join(word.text for word in words[unit.first : unit.last + 1]))
        for unit in units_of(words)
    ]


def test_the_units_of_a_text() -> None:
    text = "In June, the Bank of Lund paid £1,200.50 to two harbours in The Hague."
    assert found_in(text) == [
        (NAME, "In June"),
        (NAME, "Bank of Lund"),
        (WORD, "paid"),
        (FIGURE, "1 , 200 . 50"),
        (FIGURE, "two"),
        (WORD, "harbours"),
        (NAME, "The Hague"),
    ]


def test_a_mark_ends_a_name_and_a_list_is_not_one_figure() -> None:
    assert found_in("Roe, Lund and 3, 4") == [
        (NAME, "Roe"),
        (NAME, "Lund"),
        (FIGURE, "3"),
        (FIGURE, "4"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Smith", "John Smith", True),
        ("John Smith", "John Brown", False),
        ("eight", "8", True),
        ("1,200", "1200", True),
        ("1,200", "1,300", False),
        ("harbours", "harbour", True),
    ],
)
def test_the_same_value_written_another_way(one: str, other: str, expected: bool) -> None:
    (first,), (second,) = units_of(words_of(one)), units_of(words_of(other))
    assert are_same(first, second) == are_same(second, first) == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("It cost £3 million in all.", 1, "£ 3 million"),
        ("It rose by 3 per cent.", 1, "3 per cent"),
        ("It sank on 3 May 1999.", 1, "3 May 1999"),
        ("It sank in Lund.", 1, "Lund"),
    ],
)
def test_what_belongs_to_a_value(text: str, place: int, expected: str) -> None:
    words = words_of(text)
    wide = widened(units_of(words)[place], words)
    assert " ".join(word.text for word in words[wide.first : wide.last + 1]) == expected


def test_stems_without_endings() -> None:
    words = ("Stopped", "counties", "1,200", "Was")
    assert [stem(word) for word in words] == ["stop", "count", "1200", "was"]
    assert stem("Was") in FUNCTION_WORDS

"""British conventions."""

from __future__ import annotations

import random

import pytest

from training.sentences.british import as_british, british_spelling
from training.sentences.kinds import Kind
from training.sentences.words import Marked, text_of


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("organized", "organised"),
        ("Analyze", "Analyse"),
        ("colors", "colours"),
        ("laboratory", "laboratory"),
        ("honorary", "honorary"),
        ("Center", "Centre"),
        ("traveled", "travelled"),
        ("size", "size"),
        ("prizes", "prizes"),
        ("citizens", "citizens"),
        ("program", "programme"),
        ("doctor", "doctor"),
    ],
)
def test_spelling(american: str, british: str) -> None:
    """Words that differ in British spelling, and words that only seem to."""
    assert british_spelling(american) == british


def test_sets_titles_and_quotations_and_leaves_damage() -> None:
    """The mark moves after the quotation, and a damaged word keeps its text and label."""
    words = [
        Marked("", False),
        Marked("Mr.", True),
        Marked("Roe", True),
        Marked("organize", True, Kind.AGREEMENT, "verb:VBZ"),
        Marked('"', False),
        Marked("color", False),
        Marked(".", False),
        Marked('"', False),
    ]
    made = as_british(words, random.Random(1))
    text, _ = text_of(made)
    assert text.replace("'", '"') == 'Mr Roe organize "colour".'
    assert made[3] == words[3]

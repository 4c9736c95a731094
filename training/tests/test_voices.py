"""Tests of sources in other voices, and of records, on sentences made up for them."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from training.claims.first_person import in_first_person, speaker_of
from training.claims.matches import APART, BESIDE, MISSING, NOT_SOUGHT, matches
from training.claims.notes import Style, as_form, noted
from training.claims.records import RECORDS, record_claims
from training.claims.setting import Setting
from training.claims.voices import VOICES, mail, questions, transcript
from training.readers.tokens import words_of
from training.tests.test_claims import APPROVED, FIGURES, LEXICON, NEXT, parsed

PLAIN = Style(False, False, False, True, True, True, True)
"""Notes without articles and copulas, dates first and figures last."""

HER_BOAT = """
Ida PROPN/NNP Ida 3 nsubj
Krol PROPN/NNP Krol 1 flat
has VERB/VBZ have 0 root
her PRON/PRP$ her 5 nmod:poss
boat+ NOUN/NN boat 3 obj
. PUNCT/ . 3 punct
"""
FOUND = """
The DET/DT the 2 det
boats NOUN/NNS boat 4 nsubj:pass
were AUX/VBD be 4 aux:pass
found VERB/VBN find 0 root
in ADP/IN in 6 case
May+ PROPN/NNP May 4 obl
. PUNCT/ . 4 punct
"""


def spoken_by(rows: str) -> tuple[str, str]:
    sentence = parsed(rows)
    name = speaker_of(sentence, LEXICON)
    assert name is not None
    said = in_first_person(sentence, name, LEXICON)
    assert said is not None
    return name.text, said.text


def test_who_is_spoken_of_speaks() -> None:
    assert spoken_by(NEXT) == ("Ida Krol", "I saw nineteen boats near Lund.")
    assert spoken_by(HER_BOAT) == ("Ida Krol", "I have my boat.")
    assert speaker_of(parsed(APPROVED), LEXICON) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (APPROVED, "May: council approved plan"),
        (FOUND, "May: boats found"),
        (FIGURES, "Officer Ann Brandt counted boats 12 in 3 weeks"),
    ],
)
def test_notes(rows: str, expected: str) -> None:
    assert noted(parsed(rows), PLAIN) == expected


def test_forms_have_all_that_the_sentence_says() -> None:
    for seed in range(20):
        text = as_form(parsed(FIGURES), PLAIN, random.Random(seed))
        assert text is not None
        assert {"Ann", "Brandt", "counted", "boats", "12", "3", "weeks"} <= {
            word.text for word in words_of(text)
        }


def passage_in(voice: object, *rows: str, seed: int = 0) -> str:
    passage = [parsed(one) for one in rows]
    assert callable(voice)
    text = voice(passage, passage[-1], Setting(passage, LEXICON, random.Random(seed)))
    assert isinstance(text, str)
    return text


def test_voices_of_a_passage() -> None:
    talk = passage_in(transcript, APPROVED, NEXT).casefold()
    assert "ida krol" in talk
    assert "saw nineteen boats near lund." in talk
    assert passage_in(mail, NEXT).startswith("From: ")
    asked = {passage_in(questions, APPROVED, seed=seed) for seed in range(20)}
    assert any("What did the council approve in May?" in one for one in asked)
    assert any("Did the council approve the plan in May?" in one for one in asked)


def test_every_voice_keeps_the_names_and_figures() -> None:
    for voice, _ in VOICES:
        for seed in range(10):
            passage = [parsed(APPROVED), parsed(NEXT)]
            text = voice(passage, passage[1], Setting(passage, LEXICON, random.Random(seed)))
            if text is not None:
                assert "krol" in text.lower()
                assert "nineteen" in text.lower() or "19" in text


@pytest.mark.parametrize("seed", range(12))
def test_records_have_true_claims_and_silent_ones(seed: int) -> None:
    for record in RECORDS:
        made = record(random.Random(seed))
        assert made == record(random.Random(seed))
        assert made.claims
        assert not set(made.claims) & set(made.unknown)
    claims = record_claims(random.Random(seed), 3)
    assert claims == record_claims(random.Random(seed), 3)
    assert len({claim.passage for claim in claims}) == 1
    for claim in claims:
        assert claim.is_silent == (claim.kind == "record, silent")


def found_in(text: str, other: str) -> Sequence[int]:
    return matches(words_of(text), words_of(other))


def test_words_that_the_passage_has_beside_the_same_words_or_apart() -> None:
    passage = "Ann Brandt counted the boats. " + "It rained and it rained. " * 3 + "Ida Krol slept."
    assert found_in("Ann Brandt counted boats.", passage) == [BESIDE] * 4 + [NOT_SOUGHT]
    assert found_in("Ida Krol counted boats.", passage)[:2] == [APART, APART]
    assert found_in("The mayor counting boats.", passage) == [
        NOT_SOUGHT, MISSING, BESIDE, BESIDE, NOT_SOUGHT,
    ]  # fmt: skip

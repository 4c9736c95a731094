"""Tests of the claim reader's data, on sentences made up for them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from training.claims.figures import in_digits, in_words, rounded, written_out
from training.claims.generated import Generator
from training.claims.grammar import Sentence, is_sound
from training.claims.lexicon import Lexicon, common_forms
from training.claims.names import PERSON, PLACE, names_of
from training.claims.paragraphs import Paragraphs, part_of
from training.claims.public_sets import (
    HELD_OUT,
    TRAIN,
    PublicSets,
    nearest_stretch,
    public_claims,
    split,
)
from training.claims.rephrasing import (
    attribution_first,
    change_figures,
    headline,
    longer_name,
    move_time,
    synonym,
)
from training.claims.rewording import merge
from training.claims.setting import Setting
from training.claims.shortening import clause_alone, fewer_items, shorten
from training.claims.voice import active, passive
from training.readers.encoder import vocabulary
from training.readers.tokens import WordPieces

LEXICON = Lexicon(
    alike={("NOUN", "lawyer"): ["attorney"]},
    forms={
        ("approve", "VB"): "approve", ("approve", "VBD"): "approved",
        ("approve", "VBN"): "approved", ("approve", "VBZ"): "approves",
        ("attorney", "NN"): "attorney", ("council", "NN"): "council",
    },
)  # fmt: skip


def parsed(rows: str) -> Sentence:
    """A sentence of lines `form UPOS/XPOS lemma head relation`; heads count from 1, 0 is none.

    A form that ends with `+` has no space after it.
    """
    fields = [row.split() for row in rows.strip().splitlines()]
    return Sentence.of_row(row_of(fields))


def row_of(fields: Sequence[Sequence[str]]) -> dict[str, object]:
    return {
        "forms": [one[0].rstrip("+") for one in fields],
        "spaces": [0 if one[0].endswith("+") else 1 for one in fields],
        "tags": [one[1] for one in fields],
        "lemmas": [one[2] for one in fields],
        "heads": [int(one[3]) - 1 for one in fields],
        "relations": [one[4] for one in fields],
    }


APPROVED = """
The DET/DT the 2 det
council NOUN/NN council 3 nsubj
approved VERB/VBD approve 0 root
the DET/DT the 5 det
plan NOUN/NN plan 3 obj
in ADP/IN in 7 case
May+ PROPN/NNP May 3 obl
. PUNCT/ . 3 punct
"""
FIGURES = """
Officer PROPN/NNP officer 3 compound
Ann PROPN/NNP Ann 3 compound
Brandt PROPN/NNP Brandt 4 nsubj
counted VERB/VBD count 0 root
twelve NUM/CD twelve 6 nummod
boats NOUN/NNS boat 4 obj
in ADP/IN in 9 case
3 NUM/CD 3 9 nummod
weeks+ NOUN/NNS week 4 obl
. PUNCT/ . 4 punct
"""
NEXT = """
Mayor PROPN/NNP Mayor 2 compound
Ida PROPN/NNP Ida 4 nsubj
Krol PROPN/NNP Krol 2 flat
saw VERB/VBD see 0 root
nineteen NUM/CD nineteen 6 nummod
boats NOUN/NNS boat 4 obj
near ADP/IN near 8 case
Lund+ PROPN/NNP Lund 4 obl
. PUNCT/ . 4 punct
"""
SAID = """
" PUNCT/ " 5 punct
The DET/DT the 3 det
rent NOUN/NN rent 5 nsubj
is AUX/VBZ be 5 cop
high+ ADJ/JJ high 8 ccomp
,+ PUNCT/ , 5 punct
" PUNCT/ " 5 punct
said VERB/VBD say 0 root
Senator PROPN/NNP Senator 10 compound
Okafor+ PROPN/NNP Okafor 8 nsubj
. PUNCT/ . 8 punct
"""
WILL = """
The DET/DT the 2 det
school NOUN/NN school 4 nsubj
will AUX/MD will 4 aux
open VERB/VB open 0 root
in ADP/IN in 6 case
May+ PROPN/NNP May 4 obl
. PUNCT/ . 4 punct
"""


def setting(*passage: Sentence, seed: int = 1) -> Setting:
    return Setting(passage, LEXICON, random.Random(seed))


def changed(rows: str, function: object, *passage: str, seed: int = 1) -> Sentence:
    sentence = parsed(rows)
    others = [parsed(one) for one in passage] or [parsed(rows)]
    assert callable(function)
    assert function(sentence, setting(*others, seed=seed))
    return sentence


def test_a_sentence_reads_as_it_was_written() -> None:
    assert parsed(APPROVED).text == "The council approved the plan in May."
    assert is_sound(parsed(APPROVED))
    assert not is_sound(parsed(APPROVED.replace(". PUNCT/ .", "? PUNCT/ ?")))


def test_names_and_their_kinds() -> None:
    names = names_of(parsed(NEXT))
    assert [(name.text, name.kind) for name in names] == [("Ida Krol", PERSON), ("Lund", PLACE)]


@pytest.mark.parametrize(
    ("rows", "function", "expected"),
    [
        (APPROVED, passive, "The plan was approved by the council in May."),
        (APPROVED, shorten, "The council approved the plan."),
        (APPROVED, move_time, "In May, the council approved the plan."),
        (APPROVED, headline, "Council approves plan in May"),
        (SAID, clause_alone, "The rent is high."),
        (SAID, attribution_first, "Senator Okafor said the rent is high."),
    ],
)
def test_rewordings(rows: str, function: object, expected: str) -> None:
    sentence = parsed(rows)
    if rows == SAID:
        sentence.remove(sentence.find(lambda one: one.form == '"'))
    assert callable(function)
    assert function(sentence, setting(parsed(rows)))
    assert sentence.text == expected


def test_passive_and_active_undo_each_other() -> None:
    sentence = changed(APPROVED, passive)
    assert active(sentence, setting())
    assert sentence.text == "The council approved the plan in May."


def test_nothing_is_left_out_under_a_negation() -> None:
    rows = APPROVED.replace("The DET/DT the 2", "No DET/DT no 2")
    assert not shorten(parsed(rows), setting())


def test_figures_are_written_another_way() -> None:
    texts = {changed(FIGURES, change_figures, seed=seed).text for seed in range(9)}
    assert texts == {
        "Officer Ann Brandt counted 12 boats in 3 weeks.",
        "Officer Ann Brandt counted twelve boats in three weeks.",
    }
    assert (in_digits("forty-two"), in_words("42")) == ("42", "forty-two")
    assert written_out("2.5", "million") == "2,500,000"
    assert (rounded("733,000"), rounded("199"), rounded("500")) == ("700,000", None, None)


def test_a_name_made_longer_and_a_like_word() -> None:
    rows = """
    Ms. PROPN/NNP Ms. 2 compound
    Krol PROPN/NNP Krol 3 nsubj
    saw VERB/VBD see 0 root
    the DET/DT the 5 det
    lawyer+ NOUN/NN lawyer 3 obj
    . PUNCT/ . 3 punct
    """
    assert changed(rows, longer_name, NEXT).text == "Ida Krol saw the lawyer."
    assert changed(rows, synonym).text == "Ms. Krol saw the attorney."


def test_one_of_two_things_and_two_facts_in_one() -> None:
    rows = """
    The DET/DT the 2 det
    fire NOUN/NN fire 3 nsubj
    destroyed VERB/VBD destroy 0 root
    homes NOUN/NNS home 3 obj
    and CCONJ/CC and 6 cc
    barns+ NOUN/NNS barn 4 conj
    . PUNCT/ . 3 punct
    """
    assert changed(rows, fewer_items).text == "The fire destroyed homes."
    both = merge(parsed(rows), parsed(APPROVED))
    assert both is not None
    assert (
        both.text == "The fire destroyed homes and barns, and the council approved the plan in May."
    )


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(vocabulary())


def write_data(folder: Path) -> None:
    pairs = [
        {
            "set": name, "licence": licence, "premise": f"Town {number} has {number} boats.",
            "hypothesis": f"Town {number} has boats.", "label": label,
        }
        for number in range(60)
        for name, licence, label in (
            ("open-set", "MIT", "entailment"), ("silent-set", "Apache-2.0", "neutral"),
            ("false-set", "MIT", "contradiction"), ("half-set", "MIT", "not_entailment"),
            ("closed-set", "the set's own (research)", "entailment"),
        )
    ]  # fmt: skip
    claims = [
        {"set": name, "article": f"Rain fell on day {number}.\nThe ferry sank in the harbour.",
         "claim": "The ferry sank.", "label": label}
        for number in range(40)
        for name, label in (
            ("defacto", "supported"), ("qags", "supported"), ("cliff", "unsupported"),
        )
    ]  # fmt: skip
    for name, rows in (("pairs", pairs), ("claims", claims)):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)


def test_public_sets_are_split_and_drawn_alike(tmp_path: Path, pieces: WordPieces) -> None:
    write_data(tmp_path)
    train = public_claims(tmp_path, TRAIN, pieces)
    held_out = public_claims(tmp_path, HELD_OUT, pieces)
    assert {one.kind for one in train} == {"open-set", "silent-set", "defacto"}
    assert not {one.passage for one in train} & {one.passage for one in held_out}
    assert {one.kind for one in train if one.is_silent} == {"silent-set"}
    drawn = PublicSets(train)
    assert drawn.draw(3, 40) == PublicSets(train).draw(3, 40)
    assert drawn.draw(3, 40) != drawn.draw(4, 40)
    assert split("a \ud83d b") in (TRAIN, HELD_OUT)


def test_the_nearest_stretch_has_the_words_of_the_claim(pieces: WordPieces) -> None:
    article = " ".join(f"Rain fell on day {number} of the month." for number in range(60))
    article += " The ferry sank near Lund. " + article
    assert "ferry" in nearest_stretch("The ferry sank.", article, pieces)
    assert nearest_stretch("The ferry sank.", " ", pieces) == ""


def write_prose(folder: Path) -> None:
    rows = [APPROVED, FIGURES, NEXT, SAID, WILL]
    sentences = []
    for one in rows:
        fields = [line.split() for line in one.strip().splitlines()]
        sentences.append(row_of(fields) | {"text": parsed(one).text})
    with gzip.open(folder / "prose-a.jsonl.gz", "wt", encoding="utf-8") as file:
        for row in range(480, 560):
            file.write(json.dumps({"row": row, "set": "made-up", "sentences": sentences}) + "\n")


def test_claims_are_made_alike(tmp_path: Path, pieces: WordPieces) -> None:
    write_prose(tmp_path)
    paragraphs = Paragraphs(tmp_path, TRAIN)
    assert len(paragraphs) == 60
    assert part_of(499) == HELD_OUT
    generator = Generator(paragraphs, LEXICON, pieces)
    made = [generator.claim(index, random.Random(index)) for index in range(60)]
    again = [generator.claim(index, random.Random(index)) for index in range(60)]
    assert made == again
    claims = [one for one in made if one is not None]
    assert len(claims) > 30
    assert not any(one.is_silent for one in claims)
    assert {"reworded", "verbatim"} <= {one.kind for one in claims}


def test_common_forms_are_counted(tmp_path: Path) -> None:
    write_prose(tmp_path)
    forms = common_forms(Paragraphs(tmp_path, TRAIN).counts_of_forms(1))
    assert forms["approve", "VBD"] == "approved"

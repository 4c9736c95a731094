"""Tests of the claim reader's data and training, on sentences made up for them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel

from training.claims.encoding import CONTEXT, TYPES, ClaimEncoder
from training.claims.examples import LabelledClaim, claim_loss, example_of, loss_of
from training.claims.figures import another_figure, in_digits, in_words, rounded, written_out
from training.claims.generated import Generator
from training.claims.grammar import Sentence, is_sound
from training.claims.lexicon import Lexicon, common_forms
from training.claims.model import (
    ABSENT,
    CONFLICTING,
    CONTRADICTED,
    ENTAILED,
    GROUNDED,
    NEITHER,
    NOT_ENTAILED,
    ClaimModel,
)
from training.claims.names import PERSON, PLACE, names_of
from training.claims.paragraphs import Paragraphs, part_of
from training.claims.public_sets import (
    HELD_OUT,
    TRAIN,
    PublicSets,
    nearest_stretches,
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
from training.claims.slips_of_figures import another_number, another_time, another_unit
from training.claims.slips_of_names import another_name, another_sex, another_title, part_of_name
from training.claims.slips_of_verbs import affirm, deny, plan_and_deed, swap_roles
from training.claims.slips_of_words import opposite
from training.claims.voice import active, passive
from training.readers.encoder import vocabulary
from training.readers.tokens import CASES, WordPieces, words_of

LEXICON = Lexicon(
    opposites={("VERB", "approve"): ["reject"], ("ADJ", "high"): ["low"]},
    alike={("NOUN", "lawyer"): ["attorney"]},
    forms={
        ("approve", "VB"): "approve", ("approve", "VBD"): "approved",
        ("approve", "VBN"): "approved", ("approve", "VBZ"): "approves",
        ("reject", "VBD"): "rejected", ("open", "VB"): "open", ("open", "VBD"): "opened",
        ("week", "NNS"): "weeks", ("month", "NNS"): "months", ("day", "NNS"): "days",
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
NOT_OPEN = """
She PRON/PRP she 4 nsubj
did AUX/VBD do 4 aux
not PART/RB not 4 advmod
open VERB/VB open 0 root
the DET/DT the 6 det
door+ NOUN/NN door 4 obj
. PUNCT/ . 4 punct
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


def conflicting(sentence: Sentence) -> list[str]:
    labels = sentence.word_labels()
    words = words_of(sentence.text)
    assert len(labels) == len(words)
    return [word.text for word, label in zip(words, labels, strict=True) if label == CONFLICTING]


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
    assert conflicting(sentence) == []


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


def test_slips_of_figures() -> None:
    texts = [changed(FIGURES, another_number, NEXT, seed=seed) for seed in range(30)]
    assert any("nineteen boats" in one.text for one in texts)
    for one in texts:
        assert one.text != parsed(FIGURES).text
        assert conflicting(one)
    unit = changed(FIGURES, another_unit)
    assert conflicting(unit) in (["months"], ["days"])
    time = changed(APPROVED, another_time)
    assert conflicting(time) != []
    assert "May" not in time.text


def test_a_slip_after_more_than_is_wrong() -> None:
    rng = random.Random(3)
    for _ in range(50):
        other = another_figure("700,000", rng, 1)
        assert other is None or int(other.replace(",", "")) > 980_000


def test_slips_of_names() -> None:
    titled = FIGURES.replace("Officer PROPN/NNP officer", "Sergeant PROPN/NNP Sergeant")
    assert changed(titled, another_name, NEXT).text.startswith("Sergeant Ida Krol counted")
    assert conflicting(changed(titled, another_title, NEXT)) == ["Mayor"]
    assert conflicting(changed(titled, part_of_name, NEXT)) in (["Ida"], ["Krol"])
    assert changed(NOT_OPEN, another_sex).text == "He did not open the door."


@pytest.mark.parametrize(
    ("rows", "function", "expected", "wrong"),
    [
        (NOT_OPEN, affirm, "She opened the door.", ["opened"]),
        (WILL, plan_and_deed, "The school opened in May.", ["opened"]),
        (APPROVED, opposite, "The council rejected the plan in May.", ["rejected"]),
        (
            APPROVED,
            swap_roles,
            "The plan approved the council in May.",
            ["The", "plan", "the", "council"],
        ),
    ],
)
def test_slips(rows: str, function: object, expected: str, wrong: list[str]) -> None:
    sentence = changed(rows, function)
    assert sentence.text == expected
    assert conflicting(sentence) == wrong


def test_denials() -> None:
    texts = {changed(APPROVED, deny, seed=seed).text for seed in range(20)}
    assert texts == {
        "The council did not approve the plan in May.",
        "The council never approved the plan in May.",
    }


@pytest.fixture(scope="module")
def encoder() -> ClaimEncoder:
    return ClaimEncoder(WordPieces(vocabulary()))


def test_an_input_has_its_blocks_and_the_places_of_words(encoder: ClaimEncoder) -> None:
    encoded = encoder.encode("Krol Ran", "It was Krol who ran.", "She came.")
    ids, types = encoded.input
    assert len(ids) == len(types)
    assert max(types) < TYPES
    assert types[1] == CONTEXT * CASES + 1
    assert encoder.pieces.unused(2) in ids
    assert [types[place] % CASES for place in encoded.words] == [1, 1]
    assert len(encoder.encode("a " * 200, "b " * 400, "c " * 100).input.ids) == encoder.longest
    assert encoder.encode("broken \ud83d text", "so \ud83d").input.ids


def write_data(folder: Path) -> None:
    pairs = [
        {
            "set": name, "licence": licence, "premise": f"Town {number} has {number} boats.",
            "hypothesis": f"Town {number} has boats.", "label": label,
        }
        for number in range(60)
        for name, licence, label in (
            ("open-set", "MIT", "entailment"), ("half-set", "Apache-2.0", "not_entailment"),
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


def test_public_sets_are_split_and_drawn_alike(tmp_path: Path, encoder: ClaimEncoder) -> None:
    write_data(tmp_path)
    train = public_claims(tmp_path, TRAIN, encoder)
    held_out = public_claims(tmp_path, HELD_OUT, encoder)
    assert {one.kind for one in train} == {"open-set", "half-set", "defacto", "cliff"}
    assert not {one.passage for one in train} & {one.passage for one in held_out}
    assert {one.label for one in train if one.kind == "half-set"} == {NOT_ENTAILED}
    drawn = PublicSets(train)
    assert drawn.draw(3, 40) == PublicSets(train).draw(3, 40)
    assert drawn.draw(3, 40) != drawn.draw(4, 40)
    assert split("a \ud83d b") in (TRAIN, HELD_OUT)


def test_the_nearest_stretch_has_the_words_of_the_claim(encoder: ClaimEncoder) -> None:
    article = " ".join(f"Rain fell on day {number} of the month." for number in range(60))
    article += " The ferry sank near Lund. " + article
    assert "ferry" in nearest_stretches("The ferry sank.", article, encoder, 1)[0]


def write_prose(folder: Path) -> None:
    rows = [APPROVED, FIGURES, NEXT, SAID, WILL]
    sentences = []
    for one in rows:
        fields = [line.split() for line in one.strip().splitlines()]
        sentences.append(row_of(fields) | {"text": parsed(one).text})
    with gzip.open(folder / "prose-a.jsonl.gz", "wt", encoding="utf-8") as file:
        for row in range(480, 560):
            file.write(json.dumps({"row": row, "set": "made-up", "sentences": sentences}) + "\n")


def test_claims_are_made_alike_and_of_all_labels(tmp_path: Path, encoder: ClaimEncoder) -> None:
    write_prose(tmp_path)
    paragraphs = Paragraphs(tmp_path, TRAIN)
    assert len(paragraphs) == 60
    assert part_of(499) == HELD_OUT
    generator = Generator(paragraphs, LEXICON, encoder)
    made = [one for index in range(60) for one in generator.claims(index, random.Random(index), 2)]
    again = [one for index in range(60) for one in generator.claims(index, random.Random(index), 2)]
    assert made == again
    assert {one.label for one in made} == {ENTAILED, CONTRADICTED, NEITHER}
    for one in made:
        assert len(one.words) == len(words_of(one.claim))
        if one.label == ENTAILED:
            assert set(one.words) == {GROUNDED}
        if one.label == CONTRADICTED:
            assert CONFLICTING in one.words
        if one.label != NEITHER:
            assert ABSENT not in one.words


def test_common_forms_are_counted(tmp_path: Path) -> None:
    write_prose(tmp_path)
    forms = common_forms(Paragraphs(tmp_path, TRAIN).counts_of_forms(1))
    assert forms["approve", "VBD"] == "approved"


def test_the_loss_of_what_is_only_not_entailed() -> None:
    logits = torch.log(torch.tensor([[0.2, 0.3, 0.5]]))
    assert float(claim_loss(logits, torch.tensor([NOT_ENTAILED]))) == pytest.approx(
        0.2231, abs=1e-3
    )
    assert float(claim_loss(logits, torch.tensor([NEITHER]))) == pytest.approx(0.6931, abs=1e-3)


def test_training_lowers_the_loss(encoder: ClaimEncoder) -> None:
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=30522, hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=64, type_vocab_size=TYPES, attn_implementation="eager",
    )  # fmt: skip
    model = ClaimModel(BertModel(config, add_pooling_layer=False))
    rows = [
        LabelledClaim("The ferry sank.", "A ferry sank near Lund.", "", ENTAILED, "made-up"),
        LabelledClaim("The ferry burned.", "A ferry sank.", "", CONTRADICTED, "made-up",
            (0, 0, 1, 0)),
        LabelledClaim("The bus burned.", "A ferry sank.", "It rained.", NOT_ENTAILED, "made-up"),
    ]  # fmt: skip
    examples = [example_of(row, encoder) for row in rows]
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    device = torch.device("cpu")
    losses = []
    for _ in range(12):
        loss = loss_of(model, examples, device, 0.5)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(float(loss.detach()))
    assert losses[-1] < losses[0]
    assert float(loss_of(model, examples, device, 0.0).detach()) < losses[-1] + 1

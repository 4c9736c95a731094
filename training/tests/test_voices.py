"""Tests of sources in other voices, records and twins, on sentences made up for them."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
import torch
from transformers import BertConfig, BertModel

from training.claims.attributed import attributed
from training.claims.encoding import BLOCKS, CLAIM, TYPES, ClaimEncoder
from training.claims.examples import LabelledClaim, example_of, labels_of_twin, loss_of
from training.claims.first_person import SHE_FOR, in_first_person, speaker_of, told_by_name
from training.claims.matches import APART, BESIDE, MISSING, NOT_SOUGHT, matches
from training.claims.model import CONFLICTING, CONTRADICTED, ENTAILED, GROUNDED, UNKNOWN, ClaimModel
from training.claims.notes import Style, as_form, noted
from training.claims.records import RECORDS, record_claims
from training.claims.setting import Setting
from training.claims.voices import VOICES, mail, questions, transcript
from training.readers.encoder import vocabulary
from training.readers.tokens import CASES, WordPieces, words_of
from training.tests.test_claims import APPROVED, FIGURES, LEXICON, NEXT, parsed, setting

PLAIN = Style(False, False, False, True, True, True, True)
"""Notes without articles and copulas, dates first and figures last."""

OWN_WORDS = """
I PRON/PRP I 2 nsubj
have VERB/VBP have 0 root
my PRON/PRP$ my 4 nmod:poss
boat+ NOUN/NN boat 2 obj
. PUNCT/ . 2 punct
"""
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


def test_what_one_says_of_oneself_is_told_by_name() -> None:
    lexicon = LEXICON.__class__(forms={("have", "VBZ"): "has"})
    told = told_by_name(parsed(OWN_WORDS), "Ida Krol", lexicon, SHE_FOR)
    assert told is not None
    assert told.text == "Ida Krol has her boat."
    assert told_by_name(parsed(HER_BOAT), "Ida Krol", lexicon, SHE_FOR) is None


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


def test_who_said_it() -> None:
    passage = [parsed(APPROVED), parsed(NEXT)]
    for seed in range(20):
        claim = attributed(passage, passage[0], setting(*passage, seed=seed))
        assert claim is not None
        assert claim.twin is not None
        assert claim.claim != claim.twin.claim
        assert (claim.label, claim.twin.label) == (ENTAILED, CONTRADICTED)
        assert CONFLICTING in claim.twin.words


@pytest.mark.parametrize("seed", range(12))
def test_records_have_true_claims_and_twins(seed: int) -> None:
    rng = random.Random(seed)
    for record in RECORDS:
        made = record(rng)
        for claim, wrong in made.claims:
            assert claim not in wrong
    claims = record_claims(random.Random(seed), 3)
    assert claims == record_claims(random.Random(seed), 3)
    for claim in claims:
        if claim.twin is not None:
            assert claim.label == ENTAILED
            assert claim.twin.passage == claim.passage
            assert len(claim.twin.words) == len(words_of(claim.twin.claim))
            assert CONFLICTING in claim.twin.words


def test_labels_of_a_twin() -> None:
    assert labels_of_twin("Krol saw Brandt.", "Brandt saw Krol.") == (
        CONFLICTING, UNKNOWN, CONFLICTING, UNKNOWN,
    )  # fmt: skip
    assert labels_of_twin("Krol ran.", "Brandt ran.") == (CONFLICTING, GROUNDED, GROUNDED)


def found_in(text: str, other: str) -> Sequence[int]:
    return matches(words_of(text), words_of(other))


def test_words_that_the_passage_has_beside_the_same_words_or_apart() -> None:
    passage = "Ann Brandt counted the boats. " + "It rained and it rained. " * 3 + "Ida Krol slept."
    assert found_in("Ann Brandt counted boats.", passage) == [BESIDE] * 4 + [NOT_SOUGHT]
    assert found_in("Ida Krol counted boats.", passage)[:2] == [APART, APART]
    assert found_in("The mayor counting boats.", passage) == [
        NOT_SOUGHT, MISSING, BESIDE, BESIDE, NOT_SOUGHT,
    ]  # fmt: skip


def test_types_say_what_the_other_side_has() -> None:
    encoder = ClaimEncoder(WordPieces(vocabulary()))
    encoded = encoder.encode("Krol ran", "Krol slept.")
    kinds = [encoded.input.types[place] // CASES for place in encoded.words]
    assert [kind % BLOCKS for kind in kinds] == [CLAIM, CLAIM]
    assert [kind // BLOCKS for kind in kinds] == [APART, MISSING]
    assert max(encoded.input.types) < TYPES


class _Said(torch.nn.Module):
    """Gives the first input one logit of entailment, and the second another."""

    def __init__(self, first: float, second: float) -> None:
        super().__init__()
        self.logits = torch.tensor([[first, 0.0, 0.0], [second, 0.0, 0.0]])

    def forward(self, ids: torch.Tensor, *_: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.logits, torch.zeros(*ids.shape, 3)


def test_twins_are_drawn_apart() -> None:
    encoder = ClaimEncoder(WordPieces(vocabulary()))
    false = LabelledClaim("Krol slept.", "Krol ran.", "", CONTRADICTED, "made-up")
    true = LabelledClaim("Krol ran.", "Krol ran.", "", ENTAILED, "made-up", (), false)
    example = example_of(true, encoder)
    assert len(example.both) == 2
    device = torch.device("cpu")
    near, far, further = (
        float(loss_of(_Said(one, other), [example], device, 0.0))
        for one, other in ((0.0, 0.0), (5.0, 0.0), (5.0, -3.0))
    )
    assert near > far > further


def test_weights_with_fewer_types_are_taken() -> None:
    def model(types: int) -> ClaimModel:
        config = BertConfig(
            vocab_size=50, hidden_size=8, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=8, type_vocab_size=types,
        )  # fmt: skip
        return ClaimModel(BertModel(config, add_pooling_layer=False))

    old, new = model(12), model(TYPES)
    new.load_state_dict(old.state_dict())
    table = new.encoder.embeddings.token_type_embeddings.weight
    assert torch.equal(table[12:24], old.encoder.embeddings.token_type_embeddings.weight)

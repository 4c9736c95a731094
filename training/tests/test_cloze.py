"""Tests of the claim reader's inputs, examples and model, on made-up claims."""

from __future__ import annotations

import random

import pytest
import torch
from transformers import BertConfig, BertModel

from training.claims.claim import Claim
from training.claims.encoding import LONGEST_CLAIM, TYPES, ClozeEncoder, EncodedCloze
from training.claims.evaluate import Reading, by_neighbours, figures_of
from training.claims.examples import (
    ClozeExample,
    cloze_of,
    example_of,
    loss_of,
    probabilities_of,
    without,
)
from training.claims.model import MASK, ClozeModel
from training.claims.units import FIGURE, NAME, WORD, units_of
from training.readers.encoder import vocabulary
from training.readers.tokens import WordPieces, words_of

PASSAGE = "The Halden Star sank off Stavanger on Monday. A ferry left Bergen with 54 people."
CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def encoder() -> ClozeEncoder:
    return ClozeEncoder(WordPieces(vocabulary()))


def encoded_of(
    encoder: ClozeEncoder, text: str, value: str, passage: str, context: str = ""
) -> EncodedCloze | None:
    words = words_of(text)
    unit = next(one for one in units_of(words) if words[one.first].text == value)
    return encoder.encode(words, unit, words_of(passage), words_of(context))


def test_an_input_has_the_mask_and_says_what_the_other_side_has(encoder: ClozeEncoder) -> None:
    encoded = encoded_of(
        encoder,
        "The ferry Halden Star sank off Bergen with 45 people on board.",
        "Bergen",
        "The Halden Star went down off Stavanger on Monday. "
        "It carried 54 people, and another ferry left Bergen later.",
    )
    assert encoded is not None
    claim = [0, 1, 24, 25, 25, 25, 12, 0, 0, 0, 12, 24, 0, 12, 0, 0]
    passage = [5, 29, 29, 29, 16, 4, 4, 17, 17, 17, 4, 17, 4]
    passage += [5, 16, 16, 40, 4, 4, 4, 40, 16, 17, 16, 4, 4]
    assert encoded.input.types == [*claim, *passage]
    assert [place for place, piece in enumerate(encoded.input.ids) if piece == MASK] == [8]
    assert (encoded.words[0], encoded.words[6], encoded.words[19]) == (16, 23, 38)


def test_the_case_of_the_mask_is_the_kind_of_the_value(encoder: ClozeEncoder) -> None:
    text = "Roe paid £1,200 for the surveys."
    for value, kind in (("Roe", NAME), ("1", FIGURE), ("surveys", WORD)):
        encoded = encoded_of(encoder, text, value, "Roe paid.")
        assert encoded is not None
        assert encoded.input.types[encoded.input.ids.index(MASK)] == kind
        assert max(encoded.input.types) < TYPES


def test_a_context_comes_first_and_an_empty_one_leaves_no_trace(encoder: ClozeEncoder) -> None:
    bare = encoded_of(encoder, "Roe left Lund.", "Lund", "Roe left.")
    full = encoded_of(encoder, "Roe left Lund.", "Lund", "Roe left.", "It rained.")
    assert bare is not None
    assert full is not None
    mark = encoder.pieces.unused(2)
    assert mark not in bare.input.ids
    end = full.input.ids.index(mark)
    assert full.input.ids[end + 1 :] == bare.input.ids[1:]


def test_what_is_too_long_is_cut(encoder: ClozeEncoder) -> None:
    encoded = encoded_of(encoder, "Roe left Lund.", "Lund", "sea " * 300, "rain " * 100)
    assert encoded is not None
    assert len(encoded.input.ids) == encoder.longest
    assert encoded.words[-1] == encoder.longest - 2
    far = f"Roe saw {'the sea ' * LONGEST_CLAIM} off Lund."
    assert encoded_of(encoder, far, "Lund", "Lund.") is None


def examples_of(claim: Claim, encoder: ClozeEncoder) -> list[tuple[str, str, ClozeExample]]:
    """The value, the passage and the example of many draws."""
    found = []
    for seed in range(60):
        cloze = cloze_of(claim, random.Random(seed))
        example = None if cloze is None else example_of(cloze, encoder)
        if cloze is not None and example is not None:
            value = cloze.words[cloze.value.first].text
            passage = " ".join(word.text for word in cloze.passage)
            found.append((value, passage, example))
    return found


def test_targets_are_the_words_of_the_value(encoder: ClozeEncoder) -> None:
    claim = Claim("The Halden Star sank near Stavanger.", PASSAGE, "", "made-up")
    whole = " ".join(word.text for word in words_of(PASSAGE))
    kept = [one for one in examples_of(claim, encoder) if one[1] == whole]
    targets = {
        value: [example.words.index(place) for place in example.targets]
        for value, _, example in kept
    }
    assert targets["The"] == [0, 1, 2]
    assert targets["Stavanger"] == [5]


def test_some_passages_lose_the_value_and_have_no_target(encoder: ClozeEncoder) -> None:
    claim = Claim("The Halden Star sank near Stavanger.", PASSAGE, "", "made-up")
    lost = [one for one in examples_of(claim, encoder) if "Stavanger" not in one[1]]
    assert lost
    assert {passage for _, passage, _ in lost} == {"A ferry left Bergen with 54 people ."}
    assert {example.targets for _, _, example in lost} == {(0,)}


def test_of_a_claim_without_support_what_the_passage_lacks_is_hidden(
    encoder: ClozeEncoder,
) -> None:
    claim = Claim("The Halden Star left Oslo with 54 people.", PASSAGE, "", "made-up", True)
    found = examples_of(claim, encoder)
    assert {value for value, _, _ in found} == {"Oslo"}
    assert {example.targets for _, _, example in found} == {(0,)}


def test_sentences_without_a_value() -> None:
    (unit,) = units_of(words_of("Bergen"))
    assert without(unit, PASSAGE) == "The Halden Star sank off Stavanger on Monday."


def test_the_baseline_goes_by_the_words_beside_the_blank() -> None:
    claim = Claim("A ferry with 54 people left Bergen.", PASSAGE, "", "made-up")
    for seed in range(40):
        cloze = cloze_of(claim, random.Random(seed))
        if cloze is None or cloze.words[cloze.value.first].text != "Bergen":
            continue
        pointed = by_neighbours(cloze)
        if "Bergen" in [word.text for word in cloze.passage]:
            assert pointed is not None
            assert cloze.passage[pointed.first].text == "Bergen"
        else:
            assert pointed is None


def test_figures_count_each_kind_and_the_silent_ones_apart() -> None:
    figures = figures_of(
        [
            Reading(NAME, True, True, True, 0.95, False),
            Reading(NAME, True, True, False, 0.45, False),
            Reading(FIGURE, True, False, True, 0.95, True),
            Reading(FIGURE, False, True, True, 0.95, True),
        ]
    )
    assert figures["rivalled"] == {
        "name": {"examples": 2, "reader": 0.5, "baseline": 0.0},
        "figure": {"examples": 0},
        "word": {"examples": 0},
    }
    assert figures["silent"] == {"examples": 1, "reader": 1.0, "baseline": 1.0}
    assert [row["items"] for row in figures["calibration"]] == [1, 3]
    assert figures["expected calibration error"] == pytest.approx((3 * 0.05 + 0.45) / 4)


def small_model(types: int) -> ClozeModel:
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=30522, hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=64, type_vocab_size=types, attn_implementation="eager",
    )  # fmt: skip
    return ClozeModel(BertModel(config, add_pooling_layer=False))


def test_training_lowers_the_loss(encoder: ClozeEncoder) -> None:
    claim = Claim("The Halden Star sank near Stavanger.", PASSAGE, "", "made-up")
    examples = [example for _, _, example in examples_of(claim, encoder)][:4]
    model = small_model(TYPES)
    chances = probabilities_of(model, examples, CPU).exp()
    assert torch.allclose(chances.sum(dim=1), torch.ones(4), atol=1e-4)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    losses = []
    for _ in range(12):
        loss = loss_of(model, examples, CPU)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(float(loss.detach()))
    assert losses[-1] < losses[0]


def test_weights_with_fewer_types_or_other_heads_are_taken() -> None:
    old, new = small_model(12), small_model(TYPES)
    new.load_state_dict(old.state_dict())
    table = new.encoder.embeddings.token_type_embeddings.weight
    assert torch.equal(table[12:24], old.encoder.embeddings.token_type_embeddings.weight)

    weights = {name: value for name, value in old.state_dict().items() if "encoder." in name}
    own = new.hidden_head.weight.detach().clone()
    new.load_state_dict({**weights, "other_head.weight": torch.zeros(3, 32)})
    assert torch.equal(new.hidden_head.weight, own)

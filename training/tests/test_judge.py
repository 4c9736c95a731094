"""The judge: its input, its data, its loss, its figures, and a run on made-up rows."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import MPNetConfig, MPNetModel

from training.judge.claim import CONTRADICTED, FALSE, NEITHER, SUPPORTED, Claim, Group, whole
from training.judge.claim_alone import area_by_claim_alone, without_give_aways
from training.judge.distil import DistilledJudgeTask, answers_file, answers_of
from training.judge.encoding import BORNE_OUT, NOT_BORNE_OUT, JudgeEncoder
from training.judge.evaluate import figures_of, found_at_precision, ticked_at
from training.judge.export import export_judge
from training.judge.model import load_judge
from training.judge.public_sets import Passages
from training.judge.stories import claim_of
from training.judge.task import JudgeTask, places_of_words
from training.readers.dequantise import weights_for
from training.readers.encoder import batch_of, vocabulary
from training.readers.exported import Exported
from training.readers.tokens import WordPieces
from training.readers.trainer import Settings, train
from training.tests.judge_inputs import text as judge_inputs
from training.tests.made_up import write_mpnet_vocabulary

PASSAGE = "The council turned down the plan. Maren Oduay voted against it."


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An MPNet of one narrow layer, with random weights and the vocabulary of all bases."""
    folder = tmp_path_factory.mktemp("base")
    pieces = WordPieces(write_mpnet_vocabulary(folder))
    torch.manual_seed(1)
    config = MPNetConfig(
        vocab_size=len(pieces.ids), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32,
    )  # fmt: skip
    MPNetModel(config, add_pooling_layer=False).save_pretrained(folder)
    return str(folder)


def row(text: str, label: str, **more: object) -> dict[str, object]:
    """A claim as `examples.ts` writes it."""
    claim = {"sentence": text, "span": [0, len(text)], "passages": [PASSAGE]}
    return {**claim, "label": label, "kind": "near", **more}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hundred rows: two public sets and the claims of twenty stories."""
    folder = tmp_path_factory.mktemp("data")
    pair = {"set": "made-up", "licence": "CC0", "premise": PASSAGE}
    labels = ("entailment", "contradiction", "neutral", "not_entailment")
    pairs = [
        {
            **pair,
            "premise": f"{PASSAGE} {n}",
            "hypothesis": f"The plan fell {n}.",
            "label": labels[n % 4],
        }
        for n in range(40)
    ]
    claims = [
        {
            "set": "wice",
            "article": f"{PASSAGE} It was day {n}.",
            "claim": "It fell.",
            "label": "supported",
        }
        for n in range(20)
    ]
    stories = [
        {
            "story": f"{'ay'[n // 16]}-{n:02}",
            "from": "pair" if n % 2 else "draft",
            "claims": [
                row(f"The council turned down plan {n}.", "supported"),
                row(f"The council backed plan {n}.", "contradicted", wrong=[[12, 18]]),
            ][: 1 + n % 2],
        }
        for n in range(20)
    ]
    for name, rows in (("pairs", pairs), ("claims", claims), ("stories", stories)):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(one) + "\n" for one in rows)
    return folder


def test_words_that_are_not_borne_out_are_labelled_in_code_points(base: str) -> None:
    text = "“🙂” The council backed the plan."
    units = len(text[: text.index("backed")].encode("utf-16-le")) // 2
    claim = claim_of(row(text, "contradicted", span=[5, 99], wrong=[[units, units + 6]]))
    encoded = JudgeEncoder(WordPieces(vocabulary(base))).encode(claim)
    words = dict(zip(encoded.starts, encoded.words, strict=True))
    assert words.pop(text.index("backed")) == NOT_BORNE_OUT
    assert set(words.values()) == {BORNE_OUT}


def test_an_input_begins_with_the_claim_and_is_cut_in_the_last_passage(base: str) -> None:
    pieces = WordPieces(vocabulary(base))
    claim = whole("The plan fell.", [PASSAGE, "word " * 300], SUPPORTED, "near")
    ids = JudgeEncoder(pieces).encode(claim, most=58).input.ids
    assert len(ids) == ids.index(pieces.sep) + 1 + 58
    assert len(JudgeEncoder(pieces, 64).encode(claim).input.ids) == 64
    assert ids[0] == pieces.cls
    assert ids[-1] == pieces.sep
    assert pieces.pieces("Maren")[0] in ids


def test_the_product_is_tested_with_what_the_encoder_gives_now() -> None:
    path = Path(__file__).parents[2] / "test" / "inference" / "judgeInputs.jsonl"
    assert path.read_text(encoding="utf-8") == judge_inputs()


def test_passages_are_the_stretches_with_the_rarest_shared_words(base: str) -> None:
    article = f"{'It rained all day. ' * 60}Maren Oduay closed the ferry. {'It rained on. ' * 60}"
    nearest = Passages(article, WordPieces(vocabulary(base))).nearest("The ferry was closed.")
    assert "ferry" in nearest[0]


def test_the_loss_takes_claims_of_which_only_is_known_that_they_are_false(
    base: str, data: Path
) -> None:
    task = JudgeTask(data, data / "stories.jsonl.gz", base)
    examples = task.pool(0)
    labels = {claim.label for example in examples for claim in example.claims}
    assert {SUPPORTED, CONTRADICTED, NEITHER, FALSE} <= labels
    loss = task.loss(examples[:8], torch.device("cpu"))
    assert bool(torch.isfinite(loss))
    loss.backward()
    types = task.model.encoder.types.weight
    assert types.grad is not None
    assert not task.model.encoder.words.weight.requires_grad


def test_a_true_claim_is_read_again_with_passages_for_another_claim_of_its_story(
    base: str, data: Path
) -> None:
    def group(sentence: str, passages: tuple[str, ...]) -> Group:
        return Group([whole(sentence, passages, SUPPORTED, "near")], "a-01", "draft")

    claim = group("The plan fell.", ("The council turned down the plan.", PASSAGE))
    other = group("It rained.", (PASSAGE, "The weather was bad."))
    task = JudgeTask(data, data / "stories.jsonl.gz", base)
    task.stories = {"a-01": [other.claims[0]], "a-02": [claim.claims[0]]}

    silent = task.elsewhere(claim, random.Random(1))

    assert silent is not None
    assert silent.claims[0].label == NEITHER
    assert silent.claims[0].passages == ["The weather was bad."]


def test_a_run_goes_on_where_it_stopped(base: str, data: Path, tmp_path: Path) -> None:
    for most in (30, 60):
        task = JudgeTask(data, data / "stories.jsonl.gz", base)
        train(task, Settings(tmp_path, batch_pieces=512, most_examples=most))
    state = torch.load(tmp_path / "judge" / "checkpoint.pt", weights_only=True)
    assert state["position"]["examples"] >= 60


def test_an_export_gives_what_the_model_gives(base: str, data: Path, tmp_path: Path) -> None:
    judge = load_judge(base).eval()
    torch.save(judge.state_dict(), tmp_path / "snapshot.pt")
    out = tmp_path / "desktop" / "judge"
    export_judge(data / "stories.jsonl.gz", tmp_path, base, tmp_path / "snapshot.pt", out)

    labels = json.loads((out / "labels.json").read_text(encoding="utf-8"))
    assert labels == {"width": 16, "verdicts": ["supported", "contradicted", "neither"]}
    assert WordPieces(out.parent / "vocabulary.txt").ids == WordPieces(vocabulary(base)).ids
    exported = Exported(out / "model.onnx")
    encoder = JudgeEncoder(WordPieces(vocabulary(base)))
    for text in ("It fell.", "Nobody was there."):
        claim = whole(text, [PASSAGE], SUPPORTED, "")
        batch = batch_of([encoder.encode(claim).input], torch.device("cpu"))
        with torch.inference_mode():
            expected = judge(*batch)
        for output, other in zip(exported(*batch), expected, strict=True):
            assert output.shape == other.shape
            assert (output - other).abs().max() < 0.05


def test_a_run_can_begin_with_exported_weights(base: str, data: Path, tmp_path: Path) -> None:
    judge = load_judge(base)
    for name, parameter in judge.named_parameters():
        if parameter.requires_grad:
            torch.nn.init.normal_(parameter, float("norm" in name.lower()), 0.1)
    torch.save(judge.state_dict(), tmp_path / "snapshot.pt")
    out = tmp_path / "desktop" / "judge"
    export_judge(data / "stories.jsonl.gz", tmp_path, base, tmp_path / "snapshot.pt", out)
    other = load_judge(base)

    other.load_state_dict(weights_for(other, out / "model.onnx"))

    for (name, one), two in zip(judge.named_parameters(), other.parameters(), strict=True):
        assert (one - two).abs().max() <= one.abs().max() / 250, name


def test_a_small_judge_gets_closer_to_its_teacher_than_by_labels_alone(
    base: str, data: Path, tmp_path: Path
) -> None:
    judge = load_judge(base)
    torch.nn.init.constant_(judge.word.bias, 4.0)
    torch.save(judge.state_dict(), tmp_path / "snapshot.pt")
    out = tmp_path / "desktop" / "judge"
    export_judge(data / "stories.jsonl.gz", tmp_path, base, tmp_path / "snapshot.pt", out)
    labelled = JudgeTask(data, data / "stories.jsonl.gz", base, "labelled")
    large = JudgeTask(data, data / "stories.jsonl.gz", base, "small-judge")
    teacher = Exported(out / "model.onnx")
    answers = tmp_path / "answers"
    answers.mkdir()
    torch.save(answers_of(teacher, large, large.pool(0)), answers_file(answers, 0))
    taught = DistilledJudgeTask(large, answers, base)

    for task in (labelled, taught):
        train(task, Settings(tmp_path, batch_pieces=512, most_examples=200, warmup=1))

    examples = taught.pool(1)[:8]
    batch = large.batch(examples, torch.device("cpu"))
    places = places_of_words([claim for example in examples for claim in example.claims])
    teacher_words = torch.cat([example.words for example in examples])
    with torch.inference_mode():
        by_labels, by_teacher = (task.model(*batch)[1][places] for task in (labelled, taught))
    distances = [(words - teacher_words).abs().mean() for words in (by_teacher, by_labels)]
    assert distances[0] < 0.95 * distances[1]


def test_what_a_word_betrays_is_left_out() -> None:
    claims = [
        (f"s{n}", whole(f"All of them left {n % 7}." if n % 2 else f"Nobody left {n % 7}.",
                        [], NEITHER if n % 2 else SUPPORTED, ""))
        for n in range(200)
    ]  # fmt: skip
    assert area_by_claim_alone(claims)[0] > 0.95
    assert sum(without_give_aways(claims)) == 0


def test_figures_of_claims_and_of_pairs() -> None:
    def claim(label: int) -> Claim:
        return whole("It fell.", [], label, "who")

    groups = [
        Group([claim(SUPPORTED), claim(CONTRADICTED)], "a-01", "pair"),
        Group([claim(NEITHER)], "a-01", "statement"),
    ]
    scores = [np.array([[0.9, 0.05, 0.05], [0.2, 0.7, 0.1]]), np.array([[0.3, 0.1, 0.6]])]
    figures = figures_of(groups, scores)
    assert figures["pairs"]["ranked"] == 1
    assert figures["all"]["area"] == 1
    assert figures["all"]["contradictedFound"] == 1


def test_shares_at_a_threshold() -> None:
    true, false = np.linspace(0, 1, 11), np.array([0.1, 0.45, 0.9])
    assert ticked_at(true, false, 0.6) == pytest.approx(2 / 3)
    assert found_at_precision(np.array([0.9, 0.5]), np.array([0.7]), 0.85) == 0.5
    assert found_at_precision(np.array([0.5]), np.array([0.5]), 0.85) == 0

"""The sentence reader trained for a few steps on made-up rows, resumed, exported, measured."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from training.readers.encoder import vocabulary
from training.readers.tokens import WordPieces
from training.sentences.encoding import SentenceEncoder
from training.sentences.evaluate import evaluate, generated
from training.sentences.labelled_sets import human_corrections
from training.sentences.model import SentenceModel
from training.sentences.task import SentenceTask
from training.tests.made_up import write_data

ROOT = Path(__file__).resolve().parents[2]
TRAIN = "training.sentences.train"


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    """Small models gain nothing from more threads, and lose much on a busy machine."""
    torch.set_num_threads(1)


def run(module: str, *options: object) -> str:
    """Runs a command of the pipeline from the project's root; returns what it printed."""
    command = [sys.executable, "-m", module, *(str(option) for option in options)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def examples_seen(folder: Path) -> int:
    """The number of examples that the checkpoint of a run has seen."""
    return torch.load(folder / "checkpoint.pt", weights_only=True)["position"]["examples"]


@dataclass(frozen=True)
class Trained:
    """A run that was stopped, resumed and exported."""

    options: list[object]
    folder: Path
    out: Path
    stopped_after: int
    printed: str


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("sentences")
    data, parsed = write_data(folder)
    work, out = parsed.parent, folder / "model"
    options = ["--data", data, "--work", work, "--batch-pieces", 256]
    run(TRAIN, *options, "--most-examples", 40)
    stopped_after = examples_seen(work / "sentences")
    printed = run(TRAIN, *options, "--most-examples", 80, "--out", out)
    return Trained(options, work / "sentences", out, stopped_after, printed)


def test_resumes_and_exports(trained: Trained) -> None:
    assert f"resumed after {trained.stopped_after} examples" in trained.printed
    assert examples_seen(trained.folder) >= 80 > trained.stopped_after >= 40
    assert (trained.out / "model.onnx").stat().st_size < 25_000_000
    labels = json.loads((trained.out / "labels.json").read_text())
    reference = json.loads((trained.folder / "reference.json").read_text())
    assert reference["outputs"]
    for one in reference["inputs"]:
        for output, logits in one["expected"].items():
            assert len(logits) == len(one["ids"])
            if isinstance(logits[0], list):
                assert len(logits[0]) == len(labels[output])


def test_begins_with_an_exported_model(trained: Trained) -> None:
    begin = ["--name", "again", "--start", trained.out, "--most-examples", 10]
    printed = run(TRAIN, *trained.options, *begin)
    assert f"began with the weights of {trained.out}" in printed


def test_first_steps_lower_the_loss_of_damage(tmp_path: Path) -> None:
    data, parsed = write_data(tmp_path)
    task = SentenceTask(data, parsed, parsed.parent)
    examples = task.pool(0)[:16]
    optimizer = torch.optim.AdamW(task.model.parameters(), lr=3e-4)
    losses = []
    for _ in range(5):
        loss = task.loss(examples, torch.device("cpu"))
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(float(loss.detach()))
    assert losses[-1] < losses[0] / 2


def test_measures_a_sentence_reader(tmp_path: Path) -> None:
    data, parsed = write_data(tmp_path)
    task = SentenceTask(data, parsed, parsed.parent, held_out=True)
    assert isinstance(task.model, SentenceModel)
    encoder = SentenceEncoder(WordPieces(vocabulary()))
    sets = dict.fromkeys(("treebank", "news", "human"), human_corrections(data))

    figures = evaluate(task.model.eval(), encoder, sets, generated(task, 20))

    for name in ("treebank", "human", "generated"):
        assert 0 <= figures[name]["area under curve"] <= 1
    assert sum(one["items"] for one in figures["calibration"]) == len(sets["treebank"])

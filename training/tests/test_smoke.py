"""Both readers trained for a few steps on made-up rows, stopped, resumed and exported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import torch

from training.tests.made_up import write_data

ROOT = Path(__file__).resolve().parents[2]


def run(module: str, *options: object) -> str:
    """Runs a command of the pipeline from the project's root; returns what it printed."""
    command = [sys.executable, "-m", module, *(str(option) for option in options)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "name"),
    [("training.sentences.train", "sentences"), ("training.claims.train", "claims")],
)
def test_trains_resumes_and_exports(tmp_path: Path, module: str, name: str) -> None:
    data, parsed = write_data(tmp_path)
    work, out = parsed.parent, tmp_path / "model"
    options = ["--data", data, "--work", work, "--batch-pieces", 256]

    run(module, *options, "--most-examples", 40)
    first = torch.load(work / name / "checkpoint.pt", weights_only=True)["position"]
    printed = run(module, *options, "--most-examples", 80, "--out", out)
    second = torch.load(work / name / "checkpoint.pt", weights_only=True)["position"]

    assert f"resumed after {first['examples']} examples" in printed
    assert second["examples"] >= 80 > first["examples"] >= 40
    assert (out / "model.onnx").stat().st_size < 25_000_000
    assert (work / name / "reference.json").exists()


def test_first_steps_lower_the_loss_of_damage(tmp_path: Path) -> None:
    from training.sentences.task import SentenceTask

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

"""The training loop of both readers: resumable, within a time budget, next to other work.

The learning rate rises over the first steps and then stays constant, so that a run can last for
days. The moving average of the weights, which evens out their noise, is evaluated and shipped.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import signal
import time
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn

from training.readers.dequantise import weights_for

LOG_SECONDS = 60
CHECKPOINT_SECONDS = 300
AVERAGE_DECAY = 0.998
"""The decay of the moving average per step: it covers about 500 steps."""

log = logging.getLogger("training")


class Sized(Protocol):
    """An example that knows its number of pieces."""

    @property
    def length(self) -> int:
        """The length of its longest input, in pieces."""

    @property
    def inputs(self) -> int:
        """The number of its inputs to the encoder: more than one if they are compared."""


E = TypeVar("E", bound=Sized)


class Task(Protocol[E]):
    """The subject of a training run: a model, the examples that it learns from and the loss."""

    name: str
    """The name of the run's folder."""

    @property
    def model(self) -> nn.Module:
        """The model that learns."""

    def pool(self, number: int) -> list[E]:
        """About a thousand examples, always the same for the same number."""

    def loss(self, examples: Sequence[E], device: torch.device) -> Tensor:
        """The mean loss of a batch."""


@dataclass(frozen=True)
class Settings:
    """The settings of a run. Times are in minutes of wall clock."""

    work: Path
    start: Path | None = None
    minutes: float = 60.0
    threads: int = 1
    learning_rate: float = 3e-4
    warmup: int = 300
    batch_pieces: int = 1536
    snapshot_every: int = 50_000
    most_examples: int = 1 << 62
    frozen_layers: int = 0
    """How many of the lowest layers, with the embeddings, are not trained. Late runs go faster."""
    decay: bool = False
    """Whether the rate falls to zero over the minutes, to end a run rather than to continue it."""
    processor_minutes: float = float("inf")
    """Upper bound on the whole run, resumed or not, for comparisons at equal compute."""

    @staticmethod
    def add_options(parser: argparse.ArgumentParser) -> None:
        """Adds the options that `from_options` reads."""
        parser.add_argument("--work", type=Path, required=True, help="folder of the checkpoints")
        parser.add_argument(
            "--start", type=Path, help="exported model to begin with where there is no checkpoint"
        )
        parser.add_argument("--minutes", type=float, default=60.0, help="time budget")
        parser.add_argument("--threads", type=int, default=1)
        parser.add_argument("--learning-rate", type=float, default=3e-4)
        parser.add_argument("--warmup", type=int, default=300, help="steps of a rising rate")
        parser.add_argument("--batch-pieces", type=int, default=1536)
        parser.add_argument("--snapshot-every", type=int, default=50_000, help="in examples")
        parser.add_argument("--most-examples", type=int, default=1 << 62)
        parser.add_argument(
            "--frozen-layers", type=int, default=0, help="layers not trained, from the bottom"
        )
        parser.add_argument("--decay", action="store_true", help="let the rate fall to nothing")
        parser.add_argument("--processor-minutes", type=float, default=float("inf"))

    @classmethod
    def from_options(cls, options: argparse.Namespace) -> Settings:
        """Reads the options of `add_options`."""
        return cls(
            work=options.work,
            start=options.start,
            minutes=options.minutes,
            threads=options.threads,
            learning_rate=options.learning_rate,
            warmup=options.warmup,
            batch_pieces=options.batch_pieces,
            snapshot_every=options.snapshot_every,
            most_examples=options.most_examples,
            frozen_layers=options.frozen_layers,
            decay=options.decay,
            processor_minutes=options.processor_minutes,
        )


def batches_of(pool: Sequence[E], most_pieces: int, seed: int) -> list[list[E]]:
    """Splits a pool into batches of similar length, in random order.

    A batch has at most `most_pieces` pieces, including padding.
    """
    rng = random.Random(seed)
    batches: list[list[E]] = []
    batch: list[E] = []
    inputs = 0
    for example in sorted(pool, key=lambda one: (one.length, rng.random())):
        if batch and (inputs + example.inputs) * example.length > most_pieces:
            batches.append(batch)
            batch, inputs = [], 0
        batch.append(example)
        inputs += example.inputs
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def train(task: Task[E], settings: Settings) -> Path:
    """Trains until the budget is spent or a signal arrives. Returns the folder of the run.

    Continues from the folder's checkpoint if there is one; otherwise begins with the exported model
    of `settings.start`. The folder then contains `checkpoint.pt`, `snapshot-<examples>.pt`
    (averaged weights in half precision), `log.txt` and `pid`.
    """
    folder = settings.work / task.name
    folder.mkdir(parents=True, exist_ok=True)
    os.nice(10)
    (folder / "pid").write_text(f"{os.getpid()}\n")
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(folder / "log.txt")],
        force=True,
    )
    torch.set_num_threads(settings.threads)
    torch.manual_seed(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    run = _Run(task, settings, folder, device)
    run.resume()
    run.go()
    return folder


@dataclass
class _Position:
    """The progress of a run."""

    step: int = 0
    pool: int = 0
    batch: int = 0
    examples: int = 0
    pieces: int = 0
    seconds: float = 0.0
    """Processor time, so that runs that shared the machine can be compared."""


class _Run(Generic[E]):
    """One run of the trainer."""

    def __init__(
        self, task: Task[E], settings: Settings, folder: Path, device: torch.device
    ) -> None:
        self.task = task
        self.settings = settings
        self.folder = folder
        self.device = device
        self.model = task.model.to(device)
        self.average = deepcopy(self.model).requires_grad_(False)
        _freeze(self.model, settings.frozen_layers)
        self.optimizer = torch.optim.AdamW(
            _groups(self.model), lr=settings.learning_rate, betas=(0.9, 0.98), fused=True
        )
        self.half = fast_bf16()
        self.position = _Position()
        self.stopped = False
        self.started = time.monotonic()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def _stop(self, *_: object) -> None:
        self.stopped = True

    def resume(self) -> None:
        """Loads the checkpoint or, if there is none, the exported model to begin with, if any."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            self._begin()
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        if "optimizer" in state and state.get("frozen", 0) == self.settings.frozen_layers:
            self.optimizer.load_state_dict(state["optimizer"])
        self.position = _Position(**state["position"])
        log.info("resumed after %d examples", self.position.examples)

    def _begin(self) -> None:
        """Loads the weights of the exported model that the run is to begin with, if any."""
        if self.settings.start is not None:
            weights = weights_for(self.model, self.settings.start / "model.onnx")
            self.model.load_state_dict(weights)
            self.average.load_state_dict(weights)
            log.info("began with the weights of %s", self.settings.start)

    def save(self) -> None:
        """Writes the checkpoint so that it stays complete even if the process is killed."""
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "position": vars(self.position),
            "frozen": self.settings.frozen_layers,
        }
        fresh = self.folder / "checkpoint.new"
        torch.save(state, fresh)
        fresh.replace(self.folder / "checkpoint.pt")

    def snapshot(self) -> None:
        """Keeps the averaged weights as they are now, for the learning curve and for export."""
        weights = {name: value.half() for name, value in self.average.state_dict().items()}
        torch.save(weights, self.folder / f"snapshot-{self.position.examples:09d}.pt")

    def go(self) -> None:
        """Trains until time is up."""
        at, settings = self.position, self.settings
        started = logged = self.started = time.monotonic()
        # The first checkpoint is written soon, so that an error in writing it shows early.
        saved = started - CHECKPOINT_SECONDS + LOG_SECONDS
        before = at.seconds - time.process_time()
        losses: list[float] = []
        rate_from = (logged, at.examples)
        while not self._is_over(started):
            batches = batches_of(self.task.pool(at.pool), settings.batch_pieces, at.pool)
            for batch in batches[at.batch :]:
                losses.append(self._step(batch))
                now = time.monotonic()
                at.seconds = before + time.process_time()
                if now - logged > LOG_SECONDS:
                    speed = (at.examples - rate_from[1]) / (now - rate_from[0])
                    log.info(
                        "step %d, %d examples, loss %.4f, %.1f examples/s",
                        at.step, at.examples, sum(losses) / len(losses), speed,
                    )  # fmt: skip
                    losses, logged, rate_from = [], now, (now, at.examples)
                if now - saved > CHECKPOINT_SECONDS:
                    self.save()
                    saved = now
                if self._is_over(started):
                    break
            else:
                at.pool, at.batch = at.pool + 1, 0
        self.save()
        self.snapshot()
        log.info(
            "stopped after %d examples, %.0f minutes of processor time",
            at.examples, at.seconds / 60,
        )  # fmt: skip

    def _is_over(self, started: float) -> bool:
        """Whether a signal came, or the budget of time or examples is spent."""
        at, settings = self.position, self.settings
        return (
            self.stopped
            or time.monotonic() - started > settings.minutes * 60
            or at.seconds > settings.processor_minutes * 60
            or at.examples >= settings.most_examples
        )

    def _step(self, examples: Sequence[E]) -> float:
        at = self.position
        rate = self.settings.learning_rate * min(1.0, (at.step + 1) / self.settings.warmup)
        if self.settings.decay:
            spent = (time.monotonic() - self.started) / (60 * self.settings.minutes)
            rate *= max(0.0, 1 - spent)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["times"]
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.half):
            loss = self.task.loss(examples, self.device)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        decay = min(AVERAGE_DECAY, (at.step + 1) / (at.step + 10))
        with torch.no_grad():
            pairs = [
                (mean, now)
                for mean, now in zip(
                    self.average.parameters(), self.model.parameters(), strict=True
                )
                if now.requires_grad
            ]
            torch._foreach_lerp_([mean for mean, _ in pairs], [now for _, now in pairs], 1 - decay)
        every = self.settings.snapshot_every
        passed = (at.examples + len(examples)) // every > at.examples // every
        at.step += 1
        at.batch += 1
        at.examples += len(examples)
        at.pieces += sum(example.length for example in examples)
        if passed:
            self.snapshot()
        return float(loss.detach())


def _freeze(model: nn.Module, layers: int) -> None:
    """Excludes the embeddings and the lowest layers from the training."""
    below = ["embeddings.", "encoder.types.", "relative_attention_bias."]
    frozen = [*below, *(f"encoder.layer.{number}." for number in range(layers))]
    for name, parameter in model.named_parameters():
        if layers > 0 and any(part in name for part in frozen):
            parameter.requires_grad_(False)


NEW_WEIGHTS = 10.0
"""The factor of the learning rate for heads and types, which the base does not have."""


def _groups(model: nn.Module) -> list[dict[str, object]]:
    """Groups of weights: only matrices have weight decay, and new weights have a higher rate."""
    decayed: list[nn.Parameter] = []
    kept: list[nn.Parameter] = []
    new: list[nn.Parameter] = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder.") or name.startswith("encoder.types."):
            new.append(parameter)
        elif parameter.ndim > 1 and "embedding" not in name:
            decayed.append(parameter)
        else:
            kept.append(parameter)
    return [
        {"params": decayed, "weight_decay": 0.01, "times": 1.0},
        {"params": kept, "weight_decay": 0.0, "times": 1.0},
        {"params": new, "weight_decay": 0.0, "times": NEW_WEIGHTS},
    ]


def fast_bf16() -> bool:
    """True if bf16 is faster: on a GPU, and on processors with bf16 multiplication."""
    if torch.cuda.is_available():
        return True
    flags = Path("/proc/cpuinfo")
    return flags.exists() and any(
        flag in flags.read_text() for flag in ("avx512_bf16", "amx_bf16", "bf16mm")
    )

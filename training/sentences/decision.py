"""Fits when the reader's suspects are reported: `python -m training.sentences.decision --help`.

The exported reader reads held-out sentences, sound and damaged. A logistic regression turns the log
odds of the most damaged word into a probability, with a constant for each kind (Platt scaling);
the threshold keeps within a budget of false alarms. The result is `decisions.json`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.readers.encoder import MINILM, batch_of, vocabulary
from training.readers.exported import Exported
from training.readers.tokens import WordPieces
from training.sentences.encoding import SentenceEncoder
from training.sentences.held_out import HeldOut, held_out_paragraphs, held_out_sentences
from training.sentences.kinds import Kind

Numbers = NDArray[np.float64]

BUDGET = 0.1
"""False alarms per 1,000 words of held-out text; on reading, half of the surest are real errors."""

NEVER = {
    Kind.REPEATED, Kind.CAPITAL, Kind.PUNCTUATION, Kind.UNBALANCED, Kind.RUN_TOGETHER,
    Kind.CONFUSED,
}  # fmt: skip
"""Kinds that are left to rules: they are plain to see, or what the reader adds is mostly sound."""

CERTAIN = 1e-4
PRIOR_OF_KINDS = 3.0
"""How strongly the constants are drawn to 0, as some kinds are rare."""

STEPS = 50


@dataclass(frozen=True, slots=True)
class Suspect:
    """The most damaged word of a sentence."""

    damage: float
    kind: Kind
    is_damaged: bool
    """Whether the sentence was damaged."""
    text: str


def suspects_of(model: Exported, base: str, rows: Sequence[HeldOut]) -> list[Suspect]:
    """The reader's strongest suspicion in each sentence."""
    encoder = SentenceEncoder(WordPieces(vocabulary(base)))
    suspects = []
    for row in rows:
        encoded = encoder.encode(row.text, row.place)
        kinds, _ = model(*batch_of([encoded.input], torch.device("cpu")))
        words = kinds[0, encoded.positions].softmax(-1)
        damage = 1 - words[:, int(Kind.SOUND)]
        worst = int(damage.argmax())
        kind = Kind(int(words[worst, 1:].argmax()) + 1)
        suspects.append(Suspect(float(damage[worst]), kind, row.damage != "sound", row.text))
    return suspects


def inputs_of(suspects: Sequence[Suspect], kinds: Sequence[Kind]) -> Numbers:
    """The log odds of each suspect, then a column for each kind."""
    damage = np.clip([one.damage for one in suspects], CERTAIN, 1 - CERTAIN)
    log_odds = np.log(damage / (1 - damage))
    is_kind = np.array([[float(one.kind == kind) for kind in kinds] for one in suspects])
    return np.hstack([log_odds[:, None], is_kind])


def fit(inputs: Numbers, damaged: Numbers) -> Numbers:
    """The weights of a logistic regression, by Newton's method."""
    prior = np.concatenate([[1e-3], np.full(inputs.shape[1] - 1, PRIOR_OF_KINDS)])
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chance = probabilities(inputs, weights)
        gradient = inputs.T @ (damaged - chance) - prior * weights
        hessian = inputs.T @ (inputs * (chance * (1 - chance))[:, None]) + np.diag(prior)
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def probabilities(inputs: Numbers, weights: Numbers) -> Numbers:
    """The probability of damage of each row."""
    return 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))


def threshold_for(alarms: Numbers, words: int, budget: float) -> float:
    """The lowest threshold that reports at most `budget` sound sentences per 1,000 words.

    `alarms` are the probabilities of the suspects in sound sentences.
    """
    ordered = np.sort(alarms)[::-1]
    allowed = int(budget * words / 1000)
    return float(ordered[allowed]) if allowed < len(ordered) else 0.5


def main() -> None:
    """Reads the options, fits and writes."""
    parser = argparse.ArgumentParser(description="Fit the decision of the sentence reader.")
    parser.add_argument("--work", type=Path, required=True, help="folder with parsed prose")
    parser.add_argument("--model", type=Path, required=True, help="folder of the exported reader")
    parser.add_argument("--base", default=MINILM)
    parser.add_argument("--budget", type=float, default=BUDGET, help="per 1,000 words")
    parser.add_argument("--most", type=int, help="sentences, for a trial")
    options = parser.parse_args()
    rng = random.Random("decisions")
    rows = list(held_out_sentences(held_out_paragraphs(options.work / "parsed", rng), rng))
    rows = rows[: options.most]
    suspects = suspects_of(Exported(options.model / "model.onnx"), options.base, rows)
    words = sum(len(row.text.split()) for row in rows if row.damage == "sound")
    judged = [one for one in suspects if one.kind not in NEVER]
    kinds = sorted({one.kind for one in judged})
    inputs = inputs_of(judged, kinds)
    damaged = np.array([float(one.is_damaged) for one in judged])
    weights = fit(inputs, damaged)
    chance = probabilities(inputs, weights)
    alarms = chance[damaged == 0]
    decisions = {
        "slope": round(float(weights[0]), 3),
        "kinds": {
            kind.name.lower().replace("_", "-"): round(float(weight), 3)
            for kind, weight in zip(kinds, weights[1:], strict=True)
        },
        "threshold": round(threshold_for(alarms, words, options.budget), 4),
    }
    text = json.dumps(decisions, indent=2)
    (options.model / "decisions.json").write_text(text + "\n", encoding="utf-8")
    all_damaged = sum(one.is_damaged for one in suspects)
    for budget in (0.05, 0.1, 0.2, 0.3, 0.5):
        threshold = threshold_for(alarms, words, budget)
        found = float(np.sum(chance[damaged == 1] > threshold)) / all_damaged
        print(f"{budget} per 1,000 words: threshold {threshold:.3f}, found {found:.3f}")
    for index in np.argsort(-np.where(damaged == 0, chance, 0))[:60]:
        print(f"{chance[index]:.3f} {judged[index].kind.name} {judged[index].text}")


if __name__ == "__main__":
    main()

"""Fits when a suspect of the sentence reader is reported: `python -m training.sentences.decision`.

A logistic regression over the signals that `signals.ts` writes of held-out sentences, with a weight
for each kind of damage, and the threshold that keeps within a budget of false alarms. The result is
`decisions.json`, which the product reads.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

BUDGET = 0.15
"""False alarms per 1,000 words of held-out text; some of them are real errors in print."""

PRIOR_OF_SIGNALS, PRIOR_OF_KINDS = 0.01, 1.0
"""How strongly weights are drawn to 0: those of kinds more, as some kinds are rare."""

STEPS = 50


@dataclass(frozen=True)
class Suspects:
    """The suspects of the held-out sentences; the rows of `signals` and `kinds` are suspects."""

    signals: Numbers
    kinds: Numbers
    damaged: Numbers
    """1 where the sentence was damaged, 0 where it is sound."""
    names: Sequence[str]
    """Of the columns of `kinds`."""
    words: int
    """In all sound sentences, those without a suspect counted."""
    damaged_sentences: int


def read_suspects(path: Path) -> Suspects:
    """Reads what `signals.ts` wrote."""
    rows: list[dict[str, Any]] = []
    words = damaged = 0
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["damage"] == "sound":
                words += len(row["text"].split())
            else:
                damaged += 1
            if row.get("signals") is not None:
                rows.append(row)
    names = sorted({row["kind"] for row in rows})
    return Suspects(
        np.array([row["signals"] for row in rows], dtype=float),
        np.array([[float(row["kind"] == name) for name in names] for row in rows]),
        np.array([float(row["damage"] != "sound") for row in rows]),
        names,
        words,
        damaged,
    )


def fit(suspects: Suspects) -> Numbers:
    """The weights of the signals, then of the kinds, by Newton's method."""
    inputs = np.hstack([suspects.signals, suspects.kinds])
    prior = np.concatenate(
        [
            np.full(suspects.signals.shape[1], PRIOR_OF_SIGNALS),
            np.full(suspects.kinds.shape[1], PRIOR_OF_KINDS),
        ]
    )
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chance = probabilities(inputs, weights)
        gradient = inputs.T @ (suspects.damaged - chance) - prior * weights
        spread = chance * (1 - chance)
        hessian = inputs.T @ (inputs * spread[:, None]) + np.diag(prior)
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def probabilities(inputs: Numbers, weights: Numbers) -> Numbers:
    """The probability of damage of each row."""
    return 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))


def threshold_for(chance: Numbers, suspects: Suspects, budget: float) -> float:
    """The lowest threshold that reports at most `budget` sound sentences per 1,000 words."""
    alarms = np.sort(chance[suspects.damaged == 0])[::-1]
    allowed = int(budget * suspects.words / 1000)
    return float(alarms[allowed]) if allowed < len(alarms) else 0.5


def main() -> None:
    """Reads the options, fits and writes."""
    parser = argparse.ArgumentParser(description="Fit the decision of the sentence reader.")
    parser.add_argument("signals", type=Path, help="what signals.ts wrote")
    parser.add_argument("--out", type=Path, required=True, help="decisions.json")
    parser.add_argument("--budget", type=float, default=BUDGET)
    options = parser.parse_args()
    suspects = read_suspects(options.signals)
    weights = fit(suspects)
    chance = probabilities(np.hstack([suspects.signals, suspects.kinds]), weights)
    threshold = threshold_for(chance, suspects, options.budget)
    signals = suspects.signals.shape[1]
    decisions = {
        "signals": [round(weight, 3) for weight in weights[:signals]],
        "kinds": {
            name: round(weight, 3)
            for name, weight in zip(suspects.names, weights[signals:], strict=True)
        },
        "threshold": round(threshold, 4),
    }
    options.out.write_text(json.dumps(decisions, indent=2) + "\n", encoding="utf-8")
    for budget in (0.05, 0.1, 0.15, 0.2, 0.3, 0.5):
        limit = threshold_for(chance, suspects, budget)
        found = np.sum(chance[suspects.damaged == 1] > limit) / suspects.damaged_sentences
        print(f"budget {budget}: threshold {limit:.3f}, generated damage found {found:.3f}")


if __name__ == "__main__":
    main()

"""Draws the learning curves of the sentence reader: `python -m training.curves --help`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.readers.plot import CurvePoint, learning_curve


def examples_in(snapshot: str) -> int:
    """The number of examples in a snapshot's name."""
    return int(snapshot.rpartition("-")[2])


def sentence_points(results: dict[str, dict]) -> list[CurvePoint]:  # type: ignore[type-arg]
    """Recall at few false alarms, on generated damage and on treebank sentences."""
    points = []
    for snapshot, figures in results.items():
        examples = examples_in(snapshot)
        generated, treebank = figures["generated"], figures["treebank"]
        points += [
            CurvePoint("generated, at 0.5 %", examples, generated["recall at 0.5%"]),
            CurvePoint("treebank, at 0.7 %", examples, treebank["recall at 0.7%"]),
            CurvePoint("treebank, at 1 %", examples, treebank["recall at 1.0%"]),
        ]
    return points


def main() -> None:
    """Reads the options and draws."""
    parser = argparse.ArgumentParser(description="Draw the learning curves of the sentence reader.")
    parser.add_argument("--sentences", type=Path, required=True, help="figures of the evaluation")
    parser.add_argument("--out", type=Path, required=True, help="folder of the pictures")
    options = parser.parse_args()
    sentences = sentence_points(json.loads(options.sentences.read_text()))
    learning_curve(sentences, options.out / "sentences.svg", "recall")


if __name__ == "__main__":
    main()

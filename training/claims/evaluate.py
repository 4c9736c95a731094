"""Measures a claim reader on held-out claims: `python -m training.claims.evaluate --help`."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from training.claims.claim import Claim
from training.claims.encoding import ClozeEncoder
from training.claims.examples import (
    Cloze,
    ClozeExample,
    cloze_of,
    example_of,
    is_value,
    probabilities_of,
)
from training.claims.held_out import held_out_prose, held_out_public
from training.claims.model import ClozeModel, load_cloze_model
from training.claims.public_sets import HELD_OUT
from training.claims.stems import FUNCTION_WORDS, stem
from training.claims.stories import story_claims
from training.claims.task import ClozeTask, Sources
from training.claims.units import FIGURE, NAME, WORD, Unit
from training.readers.encoder import vocabulary
from training.readers.measures import calibration, expected_calibration_error
from training.readers.tokens import Word, WordPieces

KINDS = {"name": NAME, "figure": FIGURE, "word": WORD}

BATCH = 64
"""How many inputs are read at once."""

NEIGHBOURS = 4
"""How many words on either side of a value are its neighbours."""


class Reading(NamedTuple):
    """A hidden value, and what was pointed at for it."""

    kind: int
    is_there: bool
    """Whether the passage has the value."""
    is_rivalled: bool
    """Whether it has another one of the kind, that the claim lacks."""
    is_right: bool
    """Whether the reader points at the value, or at none where it is not there."""
    probability: float
    """What the reader gives to the place it points at."""
    is_baseline_right: bool


def readings_of(claims: Sequence[Claim], model: ClozeModel) -> list[Reading]:
    """Hides a value of each claim that has one, and lets the model point."""
    encoder, rng = ClozeEncoder(WordPieces(vocabulary())), random.Random("evaluation")
    asked: list[tuple[Cloze, ClozeExample]] = []
    for claim in claims:
        cloze = cloze_of(claim, rng)
        example = None if cloze is None else example_of(cloze, encoder)
        if cloze is not None and example is not None:
            asked.append((cloze, example))
    asked.sort(key=lambda one: one[1].length)
    return [
        _reading(cloze, example, chances)
        for start in range(0, len(asked), BATCH)
        for cloze, example, chances in _read(asked[start : start + BATCH], model)
    ]


def _read(
    asked: Sequence[tuple[Cloze, ClozeExample]], model: ClozeModel
) -> Iterator[tuple[Cloze, ClozeExample, Tensor]]:
    """Each with the probabilities of its pieces."""
    with torch.inference_mode():
        found = probabilities_of(model, [example for _, example in asked], torch.device("cpu"))
    for (cloze, example), chances in zip(asked, found.exp(), strict=True):
        yield cloze, example, chances


def _reading(cloze: Cloze, example: ClozeExample, chances: Tensor) -> Reading:
    """The reader points at the unit whose words have the highest probability together."""
    best, pointed = float(chances[0]), None
    for unit in cloze.units:
        places = list(example.words[unit.first : unit.last + 1])
        chance = float(chances[places].sum())
        if chance > best:
            best, pointed = chance, unit
    is_there = example.targets != (0,)

    def is_right(pointed: Unit | None) -> bool:
        return not is_there if pointed is None else is_value(cloze.value, pointed)

    return Reading(
        cloze.value.kind,
        is_there,
        cloze.is_rivalled,
        is_right(pointed),
        best,
        is_right(by_neighbours(cloze)),
    )


def by_neighbours(cloze: Cloze) -> Unit | None:
    """The value of the kind that shares most neighbours with the blank; None if none shares any."""
    wanted = _neighbours(cloze.words, cloze.hidden)
    best, pointed = 0, None
    for unit in cloze.units:
        shared = len(wanted & _neighbours(cloze.passage, unit))
        if unit.kind == cloze.value.kind and shared > best:
            best, pointed = shared, unit
    return pointed


def _neighbours(words: Sequence[Word], unit: Unit) -> set[str]:
    """The stems of the words beside a unit, function words and marks left out."""
    before = words[max(0, unit.first - NEIGHBOURS) : unit.first]
    after = words[unit.last + 1 : unit.last + 1 + NEIGHBOURS]
    roots = {stem(word.text) for word in (*before, *after) if word.text[0].isalnum()}
    return roots - FUNCTION_WORDS


def figures_of(readings: Sequence[Reading]) -> dict[str, Any]:
    """Shares of right answers of the reader and the baseline, and whether it can be believed."""
    rivalled = [one for one in readings if one.is_there and one.is_rivalled]
    table = calibration([one.probability for one in readings], [one.is_right for one in readings])
    return {
        "rivalled": {
            name: _shares([one for one in rivalled if one.kind == kind])
            for name, kind in KINDS.items()
        },
        "silent": _shares([one for one in readings if not one.is_there]),
        "calibration": [row._asdict() for row in table],
        "expected calibration error": expected_calibration_error(table),
    }


def _shares(readings: Sequence[Reading]) -> dict[str, float]:
    count = len(readings)
    if not count:
        return {"examples": 0}
    return {
        "examples": count,
        "reader": sum(one.is_right for one in readings) / count,
        "baseline": sum(one.is_baseline_right for one in readings) / count,
    }


def main() -> None:
    """Reads the options, and prints the figures of each set and of all as JSON."""
    parser = argparse.ArgumentParser(description="Measure a claim reader on held-out claims.")
    ClozeTask.add_options(parser)
    parser.add_argument("--work", type=Path, required=True, help="folder of the checkpoints")
    parser.add_argument("--snapshot", type=Path, help="default: the last of the run")
    parser.add_argument("--output", type=Path, help="file that the figures are written to as well")
    options = parser.parse_args()
    snapshot = options.snapshot or max((options.work / options.name).glob("snapshot-*.pt"))
    model = load_cloze_model(options.base, snapshot).eval()
    sources = Sources.from_options(options)
    sets = {"public": held_out_public(sources.data), "prose": held_out_prose(sources)}
    if sources.stories is not None:
        sets["stories"] = story_claims(sources.stories, HELD_OUT, WordPieces(vocabulary()))
    readings = {name: readings_of(claims, model) for name, claims in sets.items()}
    readings["all"] = [reading for some in readings.values() for reading in some]
    text = json.dumps({name: figures_of(some) for name, some in readings.items()}, indent=1)
    print(text)
    if options.output is not None:
        options.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

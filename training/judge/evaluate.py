"""Measures the judge on rows that it was not trained on.

`python -m training.judge.evaluate --help`

The figures of a set are:

- the area: how often a true claim has a higher probability of being supported than a false one;
- the share of false claims ticked at the threshold that ticks 60 % of the true ones;
- the share of contradicted claims found by the probability of “contradicted” at a precision of .85;
- for pairs, how often the true one has the higher probability, and the share of false twins ticked
  at the threshold that ticks 60 % of the true ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.judge.claim import CONTRADICTED, SUPPORTED, Group
from training.judge.encoding import JudgeEncoder
from training.judge.model import JudgeModel, load_judge
from training.judge.public_sets import PublicSets, public_groups
from training.judge.scores import probabilities
from training.judge.stories import claim_of, story_groups
from training.readers.encoder import vocabulary
from training.readers.exported import Exported
from training.readers.measures import area_under_curve
from training.readers.tokens import WordPieces

TICKED = 0.6
"""The share of true claims that are ticked at the threshold by which false ones are counted."""

PRECISION = 0.85

Floats = NDArray[np.float64]


def ticked_at(true: Floats, false: Floats, share: float = TICKED) -> float:
    """The share of false claims ticked at the threshold that ticks `share` of the true ones."""
    if not len(true) or not len(false):
        return float("nan")
    threshold = np.quantile(true, 1 - share)
    return float((false >= threshold).mean())


def found_at_precision(positive: Floats, others: Floats, precision: float = PRECISION) -> float:
    """The largest share of positives above any threshold that keeps the precision."""
    scores = np.concatenate([positive, others])
    order = np.argsort(-scores, kind="stable")
    is_positive = np.concatenate([np.ones(len(positive)), np.zeros(len(others))])[order]
    right = np.cumsum(is_positive)
    # A threshold cannot separate equal scores.
    ends = np.append(np.diff(scores[order]) != 0, True)
    fits = np.flatnonzero(ends & (right / np.arange(1, len(order) + 1) >= precision))
    return float(right[fits[-1]] / max(1, len(positive))) if len(fits) else 0.0


def figures_of(groups: Sequence[Group], scores: Sequence[Floats]) -> dict[str, Any]:
    """The figures of a set; `scores` has the probabilities of the claims of each group."""
    singles = [(g, s) for g, s in zip(groups, scores, strict=True) if g.origin != "pair"]
    sets = [(g, s) for g, s in zip(groups, scores, strict=True) if g.origin == "pair"]
    figures: dict[str, Any] = {}
    if singles:
        figures["single"] = of_claims(singles)
    if sets:
        figures["all"] = of_claims([*singles, *sets])
        figures["pairs"] = of_pairs(sets)
    return figures


def of_claims(rows: Sequence[tuple[Group, Floats]]) -> dict[str, Any]:
    """The figures of single claims."""
    claims = [
        (claim, score)
        for group, scores in rows
        for claim, score in zip(group.claims, scores, strict=True)
    ]
    true = np.array([s[SUPPORTED] for c, s in claims if c.label == SUPPORTED])
    false = np.array([s[SUPPORTED] for c, s in claims if c.label != SUPPORTED])
    denied = np.array([s[CONTRADICTED] for c, s in claims if c.label == CONTRADICTED])
    others = np.array([s[CONTRADICTED] for c, s in claims if c.label != CONTRADICTED])
    by_kind: dict[str, list[float]] = defaultdict(list)
    threshold = np.quantile(true, 1 - TICKED) if len(true) else 1.0
    for claim, score in claims:
        if claim.label != SUPPORTED:
            by_kind[claim.kind].append(float(score[SUPPORTED] >= threshold))
    return {
        "claims": len(claims),
        "area": area_under_curve(true, false),
        "falseTicked": ticked_at(true, false),
        "contradictedFound": found_at_precision(denied, others),
        "falseTickedByKind": {k: [len(v), float(np.mean(v))] for k, v in sorted(by_kind.items())},
    }


def of_pairs(rows: Sequence[tuple[Group, Floats]]) -> dict[str, Any]:
    """The figures of true claims with their false twins."""
    right: list[float] = []
    true: list[float] = []
    false: list[float] = []
    by_kind: dict[str, list[float]] = defaultdict(list)
    for group, scores in rows:
        of_true = [
            s[SUPPORTED] for c, s in zip(group.claims, scores, strict=True) if c.label == SUPPORTED
        ]
        if len(of_true) != 1:
            continue
        true.append(of_true[0])
        for claim, score in zip(group.claims, scores, strict=True):
            if claim.label == SUPPORTED:
                continue
            is_right = float(of_true[0] > score[SUPPORTED])
            false.append(score[SUPPORTED])
            right.append(is_right)
            by_kind[claim.kind].append(is_right)
    return {
        "pairs": len(right),
        "ranked": float(np.mean(right)) if right else float("nan"),
        "falseTicked": ticked_at(np.array(true), np.array(false)),
        "rankedByKind": {k: [len(v), float(np.mean(v))] for k, v in sorted(by_kind.items())},
    }


def groups_in(path: Path) -> list[Group]:
    """All groups of a file of rows."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Group([claim_of(one) for one in r["claims"]], r["story"], r["from"]) for r in rows]


def judge_of(options: argparse.Namespace) -> tuple[JudgeModel | Exported, JudgeEncoder]:
    """The judge to measure: an exported one or a snapshot of a run."""
    if options.model is not None:
        pieces = WordPieces(options.model.parent / "vocabulary.txt")
        return Exported(options.model / "model.onnx"), JudgeEncoder(pieces)
    model = load_judge(options.base, options.snapshot)
    return model, JudgeEncoder(WordPieces(vocabulary(options.base)))


def main() -> None:
    """Reads the options and measures."""
    parser = argparse.ArgumentParser(description="Measure the judge.")
    parser.add_argument("--model", type=Path, help="folder of an exported judge")
    parser.add_argument("--snapshot", type=Path, help="instead of --model, with --base")
    parser.add_argument("--base", help="folder that mpnet.py wrote")
    parser.add_argument("--rows", type=Path, nargs="*", default=[], help="what measured.ts wrote")
    parser.add_argument("--stories", type=Path, help="what examples.ts wrote")
    parser.add_argument("--part", nargs="*", default=["held-out", "same-writers"])
    parser.add_argument("--origins", nargs="*", default=["statement", "pair", "draft"])
    parser.add_argument("--data", type=Path, help="folder of the public sets")
    parser.add_argument("--public", type=int, default=1500, help="how many public claims")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    model, encoder = judge_of(options)
    sets = {path.name.removesuffix(".jsonl.gz"): groups_in(path) for path in options.rows}
    for part in options.part if options.stories else ():
        groups = list(story_groups(options.stories, part))
        for origins in (("statement", "pair"), ("draft",)):
            taken = [g for g in groups if g.origin in origins and g.origin in options.origins]
            if taken:
                sets[f"{part} {origins[0]}s"] = taken
    if options.data:
        public = PublicSets(public_groups(options.data, True, encoder.pieces))
        random.seed(1)
        sets["public"] = public.draw(0, options.public)
    figures: dict[str, Any] = {}
    for name, groups in sets.items():
        flat = [claim for group in groups for claim in group.claims]
        scores = probabilities(model, encoder, flat)
        ends = np.cumsum([len(group.claims) for group in groups])
        parts = [scores[end - len(g.claims) : end] for g, end in zip(groups, ends, strict=True)]
        figures[name] = figures_of(groups, parts)
        print(name, json.dumps(rounded(figures[name])))
    if options.output:
        options.output.write_text(json.dumps(rounded(figures), indent=1) + "\n", encoding="utf-8")


def rounded(value: Any) -> Any:  # noqa: ANN401 (of any shape)
    """The same with three decimals."""
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    return round(value, 3) if isinstance(value, float) else value


if __name__ == "__main__":
    main()

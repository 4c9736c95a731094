"""A small judge that learns from a large one.

Knowledge distillation (Hinton, Vinyals and Dean 2015, arXiv:1503.02531): in addition to the labels,
the small model learns the probabilities that the large one gives for each claim and word. The large
one is slow, so its answers are written once, by `python -m training.judge.distil --help`, and
learned in several passes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.judge.model import load_judge
from training.judge.task import WORD_WEIGHT, JudgeExample, JudgeTask, places_of_words
from training.readers.encoder import MINILM, vocabulary
from training.readers.exported import Exported
from training.readers.tokens import WordPieces, matching_ids

TEACHER_WEIGHT = 2.0
"""The weight of the teacher's probabilities relative to the labels."""

AT_ONCE = 64
"""The number of groups that the teacher judges in one call."""


@dataclass(frozen=True, slots=True)
class TaughtExample(JudgeExample):
    """The claims of a group with the teacher's logits."""

    verdicts: Tensor
    """Shape (claims, 3)."""
    words: Tensor
    """One for each word of the claims, in their order."""


def answers_of(
    teacher: Exported, task: JudgeTask, pool: Sequence[JudgeExample]
) -> dict[str, Tensor]:
    """The teacher's logits for the claims of a pool and for their words, each in order."""
    verdicts: list[Tensor] = []
    words: list[Tensor] = []
    for at in range(0, len(pool), AT_ONCE):
        examples = pool[at : at + AT_ONCE]
        of_claims, of_pieces = teacher(*task.batch(examples, torch.device("cpu")))
        verdicts.append(of_claims)
        words.append(of_pieces[places_of_words([c for one in examples for c in one.claims])])
    return {"verdicts": torch.cat(verdicts).half(), "words": torch.cat(words).half()}


def with_answers(pool: Sequence[JudgeExample], answers: dict[str, Tensor]) -> list[TaughtExample]:
    """The examples of a pool, each with the answers of `answers_of` for it."""
    taught: list[TaughtExample] = []
    all_verdicts, all_words = answers["verdicts"].float(), answers["words"].float()
    claim = word = 0
    for example in pool:
        claims = claim + len(example.claims)
        words = word + sum(len(one.firsts) for one in example.claims)
        verdicts = all_verdicts[claim:claims]
        taught.append(TaughtExample(example.claims, verdicts, all_words[word:words]))
        claim, word = claims, words
    return taught


def answers_file(answers: Path, number: int) -> Path:
    """The file of the answers for a pool."""
    return answers / f"pool-{number:04d}.pt"


class DistilledJudgeTask:
    """The task of the large judge, for a small model that has the large one's answers."""

    def __init__(self, task: JudgeTask, answers: Path, base: str = MINILM) -> None:
        """`answers` is a folder of answers for the first pools of `task`, at least one."""
        self.name = task.name
        self.model = load_judge(base)
        self.task = task
        self.answers = answers
        pieces = WordPieces(vocabulary(base))
        self.ids = torch.tensor(matching_ids(task.encoder.pieces, pieces))

    def pool(self, number: int) -> list[TaughtExample]:
        """A pool of the large judge, in ids of its vocabulary, with its answers."""
        number %= len(list(self.answers.glob("pool-*.pt")))
        answers = torch.load(answers_file(self.answers, number), weights_only=True)
        return with_answers(self.task.pool(number), answers)

    def loss(self, examples: Sequence[TaughtExample], device: torch.device) -> Tensor:
        """The loss by the labels, and the distance to the teacher's probabilities."""
        batch = self.task.batch(examples, device)
        verdicts, words = self.model(*batch._replace(ids=self.ids.to(device)[batch.ids]))
        places = places_of_words([claim for example in examples for claim in example.claims])
        given = torch.cat([example.verdicts for example in examples]).to(device)
        given_words = torch.cat([example.words for example in examples]).to(device)
        taught = nn.functional.cross_entropy(
            verdicts.float(), given.softmax(dim=1)
        ) + WORD_WEIGHT * nn.functional.binary_cross_entropy_with_logits(
            words.float()[places], given_words.sigmoid()
        )
        return self.task.loss_of(examples, verdicts, words) + TEACHER_WEIGHT * taught


def main() -> None:
    """Reads the options and writes the answers for the first pools."""
    parser = argparse.ArgumentParser(description="Write what the large judge says of the pools.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--stories", type=Path, required=True, help="what examples.ts wrote")
    parser.add_argument("--base", required=True, help="folder that mpnet.py wrote")
    parser.add_argument("--teacher", type=Path, required=True, help="folder of an exported judge")
    parser.add_argument("--answers", type=Path, required=True, help="folder to write to")
    parser.add_argument("--pools", type=int, default=40)
    options = parser.parse_args()
    task = JudgeTask(options.data, options.stories, options.base)
    teacher = Exported(options.teacher / "model.onnx")
    options.answers.mkdir(parents=True, exist_ok=True)
    for number in range(options.pools):
        path = answers_file(options.answers, number)
        if path.exists():
            continue
        part = path.with_suffix(".part")
        torch.save(answers_of(teacher, task, task.pool(number)), part)
        part.rename(path)


if __name__ == "__main__":
    main()

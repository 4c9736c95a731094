"""A small judge that learns from a large one.

Knowledge distillation (Hinton, Vinyals and Dean 2015, arXiv:1503.02531): in addition to the labels,
the small model learns the probabilities that the large one gives for each claim and word.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.judge.model import load_judge
from training.judge.task import WORD_WEIGHT, JudgeExample, JudgeTask, places_of_words
from training.readers.dequantise import weights_for
from training.readers.encoder import MINILM, vocabulary
from training.readers.tokens import WordPieces, matching_ids

TEACHER_WEIGHT = 2.0
"""The weight of the teacher's probabilities relative to the labels."""


class DistilledJudgeTask:
    """The task of the large judge, for a small model that has a teacher."""

    def __init__(self, task: JudgeTask, teacher: Path, base: str = MINILM) -> None:
        """`teacher` is the folder of an exported judge, whose base is that of `task`."""
        self.name = task.name
        self.model = load_judge(base)
        self.task = task
        self.teacher = task.model.eval().requires_grad_(False)
        self.teacher.load_state_dict(weights_for(self.teacher, teacher / "model.onnx"))
        pieces = WordPieces(vocabulary(base))
        self.ids = torch.tensor(matching_ids(task.encoder.pieces, pieces))

    def pool(self, number: int) -> list[JudgeExample]:
        """The pool of the large judge, in ids of its vocabulary."""
        return self.task.pool(number)

    def loss(self, examples: Sequence[JudgeExample], device: torch.device) -> Tensor:
        """The loss by the labels, and the distance to the teacher's probabilities."""
        batch = self.task.batch(examples, device)
        with torch.no_grad():
            verdicts, words = self.teacher.to(device)(*batch)
        own_verdicts, own_words = self.model(*batch._replace(ids=self.ids.to(device)[batch.ids]))
        places = places_of_words([claim for example in examples for claim in example.claims])
        taught = nn.functional.cross_entropy(
            own_verdicts.float(), verdicts.float().softmax(dim=1)
        ) + WORD_WEIGHT * nn.functional.binary_cross_entropy_with_logits(
            own_words.float()[places], words.float()[places].sigmoid()
        )
        labelled = self.task.loss_of(examples, own_verdicts, own_words)
        return labelled + TEACHER_WEIGHT * taught

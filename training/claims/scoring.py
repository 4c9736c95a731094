"""Runs the claim reader over many claims and passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from training.claims.encoding import ClaimEncoder, EncodedClaim
from training.claims.model import ClaimModel
from training.readers.encoder import batch_of
from training.readers.trainer import fast_bf16

MOST_PIECES = 4096
"""The most pieces of a batch, padding counted."""


class Question(NamedTuple):
    """A claim to be read beside a passage."""

    claim: str
    passage: str
    context: str = ""


class Answer(NamedTuple):
    """Probabilities: of the claim, of shape (3,), and of its words, of shape (words, 3).

    The order is that of the logits in training/claims/model.py.
    """

    claim: NDArray[np.float32]
    words: NDArray[np.float32]


class Scorer:
    """A model that answers questions; it reads equal ones once."""

    def __init__(self, model: ClaimModel, encoder: ClaimEncoder) -> None:
        self.model = model.eval()
        self.encoder = encoder
        self.device = next(model.parameters()).device
        self._known: dict[Question, Answer] = {}

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        """An answer to each question, in order."""
        fresh = [question for question in dict.fromkeys(questions) if question not in self._known]
        encoded = [self.encoder.encode(*question) for question in fresh]
        order = sorted(range(len(fresh)), key=lambda place: len(encoded[place].input.ids))
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order):
                longest = len(encoded[order[end]].input.ids)
                if (end + 1 - start) * longest > MOST_PIECES:
                    break
                end += 1
            places = order[start:end]
            found = self._batch([encoded[place] for place in places])
            for place, answer in zip(places, found, strict=True):
                self._known[fresh[place]] = answer
            start = end
        return [self._known[question] for question in questions]

    def _batch(self, encoded: Sequence[EncodedClaim]) -> list[Answer]:
        batch = batch_of([one.input for one in encoded], self.device)
        with (
            torch.inference_mode(),
            torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=fast_bf16()),
        ):
            claim_logits, word_logits = self.model(*batch)
        claims = claim_logits.float().softmax(-1).cpu().numpy()
        words = word_logits.float().softmax(-1).cpu().numpy()
        return [Answer(claims[row], words[row, list(one.words)]) for row, one in enumerate(encoded)]

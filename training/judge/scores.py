"""The judge's probabilities for claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from training.judge.claim import Claim
from training.judge.encoding import JudgeEncoder
from training.judge.model import JudgeModel
from training.readers.encoder import batch_of
from training.readers.exported import Exported
from training.readers.trainer import fast_bf16

BATCH_PIECES = 4096


def probabilities(
    model: JudgeModel | Exported, encoder: JudgeEncoder, claims: Sequence[Claim]
) -> NDArray[np.float64]:
    """The probabilities of the classes, of shape (claims, 3), in the order of the claims.

    As in the product, each is the mean of a reading with all passages and one with the closest
    alone.
    """
    alone = [replace(claim, passages=claim.passages[:1]) for claim in claims]
    return (_of_readings(model, encoder, claims) + _of_readings(model, encoder, alone)) / 2


def _of_readings(
    model: JudgeModel | Exported, encoder: JudgeEncoder, claims: Sequence[Claim]
) -> NDArray[np.float64]:
    encoded = [encoder.encode(claim) for claim in claims]
    order = sorted(range(len(encoded)), key=lambda at: len(encoded[at].input.ids))
    scores = np.zeros((len(encoded), 3))
    device = torch.device("cpu")
    if isinstance(model, JudgeModel):
        device = next(model.parameters()).device
        model.eval()
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end + 1 - start) * len(encoded[order[end]].input.ids) <= (
            BATCH_PIECES
        ):
            end += 1
        places = order[start:end]
        batch = batch_of([encoded[at].input for at in places], device)
        half = torch.autocast(device.type, dtype=torch.bfloat16, enabled=fast_bf16())
        with torch.inference_mode(), half:
            verdicts, _ = model(*batch)
        scores[places] = torch.softmax(verdicts.float(), dim=1).cpu().numpy()
        start = end
    return scores

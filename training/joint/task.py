"""Both tasks over one encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from training.claims.encoding import TYPES as CLAIM_TYPES
from training.claims.examples import ClaimExample
from training.claims.model import ClaimModel
from training.claims.task import ClaimTask
from training.readers.encoder import Input, load_encoder
from training.sentences.encoding import TYPES as SENTENCE_TYPES
from training.sentences.encoding import SentenceExample
from training.sentences.model import SentenceModel
from training.sentences.task import SentenceTask


@dataclass(frozen=True, slots=True)
class JointExample:
    """An example of either task."""

    of: SentenceExample | ClaimExample

    @property
    def length(self) -> int:
        """In pieces."""
        return self.of.length


class JointModel(nn.Module):
    """The models of both readers with one encoder: the token types of sentences, then of claims."""

    def __init__(self, base: str, sentence: SentenceModel, claim: ClaimModel) -> None:
        super().__init__()
        self.sentence = sentence
        self.claim = claim
        encoder = load_encoder(base, SENTENCE_TYPES + CLAIM_TYPES)
        self.sentence.encoder = encoder
        self.claim.encoder = encoder


class JointTask:
    """Learns from a pool of sentences and one of claims in turn."""

    def __init__(self, name: str, base: str, sentences: SentenceTask, claims: ClaimTask) -> None:
        self.name = name
        self.sentences = sentences
        self.claims = claims
        self.model = JointModel(base, sentences.model, claims.model)

    def pool(self, number: int) -> list[JointExample]:
        """Examples of both tasks."""
        return [
            *(JointExample(one) for one in self.sentences.pool(number)),
            *(JointExample(_moved(one)) for one in self.claims.pool(number)),
        ]

    def loss(self, examples: Sequence[JointExample], device: torch.device) -> Tensor:
        """The mean of the two losses, weighted by how many examples of each are in the batch."""
        sentences = [one.of for one in examples if isinstance(one.of, SentenceExample)]
        claims = [one.of for one in examples if isinstance(one.of, ClaimExample)]
        loss = torch.zeros((), device=device)
        if sentences:
            loss = loss + len(sentences) * self.sentences.loss(sentences, device)
        if claims:
            loss = loss + len(claims) * self.claims.loss(claims, device)
        return loss / len(examples)


def _moved(example: ClaimExample) -> ClaimExample:
    """The example and its twin with their types behind those of sentences."""
    types = [kind + SENTENCE_TYPES for kind in example.input.types]
    twin = None if example.twin is None else _moved(example.twin)
    return replace(example, input=Input(example.input.ids, types), twin=twin)


def parts_of(weights: dict[str, Tensor]) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Joint weights as those of a sentence reader and those of a claim reader."""
    table = "encoder.embeddings.token_type_embeddings.weight"
    parts = []
    for name, rows in (
        ("sentence.", slice(0, SENTENCE_TYPES)),
        ("claim.", slice(SENTENCE_TYPES, SENTENCE_TYPES + CLAIM_TYPES)),
    ):
        part = {
            key.removeprefix(name): value for key, value in weights.items() if key.startswith(name)
        }
        part[table] = part[table][rows].clone()
        parts.append(part)
    return parts[0], parts[1]

"""The training of the judge, on claims of our own stories and of public sets."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from training.judge.claim import CONTRADICTED, FALSE, NEITHER, SUPPORTED, Claim, Group
from training.judge.claim_alone import without_give_aways
from training.judge.encoding import LONGEST_PASSAGES, UNKNOWN, Encoded, JudgeEncoder
from training.judge.exchanged import with_exchanged
from training.judge.model import load_judge
from training.judge.public_sets import PublicSets, public_groups
from training.judge.replaced import with_another_name, with_another_value
from training.judge.respelled import respelled
from training.judge.stories import TRAIN, story_groups
from training.readers.encoder import Batch, batch_of, vocabulary
from training.readers.tokens import WordPieces

POOL = 1500
"""The approximate number of claims in a pool."""

PUBLIC = 0.35
"""The share of the public sets among the claims."""

TRUE_OF_DRAFT = 0.12
"""The share of true claims of drafts without a false twin that a pass takes: there are many."""

CLAIMS_PER_GROUP = 1.53
"""The average number of claims that a pass takes from a group."""

PASSAGES = (72, 104, LONGEST_PASSAGES)
"""The passages of an input are cut to one of these numbers of pieces in all: short ones cost less.

The text before the passages is not counted: a sentence of a draft may be long.
"""

ANOTHER_VALUE, ANOTHER_NAME = 0.3, 0.25
"""The shares of true claims with a value, and of those with a name, that a pass makes twins of."""

ELSEWHERE = 0.08
"""The share of true claims that are read again with passages for other claims of their story."""

RESPELLED = 0.3
"""The share of groups whose numbers are all written in digits or all in words."""

GROUP_WEIGHT, WORD_WEIGHT = 0.5, 0.3
WRONG_WORD_WEIGHT = 3.0
"""The weight of a word that is not confirmed, relative to others: there is one in six."""


@dataclass(frozen=True, slots=True)
class JudgeExample:
    """The encoded claims of a group, the true one first."""

    claims: Sequence[Encoded]

    @property
    def length(self) -> int:
        """The length of the longest claim with its passages, in pieces."""
        return max(len(one.input.ids) for one in self.claims)

    @property
    def inputs(self) -> int:
        """The number of claims."""
        return len(self.claims)


def trained_groups(stories: Path) -> list[Group]:
    """The claims of the stories to train on, without statements whose words betray the label."""
    groups = list(story_groups(stories, TRAIN))
    singles = [group for group in groups if group.origin == "statement"]
    kept = without_give_aways([(group.source, group.claims[0]) for group in singles])
    dropped = {id(group) for group, keep in zip(singles, kept, strict=True) if not keep}
    return [group for group in groups if id(group) not in dropped]


def share_of(group: Group) -> float:
    """The average number of times that a pass over the stories takes a group."""
    is_true = len(group.claims) == 1 and group.claims[0].label == SUPPORTED
    return TRUE_OF_DRAFT if group.origin == "draft" and is_true else 1.0


def made_twins(claim: Claim, rng: random.Random) -> list[Group]:
    """False twins generated from a true claim, each in a group with the true one."""
    made = [with_exchanged(claim, rng)]
    if rng.random() < ANOTHER_VALUE:
        made.append(with_another_value(claim, rng))
    if rng.random() < ANOTHER_NAME:
        made.append(with_another_name(claim, rng))
    return [group for group in made if group is not None]


class JudgeTask:
    """The task of the trainer. A pool is a function of its number and of the data."""

    def __init__(
        self,
        data: Path,
        stories: Path,
        base: str,
        name: str = "judge",
        public: float = PUBLIC,
        with_articles: bool = True,
    ) -> None:
        """With `public` 1 and no articles, all claims are public pairs of sentences.

        They are short. A run begins with them because the encoder was trained to represent what a
        text is about, and needs thousands of claims before it begins to compare two texts.
        """
        self.name = name
        self.model: nn.Module = load_judge(base)
        pieces = WordPieces(vocabulary(base))
        self.encoder = JudgeEncoder(pieces)
        self.public_share = public
        self.public = PublicSets(public_groups(data, False, pieces, with_articles))
        self.groups = trained_groups(stories) if public < 1 else []
        self.stories: dict[str, list[Claim]] = {}
        for group in self.groups:
            self.stories.setdefault(group.source, []).append(group.claims[0])

    def pool(self, number: int) -> list[JudgeExample]:
        """More than a thousand claims, always the same for the same number."""
        rng = random.Random(f"judge {number}")
        groups = self.public.draw(number, round(POOL * self.public_share))
        wanted = round(POOL * (1 - self.public_share)) if self.groups else 0
        taken = 0
        for group in self._from(number * wanted) if wanted > 0 else []:
            if taken >= wanted:
                break
            made = made_twins(group.claims[0], rng)
            groups += made
            taken += sum(len(one.claims) for one in made)
            if rng.random() < share_of(group):
                groups.append(group)
                taken += len(group.claims)
                if rng.random() < ELSEWHERE and (silent := self.elsewhere(group, rng)):
                    groups.append(silent)
        return [self._example(self._respelled(group, rng), rng) for group in groups]

    def _from(self, claim: int) -> list[Group]:
        """The groups from about claim number `claim` on, in the order of its pass."""
        at = round(claim / CLAIMS_PER_GROUP)
        epoch, place = divmod(at, len(self.groups))
        order = list(range(len(self.groups)))
        random.Random(f"stories {epoch}").shuffle(order)
        return [self.groups[one] for one in (order[place:] + order[:place])]

    def elsewhere(self, group: Group, rng: random.Random) -> Group | None:
        """The true claim of a group with passages for another claim of its story."""
        claim = group.claims[0]
        if claim.label != SUPPORTED:
            return None
        own = set(claim.passages)
        other = rng.choice(self.stories[group.source])
        passages = [one for one in other.passages if one not in own]
        if not passages:
            return None
        silent = replace(claim, passages=passages, label=NEITHER, kind="elsewhere", wrong=None)
        return Group([silent], group.source, group.origin)

    def _respelled(self, group: Group, rng: random.Random) -> Group:
        if rng.random() >= RESPELLED:
            return group
        return respelled(group, in_digits=rng.random() < 0.5) or group

    def _example(self, group: Group, rng: random.Random) -> JudgeExample:
        most = rng.choice(PASSAGES)
        return JudgeExample([self.encoder.encode(claim, most) for claim in group.claims])

    def loss(self, examples: Sequence[JudgeExample], device: torch.device) -> Tensor:
        """The loss of the classes, the words, and the choice of the true claim in each group."""
        return self.loss_of(examples, *self.model(*self.batch(examples, device)))

    def batch(self, examples: Sequence[JudgeExample], device: torch.device) -> Batch:
        """The inputs of all claims of the examples."""
        return batch_of([one.input for example in examples for one in example.claims], device)

    def loss_of(self, examples: Sequence[JudgeExample], verdicts: Tensor, words: Tensor) -> Tensor:
        """The loss of what the model gives for the examples; see `JudgeModel.forward`."""
        claims = [claim for example in examples for claim in example.claims]
        logs = nn.functional.log_softmax(verdicts.float(), dim=1)
        labels = torch.tensor([claim.label for claim in claims], device=logs.device)
        known = logs.gather(1, labels.clamp(min=0).unsqueeze(1)).squeeze(1)
        false = torch.logsumexp(logs[:, [CONTRADICTED, NEITHER]], dim=1)
        loss = -torch.where(labels == FALSE, false, known).mean()
        loss = loss + GROUP_WEIGHT * _choice_loss(examples, logs[:, SUPPORTED] - false)
        return loss + WORD_WEIGHT * _word_loss(claims, words.float())


def _choice_loss(examples: Sequence[JudgeExample], odds: Tensor) -> Tensor:
    """The negative log likelihood of the true claim among the claims of its group.

    What all claims of a group have in common, such as their style and words, cannot lower it.
    """
    losses: list[Tensor] = []
    at = 0
    for example in examples:
        size = len(example.claims)
        if size > 1 and _true_ones(example) == 1:
            place = next(i for i, one in enumerate(example.claims) if one.label == SUPPORTED)
            losses.append(-nn.functional.log_softmax(odds[at : at + size], dim=0)[place])
        at += size
    return torch.stack(losses).sum() / max(1, len(odds)) if losses else odds.sum() * 0


def _true_ones(example: JudgeExample) -> int:
    return sum(claim.label == SUPPORTED for claim in example.claims)


def places_of_words(claims: Sequence[Encoded]) -> tuple[list[int], list[int]]:
    """The inputs and the positions of the first pieces of all words of the claims."""
    rows = [row for row, claim in enumerate(claims) for _ in claim.firsts]
    return rows, [first for claim in claims for first in claim.firsts]


def _word_loss(claims: Sequence[Encoded], logits: Tensor) -> Tensor:
    """Binary cross-entropy over the words of the claims whose labels are known."""
    targets = torch.tensor([word for claim in claims for word in claim.words], dtype=torch.float)
    targets = targets.to(logits.device)
    is_known = targets != UNKNOWN
    if not bool(is_known.any()):
        return logits.sum() * 0
    of_words = logits[places_of_words(claims)][is_known]
    targets = targets[is_known]
    weights = 1 + (WRONG_WORD_WEIGHT - 1) * targets
    return nn.functional.binary_cross_entropy_with_logits(of_words, targets, weights)

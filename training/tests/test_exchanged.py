"""False twins whose participants are exchanged."""

from __future__ import annotations

import random

from training.judge.claim import FALSE, NEITHER, SUPPORTED, Claim, whole
from training.judge.exchanged import exchange, with_exchanged

SENTENCE = "Hanna Kivelä sued Bjarne Holt over the quay."


def claim(sentence: str, passage: str, label: int = SUPPORTED) -> Claim:
    return whole(sentence, [passage], label, "")


def test_exchanges_the_participants_of_a_true_claim() -> None:
    passage = "The court heard that Hanna Kivelä sued Bjarne Holt."
    seen = set()
    for seed in range(20):
        group = with_exchanged(claim(SENTENCE, passage), random.Random(seed))
        assert group is not None
        true, false = group.claims
        assert (true.label, false.label) == (SUPPORTED, FALSE)
        assert {true.sentence, false.sentence} == {
            SENTENCE,
            "Bjarne Holt sued Hanna Kivelä over the quay.",
        }
        # The passage agrees with the true claim, whichever of the two has the names exchanged.
        assert true.sentence.split(" over")[0] in true.passages[0]
        assert true.passages == false.passages
        seen.add(true.sentence)
    assert len(seen) == 2


def test_leaves_names_that_are_not_in_different_roles() -> None:
    passage = "It was said that Hanna Kivelä and Bjarne Holt live in Oslo with Ada Roe."
    rng = random.Random(1)
    assert with_exchanged(claim("Hanna Kivelä and Bjarne Holt sued.", passage), rng) is None
    assert with_exchanged(claim("Hanna Kivelä lives in Oslo.", passage), rng) is None


def test_leaves_claims_that_are_not_true() -> None:
    passage = "The court heard that Hanna Kivelä sued Bjarne Holt."
    assert with_exchanged(claim(SENTENCE, passage, NEITHER), random.Random(1)) is None


def test_leaves_numbers_that_contain_a_value() -> None:
    assert exchange("3 of 3.5 and 1,300 or 7", ("3", "7")) == "7 of 3.5 and 1,300 or 3"

"""False twins with another value or name."""

from __future__ import annotations

import random

from training.judge.claim import CONTRADICTED, FALSE, NEITHER, SUPPORTED, Claim, whole
from training.judge.replaced import with_another_name, with_another_value

PASSAGE = "On Monday the clerk said that Bjarne Holt had sold 112 boats and Hanna Kivelä 340."


def claim(sentence: str, label: int = SUPPORTED) -> Claim:
    return whole(sentence, [PASSAGE], label, "")


def test_makes_a_twin_with_another_value() -> None:
    for seed in range(30):
        group = with_another_value(claim("Bjarne Holt sold 112 boats."), random.Random(seed))
        if group is None:
            continue
        true, false = group.claims
        assert (true.label, false.label) == (SUPPORTED, CONTRADICTED)
        ((start, end),) = false.wrong or ()
        assert false.sentence[start:end].isdigit()
        # The passage has the value of the true claim, whichever of the two was generated.
        value = true.sentence.split()[3]
        assert f"sold {value} boats" in true.passages[0]
        assert true.passages == false.passages


def test_makes_a_twin_with_another_name() -> None:
    sentences = set()
    for seed in range(30):
        group = with_another_name(claim("At noon Bjarne Holt sold boats."), random.Random(seed))
        assert group is not None
        true, false = group.claims
        assert (true.label, false.label) == (SUPPORTED, FALSE)
        name = true.sentence.removeprefix("At noon ").removesuffix(" sold boats.")
        assert f"{name} had sold" in true.passages[0]
        sentences.add(true.sentence)
    assert len(sentences) == 2


def test_leaves_values_beside_which_others_are_true() -> None:
    rng = random.Random(1)
    assert with_another_value(claim("Bjarne Holt sold more than 112 boats."), rng) is None
    assert with_another_value(claim("Bjarne Holt sold 75 boats."), rng) is None


def test_leaves_claims_that_are_not_true() -> None:
    false = claim("Bjarne Holt sold 112 boats.", NEITHER)
    assert with_another_value(false, random.Random(1)) is None
    assert with_another_name(false, random.Random(1)) is None

from __future__ import annotations

import random

from training.claims.examples import LabelledClaim
from training.claims.lexicon import Lexicon
from training.claims.model import CONFLICTING, CONTRADICTED, ENTAILED, GROUNDED
from training.claims.surface_slips import (
    SurfaceSlips,
    another_day_or_month,
    another_name,
    another_number,
    negation,
    opposites_by_form,
)
from training.readers.tokens import words_of

PASSAGE = (
    "On Monday Maren Oduay told Tobias Lind that 41 wells had opened in Harrow, and 38 schools."
)


def changed(slip: object, claim: str, seed: int = 1) -> str | None:
    """The claim with the slip."""
    change = slip(claim, PASSAGE, random.Random(seed))  # type: ignore[operator]
    if change is None:
        return None
    start, end, text = change
    return claim[:start] + text + claim[end:]


def test_a_name_becomes_another_of_the_passage() -> None:
    assert changed(another_name, "Lind heard of it from Maren Oduay.") == (
        "Harrow heard of it from Maren Oduay."
    )
    assert changed(another_name, "It was Maren Oduay who told him.") == (
        "It was Tobias Lind who told him."
    )


def test_a_figure_becomes_another() -> None:
    claims = {changed(another_number, "She counted 41 wells.", seed) for seed in range(20)}
    assert "She counted 38 wells." in claims
    assert "She counted 41 wells." not in claims
    assert changed(another_number, "She counted wells.") is None


def test_a_weekday_becomes_another() -> None:
    claim = changed(another_day_or_month, "She spoke on Monday.")
    assert claim is not None
    assert claim != "She spoke on Monday."
    assert claim.startswith("She spoke on ")


def test_a_negation_comes_and_goes() -> None:
    assert changed(negation, "She has spoken.") in {
        "She has not spoken.",
        "She has never spoken.",
    }
    assert changed(negation, "She has not spoken.") == "She has spoken."
    assert changed(negation, "She won't speak.") is None


def test_wrong_words_are_marked() -> None:
    lexicon = Lexicon(
        opposites={("VERB", "rise"): ["fall"]},
        forms={("rise", "VBD"): "rose", ("fall", "VBD"): "fell"},
    )
    assert opposites_by_form(lexicon) == {"rise": ["fall"], "rose": ["fell"]}
    slips = SurfaceSlips(opposites_by_form(lexicon))
    claim = LabelledClaim("Prices rose.", "Prices went up.", "", ENTAILED, "made-up")
    wrong = slips.slip(claim, random.Random(1))
    assert wrong is not None
    assert (wrong.claim, wrong.label) == ("Prices fell.", CONTRADICTED)
    marked = dict(zip((word.text for word in words_of(wrong.claim)), wrong.words, strict=True))
    assert marked == {"Prices": GROUNDED, "fell": CONFLICTING, ".": GROUNDED}

from __future__ import annotations

import random

from training.claims.examples import LabelledClaim
from training.claims.lexicon import Lexicon
from training.claims.model import CONFLICTING, CONTRADICTED, ENTAILED, GROUNDED
from training.claims.surface_slips import (
    Slip,
    SurfaceSlips,
    another_day_or_month,
    another_name,
    another_number,
    names_exchanged,
    negation,
    opposites_by_form,
)
from training.readers.tokens import words_of

PASSAGE = (
    "On Monday Maren Oduay told Tobias Lind that 41 wells had opened in Harrow, and 38 schools."
)


def changed(slip: Slip, claim: str, seed: int = 1) -> str | None:
    """The claim with the slip."""
    changes = slip(claim, PASSAGE, random.Random(seed))
    for change in reversed(changes):
        claim = claim[: change.start] + change.text + claim[change.end :]
    return claim if changes else None


def test_a_name_becomes_another_of_the_passage() -> None:
    found = {changed(another_name, "It was Maren Oduay who told him.", seed) for seed in range(20)}
    assert found == {"It was Tobias Lind who told him.", "It was Harrow who told him."}
    assert changed(another_name, "It was Ada Berg who told him.") is None
    assert changed(another_name, "Wells were opened.") is None


def test_two_names_trade_places() -> None:
    assert changed(names_exchanged, "On Monday Maren Oduay told Tobias Lind of it.") == (
        "On Monday Tobias Lind told Maren Oduay of it."
    )
    assert changed(names_exchanged, "Maren Oduay met Tobias Lind.") is None
    assert changed(names_exchanged, "Maren Oduay spoke on Monday.") is None


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
    assert marks(wrong) == {"Prices": GROUNDED, "fell": CONFLICTING, ".": GROUNDED}


def test_both_exchanged_names_are_marked() -> None:
    slips = SurfaceSlips({})
    slips.slips = ((names_exchanged, 1.0),)
    claim = LabelledClaim("Maren Oduay told Tobias Lind.", PASSAGE, "", ENTAILED, "made-up")
    wrong = slips.slip(claim, random.Random(1))
    assert wrong is not None
    assert wrong.claim == "Tobias Lind told Maren Oduay."
    names = dict.fromkeys(["Tobias", "Lind", "Maren", "Oduay"], CONFLICTING)
    assert marks(wrong) == names | {"told": GROUNDED, ".": GROUNDED}


def marks(claim: LabelledClaim) -> dict[str, int]:
    """The label of each word."""
    return dict(zip((word.text for word in words_of(claim.claim)), claim.words, strict=True))

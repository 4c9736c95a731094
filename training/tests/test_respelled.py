"""Numbers that are written the other way."""

from __future__ import annotations

from training.judge.claim import CONTRADICTED, SUPPORTED, Claim, Group
from training.judge.respelled import respelled


def claim(sentence: str, wrong: str = "") -> Claim:
    at = sentence.index(wrong)
    places = [(at, at + len(wrong))] if wrong else []
    label = CONTRADICTED if wrong else SUPPORTED
    return Claim(sentence, (4, len(sentence)), [], label, "number", places)


def texts(group: Group | None) -> list[str]:
    return [] if group is None else [one.sentence for one in group.claims]


def test_all_claims_of_a_group_are_respelled_alike() -> None:
    group = Group([claim("The forty-six cats left."), claim("The nine cats left.", "nine")], "")
    in_digits = respelled(group, in_digits=True)
    assert texts(in_digits) == ["The 46 cats left.", "The 9 cats left."]
    assert in_digits is not None
    assert texts(respelled(in_digits, in_digits=False)) == texts(group)


def test_places_move_with_the_words() -> None:
    group = respelled(Group([claim("The 46 or 31 cats slept.", "31 cats")], ""), in_digits=False)
    assert group is not None
    [one] = group.claims
    start, end = (one.wrong or [(0, 0)])[0]
    assert one.sentence[start:end] == "thirty-one cats"
    assert one.sentence[slice(*one.place)] == "forty-six or thirty-one cats slept."


def test_other_figures_stay() -> None:
    for sentence in (
        "On 4 May it cost $12, 5.5% or 3-2, at 7:30.",
        "By May 4 the 21st one was 48-year-old.",
        "There were 340 in 2,000.",
        "It was one of them.",
    ):
        assert respelled(Group([claim(sentence)], ""), in_digits=False) is None


def test_a_number_begins_a_sentence_with_a_capital() -> None:
    assert texts(respelled(Group([claim("12 of them left.")], ""), False)) == [
        "Twelve of them left."
    ]

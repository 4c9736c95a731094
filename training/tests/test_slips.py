"""Slips of writers: one word is changed, and the repair undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences import slips
from training.sentences.damage import DAMAGES
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.tests.test_hasty import parsed, texts

TULL = parsed("""
    Marcus PROPN/NNP Marcus 5 nsubj
    Tull PROPN/NNP Tull 0 flat
    , PUNCT/, , 0 punct
    58 NUM/CD 58 0 appos
    , PUNCT/, , 0 punct
    led VERB/VBD lead -1 root
    the DET/DT the 7 det
    children NOUN/NNS child 5 obj
    out ADV/RB out 5 advmod
    . PUNCT/. . 5 punct
""")
NINE = parsed("""
    All DET/PDT all 1 det
    nine NUM/CD nine 3 nsubj
    were AUX/VBD be 3 cop
    safe ADJ/JJ safe -1 root
    . PUNCT/. . 3 punct
""")
POLICE = parsed("""
    The DET/DT the 1 det
    police NOUN/NNS police 3 nsubj
    have AUX/VBP have 3 aux
    found VERB/VBN find -1 root
    fewer ADJ/JJR few 5 amod
    people NOUN/NNS people 3 obj
    . PUNCT/. . 3 punct
""")
EFFECT = parsed("""
    The DET/DT the 1 det
    effect NOUN/NN effect 5 nsubj
    on ADP/IN on 3 case
    trade NOUN/NN trade 1 nmod
    was AUX/VBD be 5 cop
    small ADJ/JJ small -1 root
    . PUNCT/. . 5 punct
""")
AFFECTS = parsed("""
    Storms NOUN/NNS storm 1 nsubj
    affect VERB/VBP affect -1 root
    trade NOUN/NN trade 1 obj
    . PUNCT/. . 1 punct
""")
TEAM = parsed("""
    The DET/DT the 1 det
    team NOUN/NN team 5 nsubj
    led VERB/VBN lead 1 acl
    by ADP/IN by 4 case
    Roe PROPN/NNP Roe 2 obl
    met VERB/VBD meet -1 root
    the DET/DT the 7 det
    board NOUN/NN board 5 obj
    . PUNCT/. . 5 punct
""")
BETWEEN = parsed("""
    It PRON/PRP it 1 nsubj
    stays VERB/VBZ stay -1 root
    between ADP/IN between 3 case
    you PRON/PRP you 1 obl
    and CCONJ/CC and 5 cc
    me PRON/PRP me 3 conj
    . PUNCT/. . 1 punct
""")
BUS = parsed("""
    Sales NOUN/NNS sale 1 nsubj
    rise VERB/VBP rise -1 root
    when SCONJ/WRB when 5 mark
    the DET/DT the 4 det
    bus NOUN/NN bus 5 nsubj
    opens VERB/VBZ open 1 advcl
    again ADV/RB again 5 advmod
    . PUNCT/. . 1 punct
""")
OPEN = replace(
    BUS,
    forms=["Sales", "rise", "when", "the", "buses", "open", "again", "."],
    tags=[*BUS.tags[:4], "NOUN/NNS", "VERB/VBP", *BUS.tags[6:]],
    _cache={},
)
INFLECTION = Inflection([TULL, NINE, POLICE, EFFECT, AFFECTS, TEAM, BETWEEN, BUS, OPEN] * 6)


def made_by(
    slip: Callable[[Sentence, Inflection], list[slips.Change]], sentence: Sentence
) -> list[tuple[str, Kind, str]]:
    """Each word that a slip writes, with its kind of damage and its repair."""
    return [(wrong, kind, edit) for _, wrong, kind, edit in slip(sentence, INFLECTION)]


def test_a_past_loses_its_ending_behind_a_name_with_an_age() -> None:
    assert texts(slips.common_slip, TULL, INFLECTION) == {"Marcus Tull, 58, lead the children out."}
    assert made_by(slips.bare_past, TULL) == [("lead", Kind.VERB_FORM, "verb:VBD")]


def test_a_name_without_an_age_may_be_that_of_a_body() -> None:
    wait = {"forms": [*TULL.forms[:5], "met", *TULL.forms[6:]]}
    without_age = replace(TULL, **wait, lemmas=[*TULL.lemmas[:5], "meet", *TULL.lemmas[6:]])
    with_role = replace(without_age, forms=[*wait["forms"][:3], "chair", *wait["forms"][4:]])
    assert [wrong for wrong, _, _ in made_by(slips.bare_past, without_age)] == ["meet"]
    assert made_by(slips.bare_past, with_role) == []


def test_a_figure_and_the_police_are_many() -> None:
    assert texts(slips.common_slip, NINE, INFLECTION) == {"All nine was safe."}
    assert made_by(slips.singular_of_many, POLICE) == [("has", Kind.AGREEMENT, "replace:have")]
    one = replace(NINE, forms=["All", "one", "were", "safe", "."])
    assert made_by(slips.singular_of_many, one) == []


def test_a_noun_and_its_verb_change_places() -> None:
    assert "The affect on trade was small." in texts(slips.common_slip, EFFECT, INFLECTION)
    assert texts(slips.common_slip, AFFECTS, INFLECTION) == {"Storms effect trade."}


def test_what_can_be_counted_is_less() -> None:
    assert made_by(slips.less_for_fewer, POLICE) == [("less", Kind.CONFUSED, "replace:fewer")]


def test_a_participle_behind_its_noun_loses_its_ending() -> None:
    assert made_by(slips.bare_participle, TEAM) == [("lead", Kind.VERB_FORM, "verb:VBN")]


def test_a_body_may_have_a_plural_verb() -> None:
    team = replace(BUS, forms=[*BUS.forms[:4], "team", *BUS.forms[5:]])
    assert made_by(slips.bare_verb_in_clause, team) == []


def test_a_subject_stands_behind_between() -> None:
    assert texts(slips.common_slip, BETWEEN, INFLECTION) == {"It stays between you and I."}


def test_a_verb_loses_its_ending_in_a_subordinate_clause() -> None:
    assert texts(slips.common_slip, BUS, INFLECTION) == {"Sales rise when the bus open again."}
    assert made_by(slips.bare_verb_in_clause, OPEN) == []


def test_the_slips_are_among_the_damages() -> None:
    assert "common-slip" in DAMAGES

"""The damage of hasty editing: seams, fragments, repeats and verbs in two versions."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.readers.parsed_prose import Sentence
from training.sentences.auxiliaries import wrong_form_after_auxiliary
from training.sentences.changed import wrong_capital
from training.sentences.constructions import copies, rare_variant
from training.sentences.damage import DAMAGES, RARE
from training.sentences.extra import two_small_words
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.lost_verbs import lost_far_verb
from training.sentences.merged_verbs import merged_verbs
from training.sentences.names import Names
from training.sentences.repeats import repeated_phrase
from training.sentences.splices import lost_joint
from training.sentences.whole_fragments import name_alone, whole_fragment
from training.sentences.words import Damaged, text_of


def parsed(rows: str) -> Sentence:
    """A sentence of lines `form tag lemma head relation`; marks follow their word."""
    words = [row.split() for row in rows.strip().splitlines()]
    forms = [word[0] for word in words]
    spaces = [not (after and not after[0].isalnum()) for after in [*forms[1:], ""]]
    heads = [int(word[3]) for word in words]
    columns = ([word[at] for word in words] for at in (1, 2))
    tags, lemmas = columns
    return Sentence(forms, spaces, tags, lemmas, heads, [word[4] for word in words])


FERRY = parsed("""
    The DET/DT the 1 det
    ferry NOUN/NN ferry 3 nsubj
    has AUX/VBZ have 3 aux
    chosen VERB/VBN choose -1 root
    the DET/DT the 6 det
    old ADJ/JJ old 6 amod
    pier NOUN/NN pier 3 obj
    in ADP/IN in 9 case
    the DET/DT the 9 det
    harbour NOUN/NN harbour 6 nmod
    . PUNCT/ . 3 punct
""")
SEAM = parsed("""
    Although SCONJ/IN although 4 mark
    the DET/DT the 2 det
    ferry NOUN/NN ferry 4 nsubj
    was AUX/VBD be 4 cop
    late ADJ/JJ late 11 advcl
    on ADP/IN on 6 case
    Sunday PROPN/NNP Sunday 4 obl
    , PUNCT/ , 4 punct
    the DET/DT the 10 det
    red ADJ/JJ red 10 amod
    buses NOUN/NNS bus 11 nsubj
    waited VERB/VBD wait -1 root
    for ADP/IN for 14 case
    its PRON/PRP$ its 14 nmod:poss
    passengers NOUN/NNS passenger 11 obl
    . PUNCT/ . 11 punct
""")
CAPTAIN = parsed("""
    The DET/DT the 1 det
    captain NOUN/NN captain 8 nsubj
    , PUNCT/ , 3 punct
    hired VERB/VBN hire 1 acl
    in ADP/IN in 6 case
    early ADJ/JJ early 6 amod
    May PROPN/NNP May 3 obl
    , PUNCT/ , 3 punct
    left VERB/VBD leave -1 root
    the DET/DT the 10 det
    firm NOUN/NN firm 8 obj
    . PUNCT/ . 8 punct
""")
WAITS = parsed("""
    The DET/DT the 1 det
    ferry NOUN/NN ferry 2 nsubj
    waits VERB/VBZ wait -1 root
    for ADP/IN for 4 case
    buses NOUN/NNS bus 2 obl
    in ADP/IN in 7 case
    the DET/DT the 7 det
    harbour NOUN/NN harbour 2 obl
    . PUNCT/ . 2 punct
""")
SIGN = parsed("""
    There PRON/EX there 1 expl
    was VERB/VBD be -1 root
    no DET/DT no 3 det
    sign NOUN/NN sign 1 nsubj
    of ADP/IN of 5 case
    snow NOUN/NN snow 3 nmod
    . PUNCT/ . 1 punct
""")
LONG = parsed("""
    The DET/DT the 1 det
    pier NOUN/NN pier 7 nsubj
    at ADP/IN at 4 case
    the DET/DT the 4 det
    end NOUN/NN end 1 nmod
    has AUX/VBZ have 7 aux
    been AUX/VBN be 7 cop
    weak ADJ/JJ weak -1 root
    for ADP/IN for 10 case
    many ADJ/JJ many 10 amod
    years NOUN/NNS year 7 obl
    in ADP/IN in 13 case
    the DET/DT the 13 det
    eyes NOUN/NNS eye 7 obl
    of ADP/IN of 16 case
    the DET/DT the 16 det
    men NOUN/NNS man 13 nmod
    of ADP/IN of 19 case
    the DET/DT the 19 det
    crew NOUN/NN crew 16 nmod
    . PUNCT/ . 7 punct
""")
CHOSE = parsed("""
    They PRON/PRP they 1 nsubj
    chose VERB/VBD choose -1 root
    it PRON/PRP it 1 obj
    . PUNCT/ . 1 punct
""")
CHOOSING = parsed("""
    Choosing VERB/VBG choose 1 csubj
    takes VERB/VBZ take -1 root
    time NOUN/NN time 1 obj
    . PUNCT/ . 1 punct
""")
INFLECTION = Inflection([FERRY, SEAM, CAPTAIN, LONG, CHOSE, CHOOSING] * 6)


def made(words: Damaged | None) -> str:
    assert words is not None
    return text_of(words)[0].strip()


def texts(make: Callable[..., Damaged | None], sentence: Sentence, *rest: object) -> set[str]:
    found = (make(sentence, random.Random(seed), *rest) for seed in range(60))
    return {made(words) for words in found if words is not None}


def test_a_past_tense_behind_have_is_no_participle() -> None:
    found = texts(wrong_form_after_auxiliary, FERRY, INFLECTION)
    assert "The ferry has chose the old pier in the harbour." in found
    assert "The ferry has chosen the old pier in the harbour." not in found


def test_a_phrase_is_repeated_apart_and_reworded() -> None:
    found = texts(repeated_phrase, FERRY)
    assert any("in the harbour in the harbour" in text for text in found)
    assert any("at the harbour in the harbour" in text for text in found)
    assert all(len(text.split()) >= 12 for text in found)


def test_a_lost_conjunction_leaves_a_comma_between_clauses() -> None:
    words = lost_joint(SEAM, random.Random(1))
    assert made(words) == (
        "The ferry was late on Sunday, the red buses waited for its passengers."
    )  # fmt: skip
    assert words is not None
    assert [(w.text, w.edit) for w in words if w.kind == Kind.RUN_ON] == [(",", "replace:.")]
    assert lost_joint(FERRY, random.Random(1)) is None


def test_a_verb_is_merged_with_another_version() -> None:
    found = texts(merged_verbs, FERRY, INFLECTION)
    assert "The ferry chose has chosen the old pier in the harbour." in found
    assert all("will have" not in text for text in found)


def test_of_two_prepositions_one_is_a_word() -> None:
    found = texts(two_small_words, FERRY)
    assert any("pier of in the harbour" in text for text in found)
    assert all("with in" not in text for text in found)
    assert any("the its old pier" in text or "its the old pier" in text for text in found)


def test_a_copula_is_lost_behind_a_heavy_subject() -> None:
    assert "The pier at the end been weak" in made(
        lost_far_verb(LONG, random.Random(3), INFLECTION)
    ) or "The pier at the end has weak" in made(lost_far_verb(LONG, random.Random(3), INFLECTION))
    assert lost_far_verb(FERRY, random.Random(3), INFLECTION) is None


def test_a_whole_sentence_becomes_a_fragment() -> None:
    found = texts(whole_fragment, FERRY, INFLECTION)
    assert "Because the ferry has chosen the old pier in the harbour." in found
    # The main clause follows: nothing is left alone.
    assert texts(whole_fragment, SEAM, INFLECTION) == set()


def test_a_name_with_its_participle_is_left_without_a_predicate() -> None:
    assert texts(name_alone, CAPTAIN, INFLECTION) == {"The captain, hired in early May."}


def test_house_capitals_are_no_damage() -> None:
    council = parsed("""
        The DET/DT the 1 det
        Harbour PROPN/NNP Harbour 2 nsubj
        closed VERB/VBD close -1 root
        . PUNCT/ . 2 punct
    """)
    inflection = Inflection([council])
    assert inflection.has_capital("harbour")
    assert all("Harbour" not in text for text in texts(wrong_capital, FERRY, inflection))


def test_rare_damages_are_damages() -> None:
    assert set(RARE) <= set(DAMAGES)


def test_a_clause_as_subject_is_shown_again() -> None:
    assert sum(copies(CHOOSING, random.Random(seed)) for seed in range(40)) > 25
    assert not any(copies(CHOSE, random.Random(seed)) for seed in range(40))


def test_rare_constructions_are_sound() -> None:
    names = Names([])
    names.given, names.surnames = ["Ines"], ["Calvos"]
    fronted = texts(rare_variant, WAITS, names, INFLECTION)
    assert {"In the harbour the ferry waits for buses.", "Of snow there was no sign."} <= (
        fronted | texts(rare_variant, SIGN, names, INFLECTION)
    )
    assert "In the harbour, the ferry waits for buses." in fronted
    found = texts(rare_variant, FERRY, names, INFLECTION)
    assert any(text.startswith("That the ferry has chosen") for text in found)
    assert "Never has the ferry chosen the old pier in the harbour." in found
    assert rare_variant(LONG, random.Random(0), names, INFLECTION) is None

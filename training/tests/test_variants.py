"""Sound variants: names, figures, asides, quotations, short texts."""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.asides import with_dashes, with_quotation
from training.sentences.figures import as_in_britain, day_first
from training.sentences.names import Names, name_spans
from training.sentences.short import short_text
from training.sentences.splice import spliced, with_forms
from training.sentences.variants import variant
from training.sentences.well_formed import is_well_formed
from training.tests.made_up import sentence
from training.tests.test_damage import MAYOR, PARENTS, parsed

NAMES = Names([])
NAMES.given = ["Maren", "Tobias", "Ines", "Yusuf"] * 5
NAMES.surnames = ["Oduay", "Lind", "Calvo", "Demir"] * 5

SHIP = parsed(
    ("Sund", "PROPN/NNP", "Sund", 8, "nsubj"),
    (",", "PUNCT/,", ",", 4, "punct"),
    ("a", "DET/DT", "a", 4, "det"),
    ("small", "ADJ/JJ", "small", 4, "amod"),
    ("port", "NOUN/NN", "port", 0, "appos"),
    (",", "PUNCT/,", ",", 4, "punct"),
    ("on", "ADP/IN", "on", 7, "case"),
    ("March", "PROPN/NNP", "March", 8, "obl"),
    ("paid", "VERB/VBD", "pay", -1, "root"),
    ("$", "SYM/$", "$", 8, "obj"),
    ("5", "NUM/CD", "5", 11, "compound"),
    ("million", "NUM/CD", "million", 9, "nummod"),
    (".", "PUNCT/.", ".", 8, "punct"),
)


def is_whole(made: Sentence) -> bool:
    """Whether all columns have the same length and each head is a word or the root."""
    columns = (made.spaces, made.tags, made.lemmas, made.heads, made.relations)
    return all(len(column) == len(made) for column in columns) and all(
        -1 <= head < len(made) for head in made.heads
    )


def test_words_are_replaced_in_the_tree() -> None:
    made = spliced(MAYOR, 4, 5, ["a", "very", "big", "school"], ["DET/DT"] * 4)
    assert made.text() == "The mayor has closed a very big school in the valley."
    assert is_whole(made)
    assert made.heads[4] == 3
    assert made.heads[10] == 3


def test_bodies_are_named_with_common_words() -> None:
    names = Names([SHIP])
    names.given, names.surnames = NAMES.given, NAMES.surnames
    assert names.nouns == ["port"]
    assert names.adjectives == ["small"]
    bodies = {" ".join(names.body(random.Random(seed))) for seed in range(40)}
    assert {"Small Port", "Port and Port", "Port", "Lind Port"} <= bodies
    made = {names.renamed(SHIP, random.Random(seed)).forms[0] for seed in range(40)}
    assert {"Port", "Small"} & made


def test_people_get_other_names_and_places_keep_theirs() -> None:
    made = NAMES.renamed(sentence(0), random.Random(1))
    assert name_spans(sentence(0)) == [(0, 1)]
    assert made.text().endswith("opened 3 ferries in Harrow on Monday.")
    assert "Maren Oduay opened" not in made.text()
    assert is_whole(made)


def test_dates_have_the_day_first() -> None:
    dated = with_forms(MAYOR, {6: "on", 7: "March", 8: "4"})
    assert day_first(dated).text() == "The mayor has closed two schools on 4 March."


def test_sums_are_written_short() -> None:
    ship = with_forms(SHIP, {}, {8: True, 9: False})
    made = {as_in_britain(ship, random.Random(seed)).text() for seed in range(30)}
    assert any(text.endswith("paid £5m.") for text in made)


def test_an_aside_stands_between_dashes() -> None:
    made = {with_dashes(SHIP, random.Random(seed)).text()[:23] for seed in range(30)}
    assert "Sund – a small port – o" in made


def test_a_few_words_stand_between_quotation_marks() -> None:
    made = [with_quotation(SHIP, random.Random(seed)) for seed in range(30)]
    assert any("a “small” port" in one.text() for one in made)
    assert all(is_whole(one) for one in made)


def test_variants_stay_whole() -> None:
    for number in range(100):
        made = variant(sentence(number), random.Random(number), NAMES)
        assert is_whole(made)


def test_short_texts_have_no_gaps_left() -> None:
    for seed in range(300):
        text, _ = short_text(NAMES, random.Random(seed))
        assert text
        assert "{" not in text


def test_slips_of_the_prose_are_left_out() -> None:
    assert is_well_formed(MAYOR)
    assert not is_well_formed(with_forms(MAYOR, {4: "closed"}))
    assert not is_well_formed(with_forms(MAYOR, {}, {8: True}))
    assert not is_well_formed(with_forms(PARENTS, {8: ".."}))

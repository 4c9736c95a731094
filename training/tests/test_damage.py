from __future__ import annotations

import random
from dataclasses import replace

import pytest

from training.readers.parsed_prose import Sentence
from training.sentences import (
    arranged,
    changed,
    extra,
    fragments,
    lost,
    lost_verbs,
    lost_words,
    merged,
)
from training.sentences.damage import DAMAGES, damaged
from training.sentences.edits import EditVocabulary
from training.sentences.human_edits import marked
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.structures import headline_of, part
from training.sentences.words import Damaged, sound, text_of
from training.tests.made_up import sentence


def parsed(*words: tuple[str, str, str, int, str]) -> Sentence:
    """A sentence of (form, tag, lemma, head, relation); marks follow their word."""
    forms, tags, lemmas, heads, relations = (list(column) for column in zip(*words, strict=True))
    spaces = [True] * len(forms)
    for index, form in enumerate(forms):
        if not form[0].isalnum() and index > 0:
            spaces[index - 1] = False
    return Sentence(forms, spaces, tags, lemmas, heads, relations)


MAYOR = parsed(
    ("The", "DET/DT", "the", 1, "det"),
    ("mayor", "NOUN/NN", "mayor", 3, "nsubj"),
    ("has", "AUX/VBZ", "have", 3, "aux"),
    ("closed", "VERB/VBN", "close", -1, "root"),
    ("two", "NUM/", "two", 5, "nummod"),
    ("schools", "NOUN/NNS", "school", 3, "obj"),
    ("in", "ADP/IN", "in", 8, "case"),
    ("the", "DET/DT", "the", 8, "det"),
    ("valley", "NOUN/NN", "valley", 3, "obl"),
    (".", "PUNCT/", ".", 3, "punct"),
)
PARENTS = parsed(
    ("Parents", "NOUN/NNS", "parent", 1, "nsubj"),
    ("protested", "VERB/VBD", "protest", -1, "root"),
    ("when", "SCONJ/WRB", "when", 5, "mark"),
    ("the", "DET/DT", "the", 4, "det"),
    ("plan", "NOUN/NN", "plan", 5, "nsubj"),
    ("leaked", "VERB/VBD", "leak", 1, "advcl"),
    ("on", "ADP/IN", "on", 7, "case"),
    ("Monday", "PROPN/NNP", "Monday", 5, "obl"),
    (".", "PUNCT/", ".", 1, "punct"),
)
FORMS = Inflection([MAYOR, PARENTS] * 6)


def shown(words: Damaged) -> str:
    """The text with each damaged word in brackets, its edit after a bar."""
    parts = [
        f"[{word.text}|{word.edit}]" if word.kind != Kind.SOUND else word.text for word in words
    ]
    return "".join(
        part + (" " if word.space else "") for part, word in zip(parts, words, strict=True)
    ).strip()


def all_of(damage: object, *arguments: object) -> set[str]:
    """The results of a damage in a sentence, for many seeds."""
    made = set()
    for seed in range(60):
        rng = random.Random(seed)
        words = damage(arguments[0], rng, *arguments[1:])  # type: ignore[operator]
        if words is not None:
            made.add(shown(words))
    return made


def with_words(base: Sentence, forms: dict[int, str], tags: dict[int, str]) -> Sentence:
    """The sentence with other words at some places; the lemma stays."""
    return replace(
        base,
        forms=[forms.get(i, form) for i, form in enumerate(base.forms)],
        tags=[tags.get(i, tag) for i, tag in enumerate(base.tags)],
        _cache={},
    )


def test_a_lost_auxiliary_is_to_be_appended_behind_the_word_before() -> None:
    taken = with_words(MAYOR, {3: "taken"}, {})
    made = all_of(lost_verbs.lost_verb, taken, FORMS)
    assert made == {"The [mayor|append:has] taken two schools in the valley."}


def test_no_auxiliary_is_lost_before_what_can_be_a_past_tense() -> None:
    closed = with_words(MAYOR, {}, {3: "VERB/VBD"})
    assert all_of(lost_verbs.lost_verb, MAYOR, Inflection([closed] * 3)) == set()


def test_a_modal_is_lost_where_the_subject_is_singular() -> None:
    will = with_words(MAYOR, {2: "will", 3: "close"}, {2: "AUX/MD", 3: "VERB/VB"})
    many = with_words(will, {0: "Some", 1: "mayors"}, {1: "NOUN/NNS"})
    assert "The [mayor|append:will] close two schools in the valley." in all_of(
        lost_verbs.lost_verb, will, FORMS
    )
    made = all_of(lost_verbs.lost_verb, many, FORMS)
    assert made == {"Some mayors [will|append:close] two schools in the valley."}


def test_a_lost_subject_takes_all_that_belongs_to_it() -> None:
    assert all_of(lost.lost_subject, MAYOR, FORMS) == {
        "[|append:*]Has closed two schools in the valley.",
    }


def test_an_article_and_a_preposition_can_be_lost() -> None:
    made = all_of(lost_words.lost_function_word, MAYOR, FORMS)
    assert "The mayor has closed two [schools|append:in] the valley." in made
    assert "[|append:the]Mayor has closed two schools in the valley." in made


def test_an_article_stays_before_a_noun_that_stands_alone() -> None:
    bare = with_words(MAYOR, {0: "Hence"}, {0: "ADV/RB"})
    bare = replace(bare, relations=["advmod", *bare.relations[1:]])
    made = all_of(lost_words.lost_function_word, MAYOR, Inflection([MAYOR, bare] * 3))
    assert "[|append:the]Mayor has closed two schools in the valley." not in made


def test_the_second_of_two_equal_words_is_to_be_deleted() -> None:
    assert "The mayor has [has|delete] closed two schools in the valley." in all_of(
        extra.doubled_word, MAYOR
    )


def test_a_verb_loses_its_agreement() -> None:
    assert all_of(changed.wrong_agreement, MAYOR, FORMS) == {
        "The mayor [have|replace:has] closed two schools in the valley.",
    }


def test_a_noun_behind_a_number_loses_its_plural() -> None:
    single = replace(
        MAYOR,
        tags=[*MAYOR.tags[:5], "NOUN/NN", *MAYOR.tags[6:]],
        forms=[*MAYOR.forms[:5], "school", *MAYOR.forms[6:]],
    )
    forms = Inflection([single] * 3)
    assert all_of(changed.wrong_number, MAYOR, forms) == {
        "The mayor has closed two [school|number:plural] in the valley.",
    }


def test_neighbours_are_swapped() -> None:
    made = all_of(arranged.swapped, MAYOR)
    assert "The mayor has closed [schools|swap] two in the valley." in made
    assert "[Mayor|swap] the has closed two schools in the valley." in made


def test_two_sentences_run_together() -> None:
    made = {
        shown(words)
        for seed in range(40)
        if (words := arranged.run_on(MAYOR, random.Random(seed), PARENTS)) is not None
    }
    assert (
        "The mayor has closed two schools in the valley[,|replace:.] "
        "parents protested when the plan leaked on Monday." in made
    )


def test_two_versions_of_a_predicate_are_merged() -> None:
    made = all_of(merged.two_predicates, MAYOR, FORMS)
    assert "The mayor [will|delete] has closed two schools in the valley." in made
    assert "The mayor [had|delete] has closed two schools in the valley." not in made
    made = all_of(merged.two_predicates, PARENTS, FORMS)
    assert "Parents [was|delete] protested when the plan leaked on Monday." not in made


def test_two_versions_of_a_date_are_merged() -> None:
    made = all_of(merged.two_times, PARENTS)
    assert "Parents protested when the plan leaked on Monday [on|delete] [Friday|delete]." in made
    assert any("[by|delete] [the|delete] [end|delete] [of|delete] on Monday" in one for one in made)


def test_no_opening_of_a_quotation_is_missed_at_the_start() -> None:
    spoken = parsed(
        ('"', "PUNCT/", '"', 1, "punct"),
        ("Go", "VERB/VB", "go", -1, "root"),
        (".", "PUNCT/", ".", 1, "punct"),
        ('"', "PUNCT/", '"', 1, "punct"),
    )
    assert all_of(changed.wrong_mark, spoken) <= {
        '" Go.[,|delete]"',
        '" Go.[.|delete]"',
    }


def test_a_subordinate_clause_is_left_alone() -> None:
    assert all_of(fragments.left_alone, PARENTS) == {"[When|keep] the plan leaked on Monday."}


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_each_damage_marks_a_word_or_leaves_the_sentence_alone(name: str) -> None:
    vocabulary = EditVocabulary.of([MAYOR, PARENTS])
    for number in range(200):
        rng = random.Random(number)
        words = DAMAGES[name][1](sentence(number), sentence(number + 1), rng, FORMS)
        if words is None:
            continue
        assert any(word.kind != Kind.SOUND for word in words)
        assert words[0].text == ""
        assert all(word.text for word in words[1:])
        assert all(0 <= vocabulary.number(word.edit) < len(vocabulary) for word in words)


def test_the_same_seed_gives_the_same_damage() -> None:
    first, second = (damaged(MAYOR, PARENTS, random.Random("a"), FORMS) for _ in range(2))
    assert first == second


def test_text_of_gives_the_place_of_each_word() -> None:
    text, spans = text_of(sound(MAYOR))
    assert text.strip() == MAYOR.text() == "The mayor has closed two schools in the valley."
    assert [text[start:end] for start, end in spans[1:]] == list(MAYOR.forms)


def test_a_headline_has_no_articles_and_no_full_stop() -> None:
    made = {
        headline.text()
        for seed in range(40)
        if (headline := headline_of(MAYOR, random.Random(seed))) is not None
    }
    assert "Mayor has closed two schools in valley" in made


def test_a_part_of_a_sentence_keeps_its_tree() -> None:
    kept = part(MAYOR, [4, 5], True)
    assert kept.text() == "Two schools"
    assert kept.heads == [1, -1]


def test_a_correction_is_marked_where_the_words_differ() -> None:
    words = marked("He go to to school .", "He goes to school .")
    assert words is not None
    assert shown(words) == "He [go|replace:goes] [to|delete] to school ."
    assert marked("The same .", "The same .") is None

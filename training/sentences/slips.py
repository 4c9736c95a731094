"""Common slips of writers: each changes one word for which the tree shows the right form.

"Marcus Tull, 58, lead the children", "All nine was hurt", "The police has", "The affect on trade",
"Less people came", "The team lead by Roe", "between you and I", "when the bus open again".
"""

from __future__ import annotations

import random
from collections.abc import Callable

from training.readers.parsed_prose import Sentence
from training.sentences.changed import EITHER_NUMBER
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, exchanged, sound

Change = tuple[int, str, Kind, str]
"""The index of a word, what replaces it, the kind of damage, and the repair."""

SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}

ALWAYS_PLURAL = {"police", "people", "cattle", "clergy", "both", "few", "many", "several"}
"""Words without a plural ending that take a plural verb."""

OBJECT_CASE = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
"""Pronouns after a verb or a preposition, with their subject forms."""

CLAUSES = {"advcl", "acl", "ccomp"}
"""Relations of a clause to the word that it depends on."""

NOUN_AND_VERB = (
    ("effect", "affect"), ("advice", "advise"), ("loss", "lose"), ("breath", "breathe"),
    ("belief", "believe"), ("proof", "prove"), ("choice", "choose"), ("device", "devise"),
    ("relief", "relieve"), ("grief", "grieve"),
)  # fmt: skip
"""A noun and the verb that writers confuse with it: from dictionaries of usage."""

NOUN_OF = {verb: noun for noun, verb in NOUN_AND_VERB}
VERB_OF = dict(NOUN_AND_VERB)


def common_slip(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """One of the slips that a sentence allows, each kind with equal probability."""
    found = [changes for slip in SLIPS if (changes := slip(sentence, inflection))]
    if not found:
        return None
    at, wrong, kind, edit = rng.choice(rng.choice(found))
    return exchanged(sound(sentence), at + 1, wrong, kind, edit)


def bare_past(sentence: Sentence, inflection: Inflection) -> list[Change]:
    """The past tense without its ending after a singular subject: "Tull, 58, lead the children".

    After a name, a base form could be a plural verb of a body. So either an aside with an age shows
    that the name is a person's, or the verb is "led", which nobody reads as the present.
    """
    changes: list[Change] = []
    for index in range(1, len(sentence)):
        if sentence.xpos(index) != "VBD" or sentence.upos(index) != "VERB":
            continue
        subject = _single_subject(sentence, index)
        if subject is None or sentence.relation(index) not in {"root", "conj", *CLAUSES}:
            continue
        lemma = sentence.lemmas[index].lower()
        is_named = sentence.xpos(subject).startswith("NNP")
        if is_named and lemma != "lead" and not _has_age(sentence, subject, index):
            continue
        # A verb with an auxiliary does not show the number of its subject.
        if any(sentence.relation(child) == "aux" for child in sentence.children[index]):
            continue
        base = inflection.form(lemma, "VB") or lemma
        if base != sentence.forms[index].lower():
            changes.append((index, base, Kind.VERB_FORM, "verb:VBD"))
    return changes


def bare_verb_in_clause(sentence: Sentence, inflection: Inflection) -> list[Change]:
    """The -s lost in a subordinate clause: "when the bus open again"."""
    changes: list[Change] = []
    for index in range(1, len(sentence)):
        if sentence.xpos(index) != "VBZ" or sentence.upos(index) != "VERB":
            continue
        if sentence.relation(index) not in CLAUSES:
            continue
        subject = _single_subject(sentence, index)
        if subject is None or sentence.xpos(subject) != "NN" or _is_wished(sentence, index):
            continue
        base = inflection.form(sentence.lemmas[index], "VBP")
        if base and base != sentence.forms[index].lower():
            changes.append((index, base, Kind.AGREEMENT, "verb:VBZ"))
    return changes


def singular_of_many(sentence: Sentence, _inflection: Inflection) -> list[Change]:
    """A singular verb after a figure or a word that is always plural: "All nine was"."""
    changes: list[Change] = []
    for index, form in enumerate(sentence.forms):
        lower = form.lower()
        if lower not in SINGULAR or sentence.upos(index) not in ("AUX", "VERB"):
            continue
        verb = sentence.heads[index] if sentence.relation(index) in ("aux", "cop") else index
        subject = _subject(sentence, verb)
        if subject is None or subject >= index or not _is_many(sentence, subject):
            continue
        if lower == "were" and _is_wished(sentence, verb):
            continue
        changes.append((index, SINGULAR[lower], Kind.AGREEMENT, f"replace:{lower}"))
    return changes


def noun_or_verb(sentence: Sentence, inflection: Inflection) -> list[Change]:
    """A verb instead of its noun, or the noun instead of the verb: "the affect on trade"."""
    changes: list[Change] = []
    for index, form in enumerate(sentence.forms):
        lower, tag = form.lower(), sentence.xpos(index)
        if index > 0 and form != lower:
            continue
        lemma = sentence.lemmas[index].lower()
        if sentence.upos(index) == "NOUN" and lemma in VERB_OF and tag in ("NN", "NNS"):
            verb = VERB_OF[lemma]
            wrong = verb if tag == "NN" else inflection.form(verb, "VBZ")
        elif sentence.upos(index) == "VERB" and lemma in NOUN_OF and tag in ("VB", "VBP"):
            wrong = inflection.form(NOUN_OF[lemma], "NN")
        else:
            continue
        if wrong and wrong != lower:
            changes.append((index, wrong, Kind.CONFUSED, f"replace:{lower}"))
    return changes


def less_for_fewer(sentence: Sentence, _inflection: Inflection) -> list[Change]:
    """Words for quantities with countable nouns: "less people", "the amount of cars"."""
    changes: list[Change] = []
    for index, form in enumerate(sentence.forms):
        lower = form.lower()
        head = sentence.heads[index]
        if lower == "fewer" and head > index and sentence.xpos(head) == "NNS":
            changes.append((index, "less", Kind.CONFUSED, "replace:fewer"))
        children = sentence.children[index]
        # "A number of" takes a plural.
        is_the = any(sentence.forms[child].lower() == "the" for child in children)
        of_many = any(
            sentence.xpos(child) == "NNS" and sentence.relation(child) == "nmod"
            for child in children
        )
        if lower == "number" and is_the and of_many:
            changes.append((index, "amount", Kind.CONFUSED, "replace:number"))
    return changes


def bare_participle(sentence: Sentence, inflection: Inflection) -> list[Change]:
    """A participle after its noun without its ending: "the team lead by Roe"."""
    changes: list[Change] = []
    for index in range(1, len(sentence)):
        if sentence.xpos(index) != "VBN" or sentence.relation(index) != "acl":
            continue
        if sentence.heads[index] != index - 1:
            continue
        following = sentence.forms[index + 1].lower() if index + 1 < len(sentence) else ""
        lemma = sentence.lemmas[index].lower()
        base = inflection.form(lemma, "VB") or lemma
        if following == "by" and base != sentence.forms[index].lower():
            changes.append((index, base, Kind.VERB_FORM, "verb:VBN"))
    return changes


def subject_case(sentence: Sentence, _inflection: Inflection) -> list[Change]:
    """The form of a subject after "and" or "between": "between you and I"."""
    changes: list[Change] = []
    for index, form in enumerate(sentence.forms):
        lower = form.lower()
        # The "her" of "her dog" is possessive.
        if lower not in OBJECT_CASE or sentence.upos(index) != "PRON":
            continue
        if sentence.relations[index] == "nmod:poss" or sentence.xpos(index) == "PRP$":
            continue
        head = sentence.heads[index]
        is_joined = sentence.relation(index) == "conj" and sentence.relation(head) in (
            "obj",
            "iobj",
            "obl",
            "nmod",
        )
        joins = any(sentence.relation(child) == "conj" for child in sentence.children[index])
        between = any(
            sentence.relation(child) == "case" and sentence.forms[child].lower() == "between"
            for child in sentence.children[index]
        )
        if is_joined or (joins and between):
            changes.append((index, OBJECT_CASE[lower], Kind.CONFUSED, f"replace:{lower}"))
    return changes


SLIPS: tuple[Callable[[Sentence, Inflection], list[Change]], ...] = (
    bare_past,
    bare_verb_in_clause,
    singular_of_many,
    noun_or_verb,
    less_for_fewer,
    bare_participle,
    subject_case,
)


def _subject(sentence: Sentence, verb: int) -> int | None:
    """The subject of a verb, also of a passive one."""
    return next((i for i in sentence.children[verb] if sentence.relation(i) == "nsubj"), None)


def _single_subject(sentence: Sentence, verb: int) -> int | None:
    """The subject before a verb if it is one person or thing, even if a phrase adds others."""
    subject = _subject(sentence, verb)
    if subject is None or subject > verb:
        return None
    if any(sentence.relation(child) == "conj" for child in sentence.children[subject]):
        return None
    lower = sentence.forms[subject].lower()
    is_one = sentence.xpos(subject) in ("NN", "NNP") or lower in ("he", "she", "it")
    # "The team lead", of several people, is sound in British English.
    return subject if is_one and lower not in EITHER_NUMBER | ALWAYS_PLURAL else None


def _has_age(sentence: Sentence, subject: int, verb: int) -> bool:
    """Whether an age between commas follows a name: "Marcus Tull, 58,"."""
    return any(
        sentence.forms[at].isdecimal()
        and len(sentence.forms[at]) <= 2
        and sentence.forms[at - 1] == ","
        and sentence.forms[at + 1] == ","
        for at in range(subject + 2, verb - 1)
    )


def _is_many(sentence: Sentence, subject: int) -> bool:
    """Whether a subject is a figure, or a word that is always plural."""
    lower = sentence.forms[subject].lower()
    if sentence.upos(subject) == "NUM":
        # "One was", "2019 was"; a sum of money is one.
        return lower not in ("one", "1", "half") and not (lower.isdecimal() and len(lower) > 3)
    return lower in ALWAYS_PLURAL and sentence.upos(subject) != "ADJ"


def _is_wished(sentence: Sentence, verb: int) -> bool:
    """Whether a clause may have a subjunctive: "if it were", "that he leave"."""
    start = sentence.subtree(verb)[0]
    opening = {sentence.forms[at].lower() for at in range(max(0, start - 2), verb)}
    return bool(opening & {"if", "though", "wish", "whether", "unless", "that", "lest"})

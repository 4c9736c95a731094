"""Damage by division: clauses and phrases left alone, subjects without a predicate."""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.arranged import FINITE, QUOTES
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, capitalised, sound


def left_alone(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A subordinate, relative or participle clause, or a long adverbial, as a sentence."""
    clauses = []
    for index in range(len(sentence)):
        span = sentence.subtree(index)
        opening = span[0]
        if not (4 <= len(span) < len(sentence) - 2 and span[-1] - opening + 1 == len(span)):
            continue
        # A few words around a participle are a headline or an aside.
        participle = sentence.xpos(opening) in ("VBG", "VBN")
        if _is_fragment(sentence, index, opening) and not (participle and len(span) < 7):
            clauses.append(span)
    if not clauses:
        return None
    span = rng.choice(clauses)
    words = sound(sentence)
    kept = [words[index + 1] for index in span]
    while kept and not kept[-1].text[-1:].isalnum():
        kept.pop()
    if len(kept) < 4:
        return None
    if sum(word.text in QUOTES for word in kept) % 2:
        return None
    first = Marked(capitalised(kept[0].text), kept[0].space, Kind.FRAGMENT)
    last = replace(kept[-1], space=False)
    return [Marked("", False), first, *kept[1:-1], last, Marked(".", True)]


CAUSES = {"because", "despite", "due", "according", "instead", "including", "rather", "thanks"}
"""Openings of phrases that cannot be meant as sentences."""


def _is_fragment(sentence: Sentence, index: int, opening: int) -> bool:
    """Whether the words below `index` begin in a way that no sentence does."""
    relation, form = sentence.relation(index), sentence.forms[opening].lower()
    if relation == "advcl":
        return (
            sentence.upos(opening) in ("SCONJ", "ADP") and form not in ("that", "as", "so")
        ) or (sentence.xpos(opening) in ("VBG", "VBN") and opening == index)
    if sentence.relations[index] == "acl:relcl":
        # "That led to more" is whole: "that" is the only relative pronoun that is also a pronoun.
        return form in ("which", "who", "whose")
    if sentence.relations[index] == "acl":
        return opening == index and sentence.xpos(index) == "VBG"
    return relation in ("obl", "nmod", "advmod") and form in CAUSES


def subject_alone(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A subject with its relative clause, whose predicate was lost."""
    found: list[list[Marked]] = []
    words = sound(sentence)
    for index in range(len(sentence)):
        head = sentence.heads[index]
        if sentence.relation(index) != "nsubj" or head < index:
            continue
        clauses = [c for c in sentence.children[index] if sentence.relations[c] == "acl:relcl"]
        span = sentence.subtree(index)
        if not clauses or span[-1] - span[0] + 1 != len(span):
            continue
        inside = {word for clause in clauses for word in sentence.subtree(clause)}
        # A finite verb outside the relative clause would be the predicate, so the tree is wrong.
        if any(sentence.xpos(word) in FINITE and word not in inside for word in span):
            continue
        if sentence.xpos(clauses[-1]) not in FINITE and not any(
            sentence.xpos(word) in FINITE for word in inside
        ):
            continue
        opening = min(inside)
        if sentence.forms[opening].lower() not in ("who", "which", "that", "whose", "where"):
            continue
        kept = [words[word + 1] for word in span]
        while kept and not kept[-1].text[-1:].isalnum():
            kept.pop()
        if len(kept) < 5:
            continue
        if sum(word.text in QUOTES for word in kept) % 2 == 0:
            found.append(kept)
    if not found:
        return None
    kept = rng.choice(found)
    first = Marked(capitalised(kept[0].text), kept[0].space)
    last = replace(kept[-1], space=False, kind=Kind.FRAGMENT, edit="append:*")
    return [Marked("", False), first, *kept[1:-1], last, Marked(".", True)]

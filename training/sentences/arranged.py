"""Damage by arrangement: neighbours swapped, sentences run together, clauses left alone."""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, capitalised, sound, uncapitalised

FINITE = {"VBZ", "VBP", "VBD", "MD"}
FREE = {"ADV", "PUNCT", "INTJ", "SYM", "X", "CCONJ"}
"""What can change places with its neighbour in a sound sentence."""


FLOATING = {
    "not", "all", "both", "each", "only", "just", "also", "even", "alone", "enough", "half", "such",
    "whole", "quite", "so", "too", "either",
}  # fmt: skip
"""Words that stand in more than one place."""

SPEECH = {"say", "add", "ask", "write", "explain", "claim", "reply", "warn", "insist", "admit"}


def has_main_verb(sentence: Sentence) -> bool:
    """Whether the root of the tree is a finite verb, or has a finite auxiliary, with a subject."""
    root = next((index for index, head in enumerate(sentence.heads) if head == -1), None)
    if root is None:
        return False
    parts = [root, *sentence.children[root]]
    finite = any(
        sentence.xpos(index) in FINITE
        for index in parts
        if index == root or sentence.relation(index) in ("aux", "cop")
    )
    return finite and any(sentence.relation(index) == "nsubj" for index in parts)


def swapped(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two neighbouring words in the wrong order."""
    places = []
    for index in range(len(sentence) - 1):
        pair = (sentence.upos(index), sentence.upos(index + 1))
        forms = (sentence.forms[index], sentence.forms[index + 1])
        alike = pair[0] == pair[1]
        if alike or pair[0] in FREE or pair[1] in FREE or not all(form.isalpha() for form in forms):
            continue
        if not sentence.spaces[index] or pair in {
            ("PROPN", "NOUN"),
            ("NOUN", "PROPN"),
            ("NOUN", "VERB"),
            ("VERB", "NOUN"),
            ("VERB", "PROPN"),
            ("PROPN", "VERB"),
        }:
            # "said Smith" and "Smith said" are both sound.
            continue  # fmt: skip
        if {pair[0], pair[1]} == {"ADJ", "NUM"} or (index == 0 and set(pair) & {"AUX", "VERB"}):
            continue  # "first two" and "two first"; "Is it" begins a question
        if forms[0].lower() in FLOATING or forms[1].lower() in FLOATING:
            continue
        if "compound" in (sentence.relation(index), sentence.relation(index + 1)):
            continue  # "pick up the phone" and "pick the phone up"
        if pair == ("PRON", "VERB") and sentence.lemmas[index + 1] in SPEECH:
            continue
        places.append(index)
    if not places:
        return None
    at = rng.choice(places)
    words = sound(sentence)
    one, other = words[at + 1], words[at + 2]
    first, second = other.text, uncapitalised(one.text, sentence.upos(at))
    if at == 0:
        first = capitalised(first)
    words[at + 1] = Marked(first, True, Kind.SWAPPED, "swap")
    words[at + 2] = Marked(second, other.space)
    return words


def run_on(sentence: Sentence, rng: random.Random, other: Sentence | None) -> Damaged | None:
    """The sentence and the next with a comma or nothing between them."""
    if other is None or not (has_main_verb(sentence) and has_main_verb(other)):
        return None
    if sentence.forms[-1] not in (".", ";") or len(sentence) + len(other) > 70:
        return None
    if not other.forms[0][:1].isalpha() or other.upos(0) in ("SCONJ", "CCONJ", "ADP"):
        return None
    words, following = sound(sentence), sound(other)[1:]
    words.pop()
    opening = following[0]
    kept_capital = rng.random() < 0.35
    if not kept_capital:
        opening = replace(opening, text=uncapitalised(opening.text, other.upos(0)))
    if rng.random() < 0.5:
        words[-1] = replace(words[-1], space=False)
        words.append(Marked(",", True, Kind.RUN_ON, "replace:."))
    else:
        words[-1] = Marked(words[-1].text, True, Kind.RUN_ON, "append:.")
    return [*words, opening, *following[1:]]


def comma_splice(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two main clauses whose "and" or "but" was lost."""
    places = [
        index
        for index in range(2, len(sentence) - 2)
        if sentence.relation(index) == "cc"
        and sentence.forms[index].lower() in ("and", "but", "so")
        and sentence.heads[index] > index
        and sentence.relation(sentence.heads[index]) == "conj"
        and sentence.heads[sentence.heads[index]] >= 0
        and sentence.relation(sentence.heads[sentence.heads[index]]) == "root"
        and any(sentence.relation(c) == "nsubj" for c in sentence.children[sentence.heads[index]])
    ]
    if not places:
        return None
    at = rng.choice(places)
    words = sound(sentence)
    form = sentence.forms[at].lower()
    before = words[at]
    if before.text == ",":
        words[at] = before.mark(Kind.RUN_ON, f"append:{form}")
    else:
        words[at] = replace(before, space=True, kind=Kind.RUN_ON, edit=f"append:{form}")
    return [*words[: at + 1], *words[at + 2 :]]


def left_alone(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A subordinate or relative clause, or a participle's, as a sentence of its own."""
    clauses = []
    for index in range(len(sentence)):
        span = sentence.subtree(index)
        opening = span[0]
        if not (4 <= len(span) < len(sentence) - 2 and span[-1] - opening + 1 == len(span)):
            continue
        stands_alone = sentence.relation(index) == "advcl" and (
            sentence.upos(opening) == "SCONJ" or sentence.xpos(opening) == "VBG"
        )
        is_relative = sentence.relations[index] == "acl:relcl"
        # "That led to more" is whole: of relative pronouns "that" alone is a pronoun as well.
        relative = is_relative and sentence.forms[opening].lower() in ("which", "who", "whose")
        if stands_alone or relative:
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
    first = Marked(capitalised(kept[0].text), kept[0].space, Kind.FRAGMENT)
    last = replace(kept[-1], space=False)
    return [Marked("", False), first, *kept[1:-1], last, Marked(".", True)]


def subject_alone(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A subject with its relative clause, whose predicate was lost."""
    for index in range(len(sentence)):
        head = sentence.heads[index]
        if sentence.relation(index) != "nsubj" or head < index or sentence.heads[head] != -1:
            continue
        clauses = [c for c in sentence.children[index] if sentence.relations[c] == "acl:relcl"]
        span = sentence.subtree(index)
        if not clauses or span[-1] - span[0] + 1 != len(span) or rng.random() < 0.3:
            continue
        inside = {word for clause in clauses for word in sentence.subtree(clause)}
        # A finite verb outside the relative clause is that of a sentence: the tree is wrong.
        if any(sentence.xpos(word) in FINITE and word not in inside for word in span):
            continue
        if sentence.xpos(clauses[-1]) not in FINITE and not any(
            sentence.xpos(word) in FINITE for word in inside
        ):
            continue
        opening = min(inside)
        if sentence.forms[opening].lower() not in ("who", "which", "that", "whose", "where"):
            continue
        words = sound(sentence)
        kept = [words[word + 1] for word in span]
        while kept and not kept[-1].text[-1:].isalnum():
            kept.pop()
        if len(kept) < 5:
            continue
        first = Marked(capitalised(kept[0].text), kept[0].space)
        last = replace(kept[-1], space=False, kind=Kind.FRAGMENT, edit="append:*")
        return [Marked("", False), first, *kept[1:-1], last, Marked(".", True)]
    return None

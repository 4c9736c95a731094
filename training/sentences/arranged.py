"""Damage by arrangement: neighbours swapped, sentences run together."""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, capitalised, sound, uncapitalised

FINITE = {"VBZ", "VBP", "VBD", "MD"}
FREE = {"ADV", "PUNCT", "INTJ", "SYM", "X", "CCONJ"}
"""Parts of speech that can change places with their neighbours in a sound sentence."""


FLOATING = {
    "not", "all", "both", "each", "only", "just", "also", "even", "alone", "enough", "half", "such",
    "whole", "quite", "so", "too", "either",
}  # fmt: skip
"""Words that can be in more than one place in a sentence."""

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


OPENINGS = {
    "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "there", "the", "a",
    "his", "her", "its", "their", "no", "another", "some", "police", "mr", "officials", "residents",
}  # fmt: skip
"""Words that begin a main clause in news."""

QUOTES = {'"', "“", "”", "‘", "’", "'"}


def run_on(sentence: Sentence, rng: random.Random, other: Sentence | None) -> Damaged | None:
    """The sentence and the next one with a comma or nothing between them."""
    if other is None or not (has_main_verb(sentence) and has_main_verb(other)):
        return None
    if sentence.forms[-1] not in (".", ";") or len(sentence) + len(other) > 70:
        return None
    if not other.forms[0][:1].isalpha() or other.upos(0) in ("SCONJ", "CCONJ", "ADP"):
        return None
    begins_plainly = other.forms[0].lower() in OPENINGS or other.upos(0) == "PROPN"
    if not begins_plainly and rng.random() < 0.5:
        return None
    words, following = sound(sentence), sound(other)[1:]
    words.pop()
    opening = following[0]
    with_comma = rng.random() < 0.55 and _shows_behind_comma(sentence, other)
    if rng.random() < (0.65 if with_comma else 0.5):
        opening = replace(opening, text=uncapitalised(opening.text, other.upos(0)))
    if with_comma:
        words[-1] = replace(words[-1], space=False)
        words.append(Marked(",", True, Kind.RUN_ON, "replace:."))
    else:
        words[-1] = Marked(words[-1].text, True, Kind.RUN_ON, "append:.")
    return [*words, opening, *following[1:]]


def _shows_behind_comma(sentence: Sentence, other: Sentence) -> bool:
    """Whether a comma between the two is an error, which it is not in speech.

    It is an error after a whole quotation, with or without the speaker, unless the next sentence is
    speech or names a speaker.
    """
    marks = sum(form in QUOTES for form in sentence.forms)
    if any(form in QUOTES for form in other.forms) or marks % 2:
        return False
    root = next(index for index, head in enumerate(other.heads) if head == -1)
    speaks = other.lemmas[root].lower() in {*SPEECH, "tell", "think", "believe"}
    return not (speaks and (marks or len(other) < 8))


def _has_own_subject(sentence: Sentence, joint: int, verb: int) -> bool:
    """Whether a second main clause, a subject and a finite verb, follows the conjunction."""
    subject = next((c for c in sentence.children[verb] if sentence.relation(c) == "nsubj"), None)
    if subject is None or not joint < subject <= verb:
        return False
    if sentence.subtree(subject)[0] > joint + 2 or sentence.xpos(subject) in ("WDT", "WP"):
        return False
    root = sentence.heads[verb]
    has_first = any(sentence.relation(c) == "nsubj" and c < joint for c in sentence.children[root])
    return has_first and any(
        sentence.xpos(i) in FINITE
        for i in (verb, *sentence.children[verb])
        if i == verb or (sentence.relation(i) in ("aux", "cop") and subject < i)
    )


def comma_splice(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two main clauses that have lost the "and" or "but" between them."""
    places = [
        index
        for index in range(2, len(sentence) - 2)
        if sentence.relation(index) == "cc"
        and sentence.forms[index].lower() in ("and", "but", "so")
        and sentence.heads[index] > index
        and sentence.relation(sentence.heads[index]) == "conj"
        and sentence.heads[sentence.heads[index]] >= 0
        and sentence.relation(sentence.heads[sentence.heads[index]]) == "root"
        and _has_own_subject(sentence, index, sentence.heads[index])
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

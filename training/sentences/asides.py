"""Sound variants: asides between dashes instead of commas, and words in quotation marks."""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.splice import spliced, with_forms

MOST_COMMAS = 3
ASIDES = {"appos", "acl", "advcl", "parataxis"}
DASHES = ("–", "—", "-", "–", "--")
QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))
QUOTED = {"amod", "obj", "xcomp"}


def with_dashes(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with one of its asides between dashes, if it has one between commas."""
    if sentence.forms.count(",") > MOST_COMMAS:
        return sentence  # a list
    found = []
    for index in range(len(sentence)):
        if sentence.relation(index) not in ASIDES or len(sentence.subtree(index)) < 3:
            continue
        if any(sentence.relation(child) == "conj" for child in sentence.children[index]):
            continue
        span = [i for i in sentence.subtree(index) if sentence.forms[i] != ","]
        before, after = span[0] - 1, span[-1] + 1
        if (
            span[-1] - span[0] + 1 == len(span)
            and before > 0
            and after < len(sentence) - 1
            and (sentence.forms[before] == sentence.forms[after] == ",")
        ):
            found.append((before, after))
    if not found:
        return sentence
    before, after = rng.choice(found)
    dash = rng.choice(DASHES)
    close = dash == "—" and rng.random() < 0.5
    spaces = {before - 1: not close, before: not close, after - 1: not close, after: not close}
    return with_forms(sentence, {before: dash, after: dash}, spaces)


def with_quotation(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with a few of its words in quotation marks, as if quoted from others."""
    if any(form in pair for form in sentence.forms for pair in QUOTES):
        return sentence
    found = []
    for index in range(1, len(sentence) - 1):
        if sentence.relation(index) not in QUOTED:
            continue
        span = sentence.subtree(index)
        if sentence.upos(span[0]) == "DET":
            span = span[1:]
        if (
            span
            and len(span) <= 7
            and span[-1] - span[0] + 1 == len(span)
            and (sentence.forms[span[0]].islower() and sentence.forms[span[-1]].isalpha())
        ):
            found.append((span[0], span[-1]))
    if not found:
        return sentence
    first, last = rng.choice(found)
    opening, closing = rng.choice(QUOTES)
    end, start = sentence.forms[last], sentence.forms[first]
    after = sentence.spaces[last]
    mark = "PUNCT/''"
    sentence = _set(sentence, last, [end, closing], [sentence.tags[last], mark], [False, after])
    return _set_before(sentence, first, start, opening)


def _set(
    sentence: Sentence, at: int, forms: list[str], tags: list[str], spaces: list[bool]
) -> Sentence:
    made = spliced(sentence, at, at, forms, tags, spaces)
    return Sentence(
        made.forms,
        [*made.spaces[:at], *spaces, *made.spaces[at + 2 :]],
        made.tags,
        made.lemmas,
        made.heads,
        [*made.relations[: at + 1], "punct", *made.relations[at + 2 :]],
    )


def _set_before(sentence: Sentence, at: int, word: str, mark: str) -> Sentence:
    """The sentence with a mark before the word at `at`, attached to it in the tree."""
    heads = [head + (head >= at) for head in sentence.heads]
    return Sentence(
        [*sentence.forms[:at], mark, word, *sentence.forms[at + 1 :]],
        [*sentence.spaces[:at], False, *sentence.spaces[at:]],
        [*sentence.tags[:at], "PUNCT/``", *sentence.tags[at:]],
        [*sentence.lemmas[:at], mark, *sentence.lemmas[at:]],
        [*heads[:at], at + 1, *heads[at:]],
        [*sentence.relations[:at], "punct", *sentence.relations[at:]],
    )

"""Damage by what is too much: doubled words and phrases, two versions, a foreign tail."""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, sound, uncapitalised

CLOSED = {"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART"}
MAY_DOUBLE = {"that", "had", "very", "really", "so", "far", "no", "many", "more", "is"}
"""Words that stand twice in sound prose now and then."""

ALTERNATIVES = (
    ("is", "was"), ("are", "were"), ("has", "had"), ("have", "had"), ("will", "would"),
    ("can", "could"), ("may", "might"), ("in", "at"), ("in", "on"), ("on", "at"), ("for", "to"),
    ("with", "by"), ("of", "for"), ("from", "of"), ("the", "a"), ("the", "its"), ("this", "the"),
    ("his", "the"), ("their", "the"), ("and", "but"), ("who", "which"), ("when", "after"),
    ("about", "on"), ("because", "as"), ("also", "too"), ("he", "they"), ("it", "they"),
    ("should", "must"), ("been", "was"), ("by", "from"), ("to", "in"), ("has", "is"),
)  # fmt: skip
"""Words of which an editor writes one and forgets to delete the other."""

OTHER = {
    word: [b if a == word else a for a, b in ALTERNATIVES if word in (a, b)]
    for pair in ALTERNATIVES
    for word in pair
}


def _copy(sentence: Sentence, index: int, kind: Kind) -> Marked:
    """The word once more, to be deleted."""
    form = uncapitalised(sentence.forms[index], sentence.upos(index))
    return Marked(form, sentence.spaces[index], kind, "delete")


def doubled_word(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A word written twice."""
    places = [
        index
        for index, form in enumerate(sentence.forms)
        if form.isalpha() and form.lower() not in MAY_DOUBLE and sentence.upos(index) != "PROPN"
    ]
    closed = [index for index in places if sentence.upos(index) in CLOSED]
    places = closed if closed and rng.random() < 0.6 else places
    if not places:
        return None
    at = rng.choice(places)
    words = sound(sentence)
    words[at + 1] = replace(words[at + 1], space=True)
    return [*words[: at + 2], _copy(sentence, at, Kind.REPEATED), *words[at + 2 :]]


def doubled_phrase(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two to five words written twice in a row."""
    length = rng.randint(2, 5)
    if len(sentence) < length + 3:
        return None
    start = rng.randint(0, len(sentence) - length - 1)
    stretch = range(start, start + length)
    if not all(sentence.forms[index].isalnum() for index in stretch):
        return None
    words = sound(sentence)
    copy = [_copy(sentence, index, Kind.REPEATED) for index in stretch]
    last = start + length
    words[last] = Marked(words[last].text, True)
    return [*words[: last + 1], *copy, *words[last + 1 :]]


def duplicate_item(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """An item of a list named a second time, later in the list."""
    lists = []
    for index in range(len(sentence)):
        items = [
            child
            for child in sentence.children[index]
            if sentence.relation(child) == "conj" and sentence.upos(child) in ("NOUN", "PROPN")
        ]
        if sentence.upos(index) in ("NOUN", "PROPN") and items:
            lists.append((index, items))
    if not lists:
        return None
    head, items = rng.choice(lists)
    own = [
        index
        for index in sentence.subtree(head)
        if index < items[0] and index <= head and sentence.forms[index].isalnum()
    ]
    if not own:
        return None
    first = own[0]
    if own != list(range(first, head + 1)) or len(own) > 4:
        return None
    if sentence.upos(first) == "ADP":
        own = own[1:]
    if not own or sentence.relation(head) == "case":
        return None
    last = sentence.subtree(items[-1])[-1]
    while last > items[-1] and not sentence.forms[last].isalnum():
        last -= 1
    words = sound(sentence)
    copy = [_copy(sentence, index, Kind.DUPLICATE_ITEM) for index in own]
    copy[-1] = replace(copy[-1], space=sentence.spaces[last])
    words[last + 1] = Marked(words[last + 1].text, True)
    joint = Marked("and", True, Kind.DUPLICATE_ITEM, "delete")
    return [*words[: last + 2], joint, *copy, *words[last + 2 :]]


def two_versions(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A word with the word that it was to replace, or that was to replace it."""
    places = [
        index
        for index, form in enumerate(sentence.forms)
        if form.lower() in OTHER and 0 < index < len(sentence) - 1
    ]
    if not places:
        return None
    at = rng.choice(places)
    other = rng.choice(OTHER[sentence.forms[at].lower()])
    words = sound(sentence)
    extra = Marked(other, True, Kind.GARBLED, "delete")
    before = rng.random() < 0.5
    if not before:
        words[at + 1] = Marked(words[at + 1].text, True)
    cut = at + 1 if before else at + 2
    return [*words[:cut], extra, *words[cut:]]


STRAY = (
    "the", "of", "to", "a", "in", "for", "is", "was", "that", "and", "with", "be", "it", "at",
)  # fmt: skip
"""Words that are left standing where a phrase was changed."""


def stray_word(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A function word too many, or another word of the sentence where it does not belong."""
    if len(sentence) < 5:
        return None
    at = rng.randint(1, len(sentence) - 2)
    if rng.random() < 0.6:
        extra = rng.choice(STRAY)
    else:
        other = rng.choice([i for i in range(len(sentence)) if sentence.forms[i].isalpha()] or [0])
        extra = uncapitalised(sentence.forms[other], sentence.upos(other))
    near = {sentence.forms[at - 1].lower(), sentence.forms[at].lower()}
    # An adverb, an adjective or a name fits in too many places.
    if extra in near or sentence.upos(at) == "PUNCT" or not sentence.forms[at - 1].isalnum():
        return None
    words = sound(sentence)
    if (
        extra == "the"
        and sentence.upos(at) in ("NOUN", "ADJ", "PROPN", "NUM")
        and sentence.upos(at - 1) not in ("DET", "ADJ", "NOUN", "PRON")
    ):
        return None  # fmt: skip
    words[at] = Marked(words[at].text, True)
    return [*words[: at + 1], Marked(extra, True, Kind.GARBLED, "delete"), *words[at + 1 :]]


def foreign_tail(sentence: Sentence, rng: random.Random, other: Sentence | None) -> Damaged | None:
    """The tail of another sentence, or a second go at its own, left behind the end."""
    source = other if other is not None and rng.random() < 0.6 else sentence
    if len(source) < 8 or len(sentence) < 5:
        return None
    start = rng.randint(len(source) // 2, len(source) - 3)
    if not source.forms[start].isalpha() or source.upos(start) in ("SCONJ", "CCONJ"):
        return None
    # A phrase that starts with a preposition would fit almost everywhere.
    if source is not sentence and source.upos(start) == "ADP":
        return None
    words = sound(sentence)
    while len(words) > 3 and not words[-1].text[-1:].isalnum():
        words.pop()
    words[-1] = Marked(words[-1].text, True)
    tail = [
        Marked(form, space)
        for form, space in zip(source.forms[start:], source.spaces[start:], strict=True)
    ]
    tail[0] = Marked(
        uncapitalised(tail[0].text, source.upos(start)), tail[0].space, Kind.GARBLED, "delete"
    )
    return [*words, *tail]

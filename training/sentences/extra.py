"""Damage by additions: doubled words and phrases, two versions, a foreign tail."""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, inserted, sound, uncapitalised

CLOSED = {"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART"}
MAY_DOUBLE = {"that", "had", "very", "really", "so", "far", "no", "many", "more", "is"}
"""Words that are sometimes doubled in sound prose."""

ALTERNATIVES = (
    ("is", "was"), ("are", "were"), ("has", "had"), ("have", "had"), ("will", "would"),
    ("can", "could"), ("may", "might"), ("in", "at"), ("in", "on"), ("on", "at"), ("for", "to"),
    ("with", "by"), ("of", "for"), ("from", "of"), ("the", "a"), ("the", "its"), ("this", "the"),
    ("his", "the"), ("their", "the"), ("and", "but"), ("who", "which"), ("he", "they"),
    ("it", "they"), ("should", "must"), ("been", "was"), ("by", "from"), ("has", "is"),
)  # fmt: skip
"""Pairs of words of which a writer inserts one and forgets to delete the other."""

PARTICLES = {"in", "on", "at", "by", "to", "about"}
"""Prepositions that are also adverbs: "went on in the dark"."""

OTHER = {
    word: [b if a == word else a for a, b in ALTERNATIVES if word in (a, b)]
    for pair in ALTERNATIVES
    for word in pair
}


def copy_of(sentence: Sentence, index: int, kind: Kind) -> Marked:
    """The word of the sentence once more, to be deleted."""
    form = sentence.forms[index]
    if index == 0:
        form = uncapitalised(form, sentence.upos(index))
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
    return [*words[: at + 2], copy_of(sentence, at, Kind.REPEATED), *words[at + 2 :]]


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
    copy = [copy_of(sentence, index, Kind.REPEATED) for index in stretch]
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
    own = [index for index in sentence.subtree(head) if index <= head]
    if own != list(range(own[0], head + 1)) or len(own) > 4:
        return None
    if sentence.upos(own[0]) in ("ADP", "PUNCT"):
        own = own[1:]
    # Only a noun directly before the comma or the "and" is an item of its own.
    if not own or not all(
        sentence.upos(index) in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
        and sentence.forms[index][-1:].isalnum()
        for index in own
    ):
        return None
    if own[0] > 0 and sentence.upos(own[0]) == sentence.upos(own[0] - 1) == "PROPN":
        return None
    if sentence.forms[head + 1].lower() not in (",", "and", "or"):
        return None
    last = sentence.subtree(items[-1])[-1]
    while last > items[-1] and not sentence.forms[last].isalnum():
        last -= 1
    if last - head > 4 * (len(items) + 1):
        return None
    joint = next((i for i in sentence.children[items[-1]] if sentence.relation(i) == "cc"), None)
    words = sound(sentence)
    copy = [copy_of(sentence, index, Kind.DUPLICATE_ITEM) for index in own]
    if joint is not None and len(items) > 1 and rng.random() < 0.5:
        # "wells, farms, wells and schools"
        at = joint if sentence.forms[joint - 1] != "," else joint - 1
        words[at] = replace(words[at], space=False)
        comma = Marked(",", True, Kind.DUPLICATE_ITEM, "delete")
        copy[-1] = replace(copy[-1], space=at == joint)
        return [*words[: at + 1], comma, *copy, *words[at + 1 :]]
    copy[-1] = replace(copy[-1], space=sentence.spaces[last])
    words[last + 1] = Marked(words[last + 1].text, True)
    again = Marked("and", True, Kind.DUPLICATE_ITEM, "delete")
    return [*words[: last + 2], again, *copy, *words[last + 2 :]]


def two_versions(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A word next to the word that was meant to replace it, or that it was meant to replace."""
    places = [
        index
        for index, form in enumerate(sentence.forms)
        if form.lower() in OTHER
        and 0 < index < len(sentence) - 1
        and not (form.lower() in PARTICLES and sentence.upos(index - 1) in ("VERB", "ADV"))
    ]
    helpers = [index for index in places if sentence.upos(index) == "AUX"]
    places = helpers if helpers and rng.random() < 0.4 else places
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


FIRST_OF_TWO = ("of", "with", "for", "at", "by", "to")
SECOND_OF_TWO = {"in", "on", "at", "during", "against", "with", "for"}


def two_small_words(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two prepositions or two determiners, one of which is left over: "with at the", "their a"."""
    prepositions: list[int] = []
    determiners: list[int] = []
    for index in range(2, len(sentence) - 2):
        form, before = sentence.forms[index], sentence.upos(index - 1)
        if (
            form in SECOND_OF_TWO
            and sentence.relation(index) == "case"
            and sentence.upos(index + 1) in ("DET", "PROPN", "PRON")
            # After a verb, the first may belong to the verb: "cared for in the home".
            and before in ("NOUN", "PROPN")
        ):
            prepositions.append(index)
        elif form in ("the", "a", "this", "its", "their", "his") and (
            sentence.upos(index + 1) in ("NOUN", "ADJ") and sentence.heads[index] > index
        ):
            determiners.append(index)
    places = [one for one in (prepositions, determiners) if one]
    if not places:
        return None
    at = rng.choice(rng.choice(places))
    form = sentence.forms[at]
    if at in prepositions:
        # "with in" would be "within" in two.
        first = rng.choice([one for one in FIRST_OF_TWO if one != form and one + form != "within"])
        return inserted(sentence, at, first)
    after = sentence.forms[at + 1][:1].lower() in "aeiou"
    others = [one for one in ("the", "a", "this", "its", "their", "some") if one != form]
    if rng.random() < 0.5:
        return inserted(sentence, at + 1, rng.choice([o for o in others if not after or o != "a"]))
    return inserted(sentence, at, rng.choice([one for one in others if one != "some"]))


STRAY: dict[str, tuple[str, ...]] = {
    "DET": ("of", "to", "in", "is", "was", "that", "and", "be", "it", "at", "for", "he", "with"),
    "ADP": ("is", "was", "and", "be", "has", "will", "of"),
    "ADJ": ("is", "was", "be", "it", "the", "has", "of", "he", "will"),
    "AUX": ("of", "and", "that", "with", "he", "the"),
    "PRON": ("of", "the", "in", "be", "with", "a", "for"),
}
"""Small words that cannot follow, by the kind of the previous word of the phrase."""

STRAY_KINDS = {
    "DET": {"PRON", "AUX", "ADP", "SCONJ", "CCONJ"},
    "ADP": {"AUX", "CCONJ"},
    "ADJ": {"PRON", "AUX"},
    "AUX": {"ADP", "CCONJ"},
    "PRON": {"ADP", "DET"},
}
"""The same for words of the sentence itself."""


def stray_word(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A superfluous small word inside a phrase that has no place for it."""
    places = [
        index
        for index in range(1, len(sentence) - 1)
        if sentence.upos(index - 1) in STRAY
        and sentence.heads[index - 1] >= index
        and sentence.upos(index) in ("NOUN", "ADJ", "PROPN", "NUM", "VERB", "DET", "AUX")
        and sentence.spaces[index - 1]
        and sentence.relation(index - 1) in ("det", "case", "amod", "aux", "cop", "nsubj")
    ]
    if not places:
        return None
    at = rng.choice(places)
    left = sentence.upos(at - 1)
    if left == "AUX" and sentence.upos(at) not in ("VERB", "AUX"):
        return None
    if left == "PRON" and sentence.upos(at) not in ("VERB", "AUX"):
        return None
    own = [
        form.lower()
        for index, form in enumerate(sentence.forms)
        if sentence.upos(index) in STRAY_KINDS[left] and form.isalpha()
    ]
    extra = rng.choice(own) if own and rng.random() < 0.4 else rng.choice(STRAY[left])
    if extra in (sentence.forms[at - 1].lower(), sentence.forms[at].lower(), "i"):
        return None
    words = sound(sentence)
    return [*words[: at + 1], Marked(extra, True, Kind.GARBLED, "delete"), *words[at + 1 :]]


def foreign_tail(sentence: Sentence, rng: random.Random, other: Sentence | None) -> Damaged | None:
    """The tail of another sentence, or a copy of its own, left after the end."""
    words = sound(sentence)
    stop = []
    while len(words) > 3 and not words[-1].text[-1:].isalnum():
        stop.insert(0, words.pop())
    if len(words) < 6 or not stop or stop[0].text not in (".", "?", "!"):
        return None
    if other is None or rng.random() < 0.3:
        return _tail_again(sentence, words, stop, rng)
    last = len(words) - 2
    starts = [
        index
        for index in range(len(other) // 3, len(other) - 3)
        if _cannot_follow(sentence, last, other, index)
    ]
    if not starts:
        return None
    start = rng.choice(starts)
    tail = [
        Marked(form, space)
        for form, space in zip(other.forms[start:], other.spaces[start:], strict=True)
    ]
    first = uncapitalised(tail[0].text, other.upos(start))
    tail[0] = Marked(first, tail[0].space, Kind.GARBLED, "delete")
    if rng.random() < 0.3 and len(stop) == 1:
        # The full stop is in its place, with the tail after it.
        return [*words, replace(stop[0], space=True), *tail]
    words[-1] = Marked(words[-1].text, True)
    return [*words, *tail]


def _tail_again(
    sentence: Sentence, words: Damaged, stop: Damaged, rng: random.Random
) -> Damaged | None:
    """The last words once more."""
    last = len(words) - 2
    length = rng.randint(2, 6)
    if length > last - 2 or not all(
        sentence.forms[index].isalnum() for index in range(last - length + 1, last + 1)
    ):
        return None
    copy = [copy_of(sentence, i, Kind.REPEATED) for i in range(last - length + 1, last + 1)]
    words[-1] = Marked(words[-1].text, True)
    return [*words, *copy, *stop]


def _cannot_follow(sentence: Sentence, last: int, other: Sentence, start: int) -> bool:
    """Whether the tail of the other sentence from `start` on cannot continue this sentence."""
    if not other.forms[start].isalpha() or sentence.upos(last) not in ("NOUN", "PROPN", "NUM"):
        return False
    upos, tag = other.upos(start), other.xpos(start)
    if upos == "DET":
        # The tail must be more than a name after a noun.
        return other.heads[start] > start and other.forms[start - 1][-1:].isalnum()
    if upos == "PRON":
        return tag == "PRP" and other.relation(start) in ("obj", "iobj", "obl")
    # A finite verb would make the last noun its subject, but one after a name is visible.
    return (
        upos in ("AUX", "VERB")
        and tag in ("VBD", "VBZ", "VBP", "MD", "VB")
        and (sentence.upos(last) != "PROPN")
    )

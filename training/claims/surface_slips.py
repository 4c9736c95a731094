"""False claims from true ones of the public sets, by their words alone.

The public sets say the same in other words, which rewording by rule hardly does. One slip in such a
claim shows the reader that not a new word is false, but a wrong one. No parse is needed.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from training.claims.examples import LabelledClaim
from training.claims.figures import another_figure, value_of
from training.claims.lexicon import Lexicon
from training.claims.model import CONFLICTING, CONTRADICTED, GROUNDED
from training.claims.names import MONTHS, WEEKDAYS
from training.claims.word_sets import word_set
from training.readers.tokens import words_of

AUXILIARIES = word_set(
    "is are was were has have had will would can could should may might must does did do"
)
STUMPS = (["ca"], ["wo"], ["sha"])
"""What "n't" leaves behind that is no word."""

NOT_NAMES = word_set(
    "The A An In On At It He She They We I This That These Those But And As For From There Their "
    "His Her Its After Before When While If Since Until By With Of To Under Over About Both All "
    "Some Many Most Several You My Our Your Who What Where Why How Mr Mrs Ms Dr One Two"
)
DATES = frozenset((*WEEKDAYS, *MONTHS))
BOTH_WAYS = word_set("and or with met meets meet between versus vs than married joined")
"""Words between two names that may trade places without making the claim false."""

WORD_WITH_CAPITAL = r"\b\p{Lu}[\p{L}\p{M}]*(?:['’-](?!s\b)[\p{L}\p{M}]+)*"
RUN = regex.compile(f"{WORD_WITH_CAPITAL}(?: {WORD_WITH_CAPITAL})*")
SENTENCE_START = regex.compile(r"(?:^|[.!?:\n][\"”'’)]?\s+)[\"“‘(]?$")
FIGURE = regex.compile(r"(?<![\p{L}\p{N}.,-])\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}-])")


class Change(NamedTuple):
    """Where a claim is replaced, from character `start` to before `end`, and by what."""

    start: int
    end: int
    text: str


Changes = tuple[Change, ...]
"""In order of place, not overlapping."""

Slip = Callable[[str, str, random.Random], Changes]
"""Of a claim and its passage; empty where there is nothing to get wrong."""


class Name(NamedTuple):
    """A name and where it begins."""

    start: int
    text: str

    def to(self, text: str) -> Change:
        """The change that puts `text` in its place."""
        return Change(self.start, self.start + len(self.text), text)


def _names(text: str) -> list[Name]:
    """Runs of words with a capital, dates left out.

    A single word that begins a sentence is none, for nothing tells it from any other word.
    """
    names = []
    for found in RUN.finditer(text):
        start, words = found.start(), found.group().split(" ")
        while words and words[0] in NOT_NAMES | DATES:
            start += len(words.pop(0)) + 1
        is_word = len(words) == 1 and SENTENCE_START.search(text, 0, start) is not None
        if words and not is_word and not DATES & set(words):
            names.append(Name(start, " ".join(words)))
    return names


def another_name(claim: str, passage: str, rng: random.Random) -> Changes:
    """A name of the passage becomes another one of it, more often one of as many words."""
    names = _names(claim)
    own = {word for name in names for word in name.text.split()}
    others = [name for name in _names(passage) if not own & set(name.text.split())]
    options = [(name, other.text) for name in names for other in others if name.text in passage]
    alike = [(name, other) for name, other in options if name.text.count(" ") == other.count(" ")]
    if not options:
        return ()
    name, other = rng.choice(alike if alike and rng.random() < 0.7 else options)
    return (name.to(other),)


def names_exchanged(claim: str, passage: str, rng: random.Random) -> Changes:
    """Two names of a claim trade places, unless the words between them work both ways."""
    del passage
    names = _names(claim)
    options = [
        (first, second)
        for first, second in itertools.combinations(names, 2)
        if not set(first.text.split()) & set(second.text.split())
        and not BOTH_WAYS & set(claim[first.start + len(first.text) : second.start].lower().split())
        and regex.search(r"\p{L}{2}", claim[first.start + len(first.text) : second.start])
    ]
    if not options:
        return ()
    first, second = rng.choice(options)
    return first.to(second.text), second.to(first.text)


def another_number(claim: str, passage: str, rng: random.Random) -> Changes:
    """A figure becomes another one of the passage, or nearly the same."""
    own = list(FIGURE.finditer(claim))
    if not own:
        return ()
    found = rng.choice(own)
    others = sorted(
        {one.group() for one in FIGURE.finditer(passage)} - {one.group() for one in own}
    )
    alike = [other for other in others if len(other) == len(found.group())]
    other = (
        rng.choice(alike) if alike and rng.random() < 0.6 else another_figure(found.group(), rng)
    )
    if other is None or value_of(other) == value_of(found.group()):
        return ()
    return (Change(found.start(), found.end(), other),)


def another_day_or_month(claim: str, passage: str, rng: random.Random) -> Changes:
    """A weekday or a month becomes another."""
    del passage
    for word in words_of(claim):
        for names in (WEEKDAYS, MONTHS):
            if word.text in names and (word.text != "May" or rng.random() < 0.3):
                other = rng.choice([name for name in names if name != word.text])
                return (Change(word.start, word.end, other),)
    return ()


def negation(claim: str, passage: str, rng: random.Random) -> Changes:
    """Puts "not" or "never" behind an auxiliary, or takes it away."""
    del passage
    taken = [
        found for found in regex.finditer(r" (?:not|never)\b|n[’']t\b", claim)
        if claim[: found.start()].lower().split()[-1:] not in STUMPS
    ]  # fmt: skip
    if taken:
        found = rng.choice(taken)
        return (Change(found.start(), found.end(), ""),)
    places = [word for word in words_of(claim) if word.text in AUXILIARIES]
    if not places:
        return ()
    word = rng.choice(places)
    return (Change(word.start, word.end, f"{word.text} {rng.choice(('not', 'not', 'never'))}"),)


OPEN = ("NOUN", "VERB", "ADJ", "ADV")
TAGS = ("VB", "VBZ", "VBP", "VBD", "VBN", "VBG", "NN", "NNS", "JJ", "RB")


def opposites_by_form(lexicon: Lexicon) -> dict[str, list[str]]:
    """Opposites of words in their forms: "rose" has "fell"."""
    found: dict[str, list[str]] = {}
    for (part, lemma), others in lexicon.opposites.items():
        if part not in OPEN:
            continue
        pairs = [(lemma, other) for other in others]
        for tag in TAGS:
            pairs += [
                (form, wrong)
                for other in others
                if (form := lexicon.inflect(lemma, tag)) and (wrong := lexicon.inflect(other, tag))
            ]
        for form, wrong in pairs:
            known = found.setdefault(form, [])
            if wrong != form and wrong not in known:
                known.append(wrong)
    return found


class SurfaceSlips:
    """Makes true claims false."""

    def __init__(self, opposites: Mapping[str, Sequence[str]]) -> None:
        """`opposites` by lower-case form."""
        self.opposites = opposites
        self.slips: tuple[tuple[Slip, float], ...] = (
            (another_name, 8.0),
            (names_exchanged, 4.0),
            (another_number, 4.0),
            (another_day_or_month, 3.0),
            (self.opposite, 1.5),
            (negation, 1.0),
        )

    def opposite(self, claim: str, passage: str, rng: random.Random) -> Changes:
        """A word becomes its opposite, unless the passage has that."""
        options = [
            (word, other)
            for word in words_of(claim)
            for other in self.opposites.get(word.text, ())
            if other not in passage
        ]
        if not options:
            return ()
        word, other = rng.choice(options)
        return (Change(word.start, word.end, other),)

    def slip(self, claim: LabelledClaim, rng: random.Random) -> LabelledClaim | None:
        """The claim with one slip, CONTRADICTED, its wrong words marked; None where none fits."""
        order = sorted(self.slips, key=lambda one: -(rng.random() ** (1 / one[1])))
        for function, _ in order:
            changes = function(claim.claim, claim.passage, rng)
            if changes:
                wrong, labels = _changed(claim.claim, changes)
                return replace(claim, claim=wrong, label=CONTRADICTED, words=labels)
        return None


def _changed(claim: str, changes: Changes) -> tuple[str, tuple[int, ...]]:
    """The claim with the changes, and the labels of its words."""
    text, spans, at = "", [], 0
    for change in changes:
        text += claim[at : change.start]
        spans.append((len(text), len(text) + len(change.text)))
        text += change.text
        at = change.end
    text += claim[at:]
    labels = tuple(
        CONFLICTING
        if any(
            (word.start < end and word.end > start) or (start == end == word.end)
            for start, end in spans
        )
        else GROUNDED
        for word in words_of(text)
    )
    return text, labels

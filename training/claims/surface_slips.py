"""False claims from true ones of the public sets, by their words alone.

The public sets say the same in other words, which rewording by rule hardly does. One slip in such a
claim shows the reader that not a new word is false, but a wrong one. No parse is needed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

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
    "His Her Its After Before When While Mr Mrs Ms Dr One Two New"
)
NAME = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}'’-]*)(?: \p{Lu}[\p{L}\p{M}'’-]*)*")
FIGURE = regex.compile(r"(?<![\p{L}\p{N}.,-])\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}-])")

Change = tuple[int, int, str]
"""The first and the last character of what is replaced, and the replacement."""

Slip = Callable[[str, str, random.Random], Change | None]
"""Of a claim and its passage; None where there is nothing to get wrong."""


def _names(text: str) -> list[regex.Match[str]]:
    return [found for found in NAME.finditer(text) if found.group() not in NOT_NAMES]


def another_name(claim: str, passage: str, rng: random.Random) -> Change | None:
    """A name becomes another one of as many words from the passage."""
    own = {word for found in _names(claim) for word in found.group().split()}
    others = sorted({found.group() for found in _names(passage)})
    options = [
        (found, other)
        for found in _names(claim)
        for other in others
        if len(other.split()) == len(found.group().split())
        and not own & set(other.split())
        and found.group() in passage
    ]
    if not options:
        return None
    found, other = rng.choice(options)
    return found.start(), found.end(), other


def another_number(claim: str, passage: str, rng: random.Random) -> Change | None:
    """A figure becomes another one of the passage, or nearly the same."""
    own = list(FIGURE.finditer(claim))
    if not own:
        return None
    found = rng.choice(own)
    others = sorted(
        {one.group() for one in FIGURE.finditer(passage)} - {one.group() for one in own}
    )
    alike = [other for other in others if len(other) == len(found.group())]
    other = (
        rng.choice(alike) if alike and rng.random() < 0.6 else another_figure(found.group(), rng)
    )
    if other is None or value_of(other) == value_of(found.group()):
        return None
    return found.start(), found.end(), other


def another_day_or_month(claim: str, passage: str, rng: random.Random) -> Change | None:
    """A weekday or a month becomes another."""
    del passage
    for word in words_of(claim):
        for names in (WEEKDAYS, MONTHS):
            if word.text in names and (word.text != "May" or rng.random() < 0.3):
                other = rng.choice([name for name in names if name != word.text])
                return word.start, word.end, other
    return None


def negation(claim: str, passage: str, rng: random.Random) -> Change | None:
    """Puts "not" or "never" behind an auxiliary, or takes it away."""
    del passage
    taken = [
        found for found in regex.finditer(r" (?:not|never)\b|n[’']t\b", claim)
        if claim[: found.start()].lower().split()[-1:] not in STUMPS
    ]  # fmt: skip
    if taken:
        found = rng.choice(taken)
        return found.start(), found.end(), ""
    places = [word for word in words_of(claim) if word.text in AUXILIARIES]
    if not places:
        return None
    word = rng.choice(places)
    return word.start, word.end, f"{word.text} {rng.choice(('not', 'not', 'never'))}"


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
            (another_name, 5.0),
            (another_number, 4.0),
            (another_day_or_month, 3.0),
            (self.opposite, 1.5),
            (negation, 1.0),
        )

    def opposite(self, claim: str, passage: str, rng: random.Random) -> Change | None:
        """A word becomes its opposite, unless the passage has that."""
        options = [
            (word, other)
            for word in words_of(claim)
            for other in self.opposites.get(word.text, ())
            if other not in passage
        ]
        if not options:
            return None
        word, other = rng.choice(options)
        return word.start, word.end, other

    def slip(self, claim: LabelledClaim, rng: random.Random) -> LabelledClaim | None:
        """The claim with one slip, CONTRADICTED, its wrong words marked; None where none fits."""
        order = sorted(self.slips, key=lambda one: -(rng.random() ** (1 / one[1])))
        for function, _ in order:
            change = function(claim.claim, claim.passage, rng)
            if change is None:
                continue
            start, end, text = change
            wrong = claim.claim[:start] + text + claim.claim[end:]
            last = start + len(text)
            labels = tuple(
                CONFLICTING
                if (word.start < last and word.end > start) or (not text and word.end == start)
                else GROUNDED
                for word in words_of(wrong)
            )
            return replace(claim, claim=wrong, label=CONTRADICTED, words=labels)
        return None

"""Replaces the names in a sentence by names of other people, of any origin, and of bodies.

A reader that has seen few names takes a rare one for an error. People's names are recombined from
parts in the prose, and some parts are joined from two halves, so that they are nobody's names.
Parties, ships and firms get names from common words of the prose, such as "Open Harbours".
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.readers.parsed_prose import Sentence
from training.sentences.splice import spliced

FEWEST_NAMES = 20
BODY_SHARE = 0.15
"""The share of names without a title before them that are replaced by the name of a body."""

LONGEST_PART = 12
"""Upper bound on the letters of a common word in the name of a body."""

PARTICLES = (
    "van", "van der", "van den", "von", "de", "de la", "del", "da", "dos", "di", "bin", "ibn",
    "al", "el", "ben", "ter", "le", "Mac", "St", "Abu",
)  # fmt: skip
TITLES = {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Miss", "Sir", "Lady", "Lord"}
OFFICES = {
    "Senator", "Senators", "Congressman", "Captain", "President", "Minister", "Secretary", "King",
    "Queen", "Prince", "Princess", "Judge", "Justice", "Professor", "Father", "Saint", "Bishop",
    "Mayor", "Governor", "General", "Colonel", "Sergeant", "Chairman", "Representative", "The",
    "University", "College", "County", "City", "Council", "United", "Club", "Police", "Street",
}  # fmt: skip
"""Words of titles, bodies and places that look like parts of a person's name."""

OF_PLACES = {"in", "at", "near", "from", "to", "across", "into", "around", "outside", "of"}
NAME = "PROPN/NNP"


def name_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """The first and last word of each name that is most likely a person's."""
    spans = []
    for index in range(len(sentence)):
        if sentence.xpos(index) != "NNP" or not _is_title_case(sentence.forms[index]):
            continue
        relation = sentence.relation(index)
        if relation in ("flat", "compound"):
            continue
        flat = [c for c in sentence.children[index] if sentence.relation(c) == "flat"]
        last = index + len(flat)
        if flat and flat != list(range(index + 1, last + 1)):
            continue
        if not all(_is_title_case(sentence.forms[i]) for i in flat):
            continue
        others = [c for c in sentence.children[index] if c not in flat and c < index]
        if any(
            sentence.relation(c) in ("compound", "det", "amod")
            or sentence.forms[c].lower() in OF_PLACES
            for c in others
        ):
            continue
        if last + 1 < len(sentence) and (
            sentence.upos(last + 1) in ("PROPN", "NOUN") or sentence.forms[last + 1] == "-"
        ):
            continue
        titled = index > 0 and sentence.forms[index - 1] in TITLES
        if flat or titled or relation == "nsubj":
            spans.append((index, last))
    return spans


def _is_title_case(form: str) -> bool:
    shape = len(form) > 1 and form[0].isupper() and form[1:].islower() and form.isalpha()
    if not max(form) < "ɐ":
        return False  # in another script
    return shape and form not in OFFICES and form not in TITLES


def _common_words(sentences: Sequence[Sentence]) -> tuple[list[str], list[str]]:
    """Nouns and adjectives in their plain form."""
    words: dict[str, set[str]] = {"NOUN": set(), "ADJ": set()}
    for sentence in sentences:
        for index, lemma in enumerate(sentence.lemmas):
            of_tag = words.get(sentence.upos(index))
            if of_tag is not None and lemma.isalpha() and 2 < len(lemma) <= LONGEST_PART:
                of_tag.add(lemma.lower())
    return sorted(words["NOUN"]), sorted(words["ADJ"])


class Names:
    """Given names, surnames and words for the names of bodies, from a sample of prose."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        given: set[str] = set()
        surnames: set[str] = set()
        self.nouns, self.adjectives = _common_words(sentences)
        for sentence in sentences:
            for first, last in name_spans(sentence):
                if last > first:
                    given.add(sentence.forms[first])
                    surnames.add(sentence.forms[last])
        self.given = sorted(given)
        self.surnames = sorted(surnames)

    def surname(self, rng: random.Random) -> str:
        """A surname; one in four is joined from halves of two surnames."""
        one = rng.choice(self.surnames)
        if rng.random() < 0.25:
            other = rng.choice(self.surnames).lower()
            one = one[: max(2, len(one) // 2)] + other[len(other) // 2 :]
        if rng.random() < 0.12:
            one = f"{one}-{rng.choice(self.surnames)}"
        elif rng.random() < 0.04:
            one = f"{rng.choice(('O’', 'Mc', 'Al-', 'D’', 'Ó '))}{one}"
        return one

    def name(self, rng: random.Random) -> list[str]:
        """The words of a full name."""
        kind = rng.random()
        surname = self.surname(rng)
        given = rng.choice(self.given)
        if kind < 0.4:
            return [given, surname]
        if kind < 0.6:
            letters = [rng.choice("ABCDEFGHIJKLMNOPRSTUVWY") for _ in range(rng.randint(1, 3))]
            style = rng.random()
            if style < 0.5:
                return [*(f"{letter}." for letter in letters), surname]
            joined = "".join(f"{letter}." if style < 0.75 else letter for letter in letters)
            return [joined, surname]
        if kind < 0.68:
            return [given, f"{rng.choice('ABCDEFGHJKLMNPRSTW')}.", surname]
        if kind < 0.8:
            return [given, *rng.choice(PARTICLES).split(), surname]
        if kind < 0.95:
            more = [rng.choice(self.given) for _ in range(rng.randint(1, 2))]
            return [given, *more, surname, *([self.surname(rng)] if rng.random() < 0.3 else [])]
        return [given, surname, rng.choice(("Jr", "Sr", "II", "III"))]

    def body(self, rng: random.Random) -> list[str]:
        """The words of a name that consists of common words."""
        noun = rng.choice(self.nouns).capitalize()
        kind = rng.random()
        if kind < 0.4:
            return [rng.choice(self.adjectives).capitalize(), noun]
        if kind < 0.6:
            return [noun, rng.choice(("and", "&")), rng.choice(self.nouns).capitalize()]
        if kind < 0.8:
            return [noun, rng.choice(self.nouns).capitalize()]
        return [self.surname(rng), noun] if kind < 0.9 else [noun]

    def renamed(self, sentence: Sentence, rng: random.Random) -> Sentence:
        """The sentence with other names for the people in it, or bodies for them, if it has any."""
        if len(self.given) < FEWEST_NAMES:
            return sentence
        for first, last in reversed(name_spans(sentence)):
            is_titled = first > 0 and sentence.forms[first - 1] in TITLES | OFFICES
            if self.nouns and self.adjectives and not is_titled and rng.random() < BODY_SHARE:
                words = self.body(rng)
            else:
                words = self.name(rng) if last > first else self.surname(rng).split()
            sentence = spliced(sentence, first, last, words, [NAME] * len(words))
        return sentence

"""Sound text that is not a sentence: headlines, list items, captions, labels, cells.

News deliberately leaves out verbs and articles there. Each text is made from a parsed sentence and
keeps its tree, so that it can be damaged in turn.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.kinds import Role
from training.sentences.splice import with_forms
from training.sentences.words import capitalised

SHORTEST, LONGEST = 2, 14


def part(sentence: Sentence, kept: Sequence[int], capital: bool) -> Sentence:
    """The words at `kept` as a separate text; dependents of omitted words become roots."""
    place = {old: new for new, old in enumerate(kept)}
    forms = [sentence.forms[index] for index in kept]
    if capital:
        forms[0] = capitalised(forms[0])
    return Sentence(
        forms,
        [
            sentence.spaces[index] or place.get(index + 1) is None
            for index in kept
        ],
        [sentence.tags[index] for index in kept],
        [sentence.lemmas[index] for index in kept],
        [place.get(sentence.heads[index], -1) for index in kept],
        [sentence.relations[index] for index in kept],
    )  # fmt: skip


def phrase_of(sentence: Sentence, rng: random.Random) -> Sentence | None:
    """A noun phrase, or a verb phrase without its subject, from the sentence."""
    phrases = []
    for index in range(len(sentence)):
        span = list(sentence.subtree(index))
        while span and not sentence.forms[span[-1]][-1:].isalnum():
            span.pop()
        while span and (sentence.upos(span[0]) in ("ADP", "SCONJ", "CCONJ", "PUNCT")):
            span.pop(0)
        if not SHORTEST <= len(span) <= LONGEST or span[-1] - span[0] + 1 != len(span):
            continue
        is_noun = sentence.upos(index) in ("NOUN", "PROPN") and index in span
        is_verb = sentence.xpos(index) in ("VB", "VBG", "VBN") and index == span[0]
        if is_noun or is_verb:
            phrases.append(span)
    if not phrases:
        return None
    return part(sentence, rng.choice(phrases), rng.random() < 0.8)


def _in_short(sentence: Sentence) -> Sentence:
    """The sentence with "to" for "will", and a comma for "and" between two things."""
    forms: dict[int, str] = {}
    spaces: dict[int, bool] = {}
    for index in range(1, len(sentence) - 1):
        form = sentence.forms[index].lower()
        if form == "will" and sentence.xpos(index + 1) == "VB":
            forms[index] = "to"
        elif form == "and" and sentence.upos(index + 1) in ("NOUN", "PROPN", "ADJ"):
            forms[index] = ","
            spaces[index - 1] = False
    return with_forms(sentence, forms, spaces)


def headline_of(sentence: Sentence, rng: random.Random) -> Sentence | None:
    """The sentence as a headline: without articles, forms of "be" and the full stop."""
    if rng.random() < 0.5:
        sentence = _in_short(sentence)
    short = rng.random() < 0.7
    kept = [
        index
        for index in range(len(sentence))
        if not (
            short
            and (
                sentence.forms[index].lower() in ("a", "an", "the")
                or (sentence.lemmas[index] == "be" and sentence.relation(index) in ("aux", "cop"))
            )
        )
        and not (index == len(sentence) - 1 and sentence.forms[index] == ".")
    ]
    if not 3 <= len(kept) <= 20:
        return None
    headline = part(sentence, kept, True)
    if rng.random() < 0.25:
        # Some papers capitalise each word of a headline.
        forms = [
            capitalised(form) if sentence.upos(old) not in ("ADP", "DET", "CCONJ") else form
            for form, old in zip(headline.forms, kept, strict=True)
        ]
        headline = replace(headline, forms=[capitalised(forms[0]), *forms[1:]], _cache={})
    return headline


PLACES = (
    Role.HEADING, Role.LIST_ITEM, Role.LIST_ITEM, Role.CAPTION, Role.LABEL, Role.CELL, Role.QUOTE,
)  # fmt: skip
"""Places other than a paragraph, each in proportion to its share."""


def placed(sentence: Sentence, rng: random.Random) -> tuple[Sentence, Role] | None:
    """Text for another place than a paragraph, made from a sentence, with that place."""
    role = rng.choice(PLACES)
    if role == Role.HEADING:
        made = headline_of(sentence, rng) if rng.random() < 0.7 else phrase_of(sentence, rng)
    elif role == Role.QUOTE or rng.random() < 0.3:
        made = sentence
    else:
        made = phrase_of(sentence, rng)
    if made is None or (role in (Role.LABEL, Role.CELL) and len(made) > 8):
        return None
    return made, role

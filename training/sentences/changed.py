"""Damage by change: agreement, verb forms, number, confused words, capitals, marks."""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, capitalised, exchanged, sound, without

OTHER_NUMBER = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has",
    "does": "do", "do": "does", "'s": "'re", "isn't": "aren't", "am": "is",
}  # fmt: skip

CONFUSED = (
    ("their", "there"), ("its", "it's"), ("than", "then"), ("to", "too"), ("of", "off"),
    ("lose", "loose"), ("form", "from"), ("your", "you're"), ("whose", "who's"),
    ("affect", "effect"), ("advice", "advise"), ("where", "were"), ("we", "were"), ("has", "as"),
    ("an", "and"), ("he", "the"), ("they", "the"), ("it", "is"), ("in", "is"), ("on", "one"),
    ("for", "four"), ("by", "be"), ("been", "being"), ("this", "his"), ("or", "of"),
    ("not", "now"), ("if", "is"), ("at", "as"), ("was", "as"), ("are", "our"), ("her", "here"),
    ("quite", "quiet"), ("principal", "principle"), ("passed", "past"), ("led", "lead"),
    ("through", "thorough"), ("though", "through"), ("with", "will"), ("would", "world"),
    ("these", "the"), ("into", "in to"), ("may", "my"), ("chose", "choose"), ("device", "devise"),
    ("accept", "except"), ("which", "witch"), ("weather", "whether"), ("a", "as"), ("no", "on"),
    ("there", "three"), ("who", "how"), ("that", "than"), ("you", "your"), ("what", "want"),
    ("can", "ca"), ("must", "most"), ("say", "saw"), ("new", "knew"), ("right", "write"),
    ("could", "cold"), ("me", "my"), ("them", "then"), ("since", "sine"), ("had", "has"),
)  # fmt: skip
"""Pairs that English spells or types alike: from dictionaries of usage, and slips of a key."""

CONFUSED_WITH: dict[str, list[str]] = {}
for _one, _other in CONFUSED:
    CONFUSED_WITH.setdefault(_one, []).append(_other)
    CONFUSED_WITH.setdefault(_other, []).append(_one)

# Each of these reads as sound in too many sentences: "had" for "has" changes the tense alone.
CONFUSED_WITH.pop("had")
CONFUSED_WITH["has"].remove("had")

PRONOUNS = {
    "he": "him", "she": "her", "they": "them", "we": "us", "i": "me", "him": "he", "them": "they",
    "us": "we",
}  # fmt: skip
"""Pronouns with the other case."""


def _subject_of(sentence: Sentence, index: int) -> int | None:
    """The subject with which a finite verb or auxiliary agrees."""
    verb = sentence.heads[index] if sentence.relation(index) in ("aux", "cop") else index
    return next((i for i in sentence.children[verb] if sentence.relation(i) == "nsubj"), None)


COLLECTIVE = {
    "agency", "army", "association", "audience", "band", "bank", "board", "cast", "class",
    "club", "commission", "committee", "company", "corporation", "council", "county", "couple",
    "court", "crew", "crowd", "data", "department", "faculty", "family", "federation", "firm",
    "government", "group", "jury", "league", "majority", "management", "media", "minority",
    "ministry", "number", "office", "opposition", "orchestra", "pair", "parliament", "party",
    "percent", "police", "press", "public", "senate", "side", "squad", "staff", "team", "trio",
    "union", "university", "variety",
}  # fmt: skip
"""Nouns of bodies and sums: British English has them with a plural verb as well."""


def _takes_either_number(sentence: Sentence, subject: int) -> bool:
    names = [subject, *(c for c in sentence.children[subject] if sentence.relation(c) == "flat")]
    return any(sentence.forms[index].lower() in COLLECTIVE for index in names)


def plural_of_a_body(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A sound sentence, with a plural verb behind a body as British English has it."""
    places: list[tuple[int, str]] = []
    for index, form in enumerate(sentence.forms):
        subject = _subject_of(sentence, index)
        if subject is None or subject > index or not _takes_either_number(sentence, subject):
            continue
        plural = OTHER_NUMBER.get(form.lower()) if form.lower() in ("is", "was", "has") else None
        if plural is None and sentence.xpos(index) == "VBZ" and sentence.upos(index) == "VERB":
            plural = inflection.form(sentence.lemmas[index], "VBP")
        if plural is not None and sentence.xpos(subject) in ("NN", "NNP"):
            places.append((index, plural))
    if not places:
        return None
    words = sound(sentence)
    at, plural = rng.choice(places)
    words[at + 1] = replace(words[at + 1], text=plural)
    return words


def wrong_agreement(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A verb whose number is not its subject's."""
    changes: list[tuple[int, str, str]] = []
    for index, form in enumerate(sentence.forms):
        lower, tag = form.lower(), sentence.xpos(index)
        subject = _subject_of(sentence, index)
        if tag not in ("VBZ", "VBP", "VBD") or subject is None or subject > index + 4:
            continue
        # A relative pronoun hides its number, and a name may be that of a body.
        if sentence.xpos(subject) not in ("NN", "NNS", "PRP", "NNPS", "DT", "EX"):
            continue
        if sentence.forms[subject].lower() == "you" or _takes_either_number(sentence, subject):
            continue
        joined = any(sentence.relation(child) == "conj" for child in sentence.children[subject])
        if joined and (tag == "VBZ" or lower == "was"):
            continue
        if lower in OTHER_NUMBER:
            changes.append((index, OTHER_NUMBER[lower], f"replace:{lower}"))
        elif tag in ("VBZ", "VBP") and sentence.upos(index) == "VERB":
            other = "VBP" if tag == "VBZ" else "VBZ"
            wrong = inflection.form(sentence.lemmas[index], other)
            if wrong and wrong != lower:
                changes.append((index, wrong, f"verb:{tag}"))
    if not changes:
        return None
    at, wrong, edit = rng.choice(changes)
    return exchanged(sound(sentence), at + 1, wrong, Kind.AGREEMENT, edit)


def wrong_verb_form(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A verb in a form that its auxiliary, or its place, does not allow."""
    changes: list[tuple[int, str, str]] = []
    for index, form in enumerate(sentence.forms):
        tag = sentence.xpos(index)
        if sentence.upos(index) != "VERB" or index == 0:
            continue
        before = [sentence.xpos(i) for i in range(max(0, index - 3), index)]
        auxiliaries = {
            sentence.lemmas[child].lower()
            for child in sentence.children[index]
            if sentence.relation(child) == "aux" and child < index
        }
        if tag == "VB" and ("MD" in before or "TO" in before):
            wrong_tags = ["VBD", "VBZ", "VBG", "VBN"]
        elif tag == "VBN" and auxiliaries & {"have", "be"}:
            wrong_tags = ["VB", "VBD", "VBZ"] + (["VBG"] if "have" in auxiliaries else [])
        elif tag == "VBG" and "be" in auxiliaries:
            wrong_tags = ["VB", "VBZ", "VBP"]
        elif tag == "VBD" and not auxiliaries:
            wrong_tags = ["VBG", "VB"]
        elif tag == "VBZ" and not auxiliaries:
            wrong_tags = ["VBG"]
        else:
            continue
        wrong = inflection.form(sentence.lemmas[index], rng.choice(wrong_tags))
        if wrong and wrong != form.lower():
            changes.append((index, wrong, f"verb:{tag}"))
    if not changes:
        return None
    at, wrong, edit = rng.choice(changes)
    return exchanged(sound(sentence), at + 1, wrong, Kind.VERB_FORM, edit)


def wrong_number(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """A noun whose number its article or figure does not allow."""
    changes: list[tuple[int, str, str]] = []
    for index, form in enumerate(sentence.forms):
        tag = sentence.xpos(index)
        if sentence.upos(index) != "NOUN" or tag not in ("NN", "NNS"):
            continue
        before = {
            sentence.forms[child].lower()
            for child in sentence.children[index]
            if sentence.relation(child) in ("det", "nummod") and child < index
        }
        following = sentence.upos(index + 1) if index + 1 < len(sentence) else "PUNCT"
        if following in ("NOUN", "PROPN") or (
            index + 1 < len(sentence) and sentence.forms[index + 1] == "-"
        ):
            continue  # fmt: skip
        many = before & {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                         "these", "those", "many", "several", "few", "both"}  # fmt: skip
        many_figures = {word for word in before if word.isdigit() and word != "1"}
        if tag == "NNS" and (many or many_figures):
            wrong = inflection.form(sentence.lemmas[index], "NN")
            edit = "number:plural"
        elif tag == "NN" and before & {"a", "an", "this", "another", "each", "every", "one"}:
            wrong = inflection.form(sentence.lemmas[index], "NNS")
            edit = "number:singular"
        else:
            continue
        if wrong and wrong != form.lower():
            changes.append((index, wrong, edit))
    if not changes:
        return None
    at, wrong, edit = rng.choice(changes)
    return exchanged(sound(sentence), at + 1, wrong, Kind.AGREEMENT, edit)


def confused_word(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A word in the place of one that is written nearly the same; "a" for "an"; "he" for "him"."""
    changes: list[tuple[int, str]] = []
    for index, form in enumerate(sentence.forms):
        lower = form.lower()
        following = sentence.forms[index + 1][:1].lower() if index + 1 < len(sentence) else ""
        if index + 1 < len(sentence) and not sentence.spaces[index]:
            continue
        if lower in ("a", "an") and following.isalpha():
            changes.append((index, "an" if lower == "a" else "a"))
        if lower in PRONOUNS and sentence.relation(index) in ("nsubj", "obj", "iobj"):
            changes.append((index, PRONOUNS[lower]))
        changes += [(index, other) for other in CONFUSED_WITH.get(lower, ())]
    if not changes:
        return None
    at, wrong = rng.choice(changes)
    right = sentence.forms[at].lower()
    return exchanged(sound(sentence), at + 1, wrong, Kind.CONFUSED, f"replace:{right}")


COMMON = {"VERB", "ADP", "DET", "ADV", "AUX", "PRON", "NOUN", "ADJ"}
"""Words that have no capital within a sentence."""


def wrong_capital(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """The first word without its capital, or a common word or name with the other case."""
    words = sound(sentence)
    choice = rng.random()
    first = sentence.forms[0]
    if choice < 0.4:
        if not (first[:1].isupper() and first[1:].islower()) and first not in ("A", "I"):
            return None
        words[1] = Marked(first.lower(), words[1].space, Kind.CAPITAL, "case:title")
        return words
    upper = choice < 0.75
    places = [
        index
        for index in range(1, len(sentence))
        if sentence.forms[index].isalpha()
        and len(sentence.forms[index]) > 1
        and sentence.forms[index - 1][-1:].isalnum()
        and (
            sentence.forms[index].islower() and sentence.upos(index) in COMMON
            if upper
            else sentence.forms[index].istitle() and sentence.upos(index) == "PROPN"
        )
    ]
    if not places:
        return None
    at = rng.choice(places)
    form = sentence.forms[at]
    text, edit = (capitalised(form), "case:lower") if upper else (form.lower(), "case:title")
    words[at + 1] = Marked(text, words[at + 1].space, Kind.CAPITAL, edit)
    return words


OPENING = {"“": "”", "(": ")", "‘": "’"}


def wrong_mark(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A bracket or a quotation mark lost; a comma or a full stop too many.

    A text without its full stop is not generated: headlines and captions are set so too.
    """
    words = sound(sentence)
    choice = rng.random()
    last = len(sentence) - 1
    if choice < 0.5:
        pairs = [
            index
            for index, form in enumerate(sentence.forms)
            if form in OPENING and OPENING[form] in sentence.forms[index:]
        ] + [
            index
            for index, form in enumerate(sentence.forms)
            if form == '"' and sentence.forms.count('"') == 2
        ]
        if not pairs:
            return None
        at = rng.choice(pairs)
        close = OPENING.get(sentence.forms[at])
        if close is not None and rng.random() < 0.5:
            at = sentence.forms.index(close, at)
        if at == 0:
            return [words[0].mark(Kind.UNBALANCED, f"append:{sentence.forms[0]}"), *words[2:]]
        return without(words, [at + 1], Kind.UNBALANCED, f"append:{sentence.forms[at]}")
    if choice < 0.8:
        # Between a verb and its subject or object no comma stands.
        places = [
            index
            for index in range(1, last)
            if sentence.upos(index) in ("VERB", "AUX")
            and sentence.xpos(index) in ("VBD", "VBZ", "VBP", "MD")
            and any(
                sentence.relation(child) == "nsubj" and child == index - 1
                for child in sentence.children[index]
            )
            and sentence.upos(index - 1) == "NOUN"
        ]
        if not places:
            return None
        at = rng.choice(places)
        words[at] = replace(words[at], space=False)
        comma = Marked(",", True, Kind.PUNCTUATION, "delete")
        return [*words[: at + 1], comma, *words[at + 1 :]]
    places = [index for index, form in enumerate(sentence.forms) if form in (",", ".", ";")]
    if not places:
        return None
    at = rng.choice(places)
    words[at + 1] = replace(words[at + 1], space=False)
    again = Marked(rng.choice((",", ".")), sentence.spaces[at], Kind.PUNCTUATION, "delete")
    return [*words[: at + 2], again, *words[at + 2 :]]


def wrong_spacing(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two words written as one, or one written as two."""
    words = sound(sentence)
    if rng.random() < 0.6:
        places = [
            index
            for index in range(len(sentence) - 1)
            if sentence.spaces[index]
            and sentence.forms[index].isalpha()
            and sentence.forms[index + 1].isalpha()
        ]
        if not places:
            return None
        at = rng.choice(places)
        joined = Marked(
            sentence.forms[at] + sentence.forms[at + 1],
            sentence.spaces[at + 1],
            Kind.RUN_TOGETHER,
            "split",
        )
        return [*words[: at + 1], joined, *words[at + 3 :]]
    places = [i for i, form in enumerate(sentence.forms) if form.isalpha() and len(form) > 4]
    if not places:
        return None
    at = rng.choice(places)
    form = sentence.forms[at]
    cut = rng.randint(2, len(form) - 2)
    head = Marked(form[:cut], True, Kind.RUN_TOGETHER, "merge")
    return [*words[: at + 1], head, Marked(form[cut:], words[at + 1].space), *words[at + 2 :]]

"""Damage by change: agreement, verb forms, number, confused words, capitals, marks."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.asides import with_quotation
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, capitalised, exchanged, sound, without

OTHER_NUMBER = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has",
    "does": "do", "do": "does", "am": "is",
}  # fmt: skip

CONFUSED = (
    ("their", "there"), ("its", "it's"), ("than", "then"), ("to", "too"), ("of", "off"),
    ("lose", "loose"), ("form", "from"), ("your", "you're"), ("whose", "who's"),
    ("affect", "effect"), ("advice", "advise"), ("where", "were"), ("we", "were"),
    ("an", "and"), ("he", "the"), ("they", "the"), ("it", "is"), ("in", "is"), ("on", "one"),
    ("for", "four"), ("by", "be"), ("been", "being"), ("or", "of"),
    ("if", "is"), ("at", "as"), ("was", "as"), ("are", "our"), ("her", "here"),
    ("quite", "quiet"), ("principal", "principle"), ("passed", "past"),
    ("through", "thorough"), ("though", "through"), ("with", "will"), ("would", "world"),
    ("into", "in to"), ("may", "my"), ("device", "devise"),
    ("accept", "except"), ("which", "witch"), ("weather", "whether"), ("a", "as"), ("no", "on"),
    ("there", "three"), ("who", "how"), ("that", "than"), ("you", "your"), ("what", "want"),
    ("can", "ca"), ("must", "most"), ("new", "knew"), ("right", "write"),
    ("could", "cold"), ("me", "my"), ("them", "then"), ("since", "sine"),
)  # fmt: skip
"""Pairs of words that are easily confused, from dictionaries of usage, or mistyped."""

CONFUSED_WITH: dict[str, list[str]] = {}
for _one, _other in CONFUSED:
    CONFUSED_WITH.setdefault(_one, []).append(_other)
    CONFUSED_WITH.setdefault(_other, []).append(_one)

CONFUSED_WITH["has"] = ["as"]
# "four years" and "for years", "is here" and "is her" are both sound.
CONFUSED_WITH.pop("four")
CONFUSED_WITH.pop("here")

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
    "academy", "agency", "airline", "army", "association", "audience", "authority", "band", "bank",
    "bench", "board", "body", "brand", "broadcaster", "cabinet", "cast", "chain", "charity",
    "class", "club", "coalition", "college", "commission", "committee", "community", "company",
    "congress", "consortium", "corporation", "council", "county", "couple", "court",
    "crew", "crowd", "data", "delegation", "department", "duo", "enemy", "faculty", "family",
    "federation", "firm", "force", "foundation", "gang", "government", "group", "half", "industry",
    "institute", "institution", "jury", "leadership", "league", "majority", "management", "media",
    "minority", "ministry", "network", "number", "office", "opposition",
    "orchestra", "organisation", "organization", "pair", "panel", "parliament", "partnership",
    "party", "percent", "police", "population", "press", "public", "quarter", "quartet",
    "regulator", "rest", "retailer", "senate", "service", "side", "society", "squad",
    "staff", "supermarket", "team", "third", "trio", "trust", "union", "unit", "university",
    "variety", "watchdog",
}  # fmt: skip
"""Nouns of bodies and sums, which also take a plural verb in British English."""


EITHER_NUMBER = COLLECTIVE | {
    "all", "any", "athletics", "barracks", "country", "crossroads", "economics", "either", "ethics",
    "headquarters", "lot", "mathematics", "means", "more", "most", "nation", "neither", "none",
    "north", "politics",
    "series", "some", "south", "world", "youth",
     "species", "statistics", "such", "what", "which", "who", "works",
}  # fmt: skip
"""These and other words that can take a singular or a plural verb."""


def _takes_either_number(
    sentence: Sentence, subject: int, words: Collection[str] = EITHER_NUMBER
) -> bool:
    names = [subject, *(c for c in sentence.children[subject] if sentence.relation(c) == "flat")]
    return any(sentence.forms[index].lower() in words for index in names)


def _is_name_of_body(sentence: Sentence, subject: int) -> bool:
    """Whether a name is that of a body: "the BBC", "Unicef", "the Lakers"."""
    form = sentence.forms[subject]
    determined = any(sentence.forms[child].lower() == "the" for child in sentence.children[subject])
    return sentence.xpos(subject) == "NNP" and (
        determined or (form.isupper() and form.isalpha() and len(form) > 1)
    )


def plural_of_a_body(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A sound sentence, with a plural verb after a body as in British English."""
    places: list[tuple[int, str]] = []
    for index, form in enumerate(sentence.forms):
        subject = _subject_of(sentence, index)
        if subject is None or subject > index:
            continue
        if not _takes_either_number(sentence, subject, COLLECTIVE) and not (
            _is_name_of_body(sentence, subject)
        ):
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
    """A verb that does not agree with its subject in number."""
    changes: list[tuple[int, str, str]] = []
    for index, form in enumerate(sentence.forms):
        lower, tag = form.lower(), sentence.xpos(index)
        subject = _subject_of(sentence, index)
        if tag not in ("VBZ", "VBP", "VBD") or subject is None or subject > index:
            continue
        # The number of a relative pronoun is not visible, and a name may be that of a body.
        if sentence.xpos(subject) not in ("NN", "NNS", "PRP", "DT"):
            continue
        # "if it were", "that he leave"
        if lower == "was" and _is_conditional(sentence, index):
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
    # Hasty editing breaks agreement most often if words separate the subject from its verb.
    far = [
        change
        for change in changes
        if change[0] - (_subject_of(sentence, change[0]) or change[0]) > 2
    ]
    at, wrong, edit = rng.choice(far if far and rng.random() < 0.6 else changes)
    return exchanged(sound(sentence), at + 1, wrong, Kind.AGREEMENT, edit)


def _is_conditional(sentence: Sentence, index: int) -> bool:
    verb = sentence.heads[index] if sentence.relation(index) in ("aux", "cop") else index
    start = sentence.subtree(verb)[0]
    opening = {sentence.forms[i].lower() for i in range(max(0, start - 2), index)}
    return bool(opening & {"if", "though", "wish", "whether", "unless"})


TAKES_INFINITIVE = {
    "want", "try", "need", "plan", "decide", "hope", "refuse", "expect", "agree", "manage", "fail",
    "seek", "intend", "attempt", "have", "ask", "allow", "force", "help", "order", "urge", "able",
    "be", "likely", "set", "due", "ready", "go", "invite", "tell", "offer", "promise", "vow",
}  # fmt: skip
"""Words whose "to" introduces an infinitive, unlike that of "key to winning"."""

ADJECTIVES = {"close", "open", "clear", "complete", "separate", "present", "clean", "dry", "own"}
"""Verbs that are adjectives as well."""


def _wrong_tags(sentence: Sentence, index: int, inflection: Inflection) -> list[str]:
    """The forms that the place of a verb does not allow; the likelier ones are listed twice."""
    tag, lemma = sentence.xpos(index), sentence.lemmas[index].lower()
    before = [child for child in sentence.children[index] if child < index]
    helpers = [i for i in before if sentence.relation(i) in ("aux", "mark")]
    tags = {sentence.xpos(i) for i in helpers}
    lemmas = {sentence.lemmas[i].lower() for i in helpers}
    is_noun = inflection.form(lemma, "NN") is not None or lemma in ADJECTIVES
    bare = [] if is_noun else ["VB", "VBZ"]
    if tag == "VB" and "MD" in tags:
        return ["VBD", "VBZ", "VBG", "VBN"]
    if tag == "VB" and "TO" in tags:
        governor = sentence.heads[index]
        takes = governor >= 0 and sentence.lemmas[governor].lower() in TAKES_INFINITIVE
        return ["VBD", "VBZ", *(["VBG"] if takes and sentence.relation(index) == "xcomp" else [])]
    if tag == "VBN" and "have" in lemmas and "be" not in lemmas:
        return [*bare[:1], "VBD", "VBD", "VBG"]
    if tag == "VBN" and "be" in lemmas:
        return [*bare, "VBD", "VBD"]
    if tag == "VBG" and "be" in lemmas:
        return bare
    if tag in ("VBD", "VBZ") and not helpers and sentence.relation(index) in ("root", "ccomp"):
        return _wrong_finite_tags(sentence, index)
    return []


def _wrong_finite_tags(sentence: Sentence, index: int) -> list[str]:
    subject = _subject_of(sentence, index)
    if subject is None or subject > index or sentence.xpos(subject) not in ("NN", "PRP", "NNP"):
        return []
    third = sentence.forms[subject].lower() in ("he", "she", "it") or (
        sentence.xpos(subject) == "NN" and not _takes_either_number(sentence, subject)
    )
    joined = any(sentence.relation(c) in ("conj", "appos") for c in sentence.children[subject])
    # Bodies and their names can have plural verbs: "the firm say".
    is_past = sentence.xpos(index) == "VBD"
    return ["VBG", "VB"] if third and not joined and is_past else ["VBG"]


def wrong_verb_form(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A verb in a form that its auxiliary, or its place, does not allow."""
    changes: list[tuple[int, str, str]] = []
    for index in range(1, len(sentence)):
        if sentence.upos(index) != "VERB":
            continue
        tags = _wrong_tags(sentence, index, inflection)
        if not tags:
            continue
        wrong = inflection.form(sentence.lemmas[index], rng.choice(tags))
        if wrong and wrong != sentence.forms[index].lower():
            changes.append((index, wrong, f"verb:{sentence.xpos(index)}"))
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
        many_figures = {word for word in before if word.isdecimal() and word != "1"}
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
    """A word instead of one with nearly the same spelling; "a" for "an"; "he" for "him"."""
    found: dict[str, list[tuple[int, str]]] = {}
    for index, form in enumerate(sentence.forms):
        lower = form.lower()
        changes: list[tuple[int, str]] = []
        following = sentence.forms[index + 1][:1].lower() if index + 1 < len(sentence) else ""
        if index + 1 < len(sentence) and not sentence.spaces[index]:
            continue
        if lower in ("a", "an") and following.isalpha() and following != "h":
            changes.append((index, "an" if lower == "a" else "a"))
        if lower in PRONOUNS and sentence.relation(index) in ("nsubj", "obj", "iobj"):
            changes.append((index, PRONOUNS[lower]))
        if not (
            lower in ("who", "how") and sentence.forms[min(index + 1, len(sentence) - 1)] == "to"
        ):
            changes += [(index, other) for other in CONFUSED_WITH.get(lower, ())]
        if changes:
            found.setdefault(lower, []).extend(changes)
    if not found:
        return None
    # Each word of the sentence has equal probability; otherwise "the" would be chosen most often.
    at, wrong = rng.choice(found[rng.choice(list(found))])
    right = sentence.forms[at].lower()
    return exchanged(sound(sentence), at + 1, wrong, Kind.CONFUSED, f"replace:{right}")


COMMON = {"VERB", "ADP", "DET", "ADV", "AUX", "PRON", "NOUN", "ADJ"}
"""Parts of speech that have no capital within a sentence."""


def wrong_capital(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """The first word without its capital, or a common word or a name with the wrong case."""
    words = sound(sentence)
    choice = rng.random()
    first = sentence.forms[0]
    if choice < 0.2:
        if not (first[:1].isupper() and first[1:].islower()) and first not in ("A", "I"):
            return None
        words[1] = Marked(first.lower(), words[1].space, Kind.CAPITAL, "case:title")
        return words
    upper = choice < 0.65
    places = [
        index
        for index in range(1, len(sentence))
        if sentence.forms[index].isalpha()
        and len(sentence.forms[index]) > 1
        and sentence.forms[index - 1][-1:].isalnum()
        and (
            sentence.forms[index].islower()
            and sentence.upos(index) in COMMON
            and not (
                sentence.upos(index) in ("NOUN", "ADJ")
                and _may_be_named(sentence, index, inflection)
            )
            if upper
            else sentence.forms[index].istitle()
            and sentence.upos(index) == "PROPN"
            # "president", "council", "internet" are written both ways.
            and inflection.form(sentence.forms[index].lower(), "NN") is None
        )
    ]
    if not places:
        return None
    # Most common words are function words, but a wrong capital is as frequent on verbs and nouns.
    full = [i for i in places if sentence.upos(i) in ("VERB", "NOUN", "ADJ")]
    places = full if full and rng.random() < 0.7 else places
    at = rng.choice(places)
    form = sentence.forms[at]
    text, edit = (capitalised(form), "case:lower") if upper else (form.lower(), "case:title")
    words[at + 1] = Marked(text, words[at + 1].space, Kind.CAPITAL, edit)
    return words


def _may_be_named(sentence: Sentence, index: int, inflection: Inflection) -> bool:
    """Whether house style may give a word a capital: "the Council", "Prime Minister"."""
    if inflection.has_capital(sentence.forms[index]):
        return True
    return sentence.upos(index - 1) in ("PROPN", "NUM") or (
        index + 1 < len(sentence) and sentence.upos(index + 1) == "PROPN"
    )


OPENING = {"“": "”", "(": ")", "‘": "’"}


def unbalanced(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A bracket or a quotation mark lost or, if there is none, one of a pair inserted.

    A quotation may begin before the sentence and end after it, so a mark is lost only where the
    sentence itself shows the loss.
    """
    if not any(form in OPENING or form == '"' for form in sentence.forms):
        sentence = with_quotation(sentence, rng)
    last = len(sentence) - 1
    places: list[tuple[int, str]] = []
    for index, form in enumerate(sentence.forms):
        straight = form == '"' and sentence.forms.count('"') == 2
        if straight and sentence.forms.index('"') != index:
            continue
        close_mark = '"' if straight else OPENING.get(form)
        if close_mark is None or close_mark not in sentence.forms[index + 1 :]:
            continue
        close = sentence.forms.index(close_mark, index + 1)
        bracket = form == "("
        quoted_speech = index > 0 and not sentence.forms[index - 1][-1:].isalnum()
        if bracket or (index > 0 and not quoted_speech):
            places.append((index, form))
        if bracket or close < last - 2 or (index > 0 and not quoted_speech):
            places.append((close, close_mark))
    if not places:
        return None
    at, form = rng.choice(places)
    words = sound(sentence)
    words[at] = replace(words[at], space=words[at].space or sentence.spaces[at])
    if at == 0:
        words[0] = replace(words[0], space=False)
        return [words[0].mark(Kind.UNBALANCED, f"append:{form}"), *words[2:]]
    return without(words, [at + 1], Kind.UNBALANCED, f"append:{form}")


def wrong_mark(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A comma between a subject and its verb, or a comma or a full stop too many.

    A text without its full stop is not generated, because headlines and captions have none.
    """
    words = sound(sentence)
    choice = rng.random()
    last = len(sentence) - 1
    if choice < 0.5:
        # There is no comma between a verb and its subject or object.
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


def wrong_spacing(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """Two words written as one, or one written as two, if that makes no words."""
    words = sound(sentence)
    if rng.random() < 0.6:
        places = [
            index
            for index in range(len(sentence) - 1)
            if sentence.spaces[index]
            and sentence.forms[index].isalpha()
            and sentence.forms[index + 1].isalpha()
            and not inflection.is_known(sentence.forms[index] + sentence.forms[index + 1])
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
    if inflection.is_known(form[:cut]) and inflection.is_known(form[cut:]):
        return None
    head = Marked(form[:cut], True, Kind.RUN_TOGETHER, "merge")
    return [*words[: at + 1], head, Marked(form[cut:], words[at + 1].space), *words[at + 2 :]]

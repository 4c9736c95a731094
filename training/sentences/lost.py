"""Damage by loss: a verb, a subject, a noun, a function word, a stretch, the end."""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, sound, without

FINITE = {"VBZ", "VBP", "VBD", "MD"}
CLAUSES = {"root", "ccomp", "advcl", "acl", "conj", "parataxis"}
LONGEST_SUBJECT = 6
OPEN_ENDED = {"DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART"}
"""Words that cannot end a sentence, mostly."""


def _append(sentence: Sentence, index: int) -> str:
    return f"append:{sentence.forms[index].lower()}"


def _verbs(sentence: Sentence) -> list[int]:
    """The verbs and auxiliaries without which their clause has no verb form that can stand."""
    found = []
    for index in range(len(sentence)):
        upos, relation, head = sentence.upos(index), sentence.relation(index), sentence.heads[index]
        if upos == "AUX" and relation in ("aux", "cop") and head >= 0:
            # Of several auxiliaries each is needed, but "n't" would hang in the air.
            following = sentence.forms[index + 1] if index + 1 < len(sentence) else ""
            if following not in ("n't", "n’t", "not") and sentence.forms[index][:1] not in "'’":
                found.append(index)
        elif (
            upos == "VERB"
            and relation in CLAUSES
            and sentence.xpos(index) in FINITE | {"VBN", "VBG", "VB"}
        ):
            # A clause without complements would be lost as a whole.
            has = {sentence.relation(child) for child in sentence.children[index]}
            if has & {"nsubj", "aux"} and len(has - {"punct", "conj", "cc"}) > 1:
                found.append(index)
    return found


def lost_verb(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A main verb, a copula or an auxiliary lost."""
    verbs = _verbs(sentence)
    main = [index for index in verbs if _is_of_main_clause(sentence, index)]
    verbs = main if main and rng.random() < 0.6 else verbs
    if not verbs:
        return None
    at = rng.choice(verbs)
    # An auxiliary that inverts a question, or one that is optional, is left alone.
    if at == 0:
        return None
    return without(sound(sentence), [at + 1], Kind.MISSING_VERB, _append(sentence, at))


def _is_of_main_clause(sentence: Sentence, index: int) -> bool:
    return sentence.heads[index] == -1 or (
        sentence.relation(index) in ("aux", "cop") and sentence.heads[sentence.heads[index]] == -1
    )


def lost_subject(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """The subject of a finite clause lost, with all that belongs to it."""
    subjects = []
    for index in range(len(sentence)):
        head = sentence.heads[index]
        if sentence.relation(index) != "nsubj" or head < index:
            continue
        span = sentence.subtree(index)
        contiguous = span[-1] - span[0] + 1 == len(span) <= LONGEST_SUBJECT
        # "who" and "that" open a clause; "said the mayor, who" has its subject elsewhere.
        opens = sentence.xpos(index) in ("WDT", "WP")
        shared = sentence.relation(head) == "conj" and not opens
        if contiguous and not shared and span[-1] + 1 < len(sentence):
            subjects.append(span)
    if not subjects:
        return None
    span = rng.choice(subjects)
    edit = _append(sentence, span[0]) if len(span) == 1 else "append:*"
    return without(sound(sentence), [index + 1 for index in span], Kind.MISSING_SUBJECT, edit)


PRONOUN_LIKE = {"this", "that", "these", "those", "all", "some", "any", "both", "each"}
"""Determiners that stand without a noun as well."""

NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"}


def lost_noun(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A noun lost whose article or preposition is left."""
    nouns = [
        index
        for index in range(1, len(sentence))
        if sentence.upos(index) == "NOUN"
        and sentence.relation(index) in ("obj", "obl", "nmod", "nsubj")
        and sentence.upos(index - 1) in ("DET", "ADP")
        and sentence.forms[index - 1].lower() not in PRONOUN_LIKE
        and not (index + 1 < len(sentence) and sentence.upos(index + 1) in NOMINAL)
    ]
    if not nouns:
        return None
    at = rng.choice(nouns)
    return without(sound(sentence), [at + 1], Kind.GARBLED, "append:*")


def lost_function_word(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A preposition, an article, an infinitive's "to" or a conjunction lost."""
    kinds: dict[str, list[int]] = {"ADP": [], "PART": [], "DET": [], "CCONJ": []}
    for index in range(len(sentence) - 1):
        upos, relation = sentence.upos(index), sentence.relation(index)
        following = sentence.upos(index + 1)
        form = sentence.forms[index].lower()
        head = sentence.heads[index]
        is_case = upos == "ADP" and relation == "case" and head > index and form != "to"
        if is_case or (upos == "ADP" and form == "to" and head > index):
            # "(on) Monday", "(for) two years" and "(by) 3 per cent" stand without it.
            if following in ("DET", "ADJ", "NOUN", "PROPN", "PRON") and not _is_time(
                sentence, head
            ):
                kinds["ADP"].append(index)
        elif upos == "PART" and form == "to" and index > 0 and sentence.lemmas[index - 1] != "help":
            kinds["PART"].append(index)
        elif (
            form in ("a", "an", "the")
            and following in ("NOUN", "ADJ")
            and head > index
            and sentence.xpos(head) == "NN"
            and sentence.relation(head) in ("obj", "obl", "nsubj", "nmod", "root")
            and (form != "the" or sentence.relation(head) == "nsubj")
        ):
            kinds["DET"].append(index)
        elif (
            form in ("and", "or")
            and upos == "CCONJ"
            and index > 0
            and sentence.upos(index - 1) != "PUNCT"
            and following not in ("PUNCT", "CCONJ")
        ):
            kinds["CCONJ"].append(index)
    choices = [indices for indices in kinds.values() if indices]
    if not choices:
        return None
    at = rng.choice(rng.choice(choices))
    return without(sound(sentence), [at + 1], Kind.MISSING_WORD, _append(sentence, at))


TIME_WORDS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "day", "week", "month", "year", "hour", "minute", "time", "century",
    "decade", "moment", "way", "morning", "evening", "night",
}  # fmt: skip
"""What can be an adverbial without a preposition."""


def _is_time(sentence: Sentence, index: int) -> bool:
    return sentence.lemmas[index].lower() in TIME_WORDS or sentence.upos(index) == "NUM"


OPTIONAL = {"punct", "conj", "advcl", "obl", "advmod", "parataxis", "nmod", "acl"}
"""Relations of what a phrase can have or not."""


def lost_stretch(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two to six words in the middle lost, so that what is left does not fit."""
    for _ in range(4):
        length = rng.randint(2, 6)
        if len(sentence) < length + 6:
            return None
        start = rng.randint(1, len(sentence) - length - 2)
        lost = set(range(start, start + length))
        # A stretch of whole phrases can be missed without harm; one that takes a verb or a
        # preposition and leaves what depends on it cannot.
        if any(
            sentence.upos(index) in ("VERB", "AUX", "ADP", "NOUN")
            and any(
                child not in lost and child > index and sentence.relation(child) not in OPTIONAL
                for child in sentence.children[index]
            )
            for index in lost
        ):
            return without(sound(sentence), [index + 1 for index in lost], Kind.GARBLED, "append:*")
    return None


def cut_off(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """The end lost."""
    if len(sentence) < 6:
        return None
    open_ends = [
        index
        for index in range(3, len(sentence) - 2)
        if sentence.upos(index) in OPEN_ENDED and sentence.heads[index] > index
    ]  # fmt: skip
    verbs = [
        index
        for index in range(3, len(sentence) - 2)
        if sentence.upos(index) == "VERB"
        and any(
            child > index and sentence.relation(child) in ("obj", "xcomp")
            for child in sentence.children[index]
        )
    ]
    ends = open_ends if open_ends and rng.random() < 0.7 else (verbs or open_ends)
    stop = rng.random()
    words = sound(sentence)
    if stop < 0.25 or not ends:
        # Anywhere, and without a full stop: the words alone may be whole.
        last = rng.randint(3, len(sentence) - 3)
        kept = words[: last + 2]
        if not kept[-1].text[-1:].isalnum():
            return None
    else:
        kept = words[: rng.choice(ends) + 2]
    kept[-1] = kept[-1].mark(Kind.CUT_OFF, "append:*")
    if stop >= 0.6:
        kept[-1] = replace(kept[-1], space=False)
        kept.append(Marked(".", True))
    return kept

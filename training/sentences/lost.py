"""Damage by loss: a subject, a noun, a stretch, the end."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, sound, without

LONGEST_SUBJECT = 6
OPEN_ENDED = {"DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART"}
"""Parts of speech that cannot usually end a sentence."""


def _append(sentence: Sentence, index: int) -> str:
    return f"append:{sentence.forms[index].lower()}"


MAY_LACK_ITS_SUBJECT = {"as", "than", "if", "when", "where", "once", "unless", "until", "and", "or"}
"""Conjunctions that a participle or a second verb can follow: "than (he) expected"."""


def lost_subject(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """The subject of a finite clause lost, with everything that belongs to it."""
    subjects = [
        sentence.subtree(index)
        for index in range(len(sentence))
        if sentence.relation(index) == "nsubj"
        and sentence.heads[index] > index
        and _is_missed(sentence, index, inflection)
    ]
    opening = [span for span in subjects if span[0] == 0]
    fronted = [span for span in subjects if _is_behind_an_opening(sentence, span)]
    choice = rng.random()
    if fronted and choice < 0.65:
        subjects = fronted
    elif opening and choice < 0.5:
        subjects = opening
    if not subjects:
        return None
    span = rng.choice(subjects)
    edit = _append(sentence, span[0]) if len(span) == 1 else "append:*"
    return without(sound(sentence), [index + 1 for index in span], Kind.MISSING_SUBJECT, edit)


def _is_behind_an_opening(sentence: Sentence, span: Sequence[int]) -> bool:
    """Whether a main clause begins here, after an adverbial: "In May (the club) won"."""
    verb = next((sentence.heads[i] for i in span if sentence.heads[i] not in span), -1)
    return (
        verb > span[-1] and sentence.heads[verb] == -1 and span[0] > 1
        and not any(sentence.relation(c) == "ccomp" and c < verb for c in sentence.children[verb])
    )  # fmt: skip


def _is_missed(sentence: Sentence, index: int, inflection: Inflection) -> bool:
    """Whether the clause has no sound reading without this subject."""
    verb, span = sentence.heads[index], sentence.subtree(index)
    after = span[-1] + 1
    if span[-1] - span[0] + 1 != len(span) or len(span) > LONGEST_SUBJECT or after >= verb + 1:
        return False
    if any(not sentence.forms[word][-1:].isalnum() for word in span):
        return False
    before = sentence.forms[span[0] - 1].lower() if span[0] > 0 else ""
    if sentence.forms[after][:1] in "'’":
        return False
    opens = sentence.xpos(index) in ("WDT", "WP")
    finite = next(
        (i for i in range(after, verb + 1) if sentence.xpos(i) in ("VBZ", "VBP", "VBD", "MD")), None
    )
    if finite is None or before in ("and", "or", "but", "as", "than", "let"):
        return False
    if sentence.relation(verb) == "conj" and not opens:
        return False
    tag, lemma = sentence.xpos(finite), sentence.lemmas[finite].lower()
    ambiguous = (
        finite == verb
        and tag == "VBD"
        and inflection.form(lemma, "VBN") in (sentence.forms[finite].lower(), None)
    )
    if ambiguous and (opens or before in MAY_LACK_ITS_SUBJECT):
        return False
    # "Think of it", "Do not go", "are we": a base form without a subject is an order.
    order = tag == "VBP" and lemma != "be" and not (lemma == "have" and finite != verb)
    return not (order and not before[-1:].isalnum())


NEEDS_NOUN = {
    "a", "an", "the", "every", "its", "their", "my", "our", "your", "of", "from", "for", "with",
    "into", "against", "between",
}  # fmt: skip
"""Articles and prepositions that cannot stand alone."""

NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"}


def lost_noun(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """A lost noun whose article or preposition is left."""
    nouns = [
        index
        for index in range(1, len(sentence))
        if sentence.upos(index) == "NOUN"
        and sentence.relation(index) in ("obj", "obl", "nmod", "nsubj")
        and sentence.forms[index - 1].lower() in NEEDS_NOUN
        and sentence.heads[index - 1] == index
        and not (index + 1 < len(sentence) and sentence.upos(index + 1) in {*NOMINAL, "VERB"})
    ]
    if not nouns:
        return None
    at = rng.choice(nouns)
    return without(sound(sentence), [at + 1], Kind.GARBLED, "append:*")


OPTIONAL = {"punct", "conj", "advcl", "obl", "advmod", "parataxis", "nmod", "acl"}
"""Relations of optional parts of a phrase."""


def lost_stretch(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two to six words in the middle lost, so that the rest does not fit together."""
    for _ in range(4):
        length = rng.randint(2, 6)
        if len(sentence) < length + 6:
            return None
        start = rng.randint(1, len(sentence) - length - 2)
        lost = set(range(start, start + length))
        # A stretch of whole phrases can be lost without damage, unlike one that includes a verb or
        # a preposition but not its dependents.
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


CLOSED_ENDS = {
    "a", "an", "the", "its", "their", "his", "my", "our", "your", "of", "for", "at", "from", "with",
    "between", "against", "into", "than", "as", "and", "or", "but", "because", "every", "during",
}  # fmt: skip
"""Words that cannot end a sentence, not even an elliptical one such as "he wanted to"."""


def cut_off(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """The end lost, with or without the full stop."""
    with_stop = rng.random() < 0.4
    ends: list[int] = []
    verbs: list[int] = []
    # "the people I work with." ends in a preposition without a pronoun.
    relative = with_stop and "acl:relcl" in sentence.relations
    for index in range(3, len(sentence) - 2):
        relative = relative or sentence.xpos(index) in ("WDT", "WP", "WRB", "WP$")
        if not sentence.spaces[index]:
            continue
        upos, form = sentence.upos(index), sentence.forms[index].lower()
        if sentence.heads[index] > index and form.isalpha():
            closed = form in CLOSED_ENDS and not (relative and upos == "ADP")
            if closed or (not with_stop and upos in (*OPEN_ENDED, "ADJ", "NUM")):
                ends.append(index)
        elif (
            upos == "VERB"
            and any(
                index < child and sentence.relation(child) in ("obj", "xcomp", "ccomp")
                for child in sentence.children[index]
            )
            and not relative
            and inflection.usage.is_transitive(sentence.lemmas[index])
        ):
            verbs.append(index)
    if verbs and (not ends or rng.random() < 0.25):
        ends = verbs
    if not ends:
        return None
    kept = sound(sentence)[: rng.choice(ends) + 2]
    kept[-1] = kept[-1].mark(Kind.CUT_OFF, "append:*")
    if with_stop:
        kept[-1] = replace(kept[-1], space=False)
        kept.append(Marked(".", True))
    return kept

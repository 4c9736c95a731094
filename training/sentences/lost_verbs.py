"""Damage by loss of a verb: a main verb, a copula or an auxiliary.

There is no damage if the remaining words form a sound sentence: "he (has) lost", "they (will)
meet", "the shop (was) closed", "Smith scored two and Jones (scored) one".
"""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, sound, without

FINITE = {"VBZ", "VBP", "VBD", "MD"}
CLAUSES = {"root", "ccomp", "advcl", "acl", "parataxis"}
NEGATIONS = {"n't", "n’t", "not"}
TO_BE_TOLD = {"expect", "ask", "plan", "intend", "want", "agree", "promise", "say", "vow", "offer"}
"""Verbs with an infinitive that can also be active: "he (was) asked to leave"."""

SUBJUNCTIVE = {"demand", "insist", "suggest", "recommend", "propose", "request", "require", "ask"}
"""Verbs whose clause can have a bare verb form: "asked that he (should) leave"."""

PLURAL = {
    "i",
    "you",
    "we",
    "they",
    "these",
    "those",
    "some",
    "many",
    "both",
    "all",
    "others",
    "who",
}
SHORTEST_LEFT = 6
"""The minimum number of words that are left: shorter ones without a verb can be deliberate."""

LONG = 19

NOT_ALONE = {"nsubj", "obj", "obl", "ccomp", "xcomp", "cop", "aux"}


def lost_verb(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """A main verb, a copula or an auxiliary lost."""
    verbs = [
        index
        for index in range(1, len(sentence) - 1)
        if _is_free(sentence, index)
        and (_is_needed_auxiliary(sentence, index, inflection) or _is_needed_verb(sentence, index))
    ]
    main = [index for index in verbs if _is_of_main_clause(sentence, index)]
    far = [index for index in main if _is_far_from_its_subject(sentence, index)]
    choice = rng.random()
    if far and choice < 0.5:
        verbs = far
    elif main and choice < 0.75:
        verbs = main
    if not verbs:
        return None
    at = rng.choice(verbs)
    edit = f"append:{sentence.forms[at].lower()}"
    return without(sound(sentence), [at + 1], Kind.MISSING_VERB, edit)


def lost_far_verb(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """A verb lost in a long sentence: after a heavy subject, in a second conjunct or a report."""
    if len(sentence) < LONG:
        return None
    heavy: list[int] = []
    others: list[int] = []
    for index in range(1, len(sentence) - 1):
        if sentence.upos(index) not in ("VERB", "AUX") or not _is_free(sentence, index):
            continue
        verb = index if sentence.upos(index) == "VERB" else sentence.heads[index]
        if sentence.relation(index) in ("aux", "cop"):
            verb = sentence.heads[index]
        subject = _subject(sentence, verb)
        if subject is None or not subject < index:
            continue
        if not (
            _is_needed_auxiliary(sentence, index, inflection) or _is_needed_verb(sentence, index)
        ):
            continue
        if index - subject > 3 and sentence.heads[verb] == -1:
            heavy.append(index)
        elif sentence.relation(verb) in ("conj", "ccomp") or any(
            sentence.relation(c) in ("parataxis", "ccomp") for c in sentence.children[verb]
        ):
            others.append(index)
    if not heavy and not others:
        return None
    at = rng.choice(heavy if heavy and (not others or rng.random() < 0.75) else others)
    edit = f"append:{sentence.forms[at].lower()}"
    return without(sound(sentence), [at + 1], Kind.MISSING_VERB, edit)


def _is_free(sentence: Sentence, index: int) -> bool:
    """Whether the word is the root, and more than its subject is left."""
    following, before = sentence.forms[index + 1], sentence.forms[index - 1]
    if following.lower() in NEGATIONS or sentence.forms[index][:1] in "'’":
        return False
    if len(sentence) - 1 < SHORTEST_LEFT and sentence.upos(index - 1) != "PRON":
        return False
    # "than they (were)", "as he (did)", "and so it (is)": ellipsis, and clauses in brackets.
    ends = not following[:1].isalnum() and following not in ("“", '"', "‘", "'", "$", "£", "€")
    return not ends and before[-1:] not in "\"”’'(-–—:"


def _subject(sentence: Sentence, verb: int) -> int | None:
    return next((i for i in sentence.children[verb] if sentence.relation(i) == "nsubj"), None)


def _is_plural(sentence: Sentence, subject: int | None) -> bool:
    """Whether a subject takes a plural verb, or may take one as the name of a body."""
    if subject is None:
        return True
    if sentence.forms[subject].lower() in PLURAL or sentence.xpos(subject) not in ("NN", "PRP"):
        return True
    return any(sentence.relation(child) in ("conj", "flat") for child in sentence.children[subject])


def _is_needed_auxiliary(sentence: Sentence, index: int, inflection: Inflection) -> bool:
    relation, verb = sentence.relation(index), sentence.heads[index]
    if sentence.upos(index) != "AUX" or verb < 0 or verb < index:
        return False
    subject = _subject(sentence, verb)
    if subject is None or subject > index:
        return False
    if sentence.relation(verb) == "conj" and not _is_no_gap(sentence, verb, index):
        return False
    if relation == "cop":
        # "A child (who is) ill": after a relative pronoun the loss is visible; "than is usual".
        return sentence.upos(verb) != "VERB"
    others = [
        child
        for child in sentence.children[verb]
        if sentence.relation(child) in ("aux", "cop") and child != index
    ]
    lemma, tag, form = sentence.lemmas[index].lower(), sentence.xpos(verb), sentence.forms[verb]
    if any(child > index for child in others):
        # "has been seen" is no sentence without "has", but "may have seen" can be one without
        # "may".
        after = min(child for child in others if child > index)
        if sentence.forms[after].lower() == "have":
            return not _is_plural(sentence, subject)
        return True
    if any(child < index for child in others):
        # "has been seen" without "been", "will be seen" without "be".
        before = max(child for child in others if child < index)
        if sentence.lemmas[before].lower() == "have":
            return tag == "VBG" or not inflection.is_past(form, sentence.lemmas[verb])
        return tag in ("VBN", "VBG") and form.lower() != sentence.lemmas[verb].lower()
    if sentence.xpos(index) == "MD":
        head = sentence.heads[verb]
        asked = head >= 0 and sentence.lemmas[head].lower() in SUBJUNCTIVE
        return sentence.lemmas[verb].lower() == "be" or not (asked or _is_plural(sentence, subject))
    if lemma == "have":
        return tag == "VBN" and not inflection.is_past(form, sentence.lemmas[verb])
    if lemma == "be" and tag == "VBN":
        return _needs_passive(sentence, verb, inflection)
    return lemma == "be" and tag == "VBG"


def _is_no_gap(sentence: Sentence, verb: int, lost: int) -> bool:
    """Whether a second conjunct cannot be leaving out the verb of the first deliberately.

    "Smith scored two and Jones (scored) one", "the shop is shut and the bar (is) open".
    """
    first = sentence.heads[verb]
    subject = _subject(sentence, verb)
    if first < 0 or subject is None or _subject(sentence, first) is None or subject < first:
        return False
    if lost == verb:
        return not any(sentence.relation(c) == "obj" for c in sentence.children[first])
    return not any(
        sentence.lemmas[c] == sentence.lemmas[lost]
        for c in (first, *sentence.children[first])
        if sentence.upos(c) in ("AUX", "VERB")
    )


def _needs_passive(sentence: Sentence, verb: int, inflection: Inflection) -> bool:
    """Whether a passive participle cannot be read as a past tense, because it has no object."""
    lemma = sentence.lemmas[verb].lower()
    if not inflection.is_past(sentence.forms[verb], lemma):
        return True
    relations = {sentence.relations[child] for child in sentence.children[verb]}
    if relations & {"obj", "ccomp"} or ("xcomp" in relations and lemma in TO_BE_TOLD):
        return False
    if verb + 1 < len(sentence) and sentence.upos(verb + 1) in ("NOUN", "PROPN", "DET", "SCONJ"):
        return False
    return "obl:agent" in relations or inflection.usage.is_transitive(lemma)


def _is_needed_verb(sentence: Sentence, index: int) -> bool:
    if sentence.upos(index) != "VERB":
        return False
    if sentence.relation(index) not in CLAUSES and not (
        sentence.relation(index) == "conj" and _is_no_gap(sentence, index, index)
    ):
        return False
    children = sentence.children[index]
    relations = {sentence.relation(child) for child in children}
    subject = _subject(sentence, index)
    auxiliaries = [child for child in children if sentence.relation(child) == "aux"]
    complements = [child for child in children if child > index]
    following = sentence.upos(index + 1)
    if subject is not None and subject > index:
        return False
    if not auxiliaries:
        if sentence.xpos(index) not in FINITE or subject is None:
            return False
        # The loss in a short sentence such as "The man (is) in London" is not visible.
        if not relations & {"obj", "ccomp", "xcomp", "obl"} or not complements:
            return False
        # "the claims he (makes)": the rest would be the subject of a relative clause.
        return following not in ("PUNCT", "CCONJ") and not (
            following == "VERB" and sentence.xpos(index + 1) in FINITE
        )
    last = max(auxiliaries)
    if last > index or following not in ("DET", "PRON", "ADP", "SCONJ", "PROPN", "NUM"):
        return False
    if sentence.xpos(last) == "MD" or sentence.lemmas[last].lower() == "do":
        # "did the work" is sound, "did not the work" is not.
        negated = any(sentence.forms[i].lower() in NEGATIONS for i in range(last, index))
        return sentence.xpos(last) == "MD" or negated
    if sentence.lemmas[last].lower() == "have":
        return following == "SCONJ" or (following == "ADP" and "obj" not in relations)
    return False


def _is_of_main_clause(sentence: Sentence, index: int) -> bool:
    return sentence.heads[index] == -1 or (
        sentence.relation(index) in ("aux", "cop") and sentence.heads[sentence.heads[index]] == -1
    )


def _is_far_from_its_subject(sentence: Sentence, index: int) -> bool:
    """Whether a phrase or a clause separates the subject's noun from the verb."""
    verb = index if sentence.heads[index] == -1 else sentence.heads[index]
    subject = _subject(sentence, verb)
    return subject is not None and index - subject > 4

"""What is told of somebody, as they would say it themselves."""

from __future__ import annotations

from collections.abc import Mapping

from training.claims.grammar import Sentence, Token, fresh
from training.claims.lexicon import Lexicon
from training.claims.names import BODY, PERSON, Name, names_of

FINITE_OF_I = {"is": "am", "'s": "am", "’s": "am", "has": "have", "does": "do"}
FINITE_OF_WE = {"is": "are", "was": "were", "has": "have", "does": "do"}
"""Forms of a helping verb, by its form with another subject."""

I_FOR = {
    "he": "I", "she": "I", "him": "me", "his": "my", "her": "my", "hers": "mine",
    "himself": "myself", "herself": "myself",
}  # fmt: skip
WE_FOR = {"it": "we", "they": "we", "its": "our", "their": "our", "itself": "ourselves"}
"""Pronouns, by what another person says for them."""

SUBJECTS = ("nsubj", "nsubj:pass")


def speaker_of(sentence: Sentence, lexicon: Lexicon) -> Name | None:
    """The person or body that a sentence is about, if its subject is that name alone."""
    subject = sentence.child(sentence.root, *SUBJECTS)
    for name in names_of(sentence, lexicon.common):
        if subject is None or subject not in name.tokens or name.kind not in (PERSON, BODY):
            continue
        inside = {*name.tokens, name.title}
        others = [one for one in sentence.subtree(subject) if one not in inside]
        if all(one.relation == "det" for one in others):
            return name
    return None


def in_first_person(sentence: Sentence, name: Name, lexicon: Lexicon) -> Sentence | None:
    """A sentence about `name`, its subject, as that person or body would say it.

    None where a pronoun could mean somebody else, or the verb's form is unknown.
    """
    is_person = name.kind == PERSON
    people = [one for one in names_of(sentence, lexicon.common) if one.kind == name.kind]
    pronouns = I_FOR if is_person else WE_FOR
    if len(people) > 1 and any(one.form.lower() in pronouns for one in sentence.tokens):
        return None
    copy, copies = sentence.copy()
    subject = sentence.child(sentence.root, *SUBJECTS)
    if subject is None:
        return None
    stretch = [copies[one] for one in sentence.subtree(subject)]
    verb = copies[sentence.root]
    word = "I" if is_person else "we"
    pronoun = fresh(word, "PRON", "PRP", verb, "nsubj")
    helpers = FINITE_OF_I if is_person else FINITE_OF_WE
    if not copy.is_stretch(stretch) or not _agree(copy, verb, helpers, lexicon):
        return None
    copy.exchange(stretch, [pronoun])
    _put_pronouns(copy, pronouns, helpers, lexicon)
    return copy.tidy()


def _put_pronouns(
    sentence: Sentence,
    pronouns: Mapping[str, str],
    helpers: Mapping[str, str],
    lexicon: Lexicon,
) -> bool:
    """Exchanges pronouns, and lets the verbs of those that are subjects agree with them."""
    for token in list(sentence.tokens):
        other = pronouns.get(token.form.lower())
        if other is None or token.upos not in ("PRON", "DET"):
            continue
        if token.form.lower() == "her" and token.xpos != "PRP$":
            other = "me"
        is_subject = token.relation in SUBJECTS and token.head is not None
        if is_subject and token.head is not None:
            token.space = True
            if not _agree(sentence, token.head, helpers, lexicon):
                return False
        is_first = token is sentence.tokens[0]
        token.form = other[0].upper() + other[1:] if is_first else other
    return True


def _agree(
    sentence: Sentence,
    verb: Token,
    helpers: Mapping[str, str],
    lexicon: Lexicon,
) -> bool:
    """Gives a verb, and those joined to it, the form for another subject."""
    helper = sentence.child(verb, "aux", "aux:pass", "cop")
    if helper is not None:
        form = helpers.get(helper.form.lower())
        if form is not None:
            place = sentence.index(helper)
            if helper.form[0] in "'’" and place:
                sentence.tokens[place - 1].space = True
            helper.form = form
    elif verb.xpos == "VBZ" and not _inflect(verb, helpers, lexicon):
        return False
    for other in sentence.children(verb):
        is_joined = other.relation == "conj" and sentence.child(other, *SUBJECTS) is None
        if is_joined and other.xpos == "VBZ" and not _inflect(other, helpers, lexicon):
            return False
    return True


def _inflect(verb: Token, helpers: Mapping[str, str], lexicon: Lexicon) -> bool:
    form = helpers.get(verb.form.lower()) or lexicon.inflect(verb.base, "VBP")
    form = form or lexicon.inflect(verb.base, "VB")
    if form is None:
        return False
    verb.form, verb.xpos = form, "VBP"
    return True


def pronouns_of_speaker(sentence: Sentence, name: Name, lexicon: Lexicon) -> Sentence | None:
    """What somebody is reported to have said, in their own words: "he will" as "I will"."""
    people = [one for one in names_of(sentence, lexicon.common) if one.kind == name.kind]
    pronouns = I_FOR if name.kind == PERSON else WE_FOR
    has_any = any(one.form.lower() in pronouns for one in sentence.tokens)
    if has_any and (people or name.kind != PERSON):
        return None
    if not _put_pronouns(sentence, pronouns, FINITE_OF_I, lexicon):
        return None
    return sentence.tidy()

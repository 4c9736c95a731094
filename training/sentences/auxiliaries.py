"""Damage to the form of a verb after its auxiliary: "had chose", "could sold", "does not has".

Half of these forms are also nouns ("was record by"). Writers lose the endings of such verbs as
often as those of others, and the words after them show that no noun is meant.
"""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, exchanged, sound

ADJECTIVES = {
    "close", "open", "clear", "complete", "separate", "present", "clean", "dry", "own", "free",
    "correct", "secure", "slow", "warm", "empty", "welcome", "worth", "lead", "cool", "lower",
}  # fmt: skip
"""Verbs that are also adjectives."""

TWO_PARTICIPLES = {
    "get", "prove", "show", "sew", "mow", "swell", "saw", "shave", "strive", "light", "bear",
    "wake", "bid", "tread", "hide", "shear", "load", "sow", "spit", "drink", "shrink", "sink",
    "beat",
}  # fmt: skip
"""Verbs whose past tense is the same as the participle or close to it."""

OF_BE = {"VB": ("been", "being", "is", "was"), "VBN": ("be", "being", "was")}
OF_HAVE = ("has", "had")


def wrong_form_after_auxiliary(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A verb in a form that the auxiliary before it does not take."""
    changes: dict[str, list[tuple[int, str]]] = {}
    for index in range(1, len(sentence)):
        helper = _helper(sentence, index)
        if helper is None:
            continue
        of = "modal" if sentence.xpos(helper) == "MD" else sentence.lemmas[helper].lower()
        own = sentence.forms[index].lower()
        for wrong in _wrong_forms(sentence, index, helper, inflection):
            if wrong != own:
                changes.setdefault(of, []).append((index, wrong))
    if not changes:
        return None
    # Each auxiliary with equal probability, because most are modals.
    at, wrong = rng.choice(changes[rng.choice(list(changes))])
    edit = f"verb:{sentence.xpos(at)}"
    return exchanged(sound(sentence), at + 1, wrong, Kind.VERB_FORM, edit)


def _helper(sentence: Sentence, index: int) -> int | None:
    """The auxiliary that the form of a verb or of a further auxiliary depends on."""
    if sentence.upos(index) not in ("VERB", "AUX") or sentence.xpos(index) not in (
        "VB",
        "VBN",
        "VBG",
    ):
        return None
    if sentence.upos(index) == "VERB":
        own = [c for c in sentence.children[index] if sentence.relation(c) == "aux" and c < index]
        return max(own, default=None)
    before = index - 1
    while before > 0 and sentence.upos(before) in ("ADV", "PART"):
        before -= 1
    same = sentence.heads[before] == sentence.heads[index]
    return before if sentence.upos(before) == "AUX" and same else None


def _wrong_forms(sentence: Sentence, index: int, helper: int, inflection: Inflection) -> list[str]:
    tag, lemma = sentence.xpos(index), sentence.lemmas[index].lower()
    of = sentence.lemmas[helper].lower()
    modal = sentence.xpos(helper) == "MD"
    if sentence.upos(index) == "AUX":
        if lemma == "be" and (modal or of == "have"):
            return list(OF_BE.get(tag, ()))
        return list(OF_HAVE) if lemma == "have" and modal and tag == "VB" else []
    past = lemma not in TWO_PARTICIPLES and (
        inflection.form(lemma, "VBD") != inflection.form(lemma, "VBN")
    )
    tags: list[str] = []
    if tag == "VB" and modal:
        tags = ["VBD", "VBN", "VBZ", "VBG"]
    elif tag == "VB" and of == "do":
        tags = ["VBD", "VBZ", "VBN"]
    elif tag == "VBN" and of == "have":
        tags = ["VBD", "VBD"] if past else []
        tags += ["VB"] if _shows(sentence, index, inflection, False) else []
        tags += ["VBZ"] if _shows(sentence, index, inflection, True) else []
    elif (tag == "VBN" and of == "be") or (tag == "VBG" and of == "be"):
        tags = ["VBD"] if past else []
        tags += ["VB"] if _shows(sentence, index, inflection, False) else []
    return [form for one in tags if (form := inflection.form(lemma, one)) is not None]


def _shows(sentence: Sentence, index: int, inflection: Inflection, plural: bool) -> bool:
    """Whether a base form (or one in -s) cannot be read as a noun or an adjective here."""
    lemma = sentence.lemmas[index].lower()
    if lemma in ADJECTIVES:
        return False
    if inflection.form(lemma, "NN") is None:
        return True
    following = sentence.upos(index + 1) if index + 1 < len(sentence) else "PUNCT"
    if following in ("DET", "PRON"):
        return True
    return not plural and following != "NOUN" and inflection.usage.needs_determiner(lemma)

"""Damage by loss of a small word: a preposition, an article, "to", "and" or "or".

Phrases that are also sound without the word are left alone: "in (a) hospital", "escaped (from)
custody", "helped him (to) win", "small (and) medium firms".
"""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, sound, without

PREPOSITIONS = {
    "of", "in", "to", "for", "on", "at", "by", "with", "from", "about", "into", "through",
    "against", "between", "under", "during", "within", "among", "across", "towards", "toward",
    "behind", "without",
}  # fmt: skip
"""Prepositions whose loss is visible; that of "despite" or "like" is less so."""

OPTIONAL_BEHIND = {
    "all", "half", "both", "outside", "inside", "off", "out", "alongside", "double", "such",
    "twice", "up", "down", "near", "opposite", "past", "round", "around", "because", "next",
    "worth", "like", "unlike", "over", "under", "than", "as",
}  # fmt: skip
"""Words after which a preposition can be left out, or that are prepositions themselves."""

AMOUNTS = {
    "number", "majority", "lack", "series", "group", "kind", "type", "amount", "set", "list",
    "pair", "couple", "range", "host", "bit", "lot", "sort", "part", "piece", "sense", "total",
    "minority",
    "quarter", "third", "percent", "%", "one", "two", "three", "some", "many", "most", "each",
    "none", "any", "thousands", "hundreds", "millions", "dozens",
}  # fmt: skip
"""Words that need "of" before the noun that they count."""

TIME_WORDS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "day", "week", "month", "year", "hour", "minute", "time", "century",
    "decade", "moment", "way", "morning", "evening", "night", "weekend", "summer", "winter",
    "season", "spring", "autumn", "home", "second", "afternoon", "today", "tomorrow", "yesterday",
}  # fmt: skip
"""Words that can be an adverbial without a preposition."""

BARE_INFINITIVE = {
    "help", "dare", "need", "go", "come", "let", "make", "see", "hear", "have", "watch", "try",
    "feel", "be", "do", "bid", "than", "rather", "but",
}  # fmt: skip
"""Words that can be followed by an infinitive without "to"."""

LISTED = {"few", "little", "lot", "bit", "next", "last", "following", "same", "previous", "half"}


def lost_function_word(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A preposition, an article, an infinitive's "to" or a conjunction lost."""
    kinds: dict[str, list[int]] = {"ADP": [], "PART": [], "DET": [], "CCONJ": []}
    for index in range(len(sentence) - 2):
        form, upos = sentence.forms[index].lower(), sentence.upos(index)
        if sentence.heads[index] < index or not sentence.spaces[index]:
            continue
        if (
            upos == "ADP"
            and form in PREPOSITIONS
            and _is_needed_preposition(sentence, index, inflection)
        ):
            kinds["ADP"].append(index)
        elif upos == "PART" and form == "to" and _is_needed_to(sentence, index, inflection):
            kinds["PART"].append(index)
        elif form in ("a", "an", "the") and _is_needed_article(sentence, index, inflection):
            kinds["DET"].append(index)
        elif form in ("and", "or") and upos == "CCONJ" and _is_needed_joint(sentence, index):
            kinds["CCONJ"].append(index)
    choices = [indices for indices in kinds.values() if indices]
    if not choices:
        return None
    at = rng.choice(rng.choice(choices))
    edit = f"append:{sentence.forms[at].lower()}"
    return without(sound(sentence), [at + 1], Kind.MISSING_WORD, edit)


def _lemma(sentence: Sentence, index: int) -> str:
    return sentence.lemmas[index].lower()


def _is_needed_preposition(sentence: Sentence, index: int, inflection: Inflection) -> bool:
    noun = sentence.heads[index]
    if sentence.relation(index) != "case" or _lemma(sentence, noun) in TIME_WORDS:
        return False
    following = sentence.upos(index + 1)
    if following not in ("DET", "ADJ", "NOUN", "PROPN", "PRON") or sentence.upos(noun) == "NUM":
        return False
    if index == 0:
        # "(In) Belgium it was so": a second noun phrase before the subject, or a long address.
        after = sentence.subtree(noun)[-1] + 1
        return after < len(sentence) and sentence.upos(after) in ("PRON", "DET")
    before, governor = sentence.upos(index - 1), sentence.heads[noun]
    word = sentence.forms[index - 1].lower()
    if governor < 0 or governor > index or word in OPTIONAL_BEHIND or before in ("ADP", "SCONJ"):
        return False
    determined = following in ("DET", "PRON")
    if word in AMOUNTS and sentence.forms[index].lower() == "of":
        return True
    if sentence.upos(governor) == "VERB":
        return _shows_behind_verb(sentence, index, governor, determined, inflection)
    if before == "PUNCT" or (sentence.upos(governor) == "AUX" or before == "AUX"):
        return False
    if before == "ADJ":
        # "ready (for) the match": an adjective alone has no object.
        return determined and sentence.relation(governor) != "amod"
    if before == "NOUN":
        return determined or following == "PROPN" or before == "PROPN"
    return before == "PROPN" and (following == "PROPN" or determined)


def _shows_behind_verb(
    sentence: Sentence, index: int, verb: int, determined: bool, inflection: Inflection
) -> bool:
    """Whether the noun phrase cannot be read as an object of the verb or part of an object."""
    relations = {sentence.relations[child] for child in sentence.children[verb] if child < index}
    nominal = sentence.upos(index + 1) in ("NOUN", "ADJ")
    if "obj" in relations or relations & {"aux:pass", "nsubj:pass"}:
        # "gave it (to) the man" has two objects; "put books (on) shelves" would be a compound.
        two = sentence.forms[index].lower() in ("to", "for") and "obj" in relations
        return not two and (not nominal or sentence.upos(index - 1) not in ("NOUN", "ADJ", "PROPN"))
    if verb == index - 1 or sentence.upos(index - 1) == "ADV":
        return inflection.usage.is_intransitive(_lemma(sentence, verb))
    return determined and sentence.upos(index - 1) in ("NOUN", "PROPN")


def _is_needed_to(sentence: Sentence, index: int, inflection: Inflection) -> bool:
    verb = sentence.heads[index]
    if index == 0 or sentence.xpos(verb) != "VB" or sentence.relation(verb) == "conj":
        return False
    before = sentence.forms[index - 1].lower()
    if not before[-1:].isalnum() or sentence.upos(index - 1) in ("CCONJ", "ADV", "SCONJ", "PART"):
        return False
    if sentence.upos(index + 1) == "ADV" or before in BARE_INFINITIVE:
        return False
    governor = sentence.heads[verb]
    lemmas = {_lemma(sentence, index - 1)}
    if governor >= 0:
        lemmas.add(_lemma(sentence, governor))
    form = sentence.forms[verb]
    if "have" in lemmas and inflection.form(_lemma(sentence, verb), "VBN") == form.lower():
        return False
    # After a plural noun a bare form can be a verb of its own: "plans (to) close".
    return not lemmas & BARE_INFINITIVE or _lemma(sentence, index - 1) in ("have", "need")


def _is_needed_article(sentence: Sentence, index: int, inflection: Inflection) -> bool:
    noun, following = sentence.heads[index], sentence.forms[index + 1]
    lemma = _lemma(sentence, noun)
    if sentence.upos(index + 1) not in ("NOUN", "ADJ") or sentence.xpos(noun) != "NN":
        return False
    if sentence.relation(noun) not in ("obj", "obl", "nsubj", "nmod", "root"):
        return False
    if following.lower() in LISTED or following[:1].isupper() or sentence.forms[noun][:1].isupper():
        return False
    if noun + 1 < len(sentence) and (
        sentence.upos(noun + 1) in ("PROPN", "NOUN") or sentence.forms[noun + 1] == "-"
    ):
        return False
    if index > 0:
        before = sentence.forms[index - 1].lower()
        if before in ("as", "such", "what", "many", "half", "quite", "rather", "like"):
            return False
        if not before[-1:].isalnum() and sentence.relation(noun) != "nsubj":
            return False
    return lemma not in TIME_WORDS and inflection.usage.needs_determiner(lemma)


def _is_needed_joint(sentence: Sentence, index: int) -> bool:
    if index == 0 or sentence.relation(index) != "cc":
        return False
    before, following = sentence.upos(index - 1), sentence.upos(index + 1)
    if sentence.lemmas[index - 1].lower() in ("try", "go", "come", "more", "and", "both"):
        return False
    if following in ("DET", "PRON"):
        return before in ("NOUN", "PROPN", "PRON") and sentence.forms[index].lower() == "and"
    if following in ("AUX", "VERB") and sentence.xpos(index + 1) in ("VBD", "VBZ", "MD"):
        return before in ("NOUN", "PRON", "ADV", "ADJ")
    # "sales (and) marketing" reads as a compound; "publishers (and) banks" does not.
    return (
        before == "NOUN"
        and sentence.xpos(index - 1) == "NNS"
        and following == "NOUN"
        and sentence.heads[index] == index + 1
    )

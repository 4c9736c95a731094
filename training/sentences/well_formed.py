"""Leaves out sentences of the prose that are probably wrong and would be taught as sound."""

from __future__ import annotations

import re

from training.readers.parsed_prose import Sentence
from training.sentences.extra import MAY_DOUBLE

BROKEN = re.compile(r"Â|Ã|â€|\ufffd|[<>{}\\|]|\.\.[^.]|\.\.$|^[,;:.)]|,\.|;,|,,")
"""Text in the wrong encoding, markup, and punctuation marks that do not go together."""

ENGLISH = {
    "the", "a", "an", "of", "to", "in", "and", "is", "was", "for", "on", "that", "it", "with", "as",
    "at", "by", "he", "she", "they", "we", "i", "you", "are", "were", "be", "his", "her", "this",
    "from", "or", "not", "have", "has", "had", "but", "its", "my", "our", "their", "no", "will",
}  # fmt: skip
CLOSED_UP = {",", ".", ";", ":", "?", "!", ")", "n't", "'s", "’s"}
MANY_WORDS = 6


def is_well_formed(sentence: Sentence) -> bool:
    """Whether the sentence has no obvious sign of a slip or of another language."""
    forms, spaces = sentence.forms, sentence.spaces
    if forms[0] in ("”", ")") or sum(map(forms.count, "(")) != sum(map(forms.count, ")")):
        return False
    for index in range(1, len(forms)):
        form, before = forms[index], forms[index - 1]
        if spaces[index - 1] and form in CLOSED_UP and before[-1:] not in ".…'’\"”":
            return False
        same = form == before and form.isalpha() and sentence.upos(index) != "PROPN"
        if same and form.lower() not in MAY_DOUBLE:
            return False
    if BROKEN.search("".join(forms)):
        return False
    # Lists and scores have only names and figures; text in another language has other words.
    plain = sum(form.islower() and form.isalpha() for form in forms)
    return plain < MANY_WORDS or any(form.lower() in ENGLISH for form in forms)

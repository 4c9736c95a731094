"""British conventions, so that the reader does not report them as errors."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, capitalised

IZE = re.compile(r"(?i)(?<=[a-z]{3})(i|y)z(?=e$|ed$|es$|ing$|ation$|ations$|er$|ers$)")
"""The `z` of “organize” and “analyze”."""

AS_IN_AMERICA = re.compile(r"(?i)(?:^|re|out|over)(?:siz|priz|seiz)|capsiz|citiz|horiz|maiz")
"""Words whose `z` is the same in British spelling."""

OUR = re.compile(
    r"(?i)\b(arb|arm|behavi|cand|clam|clang|col|endeav|fav|flav|harb|hon|hum|lab|misdemean|"
    r"neighb|od|parl|ranc|rig|rum|sav|savi|splend|tum|val|vap|vig)or(?!at|ary|ial|it|ous|ist|ific)"
)
"""Words in `-or` that are written `-our`."""

DOUBLED = re.compile(
    r"(?i)^(cance|counse|dia|equa|fue|labe|leve|mode|quarre|riva|signa|spira|tota|trave|tunne)"
    r"l(?=ed$|ing$|er$|ers$)"
)
"""Verbs in `-l` that double it."""

WORDS = {
    "center": "centre", "centers": "centres", "centered": "centred", "theater": "theatre",
    "theaters": "theatres", "meter": "metre", "meters": "metres", "kilometer": "kilometre",
    "kilometers": "kilometres", "centimeter": "centimetre", "centimeters": "centimetres",
    "liter": "litre", "liters": "litres", "fiber": "fibre", "fibers": "fibres",
    "caliber": "calibre", "program": "programme", "programs": "programmes",
    "defense": "defence", "offense": "offence", "catalog": "catalogue", "dialog": "dialogue",
    "gray": "grey", "fulfill": "fulfil", "fulfillment": "fulfilment", "enrollment": "enrolment",
    "enroll": "enrol", "skillful": "skilful", "installment": "instalment", "plow": "plough",
    "skeptical": "sceptical", "skeptics": "sceptics", "mold": "mould", "tire": "tyre",
    "tires": "tyres", "jewelry": "jewellery", "aging": "ageing", "airplane": "aeroplane",
    "aluminum": "aluminium", "percent": "per cent", "mom": "mum", "toward": "towards",
}  # fmt: skip
"""Words that no rule covers."""

STOPPED = re.compile(r"(?:[A-Z]\.){2,}$")
"""U.S. and the like, which British papers write without stops."""

TITLES = {"Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Prof."}
OPENING = {"“": "‘", "”": "’", '"': "'"}
CLOSING = {"”", '"'}


def british_spelling(word: str) -> str:
    """The word in British spelling; most are the same."""
    whole = WORDS.get(word.lower())
    if whole is not None:
        return capitalised(whole) if word[:1].isupper() else whole
    if not AS_IN_AMERICA.search(word):
        word = IZE.sub(r"\1s", word)
    return DOUBLED.sub(r"\1ll", OUR.sub(r"\1our", word))


def as_british(words: Damaged, rng: random.Random) -> Damaged:
    """The sentence in British spelling, with titles and quotations set as in some British papers.

    Damaged words keep their labels; only sound words are moved.
    """
    single = rng.random() < 0.5
    # The full stop of the last abbreviation also ends the sentence.
    made = [_respelled(word, single) for word in words[:-1]] + words[-1:]
    for index in range(1, len(made) - 1):
        mark, close = made[index], made[index + 1]
        if (
            mark.text in (".", ",")
            and close.text in (*CLOSING, *(OPENING[one] for one in CLOSING))
            and mark.kind == close.kind == Kind.SOUND
            and index > 1
        ):
            made[index] = replace(close, space=mark.space)
            made[index + 1] = replace(mark, space=close.space)
    return made


def _respelled(word: Marked, single: bool) -> Marked:
    if word.kind != Kind.SOUND:
        return word
    if STOPPED.match(word.text):
        return replace(word, text=word.text.replace(".", ""))
    if word.text in TITLES:
        return replace(word, text=word.text[:-1])
    if single and word.text in OPENING:
        return replace(word, text=OPENING[word.text])
    return replace(word, text=british_spelling(word.text))

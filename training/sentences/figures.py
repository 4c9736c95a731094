"""Dates, times, sums and shares as British papers write them: 4 March, 7.30pm, £5m, 12 per cent."""

from __future__ import annotations

import random
import re

from training.readers.parsed_prose import Sentence
from training.sentences.splice import spliced, with_forms

MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
}  # fmt: skip
DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$")
YEAR = re.compile(r"(?:1\d|20)\d\d$")
CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?$")
LARGE = {"million": "m", "billion": "bn", "trillion": "trn"}
CURRENCIES = ("£", "€", "$", "A$", "C$", "US$")


def day_first(sentence: Sentence) -> Sentence:
    """March 4, 2010 as 4 March 2010."""
    for index in range(len(sentence) - 2, -1, -1):
        if sentence.forms[index] not in MONTHS or not DAY.match(sentence.forms[index + 1]):
            continue
        last = index + 1
        words = [sentence.forms[index + 1], sentence.forms[index]]
        tags = ["NUM/CD", "PROPN/NNP"]
        after = sentence.forms[index + 2 : index + 4]
        if len(after) == 2 and after[0] == "," and YEAR.match(after[1]):
            last = index + 3
            words.append(after[1])
            tags.append("NUM/CD")
            closes = sentence.forms[last + 1 : last + 2] == [","] and last + 2 < len(sentence)
            if closes and sentence.upos(last + 2) in ("ADP", "VERB", "AUX", "CCONJ"):
                # The comma after the year is deleted with the one before it.
                sentence = spliced(sentence, last, last + 1, [after[1]], ["NUM/CD"], [True])
                sentence = with_forms(sentence, {}, {last: True})
        sentence = spliced(sentence, index, last, words, tags)
    return sentence


def with_times(sentence: Sentence, rng: random.Random) -> Sentence:
    """7:30 p.m. as 7.30pm."""
    for index in range(len(sentence) - 2, -1, -1):
        half = sentence.forms[index + 1].lower().replace(".", "")
        clock = CLOCK.match(sentence.forms[index])
        # A full stop that also ends the sentence stays.
        if half not in ("am", "pm") or clock is None or index + 2 >= len(sentence):
            continue
        hour, minutes = clock.groups()
        mark = rng.choice(".:")
        text = f"{hour}{mark}{minutes}{half}" if minutes and minutes != "00" else f"{hour}{half}"
        sentence = spliced(sentence, index, index + 1, [text], ["NUM/CD"])
    return sentence


def with_sums(sentence: Sentence, rng: random.Random) -> Sentence:
    """$5 million as £5m, percent as per cent or %."""
    currency, short = rng.choice(CURRENCIES), rng.random() < 0.6
    share = rng.choice(("per cent", "%", "pc"))
    for index in range(len(sentence) - 1, -1, -1):
        form = sentence.forms[index].lower()
        before = sentence.forms[index - 1] if index > 0 else ""
        if form == "$":
            sentence = with_forms(sentence, {index: currency})
        elif form in LARGE and short and before[:1].isdecimal() and index > 1:
            if sentence.forms[index - 2] not in CURRENCIES:
                continue
            text = before + LARGE[form]
            sentence = spliced(sentence, index - 1, index, [text], ["NUM/CD"])
        elif form == "percent" and before[:1].isdecimal():
            spaces = {index - 1: False} if share == "%" else {}
            sentence = with_forms(sentence, {index: share}, spaces)
    return sentence


def as_in_britain(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with its figures in British style."""
    if not any(form[:1].isdecimal() for form in sentence.forms):
        return sentence
    return with_sums(with_times(day_first(sentence), rng), rng)

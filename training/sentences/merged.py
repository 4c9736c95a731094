"""Damage by two versions of a predicate, date or number, one of which should have been deleted.

"The school has been was closed", "plans to will close", "said told reporters", "by the end of by
Friday", "on Monday Tuesday". The version that was not in the sentence is to be deleted.
"""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.inflection import Inflection
from training.sentences.words import Damaged, inserted

HELPERS = {"aux", "cop"}
SPEECH = ("said", "told", "added", "announced", "confirmed", "claimed", "warned", "insisted")
DEEDS = (
    "agreed", "approved", "asked", "backed", "began", "bought", "called", "decided", "gave",
    "joined", "launched", "led", "made", "moved", "opened", "ordered", "planned",
    "received", "rejected", "sent", "started", "took", "visited", "voted", "wanted", "won",
)  # fmt: skip
"""Verbs of news that writers replace by one another."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
BEFORE_A_TIME = ("by the end of", "at the start of", "in the middle of", "at the end of")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a dozen")


def verb_group(sentence: Sentence, verb: int) -> range | None:
    """A verb with its auxiliaries, or the copula of a predicate, if they stand together."""
    helpers = [i for i in sentence.children[verb] if sentence.relation(i) in HELPERS and i < verb]
    is_verb = sentence.upos(verb) == "VERB"
    if not helpers and not is_verb:
        return None
    first = min(helpers, default=verb)
    last = verb if is_verb else max(helpers)
    subject = next((i for i in sentence.children[verb] if sentence.relation(i) == "nsubj"), None)
    if subject is None or subject > first or first == 0:
        return None
    if any(sentence.upos(i) not in ("AUX", "VERB") for i in range(first, last + 1)):
        return None
    if sentence.xpos(first) not in ("VBZ", "VBP", "VBD", "MD") or sentence.forms[first][:1] in "'’":
        return None
    negated = last + 1 < len(sentence) and sentence.forms[last + 1] in ("n't", "n’t", "not")
    return None if negated else range(first, last + 1)


def _versions(
    sentence: Sentence, verb: int, group: range, inflection: Inflection
) -> tuple[list[str], list[str]]:
    """Other versions of the whole group, and beginnings of them, in the number of the subject."""
    first = group[0]
    subject = next(i for i in sentence.children[verb] if sentence.relation(i) == "nsubj")
    plural = (
        sentence.xpos(first) == "VBP" or sentence.xpos(subject) in ("NNS", "NNPS")
    ) and sentence.xpos(first) != "VBZ"
    is_, was, has = ("are", "were", "have") if plural else ("is", "was", "has")
    plans, hopes = ("plan to", "hope to") if plural else ("plans to", "hopes to")
    if sentence.upos(verb) != "VERB":
        return [is_, was, f"{has} been", "will be", "would be", "had been"], [f"{plans} be"]
    lemma = sentence.lemmas[verb]
    form = {tag: inflection.form(lemma, tag) for tag in ("VB", "VBZ", "VBD", "VBN", "VBG")}
    passive = any("pass" in sentence.relations[child] for child in sentence.children[verb])
    if passive and form["VBN"]:
        done = form["VBN"]
        begun = [f"{has} been", "will be", was, is_, f"{is_} being", "had been", f"{is_} to be"]
        return [f"{was} {done}", f"will be {done}", f"{is_} {done}"], begun
    whole = [
        form["VBD"] or "",
        (form["VB"] if plural else form["VBZ"]) or "",
        f"will {form['VB']}" if form["VB"] else "",
        f"{has} {form['VBN']}" if form["VBN"] else "",
        f"{is_} {form['VBG']}" if form["VBG"] else "",
    ]
    return [one for one in whole if one], [plans, hopes, "will", "would", has, is_, was, "could"]


def two_predicates(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """Two versions of a finite verb with its auxiliaries."""
    found: list[tuple[int, range]] = []
    for index in range(len(sentence)):
        if (sentence.heads[index] == -1 or sentence.relation(index) in ("ccomp", "conj")) and (
            group := verb_group(sentence, index)
        ) is not None:
            found.append((index, group))
    if not found:
        return None
    verb, group = rng.choice(found)
    first, last = group[0], group[-1]
    words = [sentence.forms[i].lower() for i in group]
    after = rng.random() < 0.35 and sentence.forms[min(last + 1, len(sentence) - 1)][-1:].isalnum()
    simple = sentence.upos(verb) == "VERB" and first == last
    if simple and sentence.xpos(verb) == "VBD" and rng.random() < 0.5:
        pool = SPEECH if words[0] in SPEECH else DEEDS
        other = rng.choice([one for one in pool if one != words[0]])
        return inserted(sentence, last + 1 if after else first, other)
    whole, begun = _versions(sentence, verb, group, inflection)
    # "will close" of a plural, "has closed", "was closed": a beginning may fit a simple form.
    fits = simple and (
        sentence.xpos(verb) != "VBD"
        or inflection.form(sentence.lemmas[verb], "VBN") in (words[0], None)
    )
    options = whole if after or fits or rng.random() < 0.4 else begun
    neighbour = words[-1] if after else words[0]
    options = [
        one
        for one in options
        if one != " ".join(words)
        and one.split()[0] != words[0]
        and (one.split()[0] if after else one.split()[-1]) != neighbour
    ]
    if not options:
        return None
    return inserted(sentence, last + 1 if after else first, rng.choice(options))


def two_times(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two versions of a date or a number: "on Monday Tuesday", "by the end of on Friday"."""
    dates: list[tuple[int, str]] = []
    made: list[tuple[int, str]] = []
    for index in range(1, len(sentence)):
        form, before = sentence.forms[index], sentence.forms[index - 1].lower()
        names = DAYS if form in DAYS else MONTHS if form in MONTHS else ()
        ends = index + 1 < len(sentence) and sentence.upos(index + 1) not in (
            "NOUN",
            "NUM",
            "PROPN",
        )
        if names and before in ("on", "in", "by", "until", "since") and ends:
            other = rng.choice([name for name in names if name != form])
            dates += [(index, other), (index + 1, f"{before} {other}")]
            if index > 1 and sentence.forms[index - 2][-1:].isalnum():
                dates.append((index - 1, rng.choice(BEFORE_A_TIME)))
        elif form in NUMBERS and not ends and sentence.upos(index) == "NUM":
            made.append((index, rng.choice([one for one in NUMBERS if one != form])))
        elif form.isdecimal() and 3 < int(form) < 100 and sentence.relation(index) == "nummod":
            value = int(form)
            made.append((index, str(rng.choice((value + 1, value - 1, value + 10)))))
        elif form.isdecimal() and len(form) == 4 and before == "in" and ends:
            made.append((index, str(int(form) + rng.choice((-1, 1, 2)))))
    if not made and not dates:
        return None
    at, text = rng.choice(dates or made)
    return inserted(sentence, at, text)

"""Damage by two versions of one verb, run into each other.

"took had taken", "is has no room", "hoped to chose to pay", "were cut short were delayed". The
version that was not in the sentence is to be deleted.
"""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.inflection import Inflection
from training.sentences.merged import verb_group
from training.sentences.words import Damaged, inserted

CHOSEN = ("decided", "wanted", "tried", "planned", "hoped", "began", "promised", "refused", "meant")
DONE = (
    "delayed", "cancelled", "approved", "opened", "told", "moved", "sent", "held", "given", "taken",
    "published", "rejected", "seen", "found", "made", "stopped", "announced", "replaced",
)  # fmt: skip
"""Participles that writers replace by one another."""


def merged_verbs(sentence: Sentence, rng: random.Random, inflection: Inflection) -> Damaged | None:
    """A verb in two versions, one of which should have been deleted."""
    made: dict[str, list[tuple[int, str]]] = {}
    for index in range(1, len(sentence) - 1):
        relation = sentence.relation(index)
        if sentence.heads[index] != -1 and relation not in ("ccomp", "conj", "parataxis"):
            continue
        group = verb_group(sentence, index)
        if group is None or not sentence.forms[group[-1] + 1][:1].isalnum():
            continue
        # One kind of slip per list: most sentences have a simple past, few a copula.
        for kind, place in _slips(sentence, index, group, rng, inflection):
            made.setdefault(kind, []).append(place)
    if not made:
        return None
    at, text = rng.choice(made[rng.choice(list(made))])
    return inserted(sentence, at, text)


def _slips(
    sentence: Sentence, verb: int, group: range, rng: random.Random, inflection: Inflection
) -> list[tuple[str, tuple[int, str]]]:
    first, last = group[0], group[-1]
    form, lemma = sentence.forms[first].lower(), sentence.lemmas[verb].lower()
    simple = first == last and sentence.upos(verb) == "VERB"
    past, participle = inflection.form(lemma, "VBD"), inflection.form(lemma, "VBN")
    found: list[tuple[str, tuple[int, str]]] = []
    helper = {"VBZ": "has", "VBP": "have"}.get(sentence.xpos(first), "had")
    if sentence.upos(verb) != "VERB" and first == last and form in ("is", "was", "are", "were"):
        other = {"is": "has", "was": "had", "are": "have", "were": "had"}[form]
        found.append(("have", (last + 1, other)))
        found.append(("have", (first, other)))
    elif simple and lemma == "have":
        other = {"has": "is", "had": "was", "have": "are"}.get(form)
        found += [("be", (first, other))] if other else []
    elif simple and participle and lemma not in ("be", "do"):
        whole = f"{helper} {participle}"
        before = participle != form and rng.random() < 0.5
        found.append(("perfect", (first if before else last + 1, whole)))
        infinitive = any(sentence.relation(c) == "xcomp" for c in sentence.children[verb])
        clear = sentence.xpos(first) == "VBD" and past != inflection.form(lemma, "VB")
        if infinitive and clear and sentence.forms[last + 1] == "to":
            others = [one for one in CHOSEN if one != form]
            found.append(("infinitive", (first, f"{rng.choice(others)} to")))
            found.append(("infinitive", (last + 1, f"to {rng.choice(others)}")))
    elif form in ("has", "had", "have") and past and sentence.forms[last].lower() == participle:
        found.append(("past", (first, past)))
        # "will have closed" is sound.
        if form != "have":
            found.append(("modal", (first, rng.choice(("will", "would", "is to")))))
    passive = any("pass" in sentence.relations[c] for c in sentence.children[verb])
    if passive and form in ("is", "was", "are", "were") and last == first + 1:
        other = rng.choice([one for one in DONE if one != sentence.forms[last].lower()])
        found.append(("passive", (first, f"{form} {other}")))
        found.append(("passive", (last + 1, f"{form} {other}")))
    return found

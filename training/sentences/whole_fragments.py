"""Damage by division: a whole sentence that begins as a dependent clause would.

"Although the council has closed the road." "Who has led the club since May." "After closing the
road on Monday." Clauses cut out of a sentence are short, but these are as long as sentences.
"""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.arranged import FINITE, QUOTES, has_main_verb
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, sound, uncapitalised

CONJUNCTIONS = (
    "Although", "Because", "While", "After", "Since", "When", "If", "Whereas", "Before", "Unless",
    "Until", "Though", "Even though", "As soon as",
)  # fmt: skip
RELATIVE = {"it": "Which", "he": "Who", "she": "Who", "they": "Who", "this": "Which"}
GERUND = ("After", "Before", "Despite", "By", "Without", "While", "Since")
SHORTEST = 7
OPEN = {"NOUN", "ADJ", "VERB", "X"}
"""Parts of speech that a name at the beginning of a sentence may be taken for."""


def whole_fragment(
    sentence: Sentence, rng: random.Random, inflection: Inflection
) -> Damaged | None:
    """A sentence turned into a dependent clause without a main clause."""
    if not _is_of_one_clause(sentence):
        return None
    root = next(i for i, head in enumerate(sentence.heads) if head == -1)
    subject = next(i for i in sentence.children[root] if sentence.relation(i) == "nsubj")
    words = sound(sentence)
    choice = rng.random()
    pronoun = sentence.forms[0].lower()
    if subject == 0 and pronoun in RELATIVE and choice < 0.5:
        first = replace(words[1], text=RELATIVE[pronoun])
        return [words[0], first.mark(Kind.FRAGMENT, f"replace:{pronoun}"), *words[2:]]
    gerund = inflection.form(sentence.lemmas[root], "VBG")
    simple = sentence.upos(root) == "VERB" and sentence.xpos(root) in ("VBD", "VBZ")
    helped = any(sentence.relation(c) in ("aux", "cop") for c in sentence.children[root])
    span = sentence.subtree(subject)
    if (
        simple
        and not helped
        and gerund
        and span == tuple(range(root))
        and choice < 0.75
        and len(sentence) - root > SHORTEST - 1
    ):
        opening = Marked(rng.choice(GERUND), True, Kind.FRAGMENT)
        return [words[0], opening, replace(words[root + 1], text=gerund), *words[root + 2 :]]
    opens = rng.choice(CONJUNCTIONS).split()
    made = [Marked(one, True, Kind.FRAGMENT, "delete") for one in opens]
    first = words[1]
    if sentence.upos(0) not in OPEN or not inflection.has_capital(first.text):
        first = replace(first, text=uncapitalised(first.text, sentence.upos(0)))
    return [words[0], *made, first, *words[2:]]


def _is_of_one_clause(sentence: Sentence) -> bool:
    """Whether there is no second main clause that the fragment could depend on."""
    if len(sentence) < SHORTEST or sentence.forms[-1] != "." or not has_main_verb(sentence):
        return False
    if any(form in QUOTES or form in (";", ":", "–", "—", "-", "--") for form in sentence.forms):
        return False
    # After a clause or an adverbial, the rest would be read as the main clause.
    root = next(i for i, head in enumerate(sentence.heads) if head == -1)
    subject = next(i for i in sentence.children[root] if sentence.relation(i) == "nsubj")
    if sentence.subtree(subject)[0] != 0 or subject > root or sentence.upos(0) in ("SCONJ", "ADV"):
        return False
    last = max([root, *(c for c in sentence.children[root] if sentence.relation(c) == "aux")])
    for index in range(last + 1, len(sentence)):
        if sentence.xpos(index) not in FINITE:
            continue
        verb = sentence.heads[index] if sentence.upos(index) == "AUX" else index
        if verb < 0 or (sentence.relation(verb) in ("parataxis", "conj", "root", "ccomp")):
            commas = "," in sentence.forms[root:index]
            own = any(sentence.relation(c) == "nsubj" for c in sentence.children[verb])
            if commas or own or sentence.relation(verb) in ("parataxis", "root"):
                return False
    if "so" in sentence.forms or "," in sentence.forms[:4]:
        return False
    # "He left, leaving the rest", "the firm, he said": a comma may hide a clause.
    return sentence.forms[root:].count(",") <= 2


def name_alone(sentence: Sentence, rng: random.Random, _inflection: Inflection) -> Damaged | None:
    """A name or a noun with an apposition between commas, and no predicate."""
    found: list[tuple[int, int]] = []
    for index in range(len(sentence) - 8):
        if sentence.upos(index) not in ("PROPN", "NOUN") or sentence.relation(index) != "nsubj":
            continue
        span = sentence.subtree(index)
        if sentence.upos(span[0]) in ("ADP", "PUNCT", "CCONJ", "ADV", "SCONJ"):
            continue
        if span[-1] - span[0] + 1 != len(span) or len(span) < SHORTEST:
            continue
        # A finite verb must be part of a relative clause, or the tree is wrong.
        clauses = [c for c in sentence.children[index] if _is_said_of(sentence, index, c)]
        inside = {word for clause in clauses for word in sentence.subtree(clause)}
        if not any(sentence.relation(c) == "acl" for c in clauses):
            continue
        if any(sentence.xpos(i) in FINITE and i not in inside for i in span):
            continue
        if any(sentence.forms[i] in QUOTES or sentence.forms[i] in "():;-–—" for i in span):
            continue
        found.append((span[0], span[-1]))
    if not found:
        return None
    first, last = rng.choice(found)
    words = sound(sentence)[first + 1 : last + 2]
    while words and not words[-1].text[-1:].isalnum():
        words.pop()
    if len(words) < SHORTEST - 1:
        return None
    text = words[0].text[:1].upper() + words[0].text[1:]
    words[0] = replace(words[0], text=text)
    words[-1] = replace(words[-1], space=False, kind=Kind.FRAGMENT, edit="append:*")
    return [Marked("", False), *words, Marked(".", True)]


def _is_said_of(sentence: Sentence, noun: int, child: int) -> bool:
    """Whether a clause or an apposition follows a noun, set off by a comma."""
    first = sentence.subtree(child)[0]
    apart = "," in (sentence.forms[first], sentence.forms[first - 1])
    return child > noun and sentence.relation(child) in ("acl", "appos") and apart

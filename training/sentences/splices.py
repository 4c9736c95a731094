"""Damage by a seam: clauses of one sentence joined by a comma alone.

Made from sentences that join clauses correctly: a subordinating word is lost, a relative clause
begins with a pronoun, or a comma replaces a semicolon. So seams occur in sentences of any length,
among lists, quotations and further clauses.
"""

from __future__ import annotations

import random
from dataclasses import replace

from training.readers.parsed_prose import Sentence
from training.sentences.arranged import FINITE
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked, sound, without

SUBORDINATING = {
    "although", "though", "while", "because", "since", "when", "after", "before", "until", "once",
    "whereas",
}  # fmt: skip
INSERTED = {
    "say", "add", "think", "know", "believe", "warn", "claim", "hope", "suggest", "tell", "argue",
    "note", "insist", "explain", "report", "write", "feel", "admit", "reckon", "conclude", "find",
    "fear", "suspect", "hear", "seem", "appear", "maintain", "contend", "state", "announce",
}  # fmt: skip
"""Verbs of clauses that follow a comma in sound prose: "it will close, he said"."""

SHORTEST = 12
"""The minimum number of words: short clauses in a row are a style ("I came, I saw")."""

SHORTEST_CLAUSE = 5


def lost_joint(sentence: Sentence, rng: random.Random) -> Damaged | None:
    """Two clauses of a sentence with only a comma between them."""
    if len(sentence) < SHORTEST or sentence.forms[-1] != ".":
        return None
    made = [
        *_openings_lost(sentence),
        *_closings_lost(sentence),
        *_relatives(sentence, rng),
        *_semicolons(sentence),
    ]
    return rng.choice(made) if made else None


def _is_clause(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is finite and follows its own subject, which is not a relative pronoun."""
    parts = sentence.children[verb]
    finite = any(
        sentence.xpos(i) in FINITE
        for i in (verb, *parts)
        if i == verb or sentence.relation(i) in ("aux", "cop")
    )
    subject = next((i for i in parts if sentence.relation(i) == "nsubj"), None)
    return (
        finite
        and subject is not None
        and subject < verb
        and sentence.forms[subject].lower() not in ("you", "who", "which", "that", "what")
    )


def _openings_lost(sentence: Sentence) -> list[Damaged]:
    """“While the bridge was shut, the ferry ran” without “while”."""
    clause = sentence.heads[0]
    if sentence.forms[0].lower() not in SUBORDINATING or sentence.relation(0) != "mark":
        return []
    if clause < 0 or sentence.relation(clause) != "advcl" or not _is_clause(sentence, clause):
        return []
    root, span = sentence.heads[clause], sentence.subtree(clause)
    comma = next((i for i in range(clause, len(sentence)) if sentence.forms[i] == ","), None)
    if comma is None or root < comma or not _is_clause(sentence, root):
        return []
    if sentence.lemmas[root].lower() in INSERTED:
        return []
    if not {*range(comma)} <= {*span} or span[-1] > comma:
        return []
    if min(_starts(sentence, root, comma), default=comma) != comma + 1:
        return []
    words = sound(sentence)
    words[comma + 1] = words[comma + 1].mark(Kind.RUN_ON, "replace:.")
    made = without(words, [1], Kind.SOUND, "keep")
    return [made]


def _starts(sentence: Sentence, verb: int, comma: int) -> list[int]:
    """The start of a clause's subject, if it is after the comma."""
    return [
        sentence.subtree(i)[0]
        for i in sentence.children[verb]
        if sentence.relation(i) == "nsubj" and i > comma
    ]


def _closings_lost(sentence: Sentence) -> list[Damaged]:
    """“The ferry ran, because the bridge was shut” without “because”."""
    made = []
    for index in range(4, len(sentence) - SHORTEST_CLAUSE):
        form, clause = sentence.forms[index], sentence.heads[index]
        if form not in SUBORDINATING or sentence.forms[index - 1] != ",":
            continue
        if sentence.relation(index) != "mark" or clause < index:
            continue
        if sentence.relation(clause) != "advcl" or not _is_clause(sentence, clause):
            continue
        if sentence.lemmas[clause].lower() in INSERTED or not _is_main(sentence, clause, index):
            continue
        span = sentence.subtree(clause)
        if len(span) < SHORTEST_CLAUSE + 1 or span[0] < index - 1:
            continue
        if min(_starts(sentence, clause, index), default=index) != index + 1:
            continue
        edit = f"append:{form}"
        made.append(without(sound(sentence), [index + 1], Kind.RUN_ON, edit))
    return made


def _is_main(sentence: Sentence, clause: int, before: int) -> bool:
    """Whether the clause depends on a main clause that began before it."""
    head = sentence.heads[clause]
    return 0 <= head < before and sentence.heads[head] == -1 and _is_clause(sentence, head)


def _relatives(sentence: Sentence, rng: random.Random) -> list[Damaged]:
    """“The firm bought the mill, which was losing money” with “it” for “which”."""
    made = []
    for index in range(5, len(sentence) - SHORTEST_CLAUSE):
        form, clause = sentence.forms[index], sentence.heads[index]
        if form not in ("which", "who") or sentence.forms[index - 1] != "," or clause < index:
            continue
        if sentence.relation(index) != "nsubj" or sentence.relations[clause] != "acl:relcl":
            continue
        if sentence.subtree(clause)[-1] < len(sentence) - 2:
            continue  # the sentence continues after an aside
        root = next((i for i in range(index) if sentence.heads[i] == -1), None)
        if root is None or not _is_clause(sentence, root):
            continue
        finite = next((i for i in range(index, clause + 1) if sentence.xpos(i) in FINITE), None)
        if finite is None:
            continue
        many = sentence.xpos(sentence.heads[clause]) in ("NNS", "NNPS")
        if sentence.xpos(finite) == "VBZ" or sentence.forms[finite].lower() == "was":
            many = False
        elif sentence.xpos(finite) == "VBP" or sentence.forms[finite].lower() == "were":
            many = True
        other = "they" if many else "it" if form == "which" else rng.choice(("he", "she"))
        words = sound(sentence)
        words[index + 1] = replace(words[index + 1], text=other)
        words[index] = words[index].mark(Kind.RUN_ON, "replace:.")
        made.append(words)
    return made


def _semicolons(sentence: Sentence) -> list[Damaged]:
    """A comma for the semicolon between two clauses."""
    if sentence.forms.count(";") != 1:
        return []
    at = sentence.forms.index(";")
    root = next((i for i, head in enumerate(sentence.heads) if head == -1), at)
    others = [
        i
        for i in sentence.children[root]
        if i > at and sentence.relation(i) in ("conj", "parataxis") and _is_clause(sentence, i)
    ]
    if root > at or not others or not _is_clause(sentence, root):
        return []
    if min(_starts(sentence, others[0], at), default=at) != at + 1:
        return []
    words = sound(sentence)
    words[at + 1] = Marked(",", True, Kind.RUN_ON, "replace:;")
    return [words]

"""False twins whose participants are exchanged: “Kent sued Lopez” for “Lopez sued Kent”.

Few sets have such twins. A judge that is trained without them learns only which words a claim has.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from training.judge.claim import FALSE, SUPPORTED, Claim, Group

NAME = regex.compile(
    r"(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}'’-]*\p{Ll}(?: (?:(?:de|van|von|der|al|bin|of the|of) )?"
    r"\p{Lu}[\p{L}'’-]*\p{Ll})*(?<!['’]s)(?![\p{L}\p{N}-])"
)
"""A run of capitalised words."""

PLACED = regex.compile(
    r"(?:\b(?:in|at|of|from|near|on|since|until|before|after|during|last|next|the|mr|mrs|ms|dr|sir)"
    r"|[-.,'’(\d]) ?$",
    regex.I,
)
"""What precedes a name that is not a participant, or only a part of one."""

DATE = regex.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)

SHORTEST_NAME = 4
"""The minimum length of a one-word name. Shorter ones are often articles, titles or currencies."""

EVEN = regex.compile(r"\b(?:and|or|with|between|than|as|versus)\b|[,;:()“”\"]", regex.I)
"""What separates names of different clauses, or names whose order does not matter."""

PREDICATE = regex.compile(r"\b\p{Ll}{3,}\b")


def participants_of(claim: Claim) -> tuple[str, str] | None:
    """The first two names of a claim that take part in one event in different roles."""
    start, end = claim.place
    text = claim.sentence[start:end]
    names = [found for found in NAME.finditer(text) if _is_participant(found, text, claim)]
    for one, other in pairwise(names):
        between = text[one.end() : other.start()]
        alike = one[0] in other[0] or other[0] in one[0]
        if not alike and PREDICATE.search(between) and not EVEN.search(between):
            return one[0], other[0]
    return None


def _is_participant(name: regex.Match[str], text: str, claim: Claim) -> bool:
    if DATE.match(name[0]) or PLACED.search(text[: name.start()]):
        return False
    if " " not in name[0] and len(name[0]) < SHORTEST_NAME:
        return False
    return any(is_name_in(passage, name) for passage in claim.passages)


def is_name_in(passage: str, name: regex.Match[str]) -> bool:
    """Whether a passage has a name of a claim.

    A single word that begins the claim's sentence counts as a name only if the passage has it
    within a sentence.
    """
    if name.start() > 0 or " " in name[0]:
        return name[0] in passage
    return bool(regex.search(rf"\p{{Ll}},? {regex.escape(name[0])}\b", passage))


def with_exchanged(claim: Claim, rng: random.Random) -> Group | None:
    """A true claim and its false twin; None if no two names of the claim can be exchanged.

    In half of the groups the names are also exchanged in the passages, so that the claim with
    exchanged names is the true one. Otherwise an odd combination of names would give the label
    away.
    """
    names = participants_of(claim) if claim.label == SUPPORTED else None
    if names is None:
        return None
    twin = _exchange_in_claim(claim, names)
    is_whole = all(has_whole_names(passage, names) for passage in claim.passages)
    if is_whole and rng.random() < 0.5:
        passages = [exchange(passage, names) for passage in claim.passages]
        twin = replace(twin, passages=passages)
        claim = replace(claim, passages=passages)
        claim, twin = twin, claim
    return Group([claim, replace(twin, label=FALSE, kind="exchanged", wrong=None)], "", "pair")


def _exchange_in_claim(claim: Claim, names: tuple[str, str]) -> Claim:
    start, end = claim.place
    text = claim.sentence
    made = text[:start] + exchange(text[start:end], names) + text[end:]
    return replace(claim, sentence=made, place=(start, end + len(made) - len(text)))


def exchange(text: str, words: tuple[str, str]) -> str:
    """The text with each of two names or values in the place of the other."""
    one, other = words
    either = "|".join(regex.escape(word) for word in words)
    return regex.sub(as_whole(either), lambda found: other if found[0] == one else one, text)


def as_whole(pattern: str) -> str:
    """The pattern where it is no part of a longer word or number: “3” is not in “3.5”."""
    return rf"(?<![\p{{L}}\p{{N}}]|\p{{N}}[.,:])(?:{pattern})(?![\p{{L}}\p{{N}}]|[.,:]\p{{N}})"


def has_whole_names(passage: str, names: tuple[str, str]) -> bool:
    """Whether a passage has each name only in full, never one of its words alone."""
    rest = passage
    for name in names:
        rest = rest.replace(name, "")
    words: Sequence[str] = [word for name in names for word in name.split()]
    return not any(regex.search(rf"\b{regex.escape(word)}\b", rest) for word in words)

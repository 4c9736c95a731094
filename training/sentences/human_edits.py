"""Sentences that people corrected: where the versions differ, the first one is damaged."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from training.readers.tokens import case_of, words_of
from training.sentences.edits import EditVocabulary
from training.sentences.kinds import Kind
from training.sentences.words import Damaged, Marked

SETS = ("gmeg-", "iterater-fluency")
"""Sets whose edits correct the language. Other sets change content or style."""

MOST_EDITS = 4
LONGEST_EDIT = 3
HELD_OUT_EVERY = 5

ARTICLES_AND_PREPOSITIONS = {
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "by", "with", "from", "and", "or",
    "that",
}  # fmt: skip


def is_held_out(before: str) -> bool:
    """Whether a corrected sentence is kept for validation."""
    return zlib.crc32(before.encode()) % HELD_OUT_EVERY == 0


def corrections(data: Path, held_out: bool) -> Iterator[tuple[str, str]]:
    """Pairs of a sentence and its correction."""
    with gzip.open(data / "edits.jsonl.gz", "rt", encoding="utf-8", errors="replace") as file:
        for line in file:
            row = json.loads(line)
            before, after = row["before"].strip(), row["after"].strip()
            if row["set"].startswith(SETS) and is_held_out(before) == held_out:
                yield before, after


def _kind(removed: list[str], added: list[str]) -> Kind:
    if not added or not removed:
        changed = added or removed
        if all(not word[0].isalnum() for word in changed):
            return Kind.PUNCTUATION
        if added and all(word.lower() in ARTICLES_AND_PREPOSITIONS for word in added):
            return Kind.MISSING_WORD
        return Kind.GARBLED
    if [word.lower() for word in removed] == [word.lower() for word in added]:
        return Kind.CAPITAL
    one_word = len(removed) == len(added) == 1
    if one_word and removed[0][:3].lower() == added[0][:3].lower():
        return Kind.VERB_FORM
    return Kind.CONFUSED if one_word else Kind.GARBLED


def marked(before: str, after: str) -> Damaged | None:
    """The first version with the edits that lead to the second; None if too much was changed."""
    old = [word.text for word in words_of(before)]
    new = [word.text for word in words_of(after)]
    if not old or not new:
        return None
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    steps = [step[1:] for step in matcher.get_opcodes() if step[0] != "equal"]
    longest = max((max(i2 - i1, j2 - j1) for i1, i2, j1, j2 in steps), default=0)
    if not steps or len(steps) > MOST_EDITS or longest > LONGEST_EDIT:
        return None
    words = [Marked("", False), *(Marked(text, True) for text in old)]
    for i1, i2, j1, j2 in steps:
        removed, added = old[i1:i2], new[j1:j2]
        kind = _kind(removed, added)
        if not removed:
            words[i1] = words[i1].mark(kind, f"append:{added[0].lower()}")
            continue
        edit = f"replace:{added[0].lower()}" if added else "delete"
        if kind == Kind.CAPITAL:
            edit = "case:lower" if case_of(added[0]) == 0 else "case:title"
        for index in range(i1, i2):
            words[index + 1] = words[index + 1].mark(kind, edit if index == i1 else "delete")
    return words


def is_of_grammar(words: Damaged, vocabulary: EditVocabulary) -> bool:
    """False if a correction concerns commas or a word that is not among the reader's edits.

    Commas are a matter of style, and the reader would learn to take rare words for errors.
    """
    return all(
        word.kind != Kind.PUNCTUATION
        and not (
            word.edit.startswith("replace:")
            and vocabulary.number(word.edit) == vocabulary.number("replace:*")
        )
        for word in words
        if word.kind != Kind.SOUND
    )

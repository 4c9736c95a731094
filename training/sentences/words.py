"""A sentence while it is damaged: its words, each with its damage and its repair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from training.readers.parsed_prose import Sentence
from training.sentences.edits import KEEP
from training.sentences.kinds import Kind


@dataclass(frozen=True, slots=True)
class Marked:
    """A word of a sentence, with the label that the reader should give it."""

    text: str
    space: bool
    """True where a space follows."""
    kind: Kind = Kind.SOUND
    edit: str = KEEP

    def mark(self, kind: Kind, edit: str = KEEP) -> Marked:
        """The same word, damaged."""
        return replace(self, kind=kind, edit=edit)


OPEN = tuple("([“‘\"'-–—/")
"""Marks that may be joined to the next word."""

Damaged = list[Marked]
"""A sentence with its labels. The first word is empty: the start, where a word may be lost."""


def sound(sentence: Sentence) -> Damaged:
    """The sentence as it is."""
    words = [
        Marked(form, space) for form, space in zip(sentence.forms, sentence.spaces, strict=True)
    ]
    return [Marked("", False), *words]


def capitalised(word: str) -> str:
    """The word with a capital; its other letters stay as they are."""
    return word[:1].upper() + word[1:]


def uncapitalised(word: str, upos: str) -> str:
    """The word as written within a sentence, with a capital only if it always has one."""
    if upos == "PROPN" or word == "I" or word[:2] in ("I'", "I’") or word[1:] != word[1:].lower():
        return word
    return word[:1].lower() + word[1:]


def without(words: Damaged, lost: Sequence[int], kind: Kind, edit: str) -> Damaged:
    """The sentence without the words at `lost`, the word before them marked.

    Indices include the start. If the first word is lost, the next one gets a capital.
    """
    gone = set(lost)
    first = min(gone)
    kept: Damaged = []
    for index, word in enumerate(words):
        if index not in gone:
            kept.append(word)
            continue
        if kept and index + 1 < len(words) and not words[index + 1].text[:1].isalnum():
            kept[-1] = replace(kept[-1], space=kept[-1].space and word.space)
    left = kept[first - 1].mark(kind, edit)
    apart = any(words[index].space for index in gone)
    if (
        apart
        and first < len(kept)
        and kept[first].text[:1].isalnum()
        and left.text[-1:] not in OPEN
    ):
        left = replace(left, space=first > 1)
    kept[first - 1] = left
    if first == 1 and len(kept) > 1:
        kept[1] = replace(kept[1], text=capitalised(kept[1].text))
    return kept


def exchanged(words: Damaged, at: int, text: str, kind: Kind, edit: str) -> Damaged:
    """The sentence with another word at `at`, with a capital if it is the first word."""
    if at == 1 and words[1].text[:1].isupper():
        text = capitalised(text)
    return [*words[:at], Marked(text, words[at].space, kind, edit), *words[at + 1 :]]


def inserted(sentence: Sentence, at: int, text: str, kind: Kind = Kind.GARBLED) -> Damaged:
    """The sentence with the words of `text` before the word at `at`, to be deleted."""
    words = sound(sentence)
    extra = [Marked(form, True, kind, "delete") for form in text.split()]
    extra[-1] = replace(extra[-1], space=words[at].space)
    words[at] = replace(words[at], space=at > 0)
    return [*words[: at + 1], *extra, *words[at + 1 :]]


def text_of(words: Damaged) -> tuple[str, list[tuple[int, int]]]:
    """The text of a sentence, and the place of each word in it, in code points."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for word in words:
        spans.append((at, at + len(word.text)))
        part = word.text + (" " if word.space else "")
        parts.append(part)
        at += len(part)
    return "".join(parts), spans

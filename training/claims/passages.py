"""A source text as passages: neighbouring sentences that a claim is read beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

MOST_PIECES = 110
"""The most pieces of a passage, its heading counted."""

MOST_HEADING = 36
"""A longer heading counts as a sentence."""

HEADING_WORDS = 16
"""A line in capitals with more words is no heading."""

SENTENCE_END = regex.compile(r"[.!?…]+[\"”’')\]*_]*(?=\s+[\"“‘'(\[*_]*[\p{Lu}\p{N}])")
ABBREVIATION = regex.compile(
    r"(?:^|[\s(\[\"“‘'])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Jr|Sen|Rep|Gov|Gen"
    r"|Col|Capt|Lt|Sgt|Rev|Hon|Cllr|Inc|Ltd|Co|Corp|Bros|No|Nos|vs|v|ca|cf|al|Fig|Figs|pp|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
TITLE_MARK = regex.compile(r"^#{1,6}\s+")
BOLD_LINE = regex.compile(r"(?:\*\*|__)[^*_]+(?:\*\*|__):?")
LIST_MARK = regex.compile(r"^(?:[-*+•–]|\d{1,3}[.)])\s+")
EMPHASIS = regex.compile(r"\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])")
RULE = regex.compile(r"[-=*_|:\s]+")
CONTINUES = regex.compile(r"\s*\p{Ll}")
CLOSED = regex.compile(r"[.!?…:][\"”’')\]*_]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source: its text, the heading in front, and the name of the source."""

    source: str
    text: str


def sentence_spans(line: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a line begin and end, in code points, spaces left out."""
    start = 0
    for match in SENTENCE_END.finditer(line):
        if match.group()[0] == "." and ABBREVIATION.search(line[start : match.start() + 1]):
            continue
        yield from _trimmed(line, start, match.end())
        start = match.end()
    yield from _trimmed(line, start, len(line))


def plain(text: str) -> str:
    """A text without the marks of Markdown for headings, lists, tables and emphasis."""
    text = TITLE_MARK.sub("", text.strip(), count=1)
    text = EMPHASIS.sub("", text.replace("|", " "))
    return " ".join(text.split())


def is_heading(line: str) -> bool:
    """Whether a line is a heading: marked as one, wholly bold, or a short one in capitals."""
    line = line.strip()
    if TITLE_MARK.match(line) or BOLD_LINE.fullmatch(line):
        return True
    letters = [letter for letter in line if letter.isalpha()]
    in_capitals = len(letters) > 3 and not any(letter.islower() for letter in letters)
    return in_capitals and len(line.split()) <= HEADING_WORDS


def passages_of(
    text: str, source: str, count: Callable[[str], int], most: int = MOST_PIECES
) -> list[Passage]:
    """Cuts a source into passages of at most `most` pieces; `count` says how many a text has.

    Neighbouring passages share a sentence. None goes beyond a heading; the title of the source and
    the heading above stand in front of a passage if they fit.
    """
    passages = []
    title = ""
    for heading, sentences in _sections(text):
        title = title or heading
        fronts = [". ".join(dict.fromkeys((title, heading))), heading, ""]
        front = next(one for one in fronts if not one or count(one) <= min(MOST_HEADING, most // 3))
        if heading and not front:
            sentences = [heading, *sentences]
        room = most - count(f"{front}.") if front else most
        for stretch in _packed(sentences, count, room):
            passages.append(Passage(source, _joined(front, stretch)))
        if front and not sentences:
            passages.append(Passage(source, front))
    return passages


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """Headings, the first perhaps empty, each with the sentences below it; all plain."""
    heading: list[str] = []
    sentences: list[str] = []
    for line in _lines(text):
        if is_heading(line):
            if sentences:
                yield " ".join(heading), sentences
                heading, sentences = [], []
            heading.append(plain(line))
            continue
        body = LIST_MARK.sub("", line)
        parts = (plain(body[start:end]) for start, end in sentence_spans(body))
        sentences += [part for part in parts if part]
    if heading or sentences:
        yield " ".join(heading), sentences


def _lines(text: str) -> Iterator[str]:
    """The lines of a text that say something; those broken within a sentence are put together."""
    held = ""
    for line in text.splitlines():
        bare = line.strip()
        if held and CONTINUES.match(bare) and not CLOSED.search(held) and not is_heading(held):
            held = f"{held} {bare}"
            continue
        if held:
            yield held
        held = "" if RULE.fullmatch(bare) else bare
    if held:
        yield held


def _packed(sentences: list[str], count: Callable[[str], int], room: int) -> Iterator[list[str]]:
    """Stretches of sentences that fit, each beginning with the last sentence of the one before."""
    parts = [part for sentence in sentences for part in _fitting(sentence, count, room)]
    sizes = [count(part) for part in parts]
    start = 0
    while start < len(parts):
        end, size = start, 0
        while end < len(parts) and (end == start or size + sizes[end] <= room):
            size += sizes[end]
            end += 1
        yield parts[start:end]
        if end == len(parts):
            return
        # Without the second condition a shared sentence could fill the next passage alone.
        shares = end - 1 > start and sizes[end - 1] + sizes[end] <= room
        start = end - 1 if shares else end


def _fitting(sentence: str, count: Callable[[str], int], room: int) -> Iterator[str]:
    """A sentence, cut between words if it is too long for a passage."""
    if count(sentence) <= room:
        yield sentence
        return
    held: list[str] = []
    size = 0
    for word in sentence.split():
        pieces = count(word)
        if held and size + pieces > room:
            yield " ".join(held)
            held, size = [], 0
        held.append(word)
        size += pieces
    yield " ".join(held)


def _joined(front: str, sentences: list[str]) -> str:
    body = " ".join(sentences)
    if not front:
        return body
    return f"{front} {body}" if CLOSED.search(front) else f"{front}. {body}"


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end

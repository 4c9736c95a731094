"""Held-out sentences, sound and damaged, for fitting the decision. None is trained on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.readers.parsed_prose import Paragraph, parsed_lines, read_paragraph
from training.sentences.damage import damaged
from training.sentences.inflection import Inflection
from training.sentences.kinds import Role
from training.sentences.task import LONGEST, SHORTEST, place_of
from training.sentences.words import text_of

NEWS = {"defacto", "cliff", "fib"}
PROSE_ROWS = 3000
"""So many rows of other prose are drawn; of the news all."""

DAMAGED_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A sentence unchanged, or with one damage."""

    text: str
    place: Role
    damage: str
    """`sound`, or the name of the damage."""


def held_out_paragraphs(parsed: Path, rng: random.Random) -> list[Paragraph]:
    """The held-out news, and some of the other held-out prose."""
    paragraphs = [read_paragraph(line) for line in parsed_lines(parsed, held_out=True)]
    news = [one for one in paragraphs if one.set in NEWS]
    others = [one for one in paragraphs if one.set not in NEWS]
    return news + rng.sample(others, min(PROSE_ROWS, len(others)))


def held_out_sentences(paragraphs: Sequence[Paragraph], rng: random.Random) -> Iterator[HeldOut]:
    """Each sentence unchanged, and for a share a damaged copy."""
    inflection = Inflection([one for paragraph in paragraphs for one in paragraph.sentences])
    for paragraph in paragraphs:
        for index, sentence in enumerate(paragraph.sentences):
            if not SHORTEST <= len(sentence) <= LONGEST:
                continue
            place = place_of(sentence)
            yield HeldOut(sentence.text(), place, "sound")
            if place != Role.PARAGRAPH or rng.random() >= DAMAGED_SHARE:
                continue
            following = paragraph.sentences[index + 1 : index + 2]
            made = damaged(sentence, following[0] if following else None, rng, inflection)
            if made is not None:
                name, words = made
                yield HeldOut(text_of(words)[0].strip(), place, name)

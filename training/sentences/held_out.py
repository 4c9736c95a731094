"""Held-out sentences, sound and damaged, for choosing the decisions. None is trained on.

`python -m training.sentences.held_out --work WORK > WORK/held-out.jsonl` prints them, one `{text,
place, damage}` a line, for `decide.ts`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.readers.parsed_prose import Paragraph, parsed_lines, read_paragraph
from training.sentences.damage import damaged
from training.sentences.inflection import Inflection
from training.sentences.kinds import Role
from training.sentences.structures import placed
from training.sentences.task import LONGEST, SHORTEST, place_of
from training.sentences.words import text_of

NEWS = {"defacto", "cliff", "fib"}
PROSE_ROWS = 1500
"""The number of rows drawn from other prose; all news is used."""

DAMAGED_SHARE = 0.4
ELSEWHERE_SHARE = 0.4
"""The share of sentences that are also made into text for other places than a paragraph."""


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
    """Each sentence unchanged, with damaged copies of some and text for other places from some."""
    inflection = Inflection([one for paragraph in paragraphs for one in paragraph.sentences])
    for paragraph in paragraphs:
        for index, sentence in enumerate(paragraph.sentences):
            if not SHORTEST <= len(sentence) <= LONGEST:
                continue
            place = place_of(sentence)
            yield HeldOut(sentence.text(), place, "sound")
            if place != Role.PARAGRAPH:
                continue
            if rng.random() < ELSEWHERE_SHARE and (made_text := placed(sentence, rng)) is not None:
                text, elsewhere = made_text
                yield HeldOut(text.text(), elsewhere, "sound")
                is_short = elsewhere != Role.QUOTE
                if (found := damaged(text, None, rng, inflection, is_short)) is not None:
                    yield HeldOut(text_of(found[1])[0].strip(), elsewhere, found[0])
            if rng.random() >= DAMAGED_SHARE:
                continue
            following = paragraph.sentences[index + 1 : index + 2]
            made = damaged(sentence, following[0] if following else None, rng, inflection)
            if made is not None:
                name, words = made
                yield HeldOut(text_of(words)[0].strip(), place, name)


def main() -> None:
    """Reads the options and prints."""
    parser = argparse.ArgumentParser(description="Print held-out sentences, sound and damaged.")
    parser.add_argument("--work", type=Path, required=True, help="folder with parsed prose")
    options = parser.parse_args()
    rng = random.Random("decisions")
    for row in held_out_sentences(held_out_paragraphs(options.work / "parsed", rng), rng):
        place = row.place.name.lower().replace("_", "-")
        printed = {"text": row.text, "place": place, "damage": row.damage}
        print(json.dumps(printed, ensure_ascii=False))


if __name__ == "__main__":
    main()

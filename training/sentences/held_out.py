"""Writes held-out sentences, sound and damaged: what the decisions are fitted on.

`python -m training.sentences.held_out --work WORK > FILE`: a row a sentence, `{set, place, text,
damage, sound}`; `damage` is `sound` or the name of a generated damage, `sound` then the sentence
before it. No row of it is trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
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


def held_out_paragraphs(parsed: Path, rng: random.Random) -> list[Paragraph]:
    """The held-out news, and some of the other held-out prose."""
    paragraphs = [read_paragraph(line) for line in parsed_lines(parsed, held_out=True)]
    news = [one for one in paragraphs if one.set in NEWS]
    others = [one for one in paragraphs if one.set not in NEWS]
    return news + rng.sample(others, min(PROSE_ROWS, len(others)))


def rows_of(paragraphs: list[Paragraph], rng: random.Random) -> Iterator[dict[str, str]]:
    """Each sentence as it is, and for a share a damaged copy."""
    inflection = Inflection([one for paragraph in paragraphs for one in paragraph.sentences])
    for paragraph in paragraphs:
        for index, sentence in enumerate(paragraph.sentences):
            if not SHORTEST <= len(sentence) <= LONGEST:
                continue
            place = place_of(sentence)
            row = {"set": paragraph.set, "place": place.name.lower().replace("_", "-")}
            yield {**row, "text": sentence.text(), "damage": "sound"}
            if place != Role.PARAGRAPH or rng.random() >= DAMAGED_SHARE:
                continue
            following = paragraph.sentences[index + 1 : index + 2]
            made = damaged(sentence, following[0] if following else None, rng, inflection)
            if made is not None:
                name, words = made
                text = text_of(words)[0].strip()
                yield {**row, "text": text, "damage": name, "sound": sentence.text()}


def main() -> None:
    """Reads the options and writes the rows."""
    parser = argparse.ArgumentParser(description="Write held-out sentences, sound and damaged.")
    parser.add_argument("--work", type=Path, required=True, help="folder with parsed prose")
    options = parser.parse_args()
    rng = random.Random("decisions")
    for row in rows_of(held_out_paragraphs(options.work / "parsed", rng), rng):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

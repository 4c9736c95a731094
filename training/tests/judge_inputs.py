"""The inputs of the judge for made-up claims, for testing the product's encoder.

    python -m training.tests.judge_inputs > test/inference/judgeInputs.jsonl

Each line has a claim as the product passes it, and the output of `JudgeEncoder`. Places in the
sentence are in UTF-16 units.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from training.judge.encoding import JudgeEncoder
from training.judge.stories import claim_of
from training.readers.tokens import WordPieces, words_of
from training.tests.made_up import write_mpnet_vocabulary

MARK = "|"
"""Marks the start and the end of the claim in its sentence."""

PIER = "The harbour board shut Velloway pier on 3 March."
FERRY = "Ines Calvo, its chair, told the Skerrow Gazette that no ferry had called there since."
LONG = "and then the crew of the Åsa Lindqvist hauled nets, crates, ropes "

CLAIMS = (
    ("|The pier closed on 3 March.|", (PIER, FERRY)),
    # With other words, one of which is half inside the claim.
    ("The board said, |and McCrae-Obi denied, that the pi|er is safe.", (PIER,)),
    # Characters of two units, combining accents, marks, and white space of several kinds.
    (
        "🏊🏽‍♀️ “So ends it”, |said Begonã Łódź-Ørsted\u00a0🙂 of NATO’s iPier|\t— in São Tomé.",
        ("🚢 “Begonã  Łódź-Ørsted” of\u2003NATO said so.", "Ünder 5½ knots; 漢字とかな."),
    ),
    # The sentence is too long; the claim extends beyond the part that is read.
    (
        f"So it was {LONG * 6}|that at last {LONG * 6}home.|",
        (PIER,),
    ),
    # The passages are too long: a word is cut, and the rest is not read.
    ("|The ferry sank.|", (FERRY, LONG * 8, LONG * 8, PIER)),
    # The passage leaves room only for the mark at the end.
    ("|It sank.|", ("sea " * 249, PIER)),
    ("|It sank.|", ("sea " * 248, PIER)),
    ("|It sank.|", ("sea " * 247, PIER)),
    ("|It sank.|", ("", PIER)),
    ("|It sank.|", ()),
    ("||It sank.", ("",)),
)


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def rows(folder: Path) -> Iterator[dict[str, object]]:
    """The lines of the file; the vocabulary is written to `folder`."""
    encoder = JudgeEncoder(WordPieces(write_mpnet_vocabulary(folder)))
    for marked, passages in CLAIMS:
        before, claim, after = marked.split(MARK)
        sentence = before + claim + after
        span = [units(before), units(before + claim)]
        asked = {"sentence": sentence, "passages": passages}
        encoded = encoder.encode(
            claim_of({**asked, "span": span, "label": "supported", "kind": "made up"})
        )
        texts = {word.start: word.text for word in words_of(sentence)}
        yield {
            **asked,
            "claim": {"start": span[0], "end": span[1]},
            "ids": encoded.input.ids,
            "types": encoded.input.types,
            "positions": encoded.firsts,
            "words": [{"start": units(sentence[:at]), "text": texts[at]} for at in encoded.starts],
        }


def text() -> str:
    """The whole file."""
    with TemporaryDirectory() as folder:
        return "".join(json.dumps(row) + "\n" for row in rows(Path(folder)))


if __name__ == "__main__":
    print(text(), end="")

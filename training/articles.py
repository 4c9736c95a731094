"""Writes the articles of the claim sets as prose: `python -m training.articles --data DATA > FILE`.

The prose contains little news. These are BBC and CNN articles and Wikipedia passages. Each row has
a few consecutive sentences of one text, so that whole texts can be held out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import regex

SETS = {
    "claims.jsonl.gz": ("article", {"defacto", "cliff", "fib"}),
    "pairs.jsonl.gz": ("premise", {"fever", "fm2"}),
}
"""For each file, its text field and the sets whose licence allows shipped weights."""

SENTENCES_PER_ROW = 4
END = regex.compile(r"(?<=[.!?][\"”'’)]?)\s+(?=[\"“'‘(]?[\p{Lu}\p{N}])|\n+")
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}
"""How treebanks write brackets and quotation marks, and what print has instead."""


def texts_of(data: Path) -> Iterator[tuple[str, str]]:
    """Each text once, with the name of its set."""
    for file, (field, sets) in SETS.items():
        seen: set[str] = set()
        with gzip.open(data / file, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                row = json.loads(line)
                if row["set"] in sets and row[field] not in seen:
                    seen.add(row[field])
                    yield row["set"], row[field]


def rows_of(text: str) -> Iterator[str]:
    """The text in stretches of a few sentences, with the marks as in print."""
    for written, mark in BRACKETS.items():
        text = text.replace(written, mark)
    text = text.replace("Â£", "£")
    text = regex.sub(r"(?<=[(\[])[ ]|[ ](?=[)\],.;:?!])", "", text)
    sentences = [sentence.strip() for sentence in END.split(text) if sentence.strip()]
    for start in range(0, len(sentences), SENTENCES_PER_ROW):
        yield " ".join(sentences[start : start + SENTENCES_PER_ROW])


def main() -> None:
    """Reads the options and writes the rows."""
    parser = argparse.ArgumentParser(description="Write the articles of the claim sets as prose.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the data sets")
    options = parser.parse_args()
    for name, text in texts_of(options.data):
        for row in rows_of(text):
            sys.stdout.write(json.dumps({"set": name, "text": row}) + "\n")


if __name__ == "__main__":
    main()

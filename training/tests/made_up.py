"""A hundred rows of made-up data: enough to train on for a few steps."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from training.readers.encoder import vocabulary
from training.readers.parsed_prose import Sentence

PEOPLE = ("Maren Oduay", "Tobias Lind", "Ines Calvo", "Yusuf Demir")
PLACES = ("Harrow", "Lindisvik", "Portalegre", "Kaya")
ITEMS = ("ferries", "schools", "wells", "houses")


def sentence(number: int) -> Sentence:
    """One invented sentence with its tree: who opened how many of what, and where."""
    first, last = PEOPLE[number % 4].split()
    words = [
        (first, "PROPN/NNP", first, 2, "nsubj"),
        (last, "PROPN/NNP", last, 0, "flat"),
        ("opened", "VERB/VBD", "open", -1, "root"),
        (str(3 + number % 40), "NUM/", str(3 + number % 40), 4, "nummod"),
        (ITEMS[number // 4 % 4], "NOUN/NNS", ITEMS[number // 4 % 4][:-1], 2, "obj"),
        ("in", "ADP/IN", "in", 6, "case"),
        (PLACES[number // 16 % 4], "PROPN/NNP", PLACES[number // 16 % 4], 2, "obl"),
        ("on", "ADP/IN", "on", 8, "case"),
        ("Monday", "PROPN/NNP", "Monday", 2, "obl"),
        (".", "PUNCT/", ".", 2, "punct"),
    ]
    forms, tags, lemmas, heads, relations = (list(column) for column in zip(*words, strict=True))
    spaces = [True] * (len(forms) - 2) + [False, True]
    return Sentence(forms, spaces, tags, lemmas, heads, relations)


def row_of(number: int) -> dict[str, object]:
    """A parsed paragraph of three sentences."""
    return {
        # The first 500 rows are held out; the others are trained on.
        "row": number if number < 10 else number + 500,
        "set": "made-up",
        "sentences": [
            {
                "text": one.text(),
                "forms": one.forms,
                "spaces": [int(space) for space in one.spaces],
                "tags": one.tags,
                "lemmas": one.lemmas,
                "heads": one.heads,
                "relations": one.relations,
            }
            for one in (sentence(3 * number + at) for at in range(3))
        ],
    }


def write_mpnet_vocabulary(folder: Path) -> Path:
    """Writes the vocabulary of MPNet: that of BERT, with four pieces before it and one after it."""
    pieces = vocabulary().read_text(encoding="utf-8").rstrip("\n").split("\n")
    path = folder / "vocab.txt"
    text = "\n".join(["<s>", "<pad>", "</s>", "<unk>", *pieces, "<mask>"]) + "\n"
    path.write_text(text, encoding="utf-8")
    return path


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def write_data(folder: Path) -> tuple[Path, Path]:
    """Writes the data files; returns the folder of the data and that of the parsed prose."""
    data, parsed = folder / "data", folder / "work" / "parsed"
    texts = [sentence(number).text() for number in range(100)]
    _write(parsed / "prose.jsonl.gz", [row_of(number) for number in range(100)])
    _write(
        data / "edits.jsonl.gz",
        [
            {
                "set": "gmeg-made-up",
                "licence": "CC0",
                "before": text.replace(" in ", " "),
                "after": text,
            }
            for text in texts
        ],
    )
    return data, parsed

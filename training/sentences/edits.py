"""The edits that repair a word, in the manner of GECToR (Omelianchuk et al., 2020).

An edit is a string: `keep`, `delete`, `append:WORD` (after it), `replace:WORD`, `verb:TAG` (the
form of the same verb with that Penn tag), `number:plural`, `number:singular`, `case:lower`,
`case:title`, `merge` (with the next word), `split`, `swap` (with the next word). Words that are not
in the vocabulary become `append:*` and `replace:*`: the reader finds that a word is needed, but not
which.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.readers.parsed_prose import Sentence

KEEP = "keep"
PLAIN = (
    KEEP, "delete", "append:*", "replace:*",
    "verb:VB", "verb:VBZ", "verb:VBP", "verb:VBD", "verb:VBN", "verb:VBG",
    "number:plural", "number:singular", "case:lower", "case:title", "merge", "split", "swap",
)  # fmt: skip
MARKS = (
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "-",
    "—",
    "–",
    "“",
    "”",
    '"',
    "'",
    "’",
    "(",
    ")",
    "and",
    "but",
)
CLOSED = {"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART"}
MOST_WORDS = 220
MOST_VERBS = 60


class EditVocabulary:
    """The edits that the reader can choose, each with its index."""

    def __init__(self, edits: Sequence[str]) -> None:
        self.edits = list(edits)
        self.index = {edit: index for index, edit in enumerate(self.edits)}

    def __len__(self) -> int:
        return len(self.edits)

    def number(self, edit: str) -> int:
        """The index of an edit, or that of `*` if its word is not in the vocabulary."""
        found = self.index.get(edit)
        return found if found is not None else self.index[edit.partition(":")[0] + ":*"]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> EditVocabulary:
        """The vocabulary for the English of `sentences`: its function words, commonest first."""
        words: Counter[str] = Counter()
        verbs: Counter[str] = Counter()
        for sentence in sentences:
            for index, form in enumerate(sentence.forms):
                upos = sentence.upos(index)
                if upos in CLOSED:
                    words[form.lower()] += 1
                elif upos == "VERB":
                    verbs[form.lower()] += 1
        common = [word for word, _ in words.most_common(MOST_WORDS)]
        common += [verb for verb, _ in verbs.most_common(MOST_VERBS)]
        inserted = list(dict.fromkeys([*MARKS, *common]))
        return cls(
            [
                *PLAIN,
                *(f"append:{word}" for word in inserted),
                *(f"replace:{word}" for word in inserted),
            ]
        )

    def save(self, path: Path) -> None:
        """Writes the vocabulary, an array of strings."""
        path.write_text(json.dumps(self.edits, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> EditVocabulary:
        """Reads the output of `save`."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

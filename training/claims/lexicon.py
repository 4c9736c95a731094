"""Words of like meaning and forms of words.

Meaning is read from WordNet's data files, and only that of a word's common sense; forms are read
from prose, so that no word is put in a form that nobody writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

FILES = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv"}
PARTS = {"1": "NOUN", "2": "VERB", "3": "ADJ", "4": "ADV", "5": "ADJ"}
FEWEST_TAGGED = 6
"""How often WordNet's own texts must have a word for its common sense to be known."""

COMMON_SHARE = 0.85
"""The share of a word's uses that its common sense must have."""

COMMON_ALIKE: tuple[tuple[str, str, str], ...] = (
    ("VERB", "help", "assist"), ("VERB", "assist", "help"), ("VERB", "begin", "start"),
    ("VERB", "build", "construct"), ("VERB", "construct", "build"), ("VERB", "choose", "select"),
    ("VERB", "select", "choose"), ("VERB", "demonstrate", "show"), ("VERB", "permit", "allow"),
    ("VERB", "allow", "permit"), ("VERB", "obtain", "get"), ("VERB", "receive", "get"),
    ("VERB", "repair", "fix"), ("VERB", "complete", "finish"), ("VERB", "require", "need"),
    ("VERB", "finance", "fund"), ("VERB", "conclude", "end"), ("VERB", "guarantee", "ensure"),
    ("VERB", "ensure", "guarantee"), ("VERB", "reduce", "cut"), ("NOUN", "child", "kid"),
    ("NOUN", "film", "movie"), ("NOUN", "assistance", "aid"), ("NOUN", "firm", "company"),
    ("ADV", "approximately", "about"), ("ADV", "nearly", "almost"), ("ADJ", "big", "large"),
    ("ADJ", "important", "significant"), ("ADJ", "crucial", "critical"),
    ("ADJ", "whole", "entire"),
)  # fmt: skip
"""Words of which the second may stand for the first, though WordNet gives them many senses."""

NOT_ALIKE = frozenset(
    [
        "minimum", "minimal", "required", "needed", "all", "altogether", "real", "very", "enough",
        "plenty", "as", "equally", "soon", "presently", "up", "upward", "part", "authorities",
        "government", "commission", "committee", "complex", "composite", "dice", "die", "leaf",
        "foliage", "occupant", "resident", "scheme", "strategy", "merit", "deserve", "year", "yr",
        "dear", "beloved", "round", "circular", "chief", "pretty", "sure", "surely", "pa", "ma",
        "pound", "lb", "gm", "mg", "gram", "dec", "nov", "babe", "baby", "minister", "pastor",
        "attempt", "effort", "oxen", "cattle", "profits", "likely", "later", "person", "someone",
        "pay", "oblige", "compel", "textile", "steps", "stairs", "city", "metropolis", "advocate",
    ]
)  # fmt: skip
"""Words whose common use in prose is not that of WordNet's commonest sense."""


@dataclass
class Lexicon:
    """By (part of speech, lemma): words of like meaning. By (lemma, tag): forms."""

    alike: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    forms: dict[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that prose writes with small letters."""
        return frozenset(self.forms.values())

    def inflect(self, lemma: str, tag: str) -> str | None:
        """The form that prose gives a lemma under a Penn tag, if it has one."""
        return self.forms.get((lemma, tag))


def common_forms(
    counts: Mapping[tuple[str, str], Mapping[str, int]], fewest: int = 3
) -> dict[tuple[str, str], str]:
    """The commonest form of each lemma and tag that is seen at least `fewest` times."""
    forms: dict[tuple[str, str], str] = {}
    for key, seen in counts.items():
        form = max(seen, key=lambda one: (seen[one], one))
        if seen[form] >= fewest:
            forms[key] = form
    return forms


def read_lexicon(wordnet: Path, forms: dict[tuple[str, str], str]) -> Lexicon:
    """Reads a folder with WordNet's `index.sense` and `data.*`."""
    lexicon = Lexicon(forms=forms)
    for part, one, other in COMMON_ALIKE:
        lexicon.alike.setdefault((part, one), []).append(other)
    common = _common_senses(wordnet / "index.sense")
    for part, name in FILES.items():
        for offset, words in _synsets(wordnet / f"data.{name}").items():
            for lemma in words:
                if common.get((part, lemma)) == offset and lemma not in NOT_ALIKE:
                    alike = [
                        word
                        for word in words
                        if word not in (lemma, *NOT_ALIKE) and common.get((part, word)) == offset
                    ]
                    known = lexicon.alike.setdefault((part, lemma), [])
                    known += [word for word in alike if word not in known]
    return lexicon


def _common_senses(path: Path) -> dict[tuple[str, str], int]:
    """The synset of a word's common sense, for words that are used often and have one."""
    senses: dict[tuple[str, str], list[tuple[int, int]]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            key, synset, _, count = line.split()
            lemma, rest = key.split("%", 1)
            if lemma.isalpha():
                senses.setdefault((PARTS[rest[0]], lemma), []).append((int(count), int(synset)))
    common: dict[tuple[str, str], int] = {}
    for word, counts in senses.items():
        most, offset = max(counts, key=lambda one: one[0])
        total = sum(tagged for tagged, _ in counts)
        if total >= FEWEST_TAGGED and most >= COMMON_SHARE * total:
            common[word] = offset
    return common


def _synsets(path: Path) -> dict[int, list[str]]:
    """Words by synset."""
    synsets: dict[int, list[str]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            words = range(int(fields[3], 16))
            synsets[int(fields[0])] = [fields[4 + 2 * at].split("(")[0].lower() for at in words]
    return synsets

"""Opposites, words of like meaning and forms of words.

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
FEWEST_TAGGED = 3
"""How often WordNet's own texts must have a word for its common sense to be known."""

COMMON_SHARE = 0.7
"""The share of a word's uses that one sense must have, for its opposite to be known."""

SURE_SHARE = 0.85
SURE_TAGGED = 6
"""The same for words of like meaning, and how often WordNet's texts must have them."""

COMMON_OPPOSITES: tuple[tuple[str, str, str], ...] = (
    ("VERB", "increase", "decrease"), ("VERB", "rise", "fall"), ("VERB", "win", "lose"),
    ("VERB", "approve", "reject"), ("VERB", "support", "oppose"), ("VERB", "accept", "refuse"),
    ("VERB", "include", "exclude"), ("VERB", "buy", "sell"), ("VERB", "open", "close"),
    ("VERB", "begin", "end"), ("VERB", "start", "stop"), ("VERB", "gain", "lose"),
    ("VERB", "expand", "shrink"), ("VERB", "raise", "lower"), ("VERB", "strengthen", "weaken"),
    ("VERB", "praise", "criticize"), ("VERB", "encourage", "discourage"),
    ("VERB", "allow", "forbid"), ("VERB", "permit", "prohibit"), ("VERB", "grow", "shrink"),
    ("VERB", "improve", "worsen"), ("VERB", "succeed", "fail"), ("VERB", "arrive", "leave"),
    ("VERB", "appoint", "dismiss"), ("VERB", "hire", "fire"), ("VERB", "confirm", "deny"),
    ("VERB", "protect", "endanger"), ("VERB", "save", "waste"), ("VERB", "remember", "forget"),
    ("VERB", "borrow", "lend"), ("VERB", "import", "export"), ("VERB", "attack", "defend"),
    ("VERB", "add", "remove"), ("VERB", "agree", "disagree"), ("VERB", "love", "hate"),
    ("NOUN", "increase", "decrease"), ("NOUN", "rise", "fall"), ("NOUN", "majority", "minority"),
    ("NOUN", "success", "failure"), ("NOUN", "support", "opposition"),
    ("NOUN", "beginning", "end"), ("NOUN", "supporter", "opponent"), ("NOUN", "ally", "enemy"),
    ("NOUN", "north", "south"), ("NOUN", "east", "west"), ("NOUN", "victory", "defeat"),
    ("NOUN", "buyer", "seller"), ("NOUN", "winner", "loser"), ("NOUN", "profit", "loss"),
    ("NOUN", "strength", "weakness"), ("NOUN", "advantage", "disadvantage"),
    ("NOUN", "supply", "demand"), ("NOUN", "summer", "winter"), ("NOUN", "morning", "evening"),
    ("NOUN", "import", "export"), ("NOUN", "teacher", "student"), ("NOUN", "day", "night"),
    ("ADJ", "more", "fewer"), ("ADJ", "more", "less"), ("ADJ", "most", "few"),
    ("ADJ", "many", "few"), ("ADJ", "high", "low"), ("ADJ", "higher", "lower"),
    ("ADJ", "highest", "lowest"), ("ADJ", "large", "small"), ("ADJ", "larger", "smaller"),
    ("ADJ", "largest", "smallest"), ("ADJ", "good", "bad"), ("ADJ", "better", "worse"),
    ("ADJ", "best", "worst"), ("ADJ", "first", "last"), ("ADJ", "old", "young"),
    ("ADJ", "strong", "weak"), ("ADJ", "rich", "poor"), ("ADJ", "public", "private"),
    ("ADJ", "northern", "southern"), ("ADJ", "eastern", "western"), ("ADJ", "full", "empty"),
    ("ADJ", "early", "late"), ("ADJ", "long", "short"), ("ADJ", "longer", "shorter"),
    ("ADJ", "domestic", "foreign"), ("ADJ", "rural", "urban"), ("ADJ", "legal", "illegal"),
    ("ADJ", "able", "unable"), ("ADJ", "likely", "unlikely"), ("ADJ", "safe", "dangerous"),
    ("ADJ", "male", "female"), ("ADJ", "temporary", "permanent"), ("ADJ", "easy", "difficult"),
    ("ADJ", "positive", "negative"), ("ADJ", "hot", "cold"), ("ADJ", "senior", "junior"),
    ("ADV", "more", "less"), ("ADV", "up", "down"), ("ADV", "always", "never"),
    ("ADV", "often", "rarely"), ("ADV", "early", "late"), ("ADV", "quickly", "slowly"),
    ("ADV", "unanimously", "narrowly"), ("ADP", "before", "after"), ("SCONJ", "before", "after"),
    ("ADP", "above", "below"), ("ADP", "over", "under"), ("ADP", "with", "without"),
    ("ADP", "inside", "outside"), ("ADP", "for", "against"),
)  # fmt: skip
"""Opposites that news turns on; WordNet lists many of them under rarer senses only."""


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
    """By (part of speech, lemma): opposites and words of like meaning. By (lemma, tag): forms."""

    opposites: dict[tuple[str, str], list[str]] = field(default_factory=dict)
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
    for part, one, other in COMMON_OPPOSITES:
        for word, opposite in ((one, other), (other, one)):
            lexicon.opposites.setdefault((part, word), []).append(opposite)
    for part, one, other in COMMON_ALIKE:
        lexicon.alike.setdefault((part, one), []).append(other)
    common = _common_senses(wordnet / "index.sense", FEWEST_TAGGED, COMMON_SHARE)
    sure = _common_senses(wordnet / "index.sense", SURE_TAGGED, SURE_SHARE)
    for part, name in FILES.items():
        synsets, pointers = _synsets(wordnet / f"data.{name}")
        for offset, words in synsets.items():
            for lemma in words:
                if sure.get((part, lemma)) == offset and lemma not in NOT_ALIKE:
                    alike = [
                        word
                        for word in words
                        if word not in (lemma, *NOT_ALIKE) and sure.get((part, word)) == offset
                    ]
                    known = lexicon.alike.setdefault((part, lemma), [])
                    known += [word for word in alike if word not in known]
        for offset, lemma, target, opposite in pointers:
            if common.get((part, lemma)) == offset and common.get((part, opposite)) == target:
                known = lexicon.opposites.setdefault((part, lemma), [])
                if opposite not in known:
                    known.append(opposite)
    return lexicon


def _common_senses(path: Path, fewest: int, share: float) -> dict[tuple[str, str], int]:
    """The synset of a word's common sense, for words that are used `fewest` times and have one."""
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
        if total >= fewest and most >= share * total:
            common[word] = offset
    return common


def _synsets(path: Path) -> tuple[dict[int, list[str]], list[tuple[int, str, int, str]]]:
    """Words by synset, and antonyms as (synset, word, other synset, opposite)."""
    synsets: dict[int, list[str]] = {}
    raw: list[tuple[int, int, int, int]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            offset, count = int(fields[0]), int(fields[3], 16)
            words = [fields[4 + 2 * index].split("(")[0].lower() for index in range(count)]
            synsets[offset] = words
            start = 4 + 2 * count
            for index in range(int(fields[start])):
                symbol, target, _, places = fields[start + 1 + 4 * index : start + 5 + 4 * index]
                if symbol == "!":
                    raw.append((offset, int(places[:2], 16), int(target), int(places[2:], 16)))
    antonyms = [
        (offset, synsets[offset][source - 1], target, synsets[target][to - 1])
        for offset, source, target, to in raw
        if source and to
    ]
    return synsets, antonyms

"""The use of words in parsed prose: nouns without a determiner, verbs without an object.

A loss that leaves a usual phrase is not damage: "escaped (from) custody", "in (a) hospital", "the
shop (was) closed". Counts decide that for each word, and lists only where counts cannot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from training.readers.parsed_prose import Sentence

LEAST_SEEN = 6
ARGUMENTS = {"nsubj", "obj", "obl", "nmod"}
DETERMINERS = {"det", "nummod"}
COMPLEMENTS = {"obj", "ccomp", "xcomp"}


class Usage:
    """The conclusions from the counts of a sample; there are none about rare words."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._nouns: Counter[str] = Counter()
        self._bare: Counter[str] = Counter()
        self._verbs: Counter[str] = Counter()
        self._complemented: Counter[str] = Counter()
        self._with_object: Counter[str] = Counter()
        self._passive: Counter[str] = Counter()
        for sentence in sentences:
            self._count(sentence)

    def _count(self, sentence: Sentence) -> None:
        for index in range(len(sentence)):
            tag = sentence.xpos(index)
            lemma = sentence.lemmas[index].lower()
            if tag == "NN" and sentence.relation(index) in ARGUMENTS:
                self._nouns[lemma] += 1
                determined = any(
                    sentence.relation(child) in DETERMINERS
                    or sentence.relations[child] == "nmod:poss"
                    for child in sentence.children[index]
                )
                self._bare[lemma] += not determined
            elif tag[:2] == "VB" and sentence.upos(index) == "VERB":
                relations = {sentence.relations[child] for child in sentence.children[index]}
                if relations & {"aux:pass", "nsubj:pass"}:
                    self._passive[lemma] += 1
                elif tag != "VBN":
                    self._verbs[lemma] += 1
                    self._with_object[lemma] += "obj" in relations
                    self._complemented[lemma] += bool(relations & COMPLEMENTS)

    def bare(self, lemma: str) -> float | None:
        """The share of singular uses of a noun without a determiner; None if it is rare."""
        return _share(self._bare[lemma.lower()], self._nouns[lemma.lower()])

    def needs_determiner(self, lemma: str) -> bool:
        """Whether a singular noun hardly ever occurs without a determiner."""
        share = self.bare(lemma)
        return share is not None and share < 0.13

    def is_intransitive(self, lemma: str) -> bool:
        """Whether a noun phrase after the verb cannot be its object."""
        share = _share(self._with_object[lemma.lower()], self._verbs[lemma.lower()])
        return share is not None and share < 0.08

    def is_transitive(self, lemma: str) -> bool:
        """Whether the verb hardly ever occurs without an object or a clause in its place."""
        share = _share(self._complemented[lemma.lower()], self._verbs[lemma.lower()])
        return share is not None and share > 0.85


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole >= LEAST_SEEN else None

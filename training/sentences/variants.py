"""Sound variants of a sentence before it is damaged: names, figures, asides, quotations.

The reader sees them in sound and damaged sentences alike, so that it learns that they are not a
sign of either.
"""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.asides import with_dashes, with_quotation
from training.sentences.figures import as_in_britain
from training.sentences.names import Names
from training.sentences.words import Damaged, Marked

RENAMED_SHARE = 0.3
BRITISH_FIGURES_SHARE = 0.4
DASHES_SHARE = 0.2
QUOTATION_SHARE = 0.03
DATELINE_SHARE = 0.01


def variant(sentence: Sentence, rng: random.Random, names: Names) -> Sentence:
    """The sentence with other people's names or in another house style."""
    if rng.random() < RENAMED_SHARE:
        sentence = names.renamed(sentence, rng)
    if rng.random() < BRITISH_FIGURES_SHARE:
        sentence = as_in_britain(sentence, rng)
    if rng.random() < DASHES_SHARE:
        sentence = with_dashes(sentence, rng)
    if rng.random() < QUOTATION_SHARE:
        sentence = with_quotation(sentence, rng)
    return sentence


def with_dateline(words: Damaged, rng: random.Random, names: Names) -> Damaged:
    """The sentence after the place that it is reported from, as in “HARROW — The ferry sank”."""
    place = names.surname(rng)
    agency = rng.choice(("", "", " (Reuters)", " (AP)", ", March 3", " (PA)"))
    place = place.upper() if rng.random() < 0.7 else place
    dash = rng.choice(("—", "–", "-", "--", ":"))
    opening = Marked(f"{place}{agency}", dash != ":")
    return [words[0], opening, Marked(dash, True), *words[1:]]

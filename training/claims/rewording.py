"""True claims from sound sentences: several rewordings, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from training.claims.grammar import (
    Sentence,
    Token,
    fresh,
    lowered,
)
from training.claims.rephrasing import (
    attribution_first,
    change_figures,
    longer_name,
    move_time,
    shorter_name,
    synonym,
)
from training.claims.setting import Setting
from training.claims.shortening import clause_alone, fewer_items, shorten
from training.claims.voice import active, passive
from training.claims.word_sets import word_set

Rewording = Callable[[Sentence, Setting], bool]


REWORDINGS: tuple[tuple[str, Rewording, float], ...] = (
    ("clause alone", clause_alone, 0.5),
    ("attribution first", attribution_first, 0.5),
    ("shortened", shorten, 0.7),
    ("shortened again", shorten, 0.45),
    ("shortened once more", shorten, 0.3),
    ("fewer items", fewer_items, 0.4),
    ("time moved", move_time, 0.4),
    ("passive", passive, 0.6),
    ("active", active, 0.7),
    ("figures", change_figures, 0.5),
    ("shorter name", shorter_name, 0.3),
    ("longer name", longer_name, 0.4),
    ("synonym", synonym, 0.3),
    ("another synonym", synonym, 0.2),
)
"""In the order in which they are tried, each with its chance."""


LEFT_ALONE = 0.12
"""How often a sentence is left as it is."""


PASSES = 3
"""How often rewording is tried, until something is done."""


def reword(sentence: Sentence, setting: Setting) -> list[str]:
    """Rewords a copy in place, now and then in no way. Returns the names of what was done."""
    done: list[str] = []
    if setting.rng.random() < LEFT_ALONE:
        return done
    for _ in range(PASSES):
        for name, function, chance in REWORDINGS:
            if setting.rng.random() < chance and function(sentence, setting):
                done.append(name)
        if done:
            break
    return done


OPENERS = word_set("however but and also yet so then still therefore thus meanwhile instead")


LONGEST_MERGED = 18


def merge(first: Sentence, second: Sentence) -> Sentence | None:
    """Two sentences joined by "and", the words of both kept."""
    if max(len(first.tokens), len(second.tokens)) > LONGEST_MERGED:
        return None
    if second.tokens[0].base in OPENERS or first.tokens[-1].form != ".":
        return None
    lowered(second.tokens[0])
    second.root.relation, second.root.head = "conj", first.root
    first.tokens.pop()
    comma = Token(",", True, "PUNCT", ",", ",", "punct", second.root)
    link = fresh("and", "CCONJ", "CC", second.root, "cc")
    first.tokens[-1].space = False
    return Sentence([*first.tokens, comma, link, *second.tokens])

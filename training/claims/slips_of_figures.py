"""Slips of figures, units and dates."""

from __future__ import annotations

from training.claims.figures import DOWN, EITHER, UP, another_figure, is_year, value_of
from training.claims.grammar import Sentence, Token
from training.claims.marking import cased_like, get_wrong, token_after, word_before
from training.claims.names import (
    MONTHS,
    WEEKDAYS,
    is_time_word,
)
from training.claims.setting import Setting

AT_LEAST = frozenset(["than", "least", "over"])


AT_MOST = frozenset(["most", "to", "under", "up"])


ABOUT = frozenset(["about", "nearly", "almost", "around", "approximately", "roughly", "some"])


MARKS_AFTER_FIGURES = frozenset([".", ",", ";", ")", "%", "!", "”", '"', "-year", "?"])


def _figures(sentence: Sentence) -> list[Token]:
    """The figures that count something: no years, dates, or parts of a name."""
    found: list[Token] = []
    for token in sentence.tokens:
        if token.upos != "NUM" or value_of(token.form) is None or is_year(token.form):
            continue
        after = token_after(sentence, token)
        if token.form.lower() == "one":
            continue
        previous = (
            sentence.tokens[sentence.index(token) - 1] if token is not sentence.tokens[0] else None
        )
        if (
            previous is not None
            and (is_time_word(previous) or not previous.space)
            and previous.form != "$"
        ):
            continue
        if after is not None and not token.space and after.form not in MARKS_AFTER_FIGURES:
            continue
        found.append(token)
    return found


def _shape(sentence: Sentence, token: Token) -> tuple[str, str]:
    """What stands before and after a figure, as far as it says what is counted."""
    after = token_after(sentence, token)
    unit = after.base if after is not None and after.base in UNITS_OF_MEASURE else ""
    return ("$" if word_before(sentence, token) == "$" else "", unit)


def _way(sentence: Sentence, token: Token) -> int:
    """In which direction a figure must be changed to be wrong."""
    steps = 2 if word_before(sentence, token) == "$" else 1
    before = word_before(sentence, token, steps)
    earlier = word_before(sentence, token, steps + 1)
    if before in ("than", "least", "over"):
        return DOWN if earlier in ("less", "fewer") else UP
    if before == "most" or (before == "to" and earlier == "up") or before == "under":
        return DOWN
    return EITHER


def another_number(sentence: Sentence, setting: Setting) -> bool:
    """A figure becomes another one of the passage, or one like it."""
    figures = _figures(sentence)
    if not figures:
        return False
    token = setting.rng.choice(figures)
    way = _way(sentence, token)
    value = value_of(token.form) or 0
    shape = _shape(sentence, token)
    used = {other.form.lower() for other in sentence.tokens}
    options = [
        other.form
        for passage in setting.passage
        for other in _figures(passage)
        if _shape(passage, other) == shape
        and other.form.lower() not in used
        and other.form[0].isdecimal() == token.form[0].isdecimal()
        and value_of(other.form) != value
    ]
    if way != EITHER:
        options = [
            one
            for one in options
            if (
                (value_of(one) or 0) > 1.5 * value
                if way == UP
                else (value_of(one) or 0) < value / 1.5
            )
        ]
    if options and setting.rng.random() < 0.6:
        get_wrong(token, cased_like(setting.rng.choice(options), token.form))
        return True
    steps = 2 if word_before(sentence, token) == "$" else 1
    if way == EITHER and word_before(sentence, token, steps) in ABOUT:
        way = setting.rng.choice((UP, DOWN))
    other = another_figure(token.form, setting.rng, way)
    if other is None:
        return False
    get_wrong(token, other)
    return True


UNITS_OF_MEASURE = {
    "million": ("billion",), "billion": ("million", "trillion"),
    "thousand": ("million",), "hundred": ("thousand",), "trillion": ("billion",),
    "minute": ("hour", "second"), "hour": ("minute", "day"), "day": ("week", "hour"),
    "week": ("month", "day"), "month": ("year", "week"), "year": ("month", "decade"),
    "decade": ("year",), "foot": ("mile", "yard"), "mile": ("foot", "yard"),
    "meter": ("kilometer",), "kilometer": ("meter", "mile"), "pound": ("ton", "ounce"),
    "ton": ("pound",), "gallon": ("barrel",), "barrel": ("gallon",),
    "inch": ("foot",), "gram": ("kilogram",), "kilogram": ("gram", "pound"),
}  # fmt: skip


def another_unit(sentence: Sentence, setting: Setting) -> bool:
    """Million becomes billion, weeks become months."""
    units = [
        token
        for token in sentence.tokens
        if token.base in UNITS_OF_MEASURE
        and token is not sentence.tokens[0]
        and value_of(word_before(sentence, token)) is not None
        and not is_year(word_before(sentence, token))
    ]
    if not units:
        return False
    token = setting.rng.choice(units)
    other = setting.rng.choice(UNITS_OF_MEASURE[token.base])
    form = other
    if token.form.lower() != token.base:
        found = setting.lexicon.inflect(other, "NNS")
        if found is None:
            return False
        form = found
    get_wrong(token, form)
    return True


def another_time(sentence: Sentence, setting: Setting) -> bool:
    """A weekday, month or year becomes another one."""
    options: list[tuple[Token, tuple[str, ...]]] = []
    for token in sentence.tokens:
        if token.form in WEEKDAYS:
            options.append((token, WEEKDAYS))
        elif token.form in MONTHS and token.upos == "PROPN":
            before, after = word_before(sentence, token), token_after(sentence, token)
            dated = after is not None and after.form[0].isdecimal()
            if token.form != "May" or before in ("in", "of", "last", "this", "on") or dated:
                options.append((token, MONTHS))
        elif is_year(token.form) and token.upos == "NUM" and _is_free(sentence, token):
            year = int(token.form)
            near = [year + step for step in (-10, -3, -2, -1, 1, 2, 3)]
            options.append((token, tuple(str(one) for one in near)))
    if not options:
        return False
    token, others = setting.rng.choice(options)
    used = {one.form for one in sentence.tokens}
    known = [
        one.form
        for passage in setting.passage
        for one in passage.tokens
        if one.form in others and one.form not in used
    ]
    free = [one for one in others if one not in used]
    if known and setting.rng.random() < 0.5:
        free = known
    get_wrong(token, setting.rng.choice(free))
    return True


def _is_free(sentence: Sentence, token: Token) -> bool:
    """True for a figure that is no part of a longer run of marks and letters."""
    place = sentence.index(token)
    before = sentence.tokens[place - 1] if place else None
    after = token_after(sentence, token)
    if before is not None and (not before.space and before.form not in '(“"'):
        return False
    if before is not None and (before.form.lower() in ABOUT | AT_LEAST | {"since", "by", "until"}):
        return False
    return after is None or token.space or after.form in ".,;)'’"

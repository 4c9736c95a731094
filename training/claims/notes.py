"""Sentences as people note them down: shortened, in fields, in rows. All that they say is kept."""

from __future__ import annotations

import random
from dataclasses import dataclass

from training.claims.figures import in_digits, is_year
from training.claims.grammar import SUBJECTS, Sentence, Token
from training.claims.names import MONTHS, PLACES_BY, WEEKDAYS, is_time_word

SHORTHAND = {
    "and": "&", "with": "w/", "without": "w/o", "about": "abt", "because": "b/c", "people": "ppl",
    "government": "govt", "department": "dept", "million": "m", "approximately": "approx",
    "percent": "%", "between": "betw", "against": "vs", "number": "no.", "information": "info",
    "meeting": "mtg", "management": "mgmt", "average": "avg", "maximum": "max", "minimum": "min",
}  # fmt: skip
"""Usual shorthand of notes."""

ARTICLES = frozenset(["a", "an", "the"])
COPULAS = frozenset(["is", "are", "was", "were"])

WHO, WHAT, DID, WHEN, WHERE, OTHER = "who", "what", "did", "when", "where", "other"

LABELS = {
    WHO: ("Who", "By", "Subject", "Party"),
    WHAT: ("What", "Item", "Object", "Re"),
    DID: ("Action", "Event", "Did", "Status"),
    WHEN: ("When", "Date", "Time"),
    WHERE: ("Where", "Place", "Location"),
    OTHER: ("Details", "Note", "Remarks", "Comment"),
}
"""What the fields of a form are called."""


@dataclass(frozen=True)
class Style:
    """How one set of notes is kept; the same for all its sentences."""

    has_articles: bool
    has_copulas: bool
    has_shorthand: bool
    has_small_beginnings: bool
    has_short_dates: bool
    has_dates_first: bool
    has_figures_last: bool

    @classmethod
    def drawn(cls, rng: random.Random) -> Style:
        """A style by chance."""
        chances = (0.1, 0.25, 0.35, 0.4, 0.4, 0.5, 0.3)
        return cls(*(rng.random() < chance for chance in chances))


def noted(sentence: Sentence, style: Style) -> str:
    """A sentence in the style of notes, without the mark at its end."""
    copy, _ = sentence.copy()
    date = _date(copy) if style.has_dates_first else []
    if date:
        copy.remove(date)
    text = _shortened(copy, copy.tokens, style)
    if date:
        front = _shortened(copy, date[1:] if date[0].upos == "ADP" else date, style)
        text = f"{front}: {text}" if text else front
    return text


def in_fields(sentence: Sentence) -> list[tuple[str, list[Token]]] | None:
    """The parts of a main clause, each with what it is, in order; None where they interlock.

    Together they have all words of the sentence but marks between them.
    """
    root = sentence.root
    owner: dict[Token, str] = {}
    for child in sentence.children(root):
        part = sentence.subtree(child)
        if child.relation in SUBJECTS:
            kind = WHO if child.relation == "nsubj" else WHAT
        elif child.relation == "obj":
            kind = WHAT
        elif child.relation == "obl" and len(part) > 1:
            kind = _kind(part)
        else:
            continue
        if not sentence.is_stretch(part):
            return None
        key = f"{kind} {sentence.index(child)}"
        owner |= dict.fromkeys(part, key)
    fields: list[tuple[str, list[Token]]] = []
    for token in sentence.tokens:
        if token.relation == "punct" and token.head is root:
            continue
        key = owner.get(token, DID)
        if fields and fields[-1][0] == key:
            fields[-1][1].append(token)
        else:
            fields.append((key, [token]))
    keys = [key for key, _ in fields]
    if len(fields) < 2 or len(set(keys)) != len(keys):
        return None
    return [(key.split()[0], part) for key, part in fields]


def as_form(sentence: Sentence, style: Style, rng: random.Random) -> str | None:
    """A sentence as fields with labels, in any order, or without them in their own."""
    fields = in_fields(sentence)
    if fields is None:
        return None
    texts = [(kind, _shortened(sentence, part, style)) for kind, part in fields]
    texts = [(kind, text) for kind, text in texts if text]
    way = rng.random()
    if way < 0.45:
        rng.shuffle(texts)
        mark = rng.choice(("; ", ". ", " ", ", ", " / "))
        return mark.join(f"{rng.choice(LABELS[kind])}: {text}" for kind, text in texts)
    if way < 0.65 and texts[0][0] in (WHO, WHAT):
        return f"{texts[0][1]}: " + rng.choice((", ", " ", "; ")).join(one for _, one in texts[1:])
    return rng.choice((" | ", " - ", "; ", ", ", " ")).join(text for _, text in texts)


def _kind(part: list[Token]) -> str:
    if any(is_time_word(one) or is_year(one.form) for one in part):
        return WHEN
    is_place = part[0].base in PLACES_BY and any(one.upos == "PROPN" for one in part)
    return WHERE if is_place else OTHER


def _date(sentence: Sentence) -> list[Token]:
    """The words after the verb that say on which day or in which month or year it was."""
    for token in sentence.tokens:
        if token.head is not sentence.root or token.relation not in (
            "obl",
            "nmod:tmod",
            "obl:tmod",
        ):
            continue
        part = sentence.subtree(token)
        is_date = is_time_word(token) or is_year(token.form)
        starts = part[0].base in ("on", "in") or part[0] is token
        if is_date and starts and len(part) <= 6 and sentence.is_stretch(part):
            return part
    return []


def _shortened(sentence: Sentence, tokens: list[Token], style: Style) -> str:
    """The words of a stretch as notes have them."""
    words: list[tuple[str, bool]] = []
    ordered = _figures_last(sentence, tokens) if style.has_figures_last else tokens
    first = sentence.tokens[0] if sentence.tokens else None
    for token in ordered:
        form, lower = token.form, token.form.lower()
        if not style.has_articles and token.upos == "DET" and lower in ARTICLES:
            continue
        is_copula = token.relation in ("cop", "aux:pass") and lower in COPULAS
        if not style.has_copulas and is_copula and not _is_denied(sentence, token):
            continue
        if token.upos == "NUM":
            form = in_digits(form) or form
        if style.has_shorthand and token.upos != "PROPN":
            form = SHORTHAND.get(lower, form)
        if style.has_short_dates and (form in WEEKDAYS or form in MONTHS):
            form = form[:3]
        is_first = token is first or not words
        if style.has_small_beginnings and is_first and token.upos not in ("PROPN", "NUM"):
            form = form if form.isupper() and len(form) > 1 else form[0].lower() + form[1:]
        words.append((form, token.space))
    while words and words[-1][0] in ".,;:!":
        words.pop()
    while words and words[0][0] in ",;:-–—":
        words.pop(0)
    return "".join(form + " " * space for form, space in words).strip()


def _is_denied(sentence: Sentence, token: Token) -> bool:
    place = sentence.index(token) + 1
    return place < len(sentence.tokens) and sentence.tokens[place].form in ("n't", "n’t")


def _figures_last(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """Plain counts behind the noun that is counted."""
    ordered = list(tokens)
    for token in tokens:
        noun = token.head
        is_count = token.upos == "NUM" and token.relation == "nummod"
        if not is_count or noun not in ordered or token.form.lower() == "one":
            continue
        start, end = ordered.index(token), ordered.index(noun)
        between = ordered[start + 1 : end]
        before = ordered[start - 1] if start else None
        if not start < end or any(one.head is not noun or not one.is_word for one in between):
            continue
        if not token.space or not noun.space or sentence.children(token) or is_year(token.form):
            continue
        if before is not None and (not before.space or before.upos in ("ADJ", "ADV", "ADP", "NUM")):
            continue
        ordered[start : end + 1] = [*between, noun, token]
    return ordered

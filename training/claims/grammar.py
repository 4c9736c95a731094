"""Sentences with their grammar, made so that claims can be rewritten by taking words in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

CLOSING = frozenset(".,;:!?)]}%'’\"”")
TITLES_WITH_POINT = 5
"""The most letters, with the point, of a shortened title such as "Sen."."""


@dataclass(eq=False, slots=True)
class Token:
    """A word or mark of a sentence; `head` is None for the root. `space`: one follows it."""

    form: str
    space: bool
    upos: str
    xpos: str
    lemma: str
    relation: str
    head: Token | None = None

    @property
    def base(self) -> str:
        """The lemma in small letters."""
        return self.lemma.lower()

    @property
    def is_word(self) -> bool:
        """False for marks."""
        return self.upos not in ("PUNCT", "SYM")


class Sentence:
    """The tokens of a sentence in order; rewriting changes copies only."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> Sentence:
        """Reads a sentence as training/parse.ts writes it."""
        tokens = [
            Token(form, bool(space), tag.split("/")[0], tag.split("/")[1], lemma, relation)
            for form, space, tag, lemma, relation in zip(
                row["forms"],
                row["spaces"],
                row["tags"],
                row["lemmas"],
                row["relations"],
                strict=True,
            )
        ]
        for token, head in zip(tokens, row["heads"], strict=True):
            token.head = tokens[head] if head >= 0 else None
        return cls(tokens)

    def copy(self) -> tuple[Sentence, dict[Token, Token]]:
        """A copy, and which token of it stands for which of this one."""
        copies = {token: replace(token) for token in self.tokens}
        for token in copies.values():
            token.head = copies.get(token.head) if token.head is not None else None
        return Sentence(list(copies.values())), copies

    @property
    def text(self) -> str:
        """The sentence as it reads."""
        return "".join(token.form + " " * token.space for token in self.tokens).strip()

    @property
    def root(self) -> Token:
        """The token without a head, or the first one."""
        return next((token for token in self.tokens if token.head is None), self.tokens[0])

    def index(self, token: Token) -> int:
        """Where a token stands."""
        return next(place for place, other in enumerate(self.tokens) if other is token)

    def children(self, token: Token) -> list[Token]:
        """The tokens that hang on a token, in order."""
        return [other for other in self.tokens if other.head is token]

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first child with one of the relations."""
        return next((one for one in self.children(token) if one.relation in relations), None)

    def subtree(self, token: Token, without: Iterable[str] = ()) -> list[Token]:
        """A token and all that hangs on it, in order; without the children of some relations."""
        left_out = set(without)
        inside = {token}
        grown = True
        while grown:
            grown = False
            for other in self.tokens:
                if other in inside or other.head not in inside:
                    continue
                if other.head is token and other.relation in left_out:
                    continue
                inside.add(other)
                grown = True
        return [other for other in self.tokens if other in inside]

    def is_stretch(self, tokens: list[Token]) -> bool:
        """True where the tokens stand together."""
        start = self.index(tokens[0])
        return self.tokens[start : start + len(tokens)] == tokens

    def remove(self, tokens: Iterable[Token]) -> None:
        """Takes tokens out; what hung on them hangs on their head. Spaces stay right."""
        gone = set(tokens)
        for token in self.tokens:
            while token.head is not None and token.head in gone:
                token.head = token.head.head
        kept: list[Token] = []
        for token in self.tokens:
            if token not in gone:
                kept.append(token)
            elif kept:
                glued = not token.space and not self._is_closed_after(token, gone)
                kept[-1].space = token.space or (kept[-1].space and glued)
        self.tokens = kept

    def _is_closed_after(self, token: Token, gone: set[Token]) -> bool:
        """True where the next token that stays is a mark that clings to the word before it."""
        place = self.index(token) + 1
        rest = (one for one in self.tokens[place:] if one not in gone)
        return next(rest, token).form[0] in CLOSING

    def insert(self, place: int, *tokens: Token) -> None:
        """Puts words before the token at `place`, with spaces around them."""
        for token in tokens:
            token.space = True
        if place > 0:
            tokens[-1].space = place < len(self.tokens) and self.tokens[place - 1].space
            self.tokens[place - 1].space = True
        if place == len(self.tokens):
            tokens[-1].space = False
        self.tokens[place:place] = tokens

    def exchange(self, old: list[Token], new: list[Token]) -> None:
        """Puts `new` where the stretch `old` stands."""
        place = self.index(old[0])
        new[-1].space = old[-1].space
        gone = set(old)
        for token in self.tokens:
            if token.head in gone and token not in gone:
                token.head = new[-1]
        self.tokens[place : place + len(old)] = new

    def find(self, test: Callable[[Token], bool]) -> list[Token]:
        """The tokens that pass a test."""
        return [token for token in self.tokens if test(token)]

    def tidy(self) -> Sentence:
        """Sets capitals and marks right after a rewriting, in place."""
        tokens = self.tokens
        while tokens and tokens[0].form in ",;:.-–—":
            self.remove(tokens[:1])
            tokens = self.tokens
        empty = [
            one
            for pair in pairwise(tokens)
            if [one.form for one in pair] in (["(", ")"], ["[", "]"])
            for one in pair
        ]
        self.remove(empty)
        tokens = self.tokens
        doubled = [
            one
            for one, after in pairwise(tokens)
            if one.form in ",;:–—-" and after.form in ",;:.!?"
        ]
        self.remove(doubled)
        if not self.tokens:
            return self
        first = self.tokens[0]
        if first.form[0].islower():
            first.form = first.form[0].upper() + first.form[1:]
        if self.tokens[-1].form == "." and self.tokens[-2].form.endswith("."):
            self.remove(self.tokens[-1:])
        if self.tokens[-1].form not in (".", "!", "?"):
            last = self.tokens[-1]
            if last.form in ",;:–—-":
                self.remove([last])
                last = self.tokens[-1]
            last.space = False
            if not last.form.endswith("."):
                self.tokens.append(Token(".", False, "PUNCT", "", ".", "punct", self.root))
        return self


def fresh(form: str, upos: str, xpos: str, head: Token | None, relation: str) -> Token:
    """A word that the sentence did not have."""
    return Token(form, True, upos, xpos, form.lower(), relation, head)


def lowered(token: Token) -> None:
    """Takes the capital of a sentence's beginning from a word that moves off it."""
    is_name = token.upos == "PROPN" or token.form == "I" or token.form.startswith("I'")
    if not is_name and token.form[1:] == token.form[1:].lower():
        token.form = token.form[0].lower() + token.form[1:]


def is_plural(sentence: Sentence, noun: Token) -> bool:
    """True for a subject that asks for a plural verb."""
    if any(child.relation == "conj" for child in sentence.children(noun)):
        return True
    if noun.upos == "PRON":
        return noun.base in ("we", "they", "you", "these", "those", "i", "many", "both", "few")
    return noun.xpos in ("NNS", "NNPS")


SUBJECTS = ("nsubj", "nsubj:pass", "expl")
QUOTES = frozenset('"“”„``')
FEWEST, MOST = 5, 42
"""How many tokens a sentence has from which a claim is made."""


def is_sound(sentence: Sentence) -> bool:
    """True for a whole plain sentence with a subject and a finite verb, no question."""
    tokens = sentence.tokens
    if not FEWEST <= len(tokens) <= MOST:
        return False
    marks = [token for token in tokens[-2:] if token.form not in QUOTES]
    if not marks or marks[-1].form not in (".", "!"):
        return False
    first = tokens[0].form.lstrip("\"“‘'(")
    if first and not (first[0].isupper() or first[0].isdecimal() or first[0] == "$"):
        return False
    before = [token for token in tokens if token.is_word][-1:]
    if not before or (before[0].form.endswith(".") and len(before[0].form) <= TITLES_WITH_POINT):
        return False
    forms = [token.form for token in tokens]
    if forms.count("(") != forms.count(")") or any(
        mark in form for form in forms for mark in "@/#"
    ):
        return False
    root = sentence.root
    children = sentence.children(root)
    relations = {child.relation for child in children}
    if root.form.lower() in ("let", "please") or not relations.intersection(SUBJECTS):
        return False
    if any(child.upos == "PRON" and child.xpos == "WP" for child in children):
        return False
    is_finite = root.xpos in ("VBD", "VBZ", "VBP") or any(
        child.upos == "AUX" and child.relation in ("aux", "aux:pass", "cop") for child in children
    )
    return is_finite and root.upos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "NUM", "ADV")


def without_quotes(sentence: Sentence) -> Sentence:
    """A copy without quotation marks, and without what stands before a sentence's first word."""
    copy, _ = sentence.copy()
    copy.remove(token for token in list(copy.tokens) if token.form in QUOTES)
    return copy.tidy()

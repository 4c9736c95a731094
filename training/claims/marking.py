"""How a slip changes a word and marks it, and what stands around a word."""

from __future__ import annotations

from training.claims.grammar import Sentence, Token
from training.claims.model import CONFLICTING


def get_wrong(token: Token, form: str) -> None:
    """Writes another word and marks it as wrong."""
    token.form = form
    token.label = CONFLICTING


def mark_wrong(*tokens: Token) -> None:
    """Marks words as wrong that stay as they are."""
    for token in tokens:
        token.label = CONFLICTING


def cased_like(form: str, model: str) -> str:
    """A small form with the capital of another."""
    return form[0].upper() + form[1:] if model[0].isupper() else form


def word_before(sentence: Sentence, token: Token, steps: int = 1) -> str:
    """The word so many steps before a token, in small letters; empty where there is none."""
    place = sentence.index(token) - steps
    return sentence.tokens[place].form.lower() if place >= 0 else ""


def token_after(sentence: Sentence, token: Token) -> Token | None:
    """The next token."""
    place = sentence.index(token) + 1
    return sentence.tokens[place] if place < len(sentence.tokens) else None

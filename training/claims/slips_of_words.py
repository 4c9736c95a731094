"""Slips that turn a word into its opposite."""

from __future__ import annotations

from training.claims.grammar import Sentence, Token
from training.claims.marking import cased_like, get_wrong, token_after, word_before
from training.claims.setting import Setting
from training.claims.slips_of_verbs import NEGATIONS, SOFT


def opposite(sentence: Sentence, setting: Setting) -> bool:
    """A word becomes its opposite."""
    options: list[tuple[Token, str]] = []
    negated = {
        token.head for token in sentence.tokens if token.base in NEGATIONS or token.form == "n't"
    }
    soft = any(token.base in SOFT for token in sentence.tokens)
    for token in sentence.tokens:
        if token in negated or token.relation in ("fixed", "flat", "aux", "cop", "compound:prt"):
            continue
        if token.form != token.form.lower() and token is not sentence.tokens[0]:
            continue
        if token.upos == "ADV" and soft:
            continue
        if _is_part_of_idiom(sentence, token) or _is_supposed(sentence, token):
            continue
        for other in setting.lexicon.opposites.get((token.upos, token.form.lower()), ()):
            options.append((token, other))
        if token.form.lower() != token.base:
            for other in setting.lexicon.opposites.get((token.upos, token.base), ()):
                form = setting.lexicon.inflect(other, token.xpos)
                if form is not None and form != token.form.lower():
                    options.append((token, form))
    if not options:
        return False
    token, form = setting.rng.choice(options)
    place = sentence.index(token)
    if token.xpos == "VB" and place and sentence.tokens[place - 1].form.lower() == "unable":
        return False
    get_wrong(token, cased_like(form, token.form))
    token.lemma = form
    if place and sentence.tokens[place - 1].form.lower() in ("a", "an"):
        article = sentence.tokens[place - 1]
        article.form = cased_like("an" if form[0] in "aeiou" else "a", article.form)
    return True


def _is_supposed(sentence: Sentence, token: Token) -> bool:
    """True for a word of an "if" clause, which asserts nothing."""
    above: Token | None = token
    while above is not None:
        mark = sentence.child(above, "mark")
        if mark is not None and mark.base in ("if", "unless", "whether"):
            return True
        above = above.head
    return False


def _is_part_of_idiom(sentence: Sentence, token: Token) -> bool:
    """True where a common word is not meant by itself: "for example", "more than", "at first"."""
    after = token_after(sentence, token)
    following = after.form.lower() if after is not None else ""
    before = word_before(sentence, token)
    word = token.form.lower()
    if word in ("for", "against"):
        verb = token.head.head if token.head is not None else None
        return verb is None or verb.base not in ("vote", "campaign", "speak", "argue", "rule")
    if word in ("over", "under"):
        return not (after is not None and (after.upos == "NUM" or following == "$"))
    if word in ("with", "without"):
        return following not in ("a", "an", "any", "the") or token.relation != "case"
    if word == "up" or word == "down":
        return token.relation != "advmod" or following == "to"
    if word in ("more", "less", "fewer", "most", "few"):
        return before in ("the", "once", "any", "no", "much", "even") or following in (
            "likely",
            "or",
        )
    if word in ("first", "last", "early", "late", "long", "short", "day", "end", "good", "better"):
        return before in ("at", "the", "as", "so", "to", "in", "be", "for") and following in (
            *",.", "", "time", "of", "as",
        )  # fmt: skip
    return False

"""Slips of names, titles and pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from training.claims.grammar import Sentence, Token
from training.claims.marking import cased_like, get_wrong, word_before
from training.claims.model import CONFLICTING
from training.claims.names import (
    OTHER,
    PERSON,
    PLACE,
    Name,
    same_kind,
)
from training.claims.setting import Setting


def _tokens_of(name: Name, label: int) -> list[Token]:
    """Fresh tokens with a name's forms and its inner grammar flattened."""
    copies = [
        Token(one.form, one.space, one.upos, one.xpos, one.lemma, "flat", None, label)
        for one in name.tokens
    ]
    for copy in copies[:-1]:
        copy.head = copies[-1]
    return copies


def put_name(sentence: Sentence, old: Name, new: Name, label: int) -> None:
    """Exchanges a name of the sentence for another one."""
    tokens = list(old.tokens)
    top = next((one for one in tokens if one.head not in tokens), tokens[-1])
    fresh_tokens = _tokens_of(new, label)
    fresh_tokens[-1].head, fresh_tokens[-1].relation = top.head, top.relation
    if top.head is None:
        fresh_tokens[-1].head = None
    sentence.exchange(tokens, fresh_tokens)


def another_name(sentence: Sentence, setting: Setting) -> bool:
    """A name becomes another one of the same kind from the passage."""
    own = setting.names(sentence)
    elsewhere = [name for passage in setting.passage for name in setting.names(passage)]
    options = [
        (name, other)
        for name in own
        for other in same_kind(name, elsewhere)
        if _may_stand_for(sentence, name, other, setting.passage)
    ]
    if not options:
        return False
    name, other = setting.rng.choice(options)
    put_name(sentence, name, other, CONFLICTING)
    sentence.tidy()
    return True


def _may_stand_for(
    sentence: Sentence, name: Name, other: Name, passage: Sequence[Sentence]
) -> bool:
    """True where the other name in this place says something false.

    Names that are joined somewhere ("A and B", "B, A") may both be right, and so may a place
    within the other; one that the claim has too would make it odd.
    """
    own = {token.form.lower().rstrip(".") for token in sentence.tokens}
    if other.words <= own or len(other.tokens) > 5:
        return False
    if name.kind == OTHER and (len(name.tokens) != len(other.tokens)):
        return False
    if name.kind == PERSON and len(name.tokens) > 1 and len(other.tokens) == 1:
        return False
    return not any(_are_joined(one, name, other) for one in passage)


NEAR = 4
"""Names with fewer tokens than this between them may belong together."""


def _are_joined(passage: Sentence, name: Name, other: Name) -> bool:
    """True where both names stand close together in a sentence."""
    forms = [token.form.lower() for token in passage.tokens]
    one, two = name.tokens[-1].form.lower(), other.tokens[-1].form.lower()
    places = [place for place, form in enumerate(forms) if form == one]
    others = [place for place, form in enumerate(forms) if form == two]
    near = NEAR + len(other.tokens)
    return any(abs(place - second) <= near for place in places for second in others)


def part_of_name(sentence: Sentence, setting: Setting) -> bool:
    """A person's first or last name becomes that of another person of the passage."""
    people = [
        name
        for name in setting.names(sentence)
        if name.kind == PERSON and len(name.tokens) in (2, 3)
    ]
    others = [
        name
        for passage in setting.passage
        for name in setting.names(passage)
        if name.kind == PERSON and len(name.tokens) in (2, 3)
    ]
    options = [(name, other) for name in people for other in same_kind(name, others)]
    if not options:
        return False
    name, other = setting.rng.choice(options)
    place = setting.rng.choice((0, -1))
    get_wrong(name.tokens[place], other.tokens[place].form)
    return True


def swap_names(sentence: Sentence, setting: Setting) -> bool:
    """Two people or places of the claim change places."""
    names = setting.names(sentence)
    options = [
        (one, two)
        for index, one in enumerate(names)
        for two in same_kind(one, names[index + 1 :])
        if one.kind in (PERSON, PLACE)
        and not _are_joined(sentence, one, two)
        and not any(token.relation == "conj" for token in two.tokens)
    ]
    if not options:
        return False
    one, two = setting.rng.choice(options)
    first, second = _tokens_of(one, CONFLICTING), _tokens_of(two, CONFLICTING)
    for old, new in ((one, second), (two, first)):
        tokens = list(old.tokens)
        top = next((token for token in tokens if token.head not in tokens), tokens[-1])
        new[-1].head, new[-1].relation = top.head, top.relation
        sentence.exchange(tokens, new)
    sentence.tidy()
    return True


def another_title(sentence: Sentence, setting: Setting) -> bool:
    """A person gets the title of another person of the passage."""
    titled = [name for name in setting.names(sentence) if name.title is not None]
    if not titled:
        return False
    name = setting.rng.choice(titled)
    if name.title is None or word_before(sentence, name.title).rstrip(".") in (
        "lt",
        "vice",
        "deputy",
    ):
        return False
    known = [
        other.title
        for passage in setting.passage
        for other in setting.names(passage)
        if other.title is not None and not (other.words & name.words)
    ]
    old = _rank(name.title)
    own = {
        _rank(other.title)
        for passage in setting.passage
        for other in setting.names(passage)
        if other.words & name.words
    }
    options = [title.form for title in known if _rank(title) not in {*own, old, ""}]
    if not options or name.title is None or old == "":
        return False
    get_wrong(name.title, setting.rng.choice(options))
    return True


RANKS = {
    "sen": "senator", "senator": "senator", "rep": "house", "representative": "house",
    "congressman": "house", "congresswoman": "house", "gov": "governor", "governor": "governor",
    "gen": "general", "general": "general", "col": "colonel", "colonel": "colonel",
    "mayor": "mayor", "president": "president", "secretary": "secretary", "judge": "judge",
    "captain": "captain", "capt": "captain", "ambassador": "ambassador", "prof": "professor",
    "professor": "professor",
    "sgt": "sergeant", "sergeant": "sergeant", "admiral": "admiral", "minister": "minister",
}  # fmt: skip
"""Titles that one person seldom has together; those of courtesy are left out."""


def _rank(title: Token | None) -> str:
    return RANKS.get(title.form.lower().rstrip("."), "") if title is not None else ""


PRONOUNS = {
    "he": "she",
    "she": "he",
    "his": "her",
    "himself": "herself",
    "herself": "himself",
    "him": "her",
}


def another_sex(sentence: Sentence, setting: Setting) -> bool:
    """He becomes she, throughout."""
    del setting
    found = [token for token in sentence.tokens if token.form.lower() in (*PRONOUNS, "her")]
    if not found:
        return False
    sexes = {token.form.lower() in ("she", "her", "herself") for token in found}
    if len(sexes) > 1:
        return False
    for token in found:
        word = token.form.lower()
        other = ("his" if token.xpos == "PRP$" else "him") if word == "her" else PRONOUNS[word]
        get_wrong(token, cased_like(other, token.form))
    return True

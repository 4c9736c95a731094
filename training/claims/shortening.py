"""True claims that say less than a sentence: parts left out, clauses taken out.

What is left out must not change what the sentence says; a part is kept where a word such as "no" or
"only" may govern it. Each function changes a sentence in place and returns True, or returns False
where there is nothing to leave out.
"""

from __future__ import annotations

from collections.abc import Callable

from training.claims.figures import is_year
from training.claims.grammar import (
    SUBJECTS,
    Sentence,
    Token,
)
from training.claims.names import is_time_word
from training.claims.setting import Setting
from training.claims.word_sets import word_set

NARROWING = word_set(
    "not n't no never none nobody nothing neither nor without few fewer less only all every "
    "each any most if unless until whether than both hardly barely cannot total combined "
    "first last rarely seldom either or would could might may should must too as once "
    "whenever"
)
"""Words under which a shorter sentence need not follow from a longer one."""


DROPPED_CLAUSE_MARKS = word_set("after before while because since although though")


VERBS_OF_SAYING = word_set(
    "say announce note explain state report declare add stress confirm find show reveal mention"
)


WHEN = word_set("today yesterday tonight tomorrow now recently earlier later")


FIRST_PERSON = word_set("i me my we us our ours mine myself ourselves")


def is_narrow(sentence: Sentence) -> bool:
    """True where leaving words out may change what is said."""
    return any(
        token.base in NARROWING or token.form.lower() in NARROWING or token.xpos in ("JJS", "RBS")
        for token in sentence.tokens
        if token.upos != "PROPN"
    )


def _with_commas(sentence: Sentence, part: list[Token]) -> list[Token]:
    """A part with the commas, brackets or dashes around it."""
    start, end = sentence.index(part[0]), sentence.index(part[-1])
    tokens = sentence.tokens
    before = tokens[start - 1] if start else None
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    marks: list[Token] = []
    if before is not None and before.form in ",–—-(":
        marks.append(before)
    if after is not None and after.form in ",–—-)" and (marks or start == 0):
        marks.append(after)
    return [*part, *marks]


def _is_set_off(sentence: Sentence, part: list[Token]) -> bool:
    """True for a part between two marks, or between a mark and an end of the sentence."""
    start, end = sentence.index(part[0]), sentence.index(part[-1])
    tokens = sentence.tokens
    before = start == 0 or tokens[start - 1].form in ",–—("
    after = end + 2 >= len(tokens) or tokens[end + 1].form in ",–—)"
    return before and after


def shorten(sentence: Sentence, setting: Setting) -> bool:
    """Leaves out one part that says more: a clause, an apposition, a time, brackets."""
    narrow = is_narrow(sentence)
    root = sentence.root
    parts: list[list[Token]] = []
    for token in sentence.tokens:
        if token.head is None or not token.is_word:
            continue
        part = sentence.subtree(token)
        if not sentence.is_stretch(part) or len(part) < 1:
            continue
        relation = token.relation
        apart = _is_set_off(sentence, part)
        if relation in ("appos", "acl:relcl", "parataxis", "nmod:desc") and apart:
            if relation != "parataxis" or part[0].form == "(":
                parts.append(part)
        elif narrow:
            continue
        elif relation == "advcl" and token.head is root and len(part) > 2:
            mark = next((one.base for one in part if one.relation in ("mark", "case")), "")
            if mark in DROPPED_CLAUSE_MARKS or (apart and part[0].xpos in ("VBG", "VBN")):
                parts.append(part)
        elif relation in ("obl", "obl:unmarked", "obl:tmod", "advmod") and token.head is root:
            if is_time(part):
                parts.append(part)
        elif relation == "acl:relcl" and token.head.upos == "NOUN" and token.head is not root:
            article = sentence.child(token.head, "det")
            if article is not None and article.base in ("the", "a", "an"):
                parts.append(part)
        elif _is_extra(sentence, token) and setting.rng.random() < 0.3:
            parts.append(part)
    brackets = _brackets(sentence)
    if brackets:
        parts.append(brackets)
    parts = [part for part in parts if len(sentence.tokens) - len(part) >= 5 and root not in part]
    if not parts:
        return False
    part = setting.rng.choice(parts)
    left = (
        sentence.tokens[sentence.index(part[0]) - 1] if part[0] is not sentence.tokens[0] else None
    )
    sentence.remove(_with_commas(sentence, part))
    if left is not None and left.form.lower() in ("a", "an") and left in sentence.tokens:
        set_article(sentence, left)
    sentence.tidy()
    return True


NOT_EXTRA = frozenset(
    [
        "former", "other", "such", "same", "own", "potential", "possible", "proposed", "alleged",
        "likely", "acting", "failed", "artificial", "fake", "false", "probable", "future",
        "prospective", "hypothetical", "supposed", "apparent", "attempted", "planned", "virtual",
        "near", "partial", "average", "mean", "total", "more", "civil", "human", "nuclear",
        "unable", "difficult", "hard", "little", "impossible", "ready", "wrong", "single", "right",
    ]
)  # fmt: skip
"""Adjectives without which something else is meant."""


def _is_extra(sentence: Sentence, token: Token) -> bool:
    """True for an adjective that only narrows what a verb is done to."""
    noun = token.head
    return (
        token.relation == "amod"
        and token.xpos == "JJ"
        and token.space
        and token.form.islower()
        and token.base not in NOT_EXTRA
        and noun is not None
        and noun.upos == "NOUN"
        and noun.relation in ("obj", "obl", "obl:agent")
        and len(sentence.subtree(token)) == 1
        and all(one.upos == "ADJ" for one in _between(sentence, token, noun))
        and sentence.child(noun, "compound") is None
    )


def _between(sentence: Sentence, first: Token, last: Token) -> list[Token]:
    return sentence.tokens[sentence.index(first) + 1 : sentence.index(last)]


def set_article(sentence: Sentence, article: Token) -> None:
    """Writes a or an as the next word asks for."""
    place = sentence.index(article) + 1
    if place < len(sentence.tokens):
        wanted = "an" if sentence.tokens[place].form[0].lower() in "aeiou" else "a"
        article.form = wanted.capitalize() if article.form[0].isupper() else wanted


def is_time(part: list[Token]) -> bool:
    """True for a part that only says when."""
    if len(part) == 1:
        return part[0].base in WHEN
    if len(part) > 6:
        return False
    words = [token for token in part if token.is_word]
    return any(is_time_word(one) or is_year(one.form) or one.base in WHEN for one in words) and all(
        token.upos in ("ADP", "DET", "PROPN", "NUM", "ADJ", "ADV") or token.base in WHEN
        for token in words
    )


def _brackets(sentence: Sentence) -> list[Token]:
    """The words between the first pair of brackets, with these."""
    forms = [token.form for token in sentence.tokens]
    if forms.count("(") != 1 or forms.count(")") != 1 or forms.index(")") < forms.index("("):
        return []
    return sentence.tokens[forms.index("(") : forms.index(")") + 1]


def clause_alone(sentence: Sentence, setting: Setting) -> bool:
    """Takes one clause out: what somebody says, or one of two joined by "and"."""
    root = sentence.root
    if is_narrow(sentence):
        return False
    options: list[Callable[[], bool]] = []
    said = sentence.child(root, "ccomp", "parataxis")
    if said is not None and root.base in VERBS_OF_SAYING and _is_finite(sentence, said):
        options.append(lambda: _keep_said(sentence, said))
    joined = [
        one
        for one in sentence.children(root)
        if one.relation == "conj" and one.upos == "VERB" and _conjunction(sentence, one) == "and"
    ]
    if len(joined) == 1 and root.upos == "VERB":
        options.append(lambda: _first_half(sentence, joined[0]))
        options.append(lambda: _second_half(sentence, joined[0]))
    return bool(options) and setting.rng.choice(options)()


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    children = sentence.children(verb)
    has_subject = any(
        child.relation in SUBJECTS and child.xpos not in ("WDT", "WP") for child in children
    )
    return has_subject and (
        verb.xpos in ("VBD", "VBZ", "VBP")
        or any(child.relation in ("aux", "aux:pass", "cop") for child in children)
    )


def _conjunction(sentence: Sentence, token: Token) -> str:
    mark = sentence.child(token, "cc")
    return mark.base if mark is not None else ""


def _keep_said(sentence: Sentence, said: Token) -> bool:
    part = sentence.subtree(said)
    if any(token.base in FIRST_PERSON for token in part) or not sentence.is_stretch(part):
        return False
    part = [one for one in part if not (one.relation == "mark" and one.head is said)]
    if len([token for token in part if token.is_word]) < 4:
        return False
    keep = set(part)
    said.head, said.relation = None, "root"
    sentence.remove([token for token in sentence.tokens if token not in keep])
    sentence.tidy()
    return True


def _first_half(sentence: Sentence, second: Token) -> bool:
    part = sentence.subtree(second)
    if not sentence.is_stretch(part):
        return False
    start, end = sentence.index(part[0]), sentence.index(part[-1])
    if end + 2 < len(sentence.tokens) or start < 4:
        return False
    before = [sentence.tokens[start - 1]] if sentence.tokens[start - 1].form == "," else []
    sentence.remove([*before, *part])
    sentence.tidy()
    return True


def _second_half(sentence: Sentence, second: Token) -> bool:
    subject = sentence.child(sentence.root, "nsubj")
    part = [
        one for one in sentence.subtree(second) if one.relation != "cc" or one.head is not second
    ]
    if subject is None or not sentence.is_stretch(part) or second.xpos not in ("VBD", "VBZ", "VBP"):
        return False
    noun_phrase = sentence.subtree(subject)
    if not sentence.is_stretch(noun_phrase):
        return False
    own = sentence.child(second, *SUBJECTS)
    if own is not None and own.upos == "PRON":
        return False
    if len([token for token in part if token.is_word]) < 4:
        return False
    second.head, second.relation = None, "root"
    if own is None:
        subject.head = second
        part = [*noun_phrase, *part]
    keep = set(part)
    sentence.remove([token for token in sentence.tokens if token not in keep])
    sentence.tidy()
    return True


TOGETHER = word_set("meet join agree marry compete differ unite merge share total combine")


def fewer_items(sentence: Sentence, setting: Setting) -> bool:
    """Names one of two things that were joined by "and"."""
    if is_narrow(sentence) or any(one.base in ("between", "among") for one in sentence.tokens):
        return False
    options: list[list[Token]] = []
    for token in sentence.tokens:
        head = token.head
        if token.relation != "conj" or head is None or token.upos not in ("NOUN", "PROPN"):
            continue
        if head.relation not in ("obj", "obl", "nsubj", "obl:agent") or head.upos != token.upos:
            continue
        if head.relation == "nsubj" and (
            head.head is None or head.head.xpos != "VBD" or head.head.upos != "VERB"
        ):
            continue
        if head.head is not None and head.head.base in TOGETHER:
            continue
        joined = [one for one in sentence.children(head) if one.relation == "conj"]
        part = sentence.subtree(token)
        if len(joined) != 1 or _conjunction(sentence, token) != "and" or len(part) > 8:
            continue
        if any(one.form in ("Sens.", "Reps.", "Senators") for one in sentence.subtree(head)):
            continue
        if sentence.is_stretch(part) and sentence.child(head, "nummod", "amod", "compound") is None:
            options.append(part)
    if not options:
        return False
    sentence.remove(_with_commas(sentence, setting.rng.choice(options)))
    sentence.tidy()
    return True

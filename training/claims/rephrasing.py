"""True claims that say the same with other words, or in another order.

Each function changes a sentence in place and returns True, or returns False where it does not
apply.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from training.claims.figures import in_digits, in_words, is_year, rounded, written_out
from training.claims.grammar import (
    Sentence,
    Token,
    fresh,
    is_plural,
    lowered,
)
from training.claims.names import PERSON
from training.claims.setting import Setting
from training.claims.shortening import FIRST_PERSON, is_narrow, is_time, set_article
from training.claims.word_sets import word_set


def change_figures(sentence: Sentence, setting: Setting) -> bool:
    """Writes one figure another way: in words or in digits, rounded below, "%" for "percent"."""
    ways: list[Callable[[], None]] = []
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        is_percent = token.form == "percent" and before is not None and before.upos == "NUM"
        if is_percent and before is not None and before.form[0].isdecimal():
            ways.append(partial(_percent_mark, before, token))
        if token.form == "%":
            ways.append(partial(_percent_word, before, token))
        if token.upos != "NUM" or token.relation != "nummod":
            continue
        joined = not token.space or (before is not None and not before.space)
        if joined and (before is None or before.form != "$"):
            continue
        if token.form.lower() == "one" or is_year(token.form) or _is_in_range(sentence, place):
            continue
        other = in_digits(token.form) or in_words(token.form)
        counts = after is None or after.base not in ("million", "billion", "thousand")
        if other and counts and not joined:
            ways.append(partial(_write, token, other))
        if after is not None and after.base in ("million", "billion"):
            full = written_out(token.form, after.base)
            if full:
                ways.append(partial(_write_out, sentence, token, after, full))
        less = rounded(token.form)
        if less and not is_narrow(sentence) and (before is None or before.base not in _HEDGES):
            ways.append(partial(_more_than, sentence, token, less))
    if not ways:
        return False
    setting.rng.choice(ways)()
    sentence.tidy()
    return True


_HEDGES = word_set("than about nearly almost over least most under around approximately to")


def _is_in_range(sentence: Sentence, place: int) -> bool:
    """True for a figure of "48 to 72", of a time of day, or of a fraction."""
    near = sentence.tokens[max(0, place - 2) : place] + sentence.tokens[place + 1 : place + 3]
    return any(
        token.upos == "NUM" or token.base in ("p.m.", "a.m.", "p.m", "a.m") for token in near
    )


def _percent_mark(figure: Token, word: Token) -> None:
    figure.space, word.form, word.upos = False, "%", "SYM"


def _percent_word(figure: Token | None, mark: Token) -> None:
    if figure is not None:
        figure.space = True
    mark.form, mark.upos, mark.lemma = "percent", "NOUN", "percent"


def _write(token: Token, form: str) -> None:
    token.form = token.lemma = form


def _write_out(sentence: Sentence, token: Token, unit: Token, full: str) -> None:
    token.form = token.lemma = full
    sentence.remove([unit])


def _more_than(sentence: Sentence, token: Token, less: str) -> None:
    place = sentence.index(token)
    if place and sentence.tokens[place - 1].form == "$":
        place -= 1
    token.form = token.lemma = less
    sentence.insert(
        place,
        fresh("more", "ADJ", "JJR", token, "advmod"),
        fresh("than", "ADP", "IN", token, "case"),
    )
    sentence.tokens[place + 1].space = True


def shorter_name(sentence: Sentence, setting: Setting) -> bool:
    """Names a person by the last name where the passage has the full one."""
    for name in setting.names(sentence):
        if name.kind == PERSON and len(name.tokens) in (2, 3) and name.title is None:
            if any(token.head is name.tokens[-1] for token in sentence.tokens):
                continue
            first = list(name.tokens[:-1])
            last = name.tokens[-1]
            head = next((one for one in first if one.head not in name.tokens), None)
            if head is not None:
                last.head, last.relation = head.head, head.relation
                for token in sentence.tokens:
                    if token.head is head and token is not last:
                        token.head = last
            sentence.remove(first)
            sentence.tidy()
            return True
    return False


def longer_name(sentence: Sentence, setting: Setting) -> bool:
    """Gives a person's full name for the last one, as the passage has it elsewhere."""
    full = {
        name.tokens[-1].form: name
        for other in setting.passage
        for name in setting.names(other)
        if name.kind == PERSON and len(name.tokens) in (2, 3)
    }
    for name in setting.names(sentence):
        known = full.get(name.tokens[-1].form)
        if len(name.tokens) != 1 or known is None or name.kind != PERSON:
            continue
        token = name.tokens[0]
        firsts = [fresh(one.form, "PROPN", "NNP", token, "flat") for one in known.tokens[:-1]]
        if name.title is not None:
            if name.title.form not in TITLES_DROPPED:
                return False
            place = sentence.index(name.title)
            sentence.remove([name.title])
        else:
            place = sentence.index(token)
        sentence.insert(place, *firsts)
        firsts[-1].space = True
        sentence.tidy()
        return True
    return False


TITLES_DROPPED = word_set("Sen. Senator Mr. Mrs. Ms. Dr. Rep. Congressman Congresswoman")


def synonym(sentence: Sentence, setting: Setting) -> bool:
    """Puts a word of like meaning for one word."""
    options: list[tuple[Token, str]] = []
    for token in sentence.tokens:
        if token.xpos == "VBN" and token.relation == "amod":
            continue
        if token.relation in FIXED_RELATIONS or not token.form.islower():
            continue
        if token.upos == "NOUN" and sentence.child(token, "compound", "amod") is not None:
            continue
        if token.head is None and token.upos != "VERB":
            continue
        if any(child.relation in ("fixed", "compound:prt") for child in sentence.children(token)):
            continue
        for other in setting.lexicon.alike.get((token.upos, token.base), ()):
            form = setting.lexicon.inflect(other, token.xpos)
            if form is not None and form != token.form:
                options.append((token, form))
    if not options:
        return False
    token, form = setting.rng.choice(options)
    token.form = form
    token.lemma = form
    place = sentence.index(token)
    if place and sentence.tokens[place - 1].form.lower() in ("a", "an"):
        set_article(sentence, sentence.tokens[place - 1])
    return True


FIXED_RELATIONS = ("fixed", "compound:prt", "flat", "compound")


def attribution_first(sentence: Sentence, setting: Setting) -> bool:
    """Turns "..., said A" and "..., A said" into "A said ..."."""
    del setting
    verb = sentence.root
    said, speaker = sentence.child(verb, "ccomp", "parataxis"), sentence.child(verb, "nsubj")
    if said is None or speaker is None or verb.base not in ("say", "add", "note", "explain"):
        return False
    words, who = sentence.subtree(said), sentence.subtree(speaker)
    if not sentence.is_stretch(words) or not sentence.is_stretch(who):
        return False
    if sentence.index(words[0]) > sentence.index(verb) or any(
        one.base in FIRST_PERSON for one in words
    ):
        return False
    rest = [one for one in sentence.tokens if one not in {*words, *who, verb} and one.is_word]
    if rest or any(one.form in ",(" for one in who[-1:]):
        return False
    end = sentence.tokens[-1]
    if end.is_word or end in words:
        return False
    words = [one for one in words if one.is_word or one is not words[-1]]
    lowered(words[0])
    who[-1].space = verb.space = True
    words[-1].space = False
    sentence.tokens = [*who, verb, *words, end]
    sentence.tidy()
    return True


def move_time(sentence: Sentence, setting: Setting) -> bool:
    """Moves a time from the front of a sentence to its end, or the other way round."""
    del setting
    root = sentence.root
    times = [
        part
        for token in sentence.children(root)
        if token.relation in ("obl", "obl:unmarked", "obl:tmod", "advmod")
        and is_time(part := sentence.subtree(token))
        and sentence.is_stretch(part)
    ]
    if len(times) != 1 or sentence.tokens[-1].form != "." or is_narrow(sentence):
        return False
    part, end = times[0], sentence.tokens[-1]
    size = len(part)
    if sentence.child(root, "conj", "parataxis", "ccomp", "advcl") is not None:
        return False
    if sentence.tokens[:size] == part and sentence.tokens[size].form == ",":
        lowered(part[0])
        body = sentence.tokens[size + 1 : -1]
        body[-1].space, part[-1].space = True, False
        sentence.tokens = [*body, *part, end]
    elif sentence.tokens[-1 - size : -1] == part:
        body = sentence.tokens[: -1 - size]
        if body[-1].form == ",":
            return False
        lowered(body[0])
        comma = Token(",", True, "PUNCT", ",", ",", "punct", root)
        part[-1].space, body[-1].space = False, False
        sentence.tokens = [*part, comma, *body, end]
    else:
        return False
    sentence.tidy()
    return True


LONGEST_HEADLINE = 18


def headline(sentence: Sentence, setting: Setting) -> bool:
    """Writes a short sentence as a headline: without articles, in the present tense.

    Comes last, since what it leaves no longer has the grammar of a sentence.
    """
    if len(sentence.tokens) > LONGEST_HEADLINE:
        return False
    verb = sentence.root
    subject = sentence.child(verb, "nsubj", "nsubj:pass")
    if subject is None or subject.upos == "PRON":
        return False
    if verb.xpos == "VBD":
        tag = "VBP" if is_plural(sentence, subject) else "VBZ"
        now = setting.lexicon.inflect(verb.base, tag)
        if now is None:
            return False
        verb.form, verb.xpos = now, tag
    dropped = [
        token
        for token in sentence.tokens
        if (token.relation == "det" and token.base in ("the", "a", "an"))
        or (
            token.relation == "aux:pass"
            and token.head is verb
            and token.form in ("was", "were", "is", "are")
        )
    ]
    will = sentence.child(verb, "aux")
    if will is not None and will.form == "will":
        will.form, will.upos, will.xpos, will.lemma = "to", "PART", "TO", "to"
    if any(child.relation == "aux:pass" and child in dropped for child in sentence.children(verb)):
        negated = any(token.base in ("not", "n't") for token in sentence.tokens)
        if negated:
            return False
    sentence.remove(dropped)
    if sentence.tokens[-1].form == ".":
        sentence.remove([sentence.tokens[-1]])
    first = sentence.tokens[0]
    first.form = first.form[0].upper() + first.form[1:]
    return True

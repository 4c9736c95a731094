"""Active sentences made passive, and the other way round."""

from __future__ import annotations

from training.claims.grammar import (
    Sentence,
    fresh,
    is_plural,
    lowered,
)
from training.claims.setting import Setting
from training.claims.word_sets import word_set

NOT_PASSIVE = word_set("have be get lack become resemble cost remain want like need mean")


def passive(sentence: Sentence, setting: Setting) -> bool:
    """Turns "A did B" into "B was done by A"."""
    verb = sentence.root
    subject, target = sentence.child(verb, "nsubj"), sentence.child(verb, "obj")
    if subject is None or target is None or verb.xpos != "VBD" or verb.base in NOT_PASSIVE:
        return False
    children = sentence.children(verb)
    others = (
        "xcomp",
        "ccomp",
        "iobj",
        "compound:prt",
        "conj",
        "aux",
        "parataxis",
        "advcl",
        "advmod",
    )
    if any(child.relation in others for child in children):
        return False
    done = setting.lexicon.inflect(verb.base, "VBN")
    doer, thing = sentence.subtree(subject), sentence.subtree(target)
    if done is None or not sentence.is_stretch(doer) or not sentence.is_stretch(thing):
        return False
    start = sentence.index(verb)
    if sentence.tokens[start - len(doer) : start] != doer:
        return False
    if sentence.tokens[start + 1 : start + 1 + len(thing)] != thing or subject.upos == "PRON":
        return False
    if any(token.upos == "PRON" for token in thing) or len(doer) > 8 or len(thing) > 12:
        return False
    if any(token.form in ",;:()" for token in (*doer, *thing)):
        return False
    lowered(doer[0])
    was = fresh("were" if is_plural(sentence, target) else "was", "AUX", "VBD", verb, "aux:pass")
    by = fresh("by", "ADP", "IN", subject, "case")
    last_space = thing[-1].space
    for token in (doer[-1], thing[-1]):
        token.space = True
    doer[-1].space = last_space
    verb.form, verb.xpos, verb.space = done, "VBN", True
    subject.relation, target.relation = "obl:agent", "nsubj:pass"
    first = start - len(doer)
    sentence.tokens[first : start + 1 + len(thing)] = [*thing, was, verb, by, *doer]
    sentence.tidy()
    return True


def active(sentence: Sentence, setting: Setting) -> bool:
    """Turns "B was done by A" into "A did B"."""
    verb = sentence.root
    subject, agent = sentence.child(verb, "nsubj:pass"), sentence.child(verb, "obl:agent")
    children = sentence.children(verb)
    helpers = [child for child in children if child.relation in ("aux", "aux:pass")]
    if subject is None or agent is None or [one.form for one in helpers] not in (["was"], ["were"]):
        return False
    others = ("xcomp", "ccomp", "iobj", "compound:prt", "conj", "advcl", "parataxis", "advmod")
    if any(child.relation in others for child in children) or subject.upos == "PRON":
        return False
    did = setting.lexicon.inflect(verb.base, "VBD")
    doer, thing = sentence.subtree(agent), sentence.subtree(subject)
    if did is None or not sentence.is_stretch(doer) or doer[0].base != "by" or agent.upos == "PRON":
        return False
    start = sentence.index(thing[0])
    span = [*thing, helpers[0], verb, *doer]
    if sentence.tokens[start : start + len(span)] != span or len(thing) > 12:
        return False
    if any(token.form in ",;:()" for token in span) or not sentence.is_stretch(thing):
        return False
    lowered(thing[0])
    doer = doer[1:]
    last_space = doer[-1].space
    doer[-1].space = True
    thing[-1].space = last_space
    verb.form, verb.xpos, verb.space = did, "VBD", True
    agent.relation, subject.relation = "nsubj", "obj"
    sentence.tokens[start : start + len(span)] = [*doer, verb, *thing]
    sentence.tidy()
    return True

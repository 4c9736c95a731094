"""Slips of what was done: denied, affirmed, planned, or done by the other side."""

from __future__ import annotations

from training.claims.figures import is_year
from training.claims.grammar import SUBJECTS, Sentence, Token, fresh, is_plural, lowered
from training.claims.marking import get_wrong, mark_wrong
from training.claims.model import CONFLICTING
from training.claims.setting import Setting
from training.claims.word_sets import word_set

NEGATIONS = word_set("not n't no never none nobody nothing neither nor without cannot")


SOFT = word_set("may might could can should would must if whether unless")
"""Words under which a denial does not contradict."""


UNDENIED = word_set("still always already also often soon just way long too")
"""Words beside a verb with which its denial reads ill or says something else."""


def deny(sentence: Sentence, setting: Setting) -> bool:
    """Puts a negation in: "did not", "never", "no"."""
    forms = {token.base for token in sentence.tokens} | {
        one.form.lower() for one in sentence.tokens
    }
    verb = sentence.root
    if forms & NEGATIONS or sentence.child(verb, *SUBJECTS) is None:
        return False
    helpers = [one for one in sentence.children(verb) if one.relation in ("aux", "aux:pass", "cop")]
    if any(one.base in SOFT for one in helpers):
        return False
    subject = sentence.child(verb, *SUBJECTS)
    if subject is not None and sentence.index(subject) > sentence.index(verb):
        return False
    if any(one.base in UNDENIED for one in sentence.children(verb)):
        return False
    if setting.rng.random() < 0.2 and _no_object(sentence, verb):
        return True
    if subject is not None and any(
        one.base in ("some", "many", "most", "several") for one in sentence.subtree(subject)
    ):
        return False
    never = setting.rng.random() < 0.15
    if helpers:
        first = helpers[0]
        place = sentence.index(first) + 1
        if first.form.startswith(("'", "’")) or first.form.lower() in ("let",):
            return False
        word = fresh(
            "never" if never else "not",
            "ADV" if never else "PART",
            "RB",
            verb,
            "advmod",
            CONFLICTING,
        )
        sentence.insert(place, word)
        mark_wrong(verb, first)
        return True
    if verb.upos != "VERB" or verb.xpos not in ("VBD", "VBZ", "VBP"):
        return False
    place = sentence.index(verb)
    if never:
        sentence.insert(place, fresh("never", "ADV", "RB", verb, "advmod", CONFLICTING))
        mark_wrong(verb)
        return True
    bare = setting.lexicon.inflect(verb.base, "VB")
    if bare is None:
        return False
    helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}[verb.xpos]
    verb.form, verb.xpos = bare, "VB"
    mark_wrong(verb)
    sentence.insert(
        place,
        fresh(helper, "AUX", "VBD", verb, "aux", CONFLICTING),
        fresh("not", "PART", "RB", verb, "advmod", CONFLICTING),
    )
    sentence.tokens[place].space = True
    return True


def _no_object(sentence: Sentence, verb: Token) -> bool:
    """Turns "a plan" into "no plan"."""
    target = sentence.child(verb, "obj")
    if target is None or target.upos != "NOUN":
        return False
    article = sentence.child(target, "det")
    if article is None or article.form not in ("a", "an", "some", "several"):
        return False
    if any(
        one.base in ("little", "few", "lot", "bit", "number") for one in sentence.subtree(target)
    ):
        return False
    get_wrong(article, "no")
    article.lemma = "no"
    return True


def affirm(sentence: Sentence, setting: Setting) -> bool:
    """Takes a negation out."""
    options = [
        token
        for token in sentence.tokens
        if token.base in ("not", "n't", "never")
        or token.form.lower() in ("n't", "n’t", "cannot")
        or (token.form == "no" and token.relation == "det")
    ]
    if len(options) != 1:
        return False
    token = options[0]
    place = sentence.index(token)
    after = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    if after is None or after.form.lower() in (
        "only",
        "just",
        "longer",
        "matter",
        "more",
        "even",
        "later",
    ):
        return False
    if after.form.lower() in ("one", "all", "every", "always", "necessarily", "until", "yet", "to"):
        return False
    if {one.base for one in sentence.tokens} & {
        "any",
        "anyone",
        "anything",
        "either",
        "yet",
        "nor",
        "but",
        "until",
    }:
        return False
    head = token.head
    if token.form == "no":
        if after.xpos == "NN":
            get_wrong(token, "an" if after.form[0] in "aeiou" else "a")
        else:
            mark_wrong(after)
            sentence.remove([token])
        return True
    if after.xpos in ("JJR", "RBR") or (place and sentence.tokens[place - 1].base in ("or", "if")):
        return False
    if place + 2 < len(sentence.tokens) and sentence.tokens[place + 2].base in ("more", "better"):
        return False
    if head is None or head.upos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return False
    helpers = [
        one
        for one in sentence.children(head)
        if one.relation in ("aux", "aux:pass", "cop") and sentence.index(one) < place
    ]
    if token.form.lower() == "cannot":
        get_wrong(token, "can")
        return True
    if token.base == "never":
        mark_wrong(head)
        sentence.remove([token])
        return True
    if not helpers or any(one.base in SOFT - {"can", "could"} for one in helpers):
        return False
    helper = helpers[-1]
    if helper.base == "do":
        tag = {"did": "VBD", "does": "VBZ", "do": "VBP"}.get(helper.form.lower())
        if tag is None or helper is sentence.tokens[0]:
            return False
        form = head.form if tag == "VBP" else setting.lexicon.inflect(head.base, tag)
        if form is None:
            return False
        head.form, head.xpos = form, tag
        sentence.remove([helper, token])
    else:
        full = {"ca": "can", "wo": "will"}.get(helper.form.lower(), helper.form)
        helper.form, helper.space = full, True
        sentence.remove([token])
        helper.space = True
        mark_wrong(helper)
    mark_wrong(head)
    return True


def plan_and_deed(sentence: Sentence, setting: Setting) -> bool:
    """What will be done is told as done, or the other way round."""
    verb = sentence.root
    if verb.upos != "VERB" or any(one.base in NEGATIONS for one in sentence.tokens):
        return False
    subject = sentence.child(verb, *SUBJECTS)
    helpers = [one for one in sentence.children(verb) if one.relation in ("aux", "aux:pass")]
    forms = [one.form.lower() for one in helpers]
    if subject is None:
        return False
    plural = is_plural(sentence, subject)
    if forms == ["will"] and verb.xpos == "VB":
        done = setting.lexicon.inflect(verb.base, "VBD")
        if done is None:
            return False
        sentence.remove(helpers)
        get_wrong(verb, done)
        verb.xpos = "VBD"
        return True
    if forms == ["will", "be"] and verb.xpos == "VBN":
        get_wrong(
            helpers[0],
            setting.rng.choice(("were" if plural else "was", "have" if plural else "has")),
        )
        if helpers[0].form in ("has", "have"):
            get_wrong(helpers[1], "been")
        else:
            sentence.remove([helpers[1]])
        mark_wrong(verb)
        return True
    if verb.base in _STATES:
        return False
    if forms in (["was"], ["were"]) and helpers[0].relation == "aux:pass" and _is_event(sentence):
        get_wrong(helpers[0], "will")
        sentence.insert(
            sentence.index(helpers[0]) + 1, fresh("be", "AUX", "VB", verb, "aux:pass", CONFLICTING)
        )
        mark_wrong(verb)
        return True
    if (verb.xpos == "VBD" and not forms) or (forms in (["has"], ["have"]) and verb.xpos == "VBN"):
        bare = setting.lexicon.inflect(verb.base, "VB")
        if bare is None or not _is_event(sentence):
            return False
        place = sentence.index(verb)
        if helpers:
            if sentence.index(helpers[0]) != place - 1:
                return False
            sentence.remove(helpers)
            place -= 1
        get_wrong(verb, bare)
        verb.xpos = "VB"
        if setting.rng.random() < 0.5 or subject.upos != "PROPN":
            words = [fresh("will", "AUX", "MD", verb, "aux", CONFLICTING)]
        else:
            plan = "plan" if plural else "plans"
            words = [
                fresh(plan, "VERB", "VBZ", verb, "aux", CONFLICTING),
                fresh("to", "PART", "TO", verb, "mark", CONFLICTING),
            ]
        sentence.insert(place, *words)
        for word in words:
            word.space = True
        return True
    return False


_STATES = word_set("be have know want believe seem remain need say think feel like contain include")


PAST_TIMES = frozenset(["yesterday", "ago", "last", "earlier", "previously", "recently", "today"])


def _is_event(sentence: Sentence) -> bool:
    """True where nothing else in the sentence says that it is past."""
    return not any(
        one.base in PAST_TIMES or is_year(one.form) or one.base in ("after", "when", "since")
        for one in sentence.tokens
    )


SYMMETRIC = word_set("meet marry join resemble match equal face fight accompany have be")


def swap_roles(sentence: Sentence, setting: Setting) -> bool:
    """Who did it and whom it was done to change places."""
    del setting
    for verb in sentence.find(lambda one: one.upos == "VERB"):
        subject, target = sentence.child(verb, "nsubj"), sentence.child(verb, "obj")
        if subject is None or target is None or verb.base in SYMMETRIC:
            continue
        if "PRON" in (subject.upos, target.upos):
            continue
        both_names = subject.upos == target.upos == "PROPN"
        both_nouns = subject.upos == target.upos == "NOUN" and all(
            _has_article(sentence, noun) for noun in (subject, target)
        )
        doer, thing = sentence.subtree(subject), sentence.subtree(target)
        if not (both_names or both_nouns) or max(len(doer), len(thing)) > 7:
            continue
        if not sentence.is_stretch(doer) or not sentence.is_stretch(thing):
            continue
        start, end = sentence.index(doer[0]), sentence.index(thing[0])
        if end < start or any(one.form in ",;:(" for one in (*doer, *thing)):
            continue
        if is_plural(sentence, subject) != is_plural(sentence, target) and verb.xpos != "VBD":
            continue
        if any(one.base in ("its", "their", "his", "her") for one in (*doer, *thing)):
            continue
        _exchange_stretches(sentence, doer, thing)
        mark_wrong(*doer, *thing)
        subject.relation, target.relation = "obj", "nsubj"
        return True
    return False


def _has_article(sentence: Sentence, noun: Token) -> bool:
    article = sentence.child(noun, "det")
    return article is not None and article.base in ("the", "a", "an")


def _exchange_stretches(sentence: Sentence, first: list[Token], second: list[Token]) -> None:
    """Lets two stretches change places, each with the space after it staying behind."""
    if first[0] is sentence.tokens[0]:
        lowered(first[0])
    first[-1].space, second[-1].space = second[-1].space, first[-1].space
    start, end = sentence.index(first[0]), sentence.index(second[0])
    between = sentence.tokens[start + len(first) : end]
    sentence.tokens[start : end + len(second)] = [*second, *between, *first]
    sentence.tidy()

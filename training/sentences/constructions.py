"""Sound sentences with rare constructions, which look like errors to a reader.

Most are picked from the prose: `copies` decides whether a sentence is shown once more unchanged.
`rare_variant` makes the rarest ones from parsed sentences: clauses as subjects, inversion, a double
"had", a phrase that comes first without a comma.
"""

from __future__ import annotations

import random

from training.readers.parsed_prose import Sentence
from training.sentences.arranged import FINITE, has_main_verb
from training.sentences.inflection import Inflection
from training.sentences.names import Names, name_spans
from training.sentences.words import Damaged, capitalised, sound, uncapitalised

SHORT = 20
IN_S = (
    "Siemens", "Barclays", "Honduras", "Cyprus", "Athens", "Brussels", "Texas", "Lloyds", "Airbus",
    "Mauritius", "Hermes", "Adidas", "Wolves", "Paris", "Arkansas", "Kansas", "Nice",
    "Leeds", "Andrews", "Charles", "Francis", "Peters", "Naples",
)  # fmt: skip
"""Names in -s that are not plurals."""

NOUNS_IN_S = (
    "physics", "gymnastics", "athletics", "news", "measles", "economics", "politics", "darts",
    "rabies", "linguistics", "billiards", "genetics",
)  # fmt: skip
AFTER_A_CLAUSE = (
    "is no secret", "came as a shock to many", "worries the owners", "is hard to believe",
    "makes it worse", "was never in doubt", "matters to all of them", "is beyond dispute",
    "took everyone by surprise", "does not help", "has been known for years", "is a fact",
)  # fmt: skip
BEFORE_A_CLAUSE = (
    "What counts is that", "What worries them is that", "What is not known is whether",
    "What remains unclear is why", "All that can be said is that", "The point is that",
    "The fear is that", "What we do know is that", "The truth is that", "The question is whether",
)  # fmt: skip
AFTER_WHOEVER = (
    "will have to answer for it", "has a lot to explain", "is still at large", "must be proud",
    "deserves our thanks", "knew what that meant", "gets the job", "need not worry",
)  # fmt: skip
AFTER_A_GERUND = (
    "was a mistake", "is easier than it looks", "takes time", "was never the plan", "costs money",
    "has its price", "proved harder than expected", "is only the start", "makes sense",
    "took longer than planned", "was out of the question",
)  # fmt: skip
FRONTED = (
    "in", "on", "at", "for", "after", "before", "under", "among", "with", "without", "during",
    "since", "until", "behind", "above", "within", "outside",
)  # fmt: skip
LONGEST_FRONTED = 8
"""Upper bound on the words of a phrase that is put first."""

NEVER = ("Never", "Rarely", "At no time", "Only then", "Seldom", "Nowhere else")
TAILS = (
    ", as planned", ", as feared", ", as agreed", " earlier than usual", ", or so it seemed",
    " for once", " as usual", ", if at all", " as never before", ", as is the custom",
)  # fmt: skip
"""Ellipses that can end a sentence about something that happened."""


OF_ELLIPSIS = {"last", "expected", "before", "usual", "planned", "ever"}


def copies(sentence: Sentence, rng: random.Random) -> bool:
    """Whether a sentence is shown once more unchanged, for its construction."""
    return rng.random() < _share(sentence)


def _share(sentence: Sentence) -> float:
    forms, relations = sentence.forms, sentence.relations
    if "csubj" in relations or "csubj:pass" in relations:
        return 0.9
    share = 0.0
    for index in range(1, len(forms)):
        form = forms[index]
        if form == forms[index - 1] and form in ("had", "that"):
            return 1.0
        relation = relations[index]
        if relation == "acl":
            head = sentence.heads[index]
            if head < index and relations[head] == "nsubj" and sentence.heads[head] > index:
                share = max(share, 0.5 if sentence.xpos(index) == "VBN" else 0.2)
        elif relation == "nsubj":
            verb = sentence.heads[index]
            inverted = verb < index and forms[0] not in ("“", '"') and verb >= 0
            if inverted and sentence.upos(verb) == "VERB" and forms[-1] != "?":
                share = max(share, 0.4)
            if sentence.xpos(index) == "NNP" and form[-1:] == "s" and verb == index + 1:
                share = max(share, 0.8)
        elif form in ("than", "as") and index + 2 < len(forms):
            share = max(share, 0.8 if forms[index + 1] in OF_ELLIPSIS else share)
        elif relation == "appos" and sentence.upos(index) == "PROPN":
            share = max(share, 0.1)
        elif relation in ("nmod:tmod", "obl:tmod") and index < 4:
            share = max(share, 0.3)
    return share


def rare_variant(
    sentence: Sentence, rng: random.Random, names: Names, inflection: Inflection
) -> Damaged | None:
    """The sentence in a rare construction, or None if it allows none."""
    if len(sentence) > SHORT or sentence.forms[-1] != "." or not has_main_verb(sentence):
        return None
    if any(form in '“”"‘’();:—–-?!' for form in sentence.forms):
        return None
    root, _ = _root(sentence)
    if sentence.lemmas[root] == "say" or not sentence.forms[-2][-1:].isalnum():
        return None  # the prose was cut at an abbreviation
    makers = [_of_clause, _of_gerund, _inverted, _doubled, _of_name_in_s, _with_tail, _fronted]
    rng.shuffle(makers)
    for make in makers:
        text = make(sentence, rng, names, inflection)
        if text is not None:
            return _retyped(sentence, text)
    return None


def _retyped(sentence: Sentence, texts: list[tuple[str, bool]]) -> Damaged:
    """Words with their spaces as a sound sentence."""
    words = list(texts)
    words[0] = (capitalised(words[0][0]), words[0][1])
    made = sound(sentence)[:1]
    from_text = made[0]
    return [from_text, *(type(from_text)(text, space) for text, space in words)]


def _words(sentence: Sentence, first: int = 0) -> list[tuple[str, bool]]:
    """The words without the full stop; the first has no capital unless it is a name."""
    words = list(zip(sentence.forms, sentence.spaces, strict=True))[first:-1]
    if first == 0:
        words[0] = (uncapitalised(words[0][0], sentence.upos(0)), words[0][1])
    words[-1] = (words[-1][0], True)
    return words


def _ended(words: list[tuple[str, bool]], text: str = "") -> list[tuple[str, bool]]:
    """The words, then a text, then a full stop."""
    made = [*words, *((word, True) for word in text.split())]
    made[-1] = (made[-1][0], False)
    return [*made, (".", True)]


def _plain(text: str) -> list[tuple[str, bool]]:
    return [(word, True) for word in text.split()]


def _root(sentence: Sentence) -> tuple[int, int]:
    root = next(i for i, head in enumerate(sentence.heads) if head == -1)
    return root, next(i for i in sentence.children[root] if sentence.relation(i) == "nsubj")


def _is_whole(sentence: Sentence, commas: bool = False) -> bool:
    """Whether a short clause begins with its subject and has no comma and no second clause."""
    _, subject = _root(sentence)
    return (
        sentence.subtree(subject)[0] == 0
        and sentence.upos(0) in ("DET", "PRON", "PROPN")
        and (commas or "," not in sentence.forms)
        and not any(sentence.relation(i) in ("conj", "parataxis") for i in range(len(sentence)))
    )


def _of_clause(
    sentence: Sentence, rng: random.Random, _names: Names, _inflection: Inflection
) -> list[tuple[str, bool]] | None:
    if not _is_whole(sentence):
        return None
    if rng.random() < 0.5:
        return _ended([*_plain("That"), *_words(sentence)], rng.choice(AFTER_A_CLAUSE))
    return _ended([*_plain(rng.choice(BEFORE_A_CLAUSE)), *_words(sentence)])


def _of_gerund(
    sentence: Sentence, rng: random.Random, _names: Names, inflection: Inflection
) -> list[tuple[str, bool]] | None:
    root, subject = _root(sentence)
    if not _is_whole(sentence) or sentence.upos(root) != "VERB" or subject > root:
        return None
    if root != sentence.subtree(subject)[-1] + 1 or len(sentence) > 14:
        return None
    rest = _words(sentence, root)
    if len(rest) < 3:
        return None
    if sentence.xpos(root) in ("VBD", "VBZ") and rng.random() < 0.5:
        return _ended([*_plain("Whoever"), *rest], rng.choice(AFTER_WHOEVER))
    gerund = inflection.form(sentence.lemmas[root], "VBG")
    if gerund is None:
        return None
    return _ended([(gerund, True), *rest[1:]], rng.choice(AFTER_A_GERUND))


def _inverted(
    sentence: Sentence, rng: random.Random, _names: Names, inflection: Inflection
) -> list[tuple[str, bool]] | None:
    root, subject = _root(sentence)
    if not _is_whole(sentence) or sentence.upos(root) != "VERB" or subject > root:
        return None
    after = sentence.subtree(subject)[-1] + 1
    words = _words(sentence)
    opening = _plain(rng.choice(NEVER))
    if after == root and sentence.xpos(root) == "VBD" and rng.random() < 0.7:
        base = inflection.form(sentence.lemmas[root], "VB")
        if base is None:
            return None
        if rng.random() < 0.3:
            opening = _plain("Nor")
        return _ended([*opening, ("did", True), *words[:after], (base, True), *words[root + 1 :]])
    helper = sentence.forms[after]
    if helper in ("has", "had", "have", "will", "would", "could", "can") and after < root:
        if any(sentence.forms[i] in ("not", "n't", "n’t", "never") for i in range(after, root)):
            return None
        return _ended([*opening, words[after], *words[:after], *words[after + 1 :]])
    return None


def _fronted(
    sentence: Sentence, rng: random.Random, _names: Names, _inflection: Inflection
) -> list[tuple[str, bool]] | None:
    """The last phrase first: "On prices the two do not agree", "Of snow there was no sign"."""
    root = sentence.heads.index(-1)
    subject = sentence.subtree(root)[0]
    while sentence.heads[subject] not in (root, -1):
        subject = sentence.heads[subject]
    is_expletive = sentence.relation(subject) == "expl"
    if not is_expletive and sentence.relation(subject) != "nsubj":
        return None
    relation, openings = ("nmod", ("of",)) if is_expletive else ("obl", FRONTED)
    end = len(sentence) - 1
    phrase = next(
        (
            sentence.subtree(i)
            for i in range(end)
            if sentence.subtree(i)[-1] == end - 1
            and sentence.relation(i) == relation
            and sentence.forms[sentence.subtree(i)[0]] in openings
            and (sentence.heads[i] == root or is_expletive)
        ),
        None,
    )
    if phrase is None or not 2 <= len(phrase) <= LONGEST_FRONTED or "," in sentence.forms:
        return None
    first = phrase[0]
    if phrase != tuple(range(first, end)) or first <= root:
        return None
    words = _words(sentence)
    opening = words[first:end]
    if rng.random() < 0.3:
        opening = [*opening[:-1], (opening[-1][0], False), (",", True)]
    return _ended([*opening, *words[:first]])


def _doubled(
    sentence: Sentence, _rng: random.Random, _names: Names, _inflection: Inflection
) -> list[tuple[str, bool]] | None:
    """The past of "had", and "that" before a noun with "that"."""
    words = list(zip(sentence.forms, sentence.spaces, strict=True))
    for index in range(1, len(words) - 2):
        form, upos = sentence.forms[index], sentence.upos(index)
        if form == "had" and upos == "VERB" and sentence.xpos(index) == "VBD":
            if sentence.upos(index - 1) in ("NOUN", "PROPN", "PRON"):
                return [*words[: index + 1], *words[index:]]
        elif (
            form == "that"
            and upos == "SCONJ"
            and sentence.forms[index + 1] == "the"
            and sentence.xpos(sentence.heads[index + 1]) == "NN"
        ):
            return [*words[: index + 1], *words[index : index + 1], *words[index + 2 :]]
    return None


def _of_name_in_s(
    sentence: Sentence, rng: random.Random, names: Names, _inflection: Inflection
) -> list[tuple[str, bool]] | None:
    """A singular verb after a name, or a noun, in -s."""
    words = list(zip(sentence.forms, sentence.spaces, strict=True))
    for first, last in name_spans(sentence):
        verb = last + 1
        if sentence.relation(first) != "nsubj" or sentence.xpos(verb) not in ("VBZ", "VBD"):
            continue
        surnames = [one for one in rng.sample(names.surnames, min(40, len(names.surnames)))
                    if one[-1:] == "s"]  # fmt: skip
        name = rng.choice(IN_S) if rng.random() < 0.5 or not surnames else rng.choice(surnames)
        return [*words[:first], (name, True), *words[verb:]]
    _, subject = _root(sentence)
    if subject == 0 and sentence.upos(1) in ("AUX", "VERB") and sentence.xpos(1) in FINITE:
        singular = sentence.xpos(1) == "VBZ" or sentence.forms[1] == "was"
        if singular and sentence.forms[0] in ("It", "This") and not _introduces(sentence):
            return [(rng.choice(NOUNS_IN_S), True), *words[1:]]
    return None


def _introduces(sentence: Sentence) -> bool:
    """Whether "it" refers to a following clause: "it is right that we go"."""
    return any(
        sentence.relation(i) in ("csubj", "ccomp", "xcomp", "advcl", "acl", "expl")
        or sentence.forms[i] in ("that", "to")
        for i in range(1, len(sentence))
    )


def _with_tail(
    sentence: Sentence, rng: random.Random, _names: Names, _inflection: Inflection
) -> list[tuple[str, bool]] | None:
    root, _ = _root(sentence)
    if not _is_whole(sentence) or sentence.xpos(root) != "VBD" or rng.random() < 0.5:
        return None
    tail = rng.choice(TAILS)
    words = list(zip(sentence.forms, sentence.spaces, strict=True))[:-1]
    words[-1] = (words[-1][0], True)
    if tail[0] == ",":
        words[-1] = (words[-1][0], False)
        words.append((",", True))
    return _ended(words, tail.lstrip(","))

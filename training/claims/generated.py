"""Claims made from parsed prose: true ones, false ones, and ones of which the passage is silent."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from training.claims.attributed import attributed
from training.claims.encoding import ClaimEncoder
from training.claims.examples import LabelledClaim
from training.claims.grammar import Sentence, Token, is_sound, without_quotes
from training.claims.lexicon import Lexicon
from training.claims.model import ABSENT, CONTRADICTED, ENTAILED, NEITHER, UNKNOWN
from training.claims.names import OTHER, fits, names_of
from training.claims.paragraphs import Paragraphs
from training.claims.rephrasing import headline
from training.claims.rewording import HEADLINE_CHANCE, merge, reword
from training.claims.setting import Setting
from training.claims.slips import slip
from training.claims.slips_of_names import put_name
from training.claims.voices import in_voice
from training.claims.word_sets import word_set
from training.readers.tokens import words_of

FEWEST_PIECES, MOST_PIECES = 30, 112
"""A passage has at most a number of pieces drawn between these."""

LONGEST_STRANGER = 26
"""How many tokens a sentence from elsewhere may have."""

REACH = 2
"""From how many paragraphs before and after its own a claim's passage may be."""

SHARES = {ENTAILED: 0.54, CONTRADICTED: 0.16, NEITHER: 0.3}
"""The shares of labels that are tried; not every sentence has room for a slip."""

TWIN_CHANCE = 0.8
"""How often a true claim has a false twin, where there is room for a slip."""

VOICE_CHANCE = 0.6
"""How often a passage is told in another voice than prose."""

ATTRIBUTED = 0.12
"""The share of claims about who said something."""

STRANGER_CHANCE = 0.5
"""How often a passage gets a sentence from elsewhere, with a name like one of the claim's."""

VERBATIM_PASSED_OVER = 0.75
"""How often a true claim is passed over that is word for word a sentence of its passage."""

CONTEXT_CHANCE = 0.15
CONTEXT_CHANCE_OF_PRONOUNS = 0.75
MERGE_CHANCE = 0.08
LIKE_ENOUGH = 0.55
"""The share of a claim's words that one other sentence must not have, for the claim to be new."""

NEW_WORDS = 4
"""How many words a second half must have that the passage does not."""

CONTENT = ("NOUN", "PROPN", "NUM", "VERB", "ADJ")


@dataclass(frozen=True)
class Window:
    """A target sentence and the passage around it."""

    passage: tuple[Sentence, ...]
    target: Sentence
    previous: Sentence | None
    beyond: tuple[Sentence, ...]
    index: int

    @property
    def others(self) -> tuple[Sentence, ...]:
        """The passage without the target."""
        return tuple(one for one in self.passage if one is not self.target)


class Generator:
    """Makes claims from paragraphs."""

    def __init__(self, paragraphs: Paragraphs, lexicon: Lexicon, encoder: ClaimEncoder) -> None:
        self.paragraphs = paragraphs
        self.lexicon = lexicon
        self.encoder = encoder
        self._pieces = lru_cache(maxsize=200_000)(encoder.count)

    def claims(self, index: int, rng: random.Random, number: int) -> list[LabelledClaim]:
        """Up to `number` claims of the paragraph at `index`."""
        made: list[LabelledClaim] = []
        for _ in range(number):
            window = self._window(index, rng)
            if window is None:
                break
            setting = Setting(window.passage, self.lexicon, rng)
            said = None
            if rng.random() < ATTRIBUTED:
                said = attributed(window.passage, window.target, setting)
            if said is not None:
                made.append(said)
                continue
            label = rng.choices(list(SHARES), list(SHARES.values()))[0]
            otherwise = rng.choice((NEITHER, ENTAILED))
            for attempt in (label, otherwise, CONTRADICTED, ENTAILED):
                claim = self._claim(window, attempt, rng)
                if claim is not None:
                    made.append(claim)
                    break
        return made

    def _window(self, index: int, rng: random.Random) -> Window | None:
        """A target in a paragraph, and a stretch of sentences around it."""
        own = self.paragraphs.sentences(index)
        targets = [place for place, sentence in enumerate(own) if is_sound(sentence)]
        if not targets:
            return None
        facts = [(1 + min(4, _facts(own[place]))) ** 2 for place in targets]
        place = rng.choices(targets, facts)[0]
        before: list[Sentence] = []
        after: list[Sentence] = []
        for step in range(1, REACH + 1):
            if self.paragraphs.are_neighbours(index, index - step):
                before = [*self.paragraphs.sentences(index - step), *before]
            if self.paragraphs.are_neighbours(index, index + step):
                after += self.paragraphs.sentences(index + step)
        sentences = [*before, *own, *after]
        target = len(before) + place
        room = rng.randint(FEWEST_PIECES, MOST_PIECES) - self._length(sentences[target])
        first = last = target
        while True:
            sides = [side for side in (first - 1, last + 1) if 0 <= side < len(sentences)]
            sides = [side for side in sides if self._length(sentences[side]) <= room]
            if not sides:
                break
            side = rng.choice(sides)
            room -= self._length(sentences[side])
            first, last = min(first, side), max(last, side)
        previous = sentences[target - 1] if target else None
        beyond = (*sentences[:first], *sentences[last + 1 :])
        passage = tuple(sentences[first : last + 1])
        return Window(passage, sentences[target], previous, beyond, index)

    def _length(self, sentence: Sentence) -> int:
        return sum(self._pieces(token.form) for token in sentence.tokens)

    def _claim(self, window: Window, label: int, rng: random.Random) -> LabelledClaim | None:
        if rng.random() < STRANGER_CHANCE:
            window = self._with_stranger(window, rng)
        setting = Setting(window.passage, self.lexicon, rng)
        claim = without_quotes(window.target)
        done = reword(claim, setting)
        has_voice = rng.random() < VOICE_CHANCE
        is_copied = label == ENTAILED and not done and not has_voice
        if is_copied and rng.random() < VERBATIM_PASSED_OVER:
            return None
        kind = "reworded" if done else "verbatim"
        passage: Sequence[Sentence] = window.passage
        merged = self._merged(claim, window, setting) if rng.random() < MERGE_CHANCE else None
        if merged is not None:
            claim, kind = merged, "merged"
        if label == CONTRADICTED:
            slipped = slip(claim, setting)
            if slipped is None:
                return None
            claim, kind = slipped
        elif label == NEITHER:
            for name, function in _shuffled(self._silences(), rng):
                result = function(claim, window, setting)
                if result is not None:
                    claim, passage = result
                    kind = name
                    break
            else:
                return None
        twin = None
        if label == ENTAILED and rng.random() < TWIN_CHANCE:
            twin = slip(claim, setting)
        elif rng.random() < HEADLINE_CHANCE and headline(claim, setting):
            kind = kind if label != ENTAILED else "headline"
        if len(words_of(claim.text)) < 3 or not passage:
            return None
        text = " ".join(one.text for one in passage)
        if has_voice and window.target in passage:
            text = in_voice(passage, window.target, setting) or text
        context = self._context(claim, window, rng)
        false = None
        if twin is not None:
            wrong, name = twin
            labels = wrong.word_labels()
            false = LabelledClaim(wrong.text, text, context, CONTRADICTED, name, labels)
        return LabelledClaim(claim.text, text, context, label, kind, claim.word_labels(), false)

    def _with_stranger(self, window: Window, rng: random.Random) -> Window:
        """The window with a sentence from far away that has a name like one of the target's."""
        kinds = {one.kind for one in names_of(window.target, self.lexicon.common)} - {OTHER}
        if not kinds:
            return window
        for sentence in self._elsewhere(window, rng, 4):
            names = names_of(sentence, self.lexicon.common)
            is_like = any(name.kind in kinds for name in names)
            if is_like and is_sound(sentence) and len(sentence.tokens) <= LONGEST_STRANGER:
                place = rng.randint(0, len(window.passage))
                passage = (*window.passage[:place], sentence, *window.passage[place:])
                return replace(window, passage=passage)
        return window

    def _context(self, claim: Sentence, window: Window, rng: random.Random) -> str:
        """The sentence before, more often where the claim begins with a pronoun."""
        if window.previous is None or not is_sound(window.previous):
            return ""
        points_back = any(token.upos == "PRON" for token in claim.tokens[:2])
        chance = CONTEXT_CHANCE_OF_PRONOUNS if points_back else CONTEXT_CHANCE
        if rng.random() >= chance:
            return ""
        context = without_quotes(window.previous)
        if rng.random() < 0.5:
            reword(context, Setting(window.passage, self.lexicon, rng))
        return context.text

    def _merged(self, claim: Sentence, window: Window, setting: Setting) -> Sentence | None:
        """The claim joined with the sentence after it, where the passage has that."""
        place = window.passage.index(window.target) + 1
        if place >= len(window.passage) or not is_sound(window.passage[place]):
            return None
        second = without_quotes(window.passage[place])
        reword(second, setting)
        first, _ = claim.copy()
        return merge(first, second)

    def _silences(self) -> tuple[tuple[str, Silence, float], ...]:
        return (
            ("left out", self._left_out, 1.5),
            ("name from elsewhere", self._exchanged, 4.0),
            ("detail from elsewhere", self._detail, 3.0),
            ("half left out", self._half, 2.5),
        )

    def _left_out(self, claim: Sentence, window: Window, setting: Setting) -> Told | None:
        """The passage loses the sentence that the claim is from."""
        del setting
        others = window.others
        words = _content(claim)
        if not others or len(words) < 3:
            return None
        for other in others:
            if len(words & _content(other)) > LIKE_ENOUGH * len(words):
                return None
        known = set().union(*(_content(one) for one in others))
        copy, _ = claim.copy()
        for token in copy.tokens:
            is_new = token.upos in CONTENT and token.base not in known
            token.label = ABSENT if is_new and token.form.lower() not in known else UNKNOWN
        return copy, others

    def _exchanged(self, claim: Sentence, window: Window, setting: Setting) -> Told | None:
        """A name becomes one of its kind from elsewhere that the passage does not have."""
        names = names_of(claim, self.lexicon.common)
        if not names:
            return None
        names = [name for name in names if name.kind != OTHER]
        if not names:
            return None
        name = setting.rng.choice(names)
        known = {token.form.lower() for one in window.passage for token in one.tokens}
        others = [
            other
            for sentence in self._elsewhere(window, setting.rng, 6)
            for other in names_of(sentence, self.lexicon.common)
            if other.kind == name.kind
            and fits(name, other)
            and not (other.words & known)
            and len(other.tokens) < 6
        ]
        if not others:
            return None
        copy, copies = claim.copy()
        for old in names_of(copy, self.lexicon.common):
            if old.tokens[0] is copies[name.tokens[0]]:
                put_name(copy, old, setting.rng.choice(others), ABSENT)
                return copy.tidy(), window.passage
        return None

    def _detail(self, claim: Sentence, window: Window, setting: Setting) -> Told | None:
        """The claim gets a detail that another document tells of something else."""
        if len(claim.tokens) > LONGEST_WITH_DETAIL:
            return None
        known = set().union(*(_content(one) for one in window.passage))
        options: list[list[Token]] = []
        for sentence in self._elsewhere(window, setting.rng, 6):
            options += [part for part in _details(sentence) if not _bases(part) <= known]
        if not options:
            return None
        part = setting.rng.choice(options)
        copy, _ = claim.copy()
        end = len(copy.tokens)
        while end and not copy.tokens[end - 1].is_word:
            end -= 1
        if end != len(copy.tokens) - 1:
            return None
        added = [
            Token(
                one.form, one.space, one.upos, one.xpos, one.lemma, one.relation, copy.root, ABSENT
            )
            for one in part
        ]
        copy.tokens[end - 1].space = True
        added[-1].space = False
        copy.tokens[end:end] = added
        return copy, window.passage

    def _half(self, claim: Sentence, window: Window, setting: Setting) -> Told | None:
        """The claim is joined with a sentence from near by that the passage does not have."""
        known = set().union(*(_content(one) for one in window.passage))
        options = [
            sentence
            for sentence in window.beyond
            if is_sound(sentence) and len(_content(sentence) - known) >= NEW_WORDS
        ]
        if not options:
            return None
        second = without_quotes(setting.rng.choice(options))
        reword(second, setting)
        for token in second.tokens:
            is_new = token.upos in CONTENT and token.base not in known
            token.label = ABSENT if is_new else UNKNOWN
        first, _ = claim.copy()
        merged = merge(first, second) if setting.rng.random() < 0.5 else merge(second, first)
        return None if merged is None else (merged, window.passage)

    def _elsewhere(self, window: Window, rng: random.Random, number: int) -> list[Sentence]:
        """Sentences of paragraphs far away, some of the same set."""
        sentences: list[Sentence] = []
        for _ in range(number):
            index = rng.randrange(len(self.paragraphs))
            if abs(index - window.index) > 50:
                sentences += self.paragraphs.sentences(index)
        return sentences


Told = tuple[Sentence, Sequence[Sentence]]
Silence = Callable[[Sentence, Window, Setting], Told | None]


def _shuffled(
    choices: Sequence[tuple[str, Silence, float]], rng: random.Random
) -> list[tuple[str, Silence]]:
    keyed = [(rng.random() ** (1 / weight), name, function) for name, function, weight in choices]
    return [(name, function) for _, name, function in sorted(keyed, key=lambda one: -one[0])]


def _facts(sentence: Sentence) -> int:
    """How many figures and names a sentence has, since these are what most slips are about."""
    return sum(token.upos in ("NUM", "PROPN") for token in sentence.tokens)


def _content(sentence: Sentence) -> set[str]:
    return _bases(sentence.tokens)


def _bases(tokens: Sequence[Token]) -> set[str]:
    return {token.base for token in tokens if token.upos in CONTENT}


FACTUAL = word_set("in after during because at before despite following near since")
"""Words with which a detail begins that makes a claim of its own."""

LONGEST_WITH_DETAIL = 24


def _details(sentence: Sentence) -> list[list[Token]]:
    """Short phrases after a verb, with a preposition, that tell a fact of their own."""
    found: list[list[Token]] = []
    for token in sentence.tokens:
        if token.relation not in ("obl", "advcl") or token.head is not sentence.root:
            continue
        part = sentence.subtree(token)
        if not 3 <= len(part) <= 10 or part[0].upos not in ("ADP", "SCONJ"):
            continue
        if part[0].form[0].isupper() or sentence.index(part[0]) < sentence.index(token.head):
            continue
        if not sentence.is_stretch(part) or any(not one.is_word for one in part):
            continue
        if part[1].upos == "ADP" and part[0].base != "because":
            continue
        if part[0].base not in FACTUAL or any(one.upos == "PRON" for one in part):
            continue
        told = any(one.upos in ("PROPN", "NUM") for one in part)
        if told and not any(one.form in ("'s", "’s") for one in part):
            found.append(part)
    return found

"""True claims made from parsed prose, each beside a passage around the sentence that it is from."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from training.claims.claim import Claim
from training.claims.grammar import Sentence, is_sound, without_quotes
from training.claims.lexicon import Lexicon
from training.claims.names import OTHER, names_of
from training.claims.paragraphs import Paragraphs
from training.claims.rephrasing import headline
from training.claims.rewording import merge, reword
from training.claims.setting import Setting
from training.claims.voices import in_voice
from training.readers.tokens import WordPieces, words_of

FEWEST_PIECES, MOST_PIECES = 30, 112
"""A passage has at most a number of pieces drawn between these."""

LONGEST_STRANGER = 26
"""How many tokens a sentence from elsewhere may have."""

PARAGRAPHS_ELSEWHERE = 4
"""How many paragraphs are searched for such a sentence."""

REACH = 2
"""From how many paragraphs before and after its own a claim's passage may be."""

VOICE_CHANCE = 0.6
"""How often a passage is told in another voice than prose."""

STRANGER_CHANCE = 0.5
"""How often a passage gets a sentence from elsewhere, with a name like one of the claim's."""

VERBATIM_PASSED_OVER = 0.75
"""How often a claim is passed over that is word for word a sentence of its passage."""

CONTEXT_CHANCE = 0.15
CONTEXT_CHANCE_OF_PRONOUNS = 0.75
MERGE_CHANCE = 0.08
HEADLINE_CHANCE = 0.012


@dataclass(frozen=True)
class Window:
    """A target sentence and the passage around it."""

    passage: tuple[Sentence, ...]
    target: Sentence
    previous: Sentence | None
    index: int


class Generator:
    """Makes claims from paragraphs."""

    def __init__(self, paragraphs: Paragraphs, lexicon: Lexicon, pieces: WordPieces) -> None:
        self.paragraphs = paragraphs
        self.lexicon = lexicon
        self._pieces = lru_cache(maxsize=200_000)(pieces.count)

    def claim(self, index: int, rng: random.Random) -> Claim | None:
        """A claim of the paragraph at `index`; None if it gives none, or it is passed over."""
        window = self._window(index, rng)
        if window is None:
            return None
        if rng.random() < STRANGER_CHANCE:
            window = self._with_stranger(window, rng)
        setting = Setting(window.passage, self.lexicon, rng)
        claim = without_quotes(window.target)
        done = reword(claim, setting)
        has_voice = rng.random() < VOICE_CHANCE
        if not done and not has_voice and rng.random() < VERBATIM_PASSED_OVER:
            return None
        kind = "reworded" if done else "verbatim"
        merged = self._merged(claim, window, setting) if rng.random() < MERGE_CHANCE else None
        if merged is not None:
            claim, kind = merged, "merged"
        if rng.random() < HEADLINE_CHANCE and headline(claim, setting):
            kind = "headline"
        if len(words_of(claim.text)) < 3:
            return None
        text = " ".join(one.text for one in window.passage)
        if has_voice:
            text = in_voice(window.passage, window.target, setting) or text
        return Claim(claim.text, text, self._context(claim, window, rng), kind)

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
        return Window(tuple(sentences[first : last + 1]), sentences[target], previous, index)

    def _length(self, sentence: Sentence) -> int:
        return sum(self._pieces(token.form) for token in sentence.tokens)

    def _with_stranger(self, window: Window, rng: random.Random) -> Window:
        """The window with a sentence from far away that has a name like one of the target's."""
        kinds = {one.kind for one in names_of(window.target, self.lexicon.common)} - {OTHER}
        if not kinds:
            return window
        for sentence in self._elsewhere(window, rng):
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

    def _elsewhere(self, window: Window, rng: random.Random) -> Iterator[Sentence]:
        """Sentences of paragraphs far away."""
        for _ in range(PARAGRAPHS_ELSEWHERE):
            index = rng.randrange(len(self.paragraphs))
            if abs(index - window.index) > 50:
                yield from self.paragraphs.sentences(index)


def _facts(sentence: Sentence) -> int:
    """How many figures and names a sentence has, since these are hidden most often."""
    return sum(token.upos in ("NUM", "PROPN") for token in sentence.tokens)

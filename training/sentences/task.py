"""The training of the sentence reader, on sound prose that is damaged as it is drawn."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.readers.encoder import batch_of, vocabulary
from training.readers.parsed_prose import (
    Sentence,
    parsed_lines,
    read_paragraph,
    read_treebank,
)
from training.readers.tokens import WordPieces
from training.sentences.british import as_british
from training.sentences.changed import plural_of_a_body
from training.sentences.constructions import copies, rare_variant
from training.sentences.damage import damaged
from training.sentences.edits import EditVocabulary
from training.sentences.encoding import SentenceEncoder, SentenceExample, example_of
from training.sentences.human_edits import corrections, is_of_grammar, marked
from training.sentences.inflection import Inflection
from training.sentences.kinds import Kind, Role
from training.sentences.model import load_sentence_model
from training.sentences.names import FEWEST_NAMES, Names
from training.sentences.short import short_text
from training.sentences.structures import placed
from training.sentences.variants import DATELINE_SHARE, variant, with_dateline
from training.sentences.well_formed import is_well_formed
from training.sentences.words import Damaged, Marked, sound

POOL_PARAGRAPHS = 1000
SHORTEST, LONGEST = 3, 70
SAMPLE_FOR_FORMS = 12_000
"""The number of paragraphs from which word forms and common function words are learned."""

SOUND_SHARE = 0.28
PLURAL_OF_A_BODY_SHARE = 0.25
"""The share of sentences about a body that get a plural verb; most sentences have no body."""

ELSEWHERE_SHARE = 0.14
IN_PARAGRAPH_SHARE = 0.4
"""The share of headlines, captions and the like that are read, sound, as paragraphs."""

BRITISH_SHARE = 0.4
RARE_SHARE = 0.12
"""The share of sentences that get a rare construction if they allow one; most are too long."""

SHORT_PER_POOL = 110
HUMAN_PER_POOL = 60
TREEBANK_PER_POOL = 150
DAMAGED_WEIGHT = 3.0
"""The weight of a damaged word relative to a sound one: there is one in thirty."""

EDIT_WEIGHT = 0.5
TREEBANKS = (
    ("en_gum-cc-by.conllu", ("",)),
    ("en_ewt-ud-train.conllu", ("weblog-", "newsgroup-")),
)
"""Files, with the prefixes of the sentence ids that are used: edited text, not reviews or mails."""


PASSES = {"defacto": 3.0, "cliff": 3.0, "fib": 3.0, "openstax": 0.5, "senate": 0.6}
"""How often a pass takes the rows of a set, if not once, because the prose has little news."""


def weighted(lines: Sequence[bytes], epoch: int = 0) -> list[bytes]:
    """The lines of a pass; a set taken in part contributes different lines to each pass."""
    taken: list[bytes] = []
    begin = 0.37 * epoch % 1
    due: defaultdict[str, float] = defaultdict(lambda: begin)
    for line in lines:
        name = line[:100].partition(b'"set":"')[2].partition(b'"')[0].decode()
        before = int(due[name] + 1e-9)
        due[name] += PASSES.get(name, 1.0)
        taken += [line] * (int(due[name] + 1e-9) - before)
    return taken


def place_of(sentence: Sentence) -> Role:
    """The place of a sentence: one without an end mark is a heading or an item of a list."""
    return Role.PARAGRAPH if sentence.forms[-1][-1:] in ".?!:;”\"')]" else Role.HEADING


class SentenceTask:
    """The task of the trainer. A pool is a function of its number, of `seed` and of the data."""

    def __init__(
        self,
        data: Path,
        parsed: Path,
        work: Path,
        treebanks: Path | None = None,
        base: str = "minilm",
        name: str = "sentences",
        seed: int = 1,
        held_out: bool = False,
    ) -> None:
        self.name = name
        self.seed = seed
        lines = parsed_lines(parsed, held_out)
        sample = random.Random(f"forms {seed}").sample(lines, min(SAMPLE_FOR_FORMS, len(lines)))
        self.lines = lines
        self.weighs_sets = not held_out
        self._orders: dict[int, list[bytes]] = {}
        sentences = [one for line in sample for one in read_paragraph(line).sentences]
        self._learn_words(sentences)
        self.vocabulary = self._edit_vocabulary(work / name / "edits.json", sentences)
        self.encoder = SentenceEncoder(WordPieces(vocabulary(base)))
        self.human = [
            words
            for before, after in corrections(data, held_out)
            if (words := marked(before, after)) is not None
            and is_of_grammar(words, self.vocabulary)
        ]
        self.trees = [
            sentence
            for file, prefixes in (TREEBANKS if treebanks else ())
            for sentence in read_treebank(treebanks / file, prefixes)
        ] if treebanks else []  # fmt: skip
        self.model = load_sentence_model(base, len(self.vocabulary))

    def _learn_words(self, sentences: Sequence[Sentence]) -> None:
        """Takes the forms and uses of words, and the names, from a sample of the prose."""
        self.inflection = Inflection(sentences)
        self.names = Names(sentences)

    def _edit_vocabulary(self, path: Path, sentences: Sequence[Sentence]) -> EditVocabulary:
        """The vocabulary that the run began with, or a new one; its order is that of the logits."""
        if path.exists():
            return EditVocabulary.load(path)
        made = EditVocabulary.of(sentences)
        path.parent.mkdir(parents=True, exist_ok=True)
        made.save(path)
        return made

    def pool(self, number: int) -> list[SentenceExample]:
        """About a thousand examples; each pass over the prose damages it anew."""
        per_epoch = -(-len(self._order(0)) // POOL_PARAGRAPHS)
        epoch, part = divmod(number, per_epoch)
        order = self._order(epoch)
        rng = random.Random(f"pool {self.seed} {number}")
        examples: list[SentenceExample] = []
        for line in order[part * POOL_PARAGRAPHS : (part + 1) * POOL_PARAGRAPHS]:
            examples += self.examples_of(read_paragraph(line).sentences, rng)
        if self.trees:
            start = rng.randrange(max(1, len(self.trees) - TREEBANK_PER_POOL))
            examples += self.examples_of(self.trees[start : start + TREEBANK_PER_POOL], rng)
        for _ in range(SHORT_PER_POOL if len(self.names.given) >= FEWEST_NAMES else 0):
            text, role = short_text(self.names, rng)
            words = [Marked("", False), *(Marked(word, True) for word in text.split())]
            examples.append(self._example(words, role, "sound"))
        for words in rng.sample(self.human, min(HUMAN_PER_POOL, len(self.human))):
            examples.append(self._example(words, Role.PARAGRAPH, "human"))
        return examples

    def _order(self, epoch: int) -> list[bytes]:
        """The lines of a pass in the order in which they are read."""
        if epoch not in self._orders:
            if len(self._orders) > 1:
                self._orders.pop(max(self._orders))  # keeps the first, whose length counts for all
            lines = weighted(self.lines, epoch) if self.weighs_sets else list(self.lines)
            random.Random(f"order {self.seed} {epoch}").shuffle(lines)
            self._orders[epoch] = lines
        return self._orders[epoch]

    def examples_of(
        self, sentences: Sequence[Sentence], rng: random.Random
    ) -> Iterator[SentenceExample]:
        """Neighbouring sentences: some sound, some damaged, some as text for other places."""
        for index, sentence in enumerate(sentences):
            if not SHORTEST <= len(sentence) <= LONGEST or not is_well_formed(sentence):
                continue
            following = sentences[index + 1] if index + 1 < len(sentences) else None
            place = place_of(sentence)
            sentence = variant(sentence, rng, self.names)
            is_misplaced, whole = False, sentence
            if rng.random() < ELSEWHERE_SHARE and (made := placed(sentence, rng)) is not None:
                sentence, place = made
                following = None
                is_misplaced = rng.random() < IN_PARAGRAPH_SHARE
            name, words = "sound", sound(sentence)
            if is_misplaced:
                place = Role.PARAGRAPH
            elif rng.random() < PLURAL_OF_A_BODY_SHARE:
                words = plural_of_a_body(sentence, rng, self.inflection) or words
            elif rng.random() > SOUND_SHARE:
                elsewhere = place not in (Role.PARAGRAPH, Role.QUOTE)
                found = damaged(sentence, following, rng, self.inflection, elsewhere)
                if found is not None:
                    name, words = found
            if rng.random() < BRITISH_SHARE:
                words = as_british(words, rng)
            if place == Role.PARAGRAPH and index == 0 and rng.random() < DATELINE_SHARE:
                words = with_dateline(words, rng, self.names)
            yield self._example(words, place, name)
            if place != Role.PARAGRAPH or is_misplaced:
                continue
            if copies(whole, rng):
                yield self._example(sound(whole), place, "sound")
            if rng.random() < RARE_SHARE:
                rare = rare_variant(whole, rng, self.names, self.inflection)
                if rare is not None:
                    yield self._example(rare, place, "sound")

    def _example(self, words: Damaged, role: Role, damage: str) -> SentenceExample:
        return example_of(words, role, damage, self.encoder, self.vocabulary)

    def loss(self, examples: Sequence[SentenceExample], device: torch.device) -> Tensor:
        """Cross-entropy of kinds and edits, over the words of the batch."""
        batch = batch_of([one.input for one in examples], device)
        states = self.model.states(batch)
        rows = torch.tensor(
            [row for row, one in enumerate(examples) for _ in one.positions], device=device
        )
        columns = torch.tensor(
            [position for one in examples for position in one.positions], device=device
        )
        kinds = torch.tensor([kind for one in examples for kind in one.kinds], device=device)
        edits = torch.tensor([edit for one in examples for edit in one.edits], device=device)
        words = states[rows, columns]
        weights = torch.where(kinds == int(Kind.SOUND), 1.0, DAMAGED_WEIGHT)
        of_kinds = nn.functional.cross_entropy(
            self.model.kind(words).float(), kinds, reduction="none"
        )
        of_edits = nn.functional.cross_entropy(
            self.model.edit(words).float(), edits, reduction="none"
        )
        return ((of_kinds + EDIT_WEIGHT * of_edits) * weights).sum() / weights.sum()

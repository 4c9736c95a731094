"""Claims about who said something, and what those who speak say of themselves."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.claims.examples import LabelledClaim, labels_of_twin
from training.claims.first_person import FIRST_OR_SECOND, HE_FOR, SHE_FOR, told_by_name
from training.claims.grammar import Sentence, without_quotes
from training.claims.invented import invented_day, invented_person
from training.claims.model import CONTRADICTED, ENTAILED, GROUNDED
from training.claims.names import SAYING
from training.claims.rewording import reword
from training.claims.setting import Setting
from training.claims.slips import slip
from training.readers.tokens import words_of

ANOTHER_SPEAKER = 0.65
"""The share of false twins in which another person of the passage is said to have said it."""

FRAMES = (
    "{who} said {what}.", "{who} said that {what}.", "According to {who}, {what}.",
    "{What}, {who} said.",
    "{who} told the meeting that {what}.", "{who} says {what}.", "{What}, according to {who}.",
    "{who} confirmed that {what}.", "In a message, {who} wrote that {what}.",
)  # fmt: skip


def attributed(
    passage: Sequence[Sentence], target: Sentence, setting: Setting
) -> LabelledClaim | None:
    """A true claim about what a speaker says, with a false twin, or None.

    The passage becomes the turns of two or three people, and the target is said by one of them.
    """
    rng = setting.rng
    if target.root.base in SAYING:
        return None
    names = _people(rng)
    kept = without_quotes(target)
    words = {token.form.lower() for token in kept.tokens}
    pronouns = rng.choice((HE_FOR, SHE_FOR))
    told = told_by_name(kept, "NAME", setting.lexicon, pronouns)
    wrong: str | None = None
    if told is not None:
        reword(told, setting)
        claim = told.text
        changed = slip(told, setting) if rng.random() > ANOTHER_SPEAKER else None
        wrong = changed[0].text if changed else None
    elif words & FIRST_OR_SECOND:
        return None
    else:
        reword(kept, setting)
        frame = rng.choice(FRAMES)
        claim = _framed(frame, kept)
        changed = slip(kept, setting) if rng.random() > ANOTHER_SPEAKER else None
        wrong = _framed(frame, changed[0]) if changed else None
    if "NAME" not in claim or (wrong is not None and "NAME" not in wrong):
        return None
    short = rng.random() < 0.3
    shown = [name.split()[1] if short else name for name in names]
    text = _said(passage, target, names, rng)
    false = (wrong or claim).replace("NAME", shown[0] if wrong else shown[1])
    claim = claim.replace("NAME", shown[0])
    twin = LabelledClaim(false, text, "", CONTRADICTED, "said, wrong", labels_of_twin(false, claim))
    labels = (GROUNDED,) * len(words_of(claim))
    return LabelledClaim(claim, text, "", ENTAILED, "said", labels, twin)


def _people(rng: random.Random) -> tuple[str, str]:
    one = two = invented_person(rng)
    while set(one.split()) & set(two.split()):
        two = invented_person(rng)
    return one, two


def _framed(frame: str, sentence: Sentence) -> str:
    text = sentence.text.rstrip(".! ")
    first = sentence.tokens[0]
    keeps = first.upos in ("PROPN", "NUM") or text[1:2].isupper() or text[:2] in ("I ", "I'")
    small = text if keeps else text[:1].lower() + text[1:]
    return frame.format(who="NAME", what=small, What=text[:1].upper() + text[1:])


def _said(
    passage: Sequence[Sentence], target: Sentence, names: Sequence[str], rng: random.Random
) -> str:
    """The passage as turns, as quotations or as messages: the target by the first, the rest not."""
    turns: list[tuple[str, list[str]]] = []
    for sentence in passage:
        name = names[0] if sentence is target else names[1]
        if not turns or turns[-1][0] != name:
            turns.append((name, []))
        turns[-1][1].append(without_quotes(sentence).text)
    if len(turns) == 1:
        turns.insert(rng.randint(0, 1), (names[1], [rng.choice(_SHORT_TURNS)]))
    way = rng.randrange(4)
    if way == 0:
        lines = [f"“{' '.join(texts)}” {name} said." for name, texts in turns]
        return " ".join(lines)
    if way == 1:
        day = invented_day(rng)
        return "\n".join(f"From: {name}\nDate: {day}\n{' '.join(texts)}" for name, texts in turns)
    loud, mark = rng.random() < 0.5, rng.choice((": ", " - ", ": ", " (by phone): "))
    lines = [f"{name.upper() if loud else name}{mark}{' '.join(texts)}" for name, texts in turns]
    return rng.choice(("\n", " ")).join(lines)


_SHORT_TURNS = (
    "Thank you for coming.", "Could you say a little more?", "I have nothing to add.",
    "That is all from me.", "What happened next?", "I agree.", "We will look into it.",
)  # fmt: skip

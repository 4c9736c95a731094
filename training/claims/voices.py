"""A passage of prose as other sources would have it: notes, forms, minutes, mail, transcripts.

Whatever the prose says, the passage still says, so that a claim made from it stays true.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from training.claims.first_person import in_first_person, pronouns_of_speaker, speaker_of
from training.claims.grammar import Sentence, Token, is_plural, is_sound, without_quotes
from training.claims.invented import invented_day, invented_person
from training.claims.names import BODY, SAYING, Name
from training.claims.notes import Style, as_form, noted
from training.claims.setting import Setting
from training.claims.shortening import clause_alone

Voice = Callable[[Sequence[Sentence], Sentence, Setting], str | None]
"""Writes a passage, one of whose sentences is the one that a claim is made of."""


def in_voice(passage: Sequence[Sentence], target: Sentence, setting: Setting) -> str | None:
    """The passage in a voice drawn by chance; None if nothing of it can be told so."""
    names, weights = zip(*VOICES, strict=True)
    return setting.rng.choices(names, weights)[0](passage, target, setting)


def notes(passage: Sequence[Sentence], _: Sentence, setting: Setting) -> str | None:
    """Notes, with one kind of mark between them."""
    rng = setting.rng
    style = Style.drawn(rng)
    mark = rng.choice(("; ", ". ", " - ", " ", "\n- ", "\n"))
    lines = [noted(one, style) for one in passage]
    return _headed(rng.choice(_HEADS_OF_NOTES), mark.join(line for line in lines if line), rng)


def form(passage: Sequence[Sentence], target: Sentence, setting: Setting) -> str | None:
    """The target in fields or as a row, and the others as notes or as they are."""
    rng = setting.rng
    style = Style.drawn(rng)
    keeps = rng.random() < 0.4
    lines: list[str] = []
    for one in passage:
        line = as_form(one, style, rng) if one is target or rng.random() < 0.5 else None
        if line is None and one is target:
            return None
        lines.append(line or (one.text if keeps else noted(one, style)))
    return _headed(rng.choice(_HEADS_OF_FORMS), rng.choice(("\n", ". ", "; ")).join(lines), rng)


def minutes(passage: Sequence[Sentence], _: Sentence, setting: Setting) -> str | None:
    """Numbered minutes."""
    rng = setting.rng
    style = Style(True, True, False, False, rng.random() < 0.2, False, False)
    number, item = rng.randint(1, 9), rng.randint(1, 4)
    lines: list[str] = []
    for one in passage:
        text = noted(one, style)
        if is_sound(one) and rng.random() < 0.6:
            lead = rng.choice(_LEADS_OF_MINUTES)
            text = f"{lead} {_small(one, text)}"
        front = f"{number}.{item} " if rng.random() < 0.9 else ""
        lines.append(f"{front}{text}.")
        item += 1
    return _headed(rng.choice(_HEADS_OF_MINUTES), "\n".join(lines), rng)


def transcript(passage: Sequence[Sentence], _: Sentence, setting: Setting) -> str | None:
    """Turns of a conversation: who is spoken of speaks, in the first person."""
    rng = setting.rng
    loud = rng.random() < 0.5
    turns: list[tuple[str, list[str]]] = []
    is_told = False
    for one in passage:
        said = spoken(one, setting)
        if said is None:
            text = one.text
            if not turns:
                turns.append((rng.choice((invented_person(rng), *_ASKING)), []))
            turns[-1][1].append(text)
            continue
        is_told = True
        speaker, text = said
        if not turns or turns[-1][0] != speaker:
            turns.append((speaker, []))
        if not turns[-1][1] and rng.random() < 0.25:
            text = f"{rng.choice(_OPENINGS)} {_small(one, text)}" if text[:2] != "I " else text
        turns[-1][1].append(text)
    if not is_told:
        return None
    mark = rng.choice((": ", ": ", " - ", " (on record): "))
    lines = [
        f"{speaker.upper() if loud else speaker}{mark}{' '.join(texts)}" for speaker, texts in turns
    ]
    return _headed(rng.choice(_HEADS_OF_TALK), "\n".join(lines), rng)


def mail(passage: Sequence[Sentence], _: Sentence, setting: Setting) -> str | None:
    """A message by the one that a sentence is about, or by somebody else."""
    rng = setting.rng
    sender = ""
    lines: list[str] = []
    for one in passage:
        said = spoken(one, setting)
        if said is not None and sender in ("", said[0]):
            sender = said[0]
            lines.append(said[1])
        else:
            lines.append(one.text)
    sender = sender or invented_person(rng)
    head = [f"From: {sender}", f"{rng.choice(('Sent', 'Date'))}: {invented_day(rng)}"]
    if rng.random() < 0.6:
        head.append(f"To: {invented_person(rng)}")
    greeting = rng.choice(("Hi all,", f"Dear {invented_person(rng)},", "Hello,", "Colleagues,", ""))
    end = rng.choice((f"Best, {sender}", sender, f"Regards, {sender}", ""))
    return "\n".join(part for part in (*head, greeting, " ".join(lines), end) if part)


def questions(passage: Sequence[Sentence], target: Sentence, setting: Setting) -> str | None:
    """The target as a question with its answer."""
    rng = setting.rng
    asked = _asked(target, setting)
    if asked is None:
        return None
    question, answer = asked
    one, two = rng.choice((("Q", "A"), ("Q.", "A."), ("Question", "Answer"), ("", "")))
    pair = f"{one}: {question} {two}: {answer}" if one else f"{question} – {answer}"
    return " ".join(pair if sentence is target else sentence.text for sentence in passage)


VOICES: tuple[tuple[Voice, float], ...] = (
    (notes, 3.0),
    (form, 3.0),
    (minutes, 1.2),
    (transcript, 4.0),
    (mail, 1.5),
    (questions, 1.5),
)
"""Each voice with its weight."""

_HEADS_OF_NOTES = ("", "", "Notes", "Reporter's notes", "Call notes", "Phone call", "Field notes")
_HEADS_OF_FORMS = ("", "", "Fact sheet", "Log", "Incident log", "Summary", "Key facts", "Register")
_HEADS_OF_MINUTES = ("", "Minutes", "Minutes of the meeting", "Agenda items", "Draft minutes")
_HEADS_OF_TALK = ("", "", "Transcript", "Interview", "Recording", "Press conference", "Hearing")
_LEADS_OF_MINUTES = (
    "Noted that", "It was reported that", "Reported:", "Noted:", "Members heard that",
    "The meeting was told that", "Minuted:", "It was noted that",
)  # fmt: skip
_ASKING = ("Reporter", "Q", "Moderator", "Chair", "Interviewer", "Host")
_OPENINGS = (
    "Well,",
    "Look,",
    "Yes.",
    "Thank you.",
    "So,",
    "Right,",
    "Um,",
    "No, no.",
    "As I said,",
)


def spoken(sentence: Sentence, setting: Setting) -> tuple[str, str] | None:
    """Who would say a sentence, and how, if the one whom it is about did; None if nobody can."""
    lexicon, rng = setting.lexicon, setting.rng
    name = speaker_of(sentence, lexicon)
    if name is None or not is_sound(sentence):
        return None
    if sentence.root.base in SAYING:
        copy = without_quotes(sentence)
        if not clause_alone(copy, setting):
            return None
        done = pronouns_of_speaker(copy, name, lexicon)
    else:
        done = in_first_person(without_quotes(sentence), name, lexicon)
    return None if done is None else (_speaker(name, rng), done.text)


def _speaker(name: Name, rng: random.Random) -> str:
    if name.kind == BODY:
        return rng.choice((f"Spokesperson for {name.text}", f"{name.text} spokesman", name.text))
    if name.title is not None and rng.random() < 0.5:
        return f"{name.title.form} {name.text}"
    return name.text


def _headed(head: str, body: str, rng: random.Random) -> str:
    return f"{head}{rng.choice(('. ', ': ', chr(10)))}{body}" if head else body


def _small(sentence: Sentence, text: str) -> str:
    """A text without the capital at its beginning, unless that is a name's."""
    first = next((one for one in sentence.tokens if one.is_word), sentence.tokens[0])
    keeps = first.upos in ("PROPN", "NUM") or text[:2] in ("I ", "I'") or text[1:2].isupper()
    return text if keeps else text[:1].lower() + text[1:]


def _asked(sentence: Sentence, setting: Setting) -> tuple[str, str] | None:
    """A sentence with an object or a counted one as a question, and the answer to it."""
    root = sentence.root
    subject = sentence.child(root, "nsubj")
    if subject is None or root.upos != "VERB" or sentence.child(root, "aux", "neg", "conj"):
        return None
    if root.xpos not in ("VBD", "VBZ", "VBP") or subject.upos == "PRON" or not is_sound(sentence):
        return None
    bare = setting.lexicon.inflect(root.base, "VB")
    doer = sentence.subtree(subject)
    start = sentence.index(root)
    if bare is None or not sentence.is_stretch(doer) or sentence.index(doer[-1]) > start:
        return None
    if sentence.tokens[0] is not doer[0] or any(one.base in _NEGATIVE for one in sentence.tokens):
        return None
    helper = "did"
    if root.xpos != "VBD":
        helper = "do" if is_plural(sentence, subject) else "does"
    who = _text(doer)
    who = _small(sentence, who)
    adverbs = sentence.tokens[sentence.index(doer[-1]) + 1 : start]
    rest = [one for one in sentence.tokens[start + 1 :] if one is not sentence.tokens[-1]]
    ways: list[tuple[str, str]] = []
    target = sentence.child(root, "obj")
    if target is not None:
        thing = sentence.subtree(target)
        left = [one for one in (*adverbs, *rest) if one not in thing]
        before = " ".join(part for part in (who, bare, _text(left)) if part)
        answer = _text(thing)
        answer = answer[:1].upper() + answer[1:]
        word = "Whom" if target.upos == "PROPN" and len(thing) <= 3 else "What"
        if sentence.is_stretch(thing):
            ways.append((f"{word} {helper} {before}?", f"{answer}."))
            count = next((one for one in thing if one.upos == "NUM" and one.head is target), None)
            if count is thing[0] and target.xpos == "NNS" and not sentence.children(count):
                counted = _text(thing[1:])
                number = count.form[:1].upper() + count.form[1:]
                ways += 2 * [(f"How many {counted} {helper} {before}?", f"{number}.")]
    whole = " ".join(part for part in (who, _text(adverbs), bare, _text(rest)) if part)
    ways.append((f"{helper.capitalize()} {whole}?", setting.rng.choice(_YES)))
    return setting.rng.choice(ways)


_NEGATIVE = frozenset(["not", "n't", "no", "never", "none", "nobody", "nothing", "also", "however"])
_YES = ("Yes.", "Yes.", "Yes, that is right.", "Correct.", "That's correct, yes.")


def _text(tokens: Sequence[Token]) -> str:
    words = [one.form + " " * one.space for one in tokens]
    return "".join(words).strip().strip(",;:")

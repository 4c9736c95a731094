"""Sound text that is not a full sentence: ellipses, bylines, scores, credits.

Papers print these between their sentences. A reader that was not trained on them reports them.
"""

from __future__ import annotations

import random

from training.sentences.kinds import Role
from training.sentences.names import Names

ELLIPSES = (
    "Not this time.", "Not any more.", "Not yet.", "Not so.", "Not even close.", "Not today.",
    "And yet.", "Well, almost.", "No such luck.", "No more.", "No one.", "Nothing at all.",
    "Never.",
    "Far from it.", "Hardly.", "Not a chance.", "Quite the opposite.", "On the contrary.", "Maybe.",
    "Enough said.", "So far, so good.", "So much for that.", "Easier said than done.", "Why now?",
    "But why?", "Or not.", "What next?", "And then what?", "How so?", "Who knows?", "Really?",
    "The reason?", "The result?", "The problem?", "Good news, then.", "Bad luck.", "Fair enough.",
    "Same again next year.", "First things first.", "Case closed.", "Back to square one.",
    "Or both.",
    "Like father, like son.", "More of the same.", "Full marks for effort.", "Just in case.",
    "Once again, no answer.", "And still no answer.", "Then silence.", "Until now.", "Until today.",
    "Not everyone agrees.", "Not for the first time.", "Nor was it the last.", "Nor should it be.",
    "All the more reason to wait.", "What a day.", "What a waste.", "Time to go.",
    "Time for a change.",
    "Small wonder.", "No wonder.", "Little did they know.", "Which is it?", "To what end?",
    "At last.",
    "If only.", "As if.", "Exactly.", "Of course not.", "Of course.", "Just like that.", "For now.",
)  # fmt: skip
"""Text that stands alone deliberately."""

REPORTS = (
    "{place} beat {place} {i}-{i} on {day}.", "{place} lost {i}-{i} at home to {place}.",
    "{s} won {set}, {set} to reach the last four.", "{p} has more.", "{p} reports.",
    "{p} scored twice as {place} won {i}-{i}.", "{place} drew {i}-{i} with {place}.",
    "Shares in {s} fell {i}.{i}% to £{m}.{i}.", "Sales at {s} rose {m}% to ${i}.{i}bn.",
    "{s}’s profit was up {i}% at £{m}m.", "{s} was down {i}.{i}% at {m} pence.",
    "The {n} is worth £{m}m over {i} years.", "That is {i}% less than a year ago.",
    "{s} cut its {n} forecast to {i}.{i}% from {i}.{i}%.",
    "The {n} closed up {m} points at {m}{m}.",
    "{s}, {age}, won by {i} strokes.", "{s} are {i} points clear at the top.",
    "{s} play {place} next.", "Now the {n}.", "More on the {n} at {time}.", "First, the {n}.",
    "Next, {place}.", "Back now to the {n}.", "That {n} again.", "Here is {p}.",
    "Our {n} editor, {p}.", "Also tonight: the {n}.", "The time is {time}.", "Let’s go to {p}.",
    "Good evening.", "Good morning from {place}.", "And the {n}? Still there.",
    "So, no {n} today.", "{n} editor {p} reports.", "{n} leader {p} said no.",
    "{s} say the {n} was theirs.", "{s} says the {n} is safe.", "Up first, the {n}.",
    "{s} finished third, {m} seconds back.", "{place} are unbeaten in {i}.",
)  # fmt: skip
"""Sentences of sport, of the markets and of broadcasts."""

PATTERNS = (
    "Not {a}.", "But not {a}.", "And {a}?", "What about {a}?", "Why {a}?", "So much for {a}.",
    "No {n}, no {n}.", "First {a}, then {a}.", "More {n}, less {n}.", "Then {a}.", "Enter {p}.",
    "Hence {a}.", "Not {a}, not {a}.", "Just {a}.", "Another {n}, another {n}.",
    "{P}, of all people.",
    "Same {n}, same {n}.", "A {n}, perhaps.", "Neither {a} nor {a}.", "Good for {a}.",
    "Over to {p}.",
    "{A}? Hardly.", "Less {n}, more {n}.", "Except {a}.", "Even {a}.", "Especially {a}.",
)  # fmt: skip
"""Ellipses with a phrase (`a`), a noun (`n`) or a name (`p`) in them."""

NOUNS = (
    "answer", "bridge", "budget", "bus", "clinic", "crowd", "deal", "debate", "drama", "ferry",
    "flood", "goal", "harbour", "job", "law", "library", "meeting", "money", "noise", "paper",
    "plan",
    "price", "promise", "queue", "rain", "report", "road", "rule", "school", "smoke", "station",
    "strike", "talk", "tax", "ticket", "traffic", "vote", "water", "wind", "work",
)  # fmt: skip

LINES = (
    ("By {p}", Role.PARAGRAPH), ("By {p} and {p}", Role.PARAGRAPH),
    ("By {p}, {place}", Role.PARAGRAPH),
    ("{p}, {place}", Role.PARAGRAPH), ("{p} in {place}", Role.PARAGRAPH),
    ("Reporting by {p}; editing by {p}", Role.PARAGRAPH),
    ("Additional reporting by {p} and {p}.", Role.PARAGRAPH), ("Photo: {p}", Role.CAPTION),
    ("Photograph: {p}/{s}", Role.CAPTION), ("Picture by {p}.", Role.CAPTION),
    ("Image: {s}", Role.CAPTION),
    ("From left: {p}, {p} and {p}.", Role.CAPTION),
    ("{p} (left) and {p} in {place}.", Role.CAPTION),
    ("{p} at the {n} in {place} on {day}", Role.CAPTION),
    ("{p}, {age}, with the {n}.", Role.CAPTION),
    ("{place} {i}, {place} {i}", Role.PARAGRAPH), ("{place} {i}-{i} {place}", Role.PARAGRAPH),
    ("{place} {i} ({s} {m}, {s} {m}) {place} {i}", Role.PARAGRAPH),
    ("{place} v {place}, {day}, {time}", Role.PARAGRAPH),
    ("{place} {i} {place} {i}.", Role.PARAGRAPH),
    ("{place}: {s}; {s}, {s}; {s}.", Role.PARAGRAPH), ("Subs: {s}, {s}, {s}.", Role.PARAGRAPH),
    ("{p} bt {p} {set}, {set}", Role.PARAGRAPH), ("{p} ({place}) beat {p} ({place}) {set}, {set}.",
    Role.PARAGRAPH), ("1 {p} ({place}) {m}.{m}s; 2 {p} ({place}) {m}.{m}.", Role.LIST_ITEM),
    ("The {n}: {day}, {time}, {place}", Role.LIST_ITEM),
    ("{day} {time}: {n}, {place}", Role.LIST_ITEM),
    ("Tickets £{m}; www.{w}.org/{n}", Role.PARAGRAPH), ("Details: {w}.co.uk", Role.PARAGRAPH),
    ("Follow {p} on Twitter: @{w}", Role.PARAGRAPH), ("Email: {w}@{n}s.org", Role.PARAGRAPH),
    ("{p} is on Twitter @{w}.", Role.PARAGRAPH), ("Box office: 0{m} {m}{m} {m}{m}", Role.PARAGRAPH),
    ("{n}: {m}% (up {i})", Role.LIST_ITEM), ("{P}, {age}, {n} worker", Role.PARAGRAPH),
    ("{place}, {date}", Role.PARAGRAPH), ("Published {date}", Role.PARAGRAPH),
    ("Q: Why the {n}?", Role.PARAGRAPH), ("Q. What about the {n}?", Role.PARAGRAPH),
)  # fmt: skip
"""Lines of a paper that are not sentences, with their places."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Sat", "Sun")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _filled(pattern: str, names: Names, rng: random.Random) -> str:
    def one(key: str) -> str:
        if key in ("p", "P"):
            return " ".join(names.name(rng))
        if key in ("a", "A"):
            noun = rng.choice(NOUNS)
            text = rng.choice(
                (f"the {noun}", f"the {noun}s", f"a {noun}", " ".join(names.name(rng)))
            )
            if text.startswith("a ") and noun[0] in "aeiou":
                text = f"an {noun}"
            return text[:1].upper() + text[1:] if key == "A" else text
        if key in ("s", "place"):
            return names.surname(rng)
        return {
            "n": lambda: rng.choice(NOUNS),
            "i": lambda: str(rng.randint(0, 6)),
            "m": lambda: str(rng.randint(10, 89)),
            "age": lambda: str(rng.randint(16, 93)),
            "day": lambda: rng.choice(DAYS),
            "time": lambda: (
                f"{rng.randint(1, 12)}{rng.choice(('', '.30', ':15'))}{rng.choice('ap')}m"
            ),
            "date": lambda: f"{rng.randint(1, 31)} {rng.choice(MONTHS)} {rng.randint(1990, 2026)}",
            "set": lambda: f"6-{rng.randint(0, 4)}",
            "w": lambda: rng.choice(NOUNS) + rng.choice(names.surnames).lower(),
        }[key]()

    parts: list[str] = []
    rest = pattern
    while "{" in rest:
        before, _, rest = rest.partition("{")
        key, _, rest = rest.partition("}")
        parts += [before, one(key)]
    text = "".join([*parts, rest])
    return text[:1].upper() + text[1:]


def short_text(names: Names, rng: random.Random) -> tuple[str, Role]:
    """A text of its own, with its place."""
    choice = rng.random()
    if choice < 0.2:
        return rng.choice(ELLIPSES), Role.PARAGRAPH
    if choice < 0.5:
        return _filled(rng.choice(REPORTS), names, rng), Role.PARAGRAPH
    if choice < 0.7:
        return _filled(rng.choice(PATTERNS), names, rng), Role.PARAGRAPH
    pattern, role = rng.choice(LINES)
    if rng.random() < 0.4:
        role = Role.PARAGRAPH
    return _filled(pattern, names, rng), role

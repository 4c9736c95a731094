"""Facts made up in rows, lists and minutes: who did what, and which figure belongs to which row.

Prose from which other claims are made has few such sources. Each record has several rows or people,
so that only the place of a value tells to what it belongs.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

from training.claims.claim import Claim
from training.claims.figures import in_words
from training.claims.invented import invented_day, invented_person, invented_place


class Record(NamedTuple):
    """A source with true claims about it, and claims on which it is silent."""

    passage: str
    claims: list[str]
    unknown: list[str]


SILENT_CHANCE = 0.3
"""How often a claim is made on which the record is silent."""


def record_claims(rng: random.Random, number: int) -> list[Claim]:
    """Up to `number` true claims about one record, and perhaps one on which it is silent."""
    record = rng.choice(RECORDS)(rng)
    chosen = rng.sample(record.claims, min(number, len(record.claims)))
    made = [Claim(claim, record.passage, "", "record") for claim in chosen]
    if rng.random() < SILENT_CHANCE:
        text = rng.choice(record.unknown)
        made.append(Claim(text, record.passage, "", "record, silent", is_silent=True))
    return made


class Column(NamedTuple):
    """A figure that rows have: its names in a table, and sentences about a row with it."""

    names: tuple[str, ...]
    sentences: tuple[str, ...]
    least: int
    most: int


COLUMNS: tuple[Column, ...] = (
    Column(
        ("dead", "deaths", "fatalities", "killed"),
        ("{n} people died in {r}.", "In {r}, {n} were killed.", "The death toll in {r} is {n}."),
        2,
        90,
    ),
    Column(
        ("injured", "hurt", "wounded"),
        ("{n} people were injured in {r}.", "{n} were hurt in {r}."),
        2,
        400,
    ),
    Column(
        ("homes destroyed", "houses destroyed"),
        ("{n} homes were destroyed in {r}.", "{r} lost {n} homes."),
        2,
        900,
    ),
    Column(
        ("arrests", "arrested"),
        ("Police made {n} arrests in {r}.", "{n} people were arrested in {r}."),
        2,
        200,
    ),
    Column(
        ("population", "inhabitants", "pop."),
        ("{r} has {n} inhabitants.", "{r} has a population of {n}."),
        900,
        90000,
    ),
    Column(
        ("pupils", "enrolment", "students"),
        ("{n} pupils attend the school in {r}.", "The school in {r} has {n} students."),
        40,
        2200,
    ),
    Column(("beds", "no. of beds"), ("The hospital in {r} has {n} beds.",), 20, 900),
    Column(
        ("votes for", "yes", "in favour"),
        ("{n} voters in {r} said yes.", "{n} people in {r} voted in favour."),
        100,
        40000,
    ),
    Column(
        ("votes against", "no", "opposed"),
        ("{n} people in {r} voted against.", "{n} voters in {r} said no."),
        100,
        40000,
    ),
    Column(
        ("visitors", "attendance", "visits"),
        ("{r} had {n} visitors.", "{n} people visited {r}."),
        200,
        90000,
    ),
    Column(
        ("budget ($)", "cost, $", "spending ($)"),
        ("{r} will spend ${n}.", "The cost in {r} is ${n}."),
        2000,
        900000,
    ),
    Column(
        ("cases", "infections", "confirmed"),
        ("{n} cases were confirmed in {r}.", "{r} counted {n} infections."),
        3,
        5000,
    ),
    Column(
        ("jobs", "staff", "employees"),
        ("{n} people work at the plant in {r}.", "The plant in {r} employs {n} people."),
        20,
        4000,
    ),
    Column(
        ("jobs lost", "layoffs", "redundancies"),
        ("{n} jobs will go in {r}.", "{r} loses {n} jobs."),
        20,
        2000,
    ),
    Column(("trees", "trees planted"), ("{n} trees were planted in {r}.",), 20, 9000),
    Column(
        ("inspections", "checks"),
        ("Inspectors made {n} checks in {r}.", "{n} inspections took place in {r}."),
        2,
        300,
    ),
    Column(
        ("complaints", "complaints received"),
        ("{n} complaints came from {r}.", "Residents of {r} made {n} complaints."),
        2,
        700,
    ),
    Column(("buses", "vehicles"), ("{r} has {n} buses.", "{n} buses run in {r}."), 2, 300),
)


def _number(rng: random.Random, column: Column) -> int:
    return round(column.least * (column.most / column.least) ** rng.random())


def _shown(number: int, rng: random.Random) -> str:
    """A figure as a sentence has it."""
    word = in_words(str(number)) if number <= 12 and rng.random() < 0.6 else None
    return word or (f"{number:,}" if rng.random() < 0.85 else str(number))


def table(rng: random.Random) -> Record:
    """Places and figures, in rows."""
    rows = _different(rng, invented_place, rng.randint(2, 4))
    columns = rng.sample(COLUMNS, rng.randint(1, 3))
    figures = {(row, column): _number(rng, column) for row in rows for column in columns}
    heads = {column: rng.choice(column.names) for column in columns}
    way = rng.randrange(4)
    lines: list[str] = []
    if way == 0:
        lines.append(" ".join(["Place", *(heads[column] for column in columns)]))
        lines += [
            " ".join([row, *(_plain(figures[row, one], rng) for one in columns)]) for row in rows
        ]
    else:
        for row in rows:
            cells = [
                f"{heads[one]} {_plain(figures[row, one], rng)}" if way < 3
                else f"{heads[one]}: {_plain(figures[row, one], rng)}" for one in columns
            ]  # fmt: skip
            lines.append(
                f"{row}{rng.choice((':', ' -', ' |'))} {rng.choice((', ', '; ')).join(cells)}"
            )
    claims = []
    for (row, column), number in figures.items():
        sentence = rng.choice(column.sentences)
        claims.append(_begun(sentence.format(r=row, n=_shown(number, rng))))
    column = columns[0]
    numbers = {row: figures[row, column] for row in rows}
    top, low = max(rows, key=numbers.__getitem__), min(rows, key=numbers.__getitem__)
    if numbers[top] > numbers[low]:
        for one, word in ((top, "highest"), (low, "lowest")):
            claims.append(f"The {word} figure for {heads[column]} is that of {one}.")
    stranger, unused = (
        invented_place(rng),
        rng.choice([one for one in COLUMNS if one not in columns]),
    )
    unknown = [
        _begun(rng.choice(columns[0].sentences).format(r=stranger, n=_shown(numbers[top], rng))),
        _begun(rng.choice(unused.sentences).format(r=top, n=_shown(_number(rng, unused), rng))),
    ]
    return Record(rng.choice((". ", "\n", "; ")).join(lines), claims, unknown)


def _plain(number: int, rng: random.Random) -> str:
    return f"{number:,}" if rng.random() < 0.5 else str(number)


MOTIONS = (
    "to close the library on Mondays", "to approve the budget", "to sell the old fire station",
    "to fund a second ambulance", "to ban cars from the market square", "to raise the parking fee",
    "to adopt the flood plan", "to repair the north bridge", "to hire two nurses",
    "to delay the sewer works", "to rename the park", "to lease the harbour office",
    "to extend the tram line", "to appoint an auditor", "to reopen the swimming pool",
)  # fmt: skip
MEMBERS = ("Cllr", "Councillor", "Ms", "Mr", "Member", "")


def motion(rng: random.Random) -> Record:
    """Who proposed and seconded a motion, and how the vote went."""
    one, two, three, four = _different(rng, invented_person, 4)
    title = rng.choice(MEMBERS)
    last = rng.random() < 0.5
    short = {name: (name.split()[1] if last else name) for name in (one, two, three, four)}
    shown = {name: f"{title} {short[name]}".strip() for name in short}
    what, other = rng.sample(MOTIONS, 2)
    ayes, noes = rng.randint(3, 12), rng.randint(0, 11)
    if ayes == noes:
        ayes += 1
    carried = ayes > noes
    text = rng.choice(
        (
            f"Motion {what}: proposed {shown[one]}, seconded {shown[two]}.",
            f"{shown[one]} moved {what}; {shown[two]} seconded.",
            f"Proposed by {shown[one]} and seconded by {shown[two]} {what}.",
            f"{what[3:].capitalize()}. Prop. {shown[one]}, sec. {shown[two]}.",
            f"{shown[one]} proposed, seconded {shown[two]}: {what}.",
        )
    )
    vote = rng.choice(
        (
            f"For {ayes}, against {noes}. {'Carried' if carried else 'Lost'}.",
            f"Vote: {ayes}-{noes}, {'carried' if carried else 'defeated'}.",
            f"{'CARRIED' if carried else 'REJECTED'} {ayes} to {noes}.",
            f"In favour {ayes}; opposed {noes}.",
        )
    )
    more = rng.choice(
        (
            f"{shown[three]} spoke against. {shown[four]} abstained.",
            f"{shown[three]} opposed the motion; {shown[four]} left the room.",
            f"Apologies: {shown[four]}. Chair: {shown[three]}.",
            f"{shown[three]} asked {other}; referred by {shown[four]}.",
        )
    )

    def about(sentence: str, name: str) -> str:
        title_of = rng.choice(("", "", "Councillor ")) if title else ""
        return sentence.format(who=title_of + short[name])

    claims = [
        about(f"{{who}} proposed {what}.", one),
        about("The proposal came from {who}.", one),
        about(f"The motion {what} was seconded by {{who}}.", two),
        about("{who} seconded the motion.", two),
    ]
    if "against" in more or "opposed the" in more:
        claims.append(about("{who} was against the motion.", three))
    if "Chair" in more:
        claims.append(about("{who} chaired the meeting.", three))
        claims.append(about("{who} sent apologies.", four))
    high, low = max(ayes, noes), min(ayes, noes)
    claims += [
        f"The motion {'passed' if carried else 'failed'} by {high} votes to {low}.",
        f"The council voted {ayes} to {noes} {what}.",
    ]
    unknown = [
        f"{invented_person(rng)} proposed {what}.",
        f"The council postponed the vote {what}.",
    ]
    parts = [text, vote, more] if rng.random() < 0.7 else [more, text, vote]
    return Record(rng.choice((" ", "\n")).join(parts), claims, unknown)


POSTS = (
    "mayor", "treasurer", "fire chief", "headteacher", "harbour master", "coroner", "clerk",
    "chief engineer", "union leader", "head nurse", "defence lawyer", "prosecutor", "coach",
    "station manager", "vet", "plant director", "school nurse", "deputy mayor", "police chief",
)  # fmt: skip


def people(rng: random.Random) -> Record:
    """Who holds which post, in which place, how old."""
    names = _different(rng, invented_person, rng.randint(2, 4))
    posts = dict(zip(names, rng.sample(POSTS, len(names)), strict=True))
    ages = dict(zip(names, rng.sample(range(19, 88), len(names)), strict=True))
    towns = dict(zip(names, _different(rng, invented_place, len(names)), strict=True))
    way = rng.randrange(5)
    lines = []
    for name in names:
        post, age, town = posts[name], ages[name], towns[name]
        lines.append(
            (
                f"{name} – {post}, {town}, {age}", f"{post}: {name} ({age}), {town}",
                f"{name}, {age}; {post}; from {town}",
                f"Name: {name}. Role: {post}. Age: {age}. Town: {town}",
                f"{name} | {post} | {age} | {town}",
            )[way]
        )  # fmt: skip
    rng.shuffle(lines)
    claims = []
    for name in names:
        claims += [
            f"{name} is {ages[name]}.",
            f"{name.split()[1]}, {ages[name]}, lives in {towns[name]}.",
            f"{name} is the {posts[name]}.",
            f"The {posts[name]}, {name}, is from {towns[name]}.",
        ]
    unused = rng.choice([post for post in POSTS if post not in posts.values()])
    unknown = [
        f"{names[0]} is married to the {unused}.",
        f"{invented_person(rng)} is the {unused}.",
    ]
    return Record(rng.choice(("\n", ". ", "; ")).join(lines), claims, unknown)


DEEDS = (
    ("sued", "was sued by"), ("hired", "was hired by"), ("beat", "was beaten by"),
    ("paid", "was paid by"), ("accused", "was accused by"), ("succeeded", "was succeeded by"),
    ("bought a house from", "sold a house to"), ("hit", "was hit by"), ("helped", "was helped by"),
    ("taught", "was taught by"), ("called", "was called by"), ("replaced", "was replaced by"),
    ("lent money to", "borrowed money from"), ("rescued", "was rescued by"),
    ("dismissed", "was dismissed by"), ("overtook", "was overtaken by"),
    ("outbid", "was outbid by"), ("reported", "was reported by"), ("trained", "was trained by"),
)  # fmt: skip


def deed(rng: random.Random) -> Record:
    """Who did something to whom, told in the active, the passive or the first person."""
    one, two, three, four = _different(rng, invented_person, 4)
    (active, passive), (active2, passive2) = rng.sample(DEEDS, 2)
    when, where = invented_day(rng), invented_place(rng)

    def told(doer: str, target: str, verb: str, turned: str) -> str:
        return rng.choice(
            (
                f"{doer} {verb} {target}.", f"{target} {turned} {doer}.",
                f"{doer.upper()}: I {verb} {target}.",
                f"{target}: I {turned} {doer}.",
                f"{doer} – {verb} {target}.",
            )
        )  # fmt: skip

    first = told(one, two, active, passive)
    second = told(three, four, active2, passive2)
    detail = rng.choice((f" {when}, {where}.", f" That was in {where} on {when}.", ""))
    passage = " ".join(rng.sample((first + detail, second), 2))
    claims = []
    for doer, target, verb, turned in (
        (one, two, active, passive),
        (three, four, active2, passive2),
    ):
        claims += [
            f"{doer} {verb} {target}.",
            f"{target} {turned} {doer}.",
            f"It was {doer} who {verb} {target}.",
        ]
    unknown = [f"{one} {active2} {two}.", f"{invented_person(rng)} {active} {two}."]
    return Record(passage, claims, unknown)


RECORDS: tuple[Callable[[random.Random], Record], ...] = (table, table, motion, people, deed)


def _different(rng: random.Random, draw: Callable[[random.Random], str], number: int) -> list[str]:
    """So many names, no two with the same word."""
    names: list[str] = []
    words: set[str] = set()
    while len(names) < number:
        name = draw(rng)
        if not words & set(name.split()):
            names.append(name)
            words |= set(name.split())
    return names


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]

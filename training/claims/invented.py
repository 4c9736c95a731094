"""Names and days that nobody has written about, so that only the passage tells who they are."""

from __future__ import annotations

import random

from training.claims.names import MONTHS, WEEKDAYS

ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s sh sk st t th tr v w y z".split()
VOWELS = "a a e e i i o o u ai ea ia oo ou".split()
CODAS = "d f g k l ll m n n n nd ng r r rt s s sh ss st t th x".split()
ENDS_OF_PERSONS = "son er ic ova ez man ski ara elli sen wright ley ano".split()
ENDS_OF_PLACES = "ton ville burg ford by stad haven field dale mouth port ham bridge wick".split()
FIRST_NAMES = (
    "Aisha Alan Amara Ana Ben Carla Chen Dalia David Elena Emeka Eva Farid Fiona Grace Hana Hugo "
    "Ines Ivan Jack James Joan Karim Kate Leila Liam Lucia Mark Mary Mei Mona Nadia Nils Noor Omar "
    "Paul Peter Priya Rosa Ruth Sam Sara Simon Sofia Tariq Tom Una Vera Victor Wanda Yusuf Zoe"
).split()


def _stem(rng: random.Random, syllables: int) -> str:
    parts = [rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables)]
    return "".join(parts)


def invented_surname(rng: random.Random) -> str:
    """A last name."""
    end = rng.choice(ENDS_OF_PERSONS) if rng.random() < 0.4 else rng.choice(CODAS)
    return (_stem(rng, rng.choice((1, 1, 2))) + end).capitalize()


def invented_person(rng: random.Random) -> str:
    """A first and a last name."""
    return f"{rng.choice(FIRST_NAMES)} {invented_surname(rng)}"


def invented_place(rng: random.Random) -> str:
    """A name of a town."""
    end = rng.choice(ENDS_OF_PLACES) if rng.random() < 0.5 else rng.choice(CODAS)
    return (_stem(rng, rng.choice((1, 1, 2))) + end).capitalize()


def invented_day(rng: random.Random) -> str:
    """A date, in one of the usual ways of writing it."""
    day, month, year = rng.randint(1, 28), rng.choice(MONTHS), rng.randint(1990, 2030)
    return rng.choice(
        (
            f"{day} {month} {year}", f"{month} {day}, {year}",
            f"{rng.choice(WEEKDAYS)} {day} {month}",
            f"{year}-{MONTHS.index(month) + 1:02}-{day:02}", f"{day} {month[:3]}",
        )
    )  # fmt: skip

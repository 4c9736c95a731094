"""Figures as words and digits, and how a figure is got wrong."""

from __future__ import annotations

import random

import regex

from training.claims.word_sets import word_list

UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VALUES = {word: value for value, word in enumerate(UNITS)} | {
    word: 10 * value for value, word in enumerate(TENS, start=2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
PLAIN = regex.compile(r"\d{1,3}(?:,\d{3})+|\d+")
NUMBER = regex.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
LONGEST_ROUNDED = 3
"""Figures of fewer digits are not rounded."""


def in_digits(form: str) -> str | None:
    """The digits of a word from "two" to "ninety-nine"."""
    tens, _, unit = form.lower().partition("-")
    if unit:
        if tens in TENS and VALUES.get(unit, 0) in range(1, 10):
            return str(VALUES[tens] + VALUES[unit])
        return None
    value = VALUES.get(tens, 0)
    return str(value) if value > 1 else None


def in_words(form: str) -> str | None:
    """The word for digits from 2 to 99."""
    if not regex.fullmatch(r"\d{1,2}", form) or form[0] == "0" or form == "1":
        return None
    value = int(form)
    if value < len(UNITS):
        return UNITS[value]
    tens, unit = divmod(value, 10)
    return TENS[tens - 2] + (f"-{UNITS[unit]}" if unit else "")


def written_out(form: str, scale: str) -> str | None:
    """Writes 2.5 of "million" as 2,500,000."""
    match = NUMBER.fullmatch(form)
    if match is None:
        return None
    digits = match[2][1:] if match[2] else ""
    value = int(match[1].replace(",", "")) * SCALES[scale]
    value += int(digits or "0") * SCALES[scale] // 10 ** len(digits)
    return f"{value:,}"


def rounded(form: str) -> str | None:
    """A round figure below one of three digits or more: 733,000 to 700,000."""
    if not PLAIN.fullmatch(form) or len(form) < LONGEST_ROUNDED:
        return None
    value = int(form.replace(",", ""))
    step = 10 ** (len(str(value)) - 1)
    lower = value // step * step
    if lower == value or value - lower > 0.25 * value or lower == 0:
        return None
    return f"{lower:,}" if "," in form else str(lower)


def is_year(form: str) -> bool:
    """True for four digits that are read as a year."""
    return bool(regex.fullmatch(r"(?:1[5-9]|20)\d\d", form))


def value_of(form: str) -> float | None:
    """The number that a figure stands for."""
    match = NUMBER.fullmatch(form)
    if match is not None:
        return float(match[1].replace(",", "") + (match[2] or ""))
    word = in_digits(form)
    if word is not None:
        return float(word)
    return float(VALUES[form.lower()]) if form.lower() in VALUES else None


UP, DOWN, EITHER = 1, -1, 0


def another_figure(form: str, rng: random.Random, way: int = EITHER) -> str | None:
    """A figure of the same shape and another value, as a slip makes it.

    `way` is UP or DOWN where only a larger or only a smaller one is wrong, as after "more than".
    """
    value = value_of(form)
    if value is None:
        return None
    for _ in range(12):
        other = _slip(form, rng)
        changed = value_of(other) if other else None
        if other is None or changed is None or changed <= 0:
            continue
        if way == EITHER and changed != value:
            return other
        if (way == UP and changed > 1.4 * value) or (way == DOWN and changed < 0.7 * value):
            return other
    return None


def _slip(form: str, rng: random.Random) -> str | None:
    if not form[0].isdecimal():
        value = value_of(form)
        small = in_words(str(max(2, int(value or 0) + rng.choice((-5, -3, -2, -1, 1, 2, 3, 4, 8)))))
        return small.capitalize() if small and form[0].isupper() else small
    match = NUMBER.fullmatch(form)
    if match is None:
        return None
    digits = match[1].replace(",", "")
    part = match[2] or ""
    way = rng.randrange(5)
    if is_year(form) or way == 0:
        digits = str(int(digits) + rng.choice((-10, -5, -3, -2, -1, 1, 2, 3, 5, 10)))
    elif way == 1 and len(digits) > 1:
        digits = str(int(digits) * 10) if rng.random() < 0.5 or digits[-1] != "0" else digits[:-1]
    elif way == 2 and len(set(digits)) > 1:
        place = rng.randrange(len(digits) - 1)
        digits = (
            digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        )  # transposed, as fingers do
    elif way == 3 and part:
        part = "." + _other_digit(part[1], rng) + part[2:]
    else:
        place = rng.randrange(min(2, len(digits)))
        digits = digits[:place] + _other_digit(digits[place], rng) + digits[place + 1 :]
    if digits.startswith(("0", "-")):
        return None
    return (f"{int(digits):,}" if "," in match[1] else digits) + part


def _other_digit(digit: str, rng: random.Random) -> str:
    return rng.choice([other for other in "123456789" if other != digit])

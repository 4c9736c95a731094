"""Figures as words and digits, and rounded."""

from __future__ import annotations

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

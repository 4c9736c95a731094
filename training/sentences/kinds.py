"""The kinds of damage that the sentence reader distinguishes, and the places of sentences."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """How a word is damaged; the value is the index of its logit."""

    SOUND = 0
    MISSING_VERB = 1
    MISSING_SUBJECT = 2
    MISSING_WORD = 3
    REPEATED = 4
    DUPLICATE_ITEM = 5
    SWAPPED = 6
    AGREEMENT = 7
    VERB_FORM = 8
    CONFUSED = 9
    CAPITAL = 10
    RUN_ON = 11
    FRAGMENT = 12
    GARBLED = 13
    CUT_OFF = 14
    PUNCTUATION = 15
    UNBALANCED = 16
    RUN_TOGETHER = 17


class Role(IntEnum):
    """The place of a sentence: damage in a paragraph can be style in a headline."""

    PARAGRAPH = 0
    HEADING = 1
    LIST_ITEM = 2
    CAPTION = 3
    LABEL = 4
    CELL = 5
    QUOTE = 6

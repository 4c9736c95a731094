"""The names, figures and dates of parsed sentences, and of what kind a name is."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from training.claims.grammar import Sentence, Token
from training.claims.word_sets import word_set

PERSON, PLACE, BODY, OTHER = "person", "place", "body", "other"

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_SHORTENED = word_set("Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.")
TITLES = word_set(
    "Mr. Mrs. Ms. Dr. Sen. Sens. Rep. Reps. Gov. Lt. Col. Gen. Maj. Capt. Sgt. Prof. Rev. "
    "Judge Senator Senators Representative Congressman Congresswoman Governor President "
    "Secretary Chairman Chairwoman Mayor Professor Doctor General Colonel Captain Sergeant "
    "Admiral Ambassador Director Justice Minister Commissioner Administrator King Queen "
    "Prince Princess Leader Speaker Pope Major Lieutenant Corporal Sheriff Chief "
    "Superintendent"
)
PLACES_BY = frozenset(["in", "at", "near", "from", "outside", "across", "throughout"])
BODY_WORDS = word_set(
    "act committee university college center centre department agency association institute "
    "bank board commission council foundation school hospital corporation company congress "
    "court program service subcommittee administration office bureau guard army navy force "
    "house senate district union party church museum airport base county initiative fund bill "
    "plan project research river lake road street highway bridge park"
)
SAYING = word_set(
    "say announce tell add note explain state ask report declare argue warn urge praise write "
    "stress reply testify comment remark insist conclude"
)


PLACE_STARTS = frozenset(
    ["North", "South", "East", "West", "New", "San", "Los", "Las", "St.", "Fort", "Mount", "El"]
)
NAME_PARTS = ("PROPN", "ADJ", "NOUN", "VERB")


@dataclass(frozen=True, eq=False)
class Name:
    """A name in a sentence: its tokens without title and article, and its title."""

    tokens: tuple[Token, ...]
    kind: str
    title: Token | None

    @property
    def text(self) -> str:
        """The name as it reads."""
        return "".join(one.form + " " * one.space for one in self.tokens).strip()


def is_time_word(token: Token) -> bool:
    """True for weekdays and months."""
    return token.form in WEEKDAYS or token.form in MONTHS or token.form in MONTHS_SHORTENED


def names_of(sentence: Sentence, common: Container[str] = frozenset()) -> list[Name]:
    """The names of a sentence, in order; dates are none, nor are single words of `common`."""
    tokens = sentence.tokens
    names: list[Name] = []
    place = 0
    while place < len(tokens):
        if not _is_name_word(tokens, place):
            place += 1
            continue
        start = place
        while place < len(tokens) and (_is_name_word(tokens, place) or _links(tokens, place)):
            place += 1
        names += _name(sentence, start, place, common)
    return names


def _is_name_word(tokens: list[Token], place: int) -> bool:
    """True for a proper noun, and for another word with a capital inside a sentence."""
    token = tokens[place]
    if not token.form[0].isupper() or is_time_word(token) or token.upos not in NAME_PARTS:
        return False
    begins = place == 0 or tokens[place - 1].form in (".", ":", "“", '"', "(")
    return token.upos == "PROPN" or not begins


def _links(tokens: list[Token], place: int) -> bool:
    """True for the "of" (and "the" after it) within a name such as "Department of Justice"."""
    form = tokens[place].form
    if form == "of":
        after = (
            place + 2 if place + 1 < len(tokens) and tokens[place + 1].form == "the" else place + 1
        )
        return (
            place > 0
            and _is_name_word(tokens, place - 1)
            and after < len(tokens)
            and _is_name_word(tokens, after)
        )
    return (
        form == "the" and place > 0 and tokens[place - 1].form == "of" and _links(tokens, place - 1)
    )


def _name(sentence: Sentence, start: int, end: int, common: Container[str]) -> list[Name]:
    """The name that a run of words is, its titles taken off; none where the run is doubtful."""
    tokens = sentence.tokens
    run = tokens[start:end]
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    if all(token.upos != "PROPN" for token in run):
        return []
    if before is not None and not before.space and before.form not in '(“"‘':
        return []
    if after is not None and not run[-1].space and after.form not in ".,;:!?)’'”\"" + "'s’s":
        return []
    title: Token | None = None
    while len(run) > 1 and run[0].form in TITLES and run[1].form != "of":
        if all(token.form.lower() in common for token in run[1:]):
            return []
        title, run = run[0], run[1:]
    if run[0].form in TITLES or len(run) > 7:
        return []
    if run[-1].form in ("Day", "Week", "Month", "Year"):
        return []
    is_common = len(run) == 1 and run[0].form.lower() in common and title is None
    if is_common or any(token.xpos == "NNPS" for token in run[-1:]):
        return []
    if after is not None and run[-1].head is after and after.upos in ("NOUN", "ADJ"):
        return []
    return [Name(tuple(run), _kind(run, before, title, common), title)]


def _kind(
    run: list[Token], before: Token | None, title: Token | None, common: Container[str]
) -> str:
    if title is not None and len(run) <= 3 and all(token.form != "of" for token in run):
        return PERSON
    if any(token.form == "of" for token in run) or run[-1].form.lower() in BODY_WORDS:
        return BODY
    if before is not None and before.form.lower() in ("the", "a", "an", "this", "our"):
        return BODY
    if run[0].form in PLACE_STARTS and len(run) == 2:
        return PLACE
    plain = all(token.form.lower() not in common and not token.form.isupper() for token in run)
    says = any(
        token.relation == "nsubj" and token.head is not None and token.head.base in SAYING
        for token in run
    )
    is_flat = 2 <= len(run) <= 3 and any(token.relation == "flat" for token in run)
    if says and plain and len(run) <= 3:
        return PERSON
    if before is not None and before.form.lower() in PLACES_BY and len(run) <= 2:
        return PLACE
    if before is not None and before.form == "," and len(run) <= 2 and run[0].relation == "nmod":
        return PLACE
    return PERSON if is_flat and plain else OTHER

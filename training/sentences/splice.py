"""Puts other words into a parsed sentence and keeps its tree, for sound variants."""

from __future__ import annotations

from collections.abc import Sequence

from training.readers.parsed_prose import Sentence


def spliced(
    sentence: Sentence,
    first: int,
    last: int,
    forms: Sequence[str],
    tags: Sequence[str],
    spaces: Sequence[bool] | None = None,
) -> Sentence:
    """The sentence with `forms` for its words from `first` to `last`.

    The first new word replaces the old ones in the tree, and the other new words depend on it.
    """
    after = last + 1
    shift = len(forms) - (after - first)
    root = next((i for i in range(first, after) if not first <= sentence.heads[i] <= last), first)

    def moved(index: int) -> int:
        if index < first:
            return index
        return first if index < after else index + shift

    heads = [moved(head) for head in sentence.heads]
    place = len(forms) - 1
    return Sentence(
        [*sentence.forms[:first], *forms, *sentence.forms[after:]],
        [
            *sentence.spaces[:first],
            *(spaces[:-1] if spaces is not None else [True] * place),
            sentence.spaces[last],
            *sentence.spaces[after:],
        ],
        [*sentence.tags[:first], *tags, *sentence.tags[after:]],
        [*sentence.lemmas[:first], *forms, *sentence.lemmas[after:]],
        [*heads[:first], heads[root], *[first] * place, *heads[after:]],
        [
            *sentence.relations[:first],
            sentence.relations[root],
            *["flat"] * place,
            *sentence.relations[after:],
        ],
    )


def with_forms(
    sentence: Sentence, forms: dict[int, str], spaces: dict[int, bool] | None = None
) -> Sentence:
    """The sentence with other words at some places, and other spaces after some."""
    changed = spaces or {}
    return Sentence(
        [forms.get(index, form) for index, form in enumerate(sentence.forms)],
        [changed.get(index, space) for index, space in enumerate(sentence.spaces)],
        sentence.tags,
        sentence.lemmas,
        sentence.heads,
        sentence.relations,
    )

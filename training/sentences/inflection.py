"""The forms of words in parsed prose, to generate wrong forms that exist and their repairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.readers.parsed_prose import Sentence
from training.sentences.usage import Usage

VERB_TAGS = ("VB", "VBZ", "VBP", "VBD", "VBN", "VBG")
NOUN_TAGS = ("NN", "NNS")
LEAST_SEEN = 3


class Inflection:
    """Looks up a form by lemma and Penn tag. Forms are in lower case."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        sentences = list(sentences)
        self.usage = Usage(sentences)
        forms = Counter(form.lower() for one in sentences for form in one.forms if form.isalpha())
        self._known = {form for form, count in forms.items() if count >= LEAST_SEEN}
        self._capitals = {
            one.forms[index].lower()
            for one in sentences
            if one.forms[-1] in (".", "?", "!")
            for index in range(1, len(one))
            if one.forms[index].istitle()
            # A new sentence or a quotation may begin after a mark.
            and one.forms[index - 1][-1:].isalnum()
        }
        seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for index, form in enumerate(sentence.forms):
                tag = sentence.xpos(index)
                if tag in VERB_TAGS or tag in NOUN_TAGS:
                    seen[sentence.lemmas[index].lower(), tag][form.lower()] += 1
        self._forms = {
            key: form
            for key, forms in seen.items()
            for form, count in forms.most_common(1)
            if count >= LEAST_SEEN and form.isalpha()
        }

    def form(self, lemma: str, tag: str) -> str | None:
        """The most common form, or None if it is rare."""
        return self._forms.get((lemma.lower(), tag))

    def is_known(self, form: str) -> bool:
        """Whether the word, written as one word, is not rare in the prose."""
        return form.lower() in self._known

    def has_capital(self, form: str) -> bool:
        """Whether the prose ever gives the word a capital within a sentence: "the Council"."""
        return form.lower() in self._capitals

    def is_past(self, form: str, lemma: str) -> bool:
        """Whether the form can be a past tense: "lost", but not "taken". Unknown verbs can."""
        past = self.form(lemma, "VBD")
        return form.lower() == past if past is not None else not form.lower().endswith("en")

"""What checks must know of a language: where its sentences end, how its words are counted, and how plain they must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from macros.schema.annotations import Audience

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[\"”’»)\]]*\s+(?=[\"“‘«(\[¿¡]*([^\W_]))")


@dataclass(frozen=True, slots=True)
class Limit:
    """How plain texts for an audience must be. Grade, longest sentence and paragraph are hard limits, the mean is a wish.

    Attributes:
        grade: the highest grade, in years of school.
        mean: words in a sentence, on average.
        longest: words in the longest sentence.
        paragraph: sentences in a paragraph.
    """

    grade: float
    mean: float
    longest: int
    paragraph: int = 3


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language, as its folder describes it.

    Attributes:
        name: the name of its folder: ``en``.
        abbreviation: finds, as its first group, a word whose full stop ends no sentence, with that full stop.
        syllables: the number of syllables in a word, at least 1.
        grade: the reading grade, in years of school, from words in a sentence and syllables in a word, on average.
        limits: how plain texts must be, by audience; an audience without a limit has none.
    """

    name: str
    abbreviation: re.Pattern[str]
    syllables: Callable[[str], int]
    grade: Callable[[float, float], float]
    limits: Mapping[Audience, Limit]

    def sentences(self, text: str) -> tuple[str, ...]:
        """The sentences of a passage."""
        return _sentences(text, self.abbreviation)

    def words(self, text: str) -> list[str]:
        """The words of a text. Compounds, numbers and dates are one word each."""
        return _WORD.findall(text)

    def count_words(self, text: str) -> int:
        """Number of words in a text."""
        return len(self.words(text))


# The live preview asks again after each edit, of texts that have not changed. An edit adds no more than its own texts.
@cache
def _sentences(text: str, abbreviation: re.Pattern[str]) -> tuple[str, ...]:
    guarded = abbreviation.sub(lambda match: match[1].replace(".", ""), text)
    return tuple(part.strip() for part in _parts(guarded) if _WORD.search(part))


def _parts(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        # A sentence never begins with a small letter; many alphabets have no others.
        if not end[1].islower():
            yield text[start : end.start()]
            start = end.end()
    yield text[start:]

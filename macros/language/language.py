"""What checks must know of a language: where its sentences end, how its words are counted, and how plain they must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from macros.schema.annotations import Audience

_NOTHING = re.compile(r"(?!)")
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
    """A language, as its folder describes it. What a folder leaves out is not looked for.

    Attributes:
        name: the name of its folder: ``en``.
        abbreviation: finds, as its first group, a word whose full stop ends no sentence, with that full stop.
        syllables: the number of syllables in a word, at least 1.
        grade: the reading grade, in years of school, from words in a sentence and syllables in a word, on average.
        limits: how plain texts must be, by audience; an audience without a limit has none.
        is_denied: whether the sentence around found words says no to them, or asks only whether they are so.
        figure: finds a figure that needs a source.
        threat: finds what sounds like a threat in a letter.
        diagnosis: finds an illness that a letter gives its reader.
        telling: finds, in small letters, what the name of a file must not tell.
    """

    name: str
    abbreviation: re.Pattern[str] = _NOTHING
    syllables: Callable[[str], int] = lambda word: 1  # noqa: ARG005 - nothing is known of any word
    grade: Callable[[float, float], float] = lambda words, syllables: 0.0  # noqa: ARG005 - nor of its sentences
    limits: Mapping[Audience, Limit] = field(default_factory=lambda: MappingProxyType({}))
    is_denied: Callable[[re.Match[str]], bool] = lambda found: False  # noqa: ARG005 - so nothing is let through
    figure: re.Pattern[str] = _NOTHING
    threat: re.Pattern[str] = _NOTHING
    diagnosis: re.Pattern[str] = _NOTHING
    telling: re.Pattern[str] = _NOTHING

    def sentences(self, text: str) -> tuple[str, ...]:
        """The sentences of a passage."""
        return sentences_in(text, self.abbreviation)

    def words(self, text: str) -> list[str]:
        """The words of a text. Compounds, numbers and dates are one word each."""
        return _WORD.findall(text)

    def count_words(self, text: str) -> int:
        """Number of words in a text."""
        return len(self.words(text))


# The live preview asks again after each edit, of texts that have not changed. An edit adds no more than its own texts.
@cache
def sentences_in(text: str, abbreviation: re.Pattern[str]) -> tuple[str, ...]:
    """The sentences of a text, in which full stops of abbreviations end none."""
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

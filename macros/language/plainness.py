"""Measures how plain a text is: words, sentences, and the reading grade of its language.

A grade is a rough sign, not a proof that a text is clear. A list item counts as a sentence; names, labels and words
that the glossary explains are exempt, as ``handbook-facts`` asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from macros.language.language import Language


@dataclass(frozen=True, slots=True)
class Plainness:
    """What was measured.

    Attributes:
        words: number of words.
        sentences: number of sentences.
        grade: the reading grade, in years of school.
        mean: words in a sentence, on average.
        longest: the longest sentence.
        hardest: the sentences with the highest grades, worst first, at most three.
    """

    words: int
    sentences: int
    grade: float
    mean: float
    longest: str
    hardest: tuple[str, ...]


def measure(texts: tuple[str, ...], language: Language) -> Plainness:
    """Measures passages together. Each passage is at least one sentence."""
    found = [counted(sentence, language) for text in texts for sentence in language.sentences(text)]
    if not found:
        return Plainness(0, 0, 0.0, 0.0, "", ())
    words = sum(sentence.words for sentence in found)
    syllables = sum(sentence.syllables for sentence in found)
    hardest = sorted(found, key=lambda sentence: sentence.grade, reverse=True)
    return Plainness(
        words,
        len(found),
        language.grade(words / len(found), syllables / words),
        words / len(found),
        max(found, key=lambda sentence: sentence.words).says,
        tuple(sentence.says for sentence in hardest[:3]),
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence with what is counted in it.

    Attributes:
        says: the sentence.
        words: number of its words.
        syllables: number of their syllables.
        grade: its reading grade, in years of school.
    """

    says: str
    words: int
    syllables: int
    grade: float


# Asked twice of each sentence, and by the live preview again after each edit.
@cache
def counted(sentence: str, language: Language) -> Counted:
    """A sentence of one word or more, counted."""
    words = language.words(sentence)
    syllables = sum(map(language.syllables, words))
    return Counted(sentence, len(words), syllables, language.grade(len(words), syllables / len(words)))

"""Measures how plain a text is: words, sentences, and the Flesch-Kincaid grade.

A grade is a rough sign, not a proof that a text is clear. A list item counts as a sentence; names, labels and words
that the glossary explains are exempt, as ``handbook-facts`` asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import textstat

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|etc|U\.S)\.(?=\s)")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’.-][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Plainness:
    """What was measured.

    Attributes:
        words: number of words.
        sentences: number of sentences.
        grade: Flesch-Kincaid grade, in years of US school.
        mean: words in a sentence, on average.
        longest: the longest sentence.
        hardest: the sentences with the highest grades, worst first.
    """

    words: int
    sentences: int
    grade: float
    mean: float
    longest: str
    hardest: tuple[str, ...]


# The live preview asks again after each edit, of texts that have not changed.
@lru_cache(maxsize=4_000)
def measure(texts: tuple[str, ...]) -> Plainness:
    """Measures passages together. Each passage is at least one sentence."""
    found = [sentence for text in texts for sentence in sentences(text)]
    if not found:
        return Plainness(0, 0, 0.0, 0.0, "", ())
    words = sum(count_words(sentence) for sentence in found)
    syllables = sum(_syllables(sentence) for sentence in found)
    hardest = sorted(found, key=lambda s: _grade(count_words(s), 1, _syllables(s)), reverse=True)
    return Plainness(
        words,
        len(found),
        _grade(words, len(found), syllables),
        words / len(found),
        max(found, key=count_words),
        tuple(hardest[:3]),
    )


@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a passage."""
    guarded = _ABBREVIATION.sub(lambda match: match[1].replace(".", ""), text)
    return tuple(part.strip() for part in _SENTENCE_END.split(guarded) if _WORD.search(part))


def count_words(sentence: str) -> int:
    """Number of words in a sentence."""
    return len(_WORD.findall(sentence))


def _grade(words: int, sentence_count: int, syllables: int) -> float:
    """Flesch-Kincaid grade (Kincaid and others, 1975)."""
    return 0.39 * words / sentence_count + 11.8 * syllables / words - 15.59


def _syllables(sentence: str) -> int:
    return sum(_syllables_of(word) for word in _WORD.findall(sentence))


@cache
def _syllables_of(word: str) -> int:
    return max(1, int(textstat.syllable_count(word)))

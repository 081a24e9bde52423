"""How plain English texts must be for each audience, and the formula that says how plain they are."""

from __future__ import annotations

from collections.abc import Mapping

from macros.language.language import Limit
from macros.schema.annotations import Audience

LIMITS: Mapping[Audience, Limit] = {
    "safety": Limit(grade=6, mean=12, longest=20, paragraph=5),
    "sheet": Limit(grade=6, mean=12, longest=20, paragraph=5),
    "family": Limit(grade=8, mean=15, longest=25),
    "evidence": Limit(grade=10, mean=18, longest=30, paragraph=4),
}


def grade(words_a_sentence: float, syllables_a_word: float) -> float:
    """The Flesch-Kincaid grade, in years of US school (Kincaid and others, 1975)."""
    return 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59

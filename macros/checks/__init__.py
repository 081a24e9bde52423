"""All checks of the handbook. A family of rules is a module with ``check(handbook)``, which yields problems."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.checks import (
    anchors,
    cards,
    characters,
    codes,
    dangerous_advice,
    dated_sources,
    drawings,
    first_aid,
    gates,
    glossary,
    helplines,
    languages,
    letters,
    outcomes,
    packs,
    page_files,
    page_markup,
    pages,
    plan,
    published,
    reading,
    references,
    reviews,
    safety,
    scope,
    search_words,
    sheets,
    sources,
    text,
    typed_words,
    typeface,
    urgent_words,
    ways,
    words,
)
from macros.language.language import sentences_in
from macros.language.plainness import counted
from macros.reading.exact_phrases import words_in
from macros.reading.problem import Problem

FAMILIES = (
    languages,
    references,
    codes,
    text,
    characters,
    typeface,
    pages,
    page_files,
    page_markup,
    plan,
    published,
    anchors,
    sheets,
    cards,
    letters,
    outcomes,
    packs,
    sources,
    dated_sources,
    drawings,
    helplines,
    glossary,
    words,
    search_words,
    typed_words,
    urgent_words,
    ways,
    dangerous_advice,
    safety,
    first_aid,
    gates,
    scope,
    reviews,
    reading,
)

EACH = (references, text, typeface, words, dangerous_advice, letters, reading)
"""The families that look at one record after another, and find in each the same whatever else cannot be read."""


def check_each(handbook: Handbook) -> Iterator[Problem]:
    """What is wrong within single records, where others could not be read."""
    for family in EACH:
        yield from family.check(handbook)


def forget_texts() -> None:
    """Lets go of what was found in each text. A preview looks again after each edit; a build has looked, and needs the memory."""
    for kept in (words_in, sentences_in, counted):
        kept.cache_clear()


def check(handbook: Handbook) -> Iterator[Problem]:
    """Every problem that every family finds."""
    for family in FAMILIES:
        yield from family.check(handbook)

"""All checks of the handbook. A family of rules is a module with ``check(handbook)``, which yields problems."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
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
from macros.view.markdown_subset import kept_tokens

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

RECORD_BY_RECORD = (text, words, safety, reading)
"""The families that keep what they find in each text for one another; they can look at some records at a time."""
_LOT = 200


def check_each(handbook: Handbook) -> Iterator[Problem]:
    """What is wrong within single records, where others could not be read."""
    for family in EACH:
        yield from family.check(handbook)
        _let_go()


def check(handbook: Handbook) -> Iterator[Problem]:
    """Every problem that every family finds."""
    for family in FAMILIES:
        if family not in RECORD_BY_RECORD:
            yield from family.check(handbook)
            _let_go()
    for some in _lots(handbook):
        for family in RECORD_BY_RECORD:
            yield from family.check(handbook, some)
        _let_go()


def _let_go() -> None:
    """Forgets what was found in texts. A preview, which asks each family for itself, looks at them again after each edit."""
    for kept in (words_in, kept_tokens, sentences_in, counted):
        kept.cache_clear()


def _lots(handbook: Handbook) -> Iterator[list[Item]]:
    items = iter(handbook.items.values())
    while some := list(islice(items, _LOT)):
        yield some

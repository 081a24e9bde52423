"""All checks of the handbook. A family of rules is a module with ``check(handbook)``, which yields problems."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks import (
    codes,
    gates,
    helplines,
    letters,
    pages,
    reading,
    references,
    reviews,
    safety,
    scope,
    sheets,
    sources,
    text,
    typeface,
    words,
)
from macros.handbook import Handbook
from macros.reading.problem import Problem

FAMILIES = (
    references,
    codes,
    text,
    typeface,
    pages,
    sheets,
    letters,
    sources,
    helplines,
    words,
    safety,
    gates,
    scope,
    reviews,
    reading,
)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Every problem that every family finds."""
    for family in FAMILIES:
        yield from family.check(handbook)

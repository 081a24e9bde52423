"""Scope: every item that the handbook has promised is carried by an entry or a page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.reading.problem import Level, Problem

# The handbook promises all of them.
LEVEL: Level = "error"


def check(handbook: Handbook) -> Iterator[Problem]:
    """The items that nothing carries, in one line. Silent for a handbook without a list of promised items."""
    promised = handbook.of_kind("scope")
    missing = sorted((i for i in promised if i.slug not in handbook.covered), key=lambda item: item.source.line_of(item.at))
    if missing:
        names = ", ".join(f"{item.slug} ({item.title})" for item in missing[:5])
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        file = missing[0].source.file
        covered, of = handbook.scope_coverage
        yield Problem(file, 1, "", f"{covered} of {of} items are carried. Not yet: {names}{more}.", LEVEL)

"""Glossary: no word is explained in two places, in whatever letters it is written."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.schema.library import GlossaryTerm


def check(handbook: Handbook) -> Iterator[Problem]:
    """Terms and forms that another term has too."""
    known: dict[str, str] = {}
    for item, term in handbook.all_of(GlossaryTerm):
        words: list[tuple[Loc, str]] = [(("term",), term.term), *((("forms", n), form) for n, form in enumerate(term.forms))]
        for loc, word in words:
            other = known.setdefault(" ".join(word.casefold().split()), item.slug)
            if other != item.slug:
                yield item.problem(loc, f"'{word}' is explained by the term '{other}' as well. Keep one.")

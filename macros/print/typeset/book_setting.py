"""Sets the book section by section, until every page number that it tells is right, and joins the sections."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from macros.print.compose.book_sections import sections_of
from macros.print.compose.volume import Volume
from macros.print.forms.joining import Piece, joined
from macros.print.typeset.book_section import Layout, Work, lay_out, set_section
from macros.print.typeset.typesetting import TypesetError

Run: TypeAlias = Callable[..., Iterable[Any]]
"""Calls a function with each of some values, as ``map`` does, here or in processes of their own."""
_MOST_TRIES = 5
"""A number with more digits moves words, and they may move a part to another page: seen never more than once."""


def set_book(book: Volume, run: Run = map) -> tuple[bytes, int]:
    """A book as tagged PDF/UA-1, and how many pages it has.

    Args:
        book: what is set.
        run: where its sections are set.

    Raises:
        TypesetError: if Typst fails or warns, or if no page numbers stay right when they are told.
    """
    sections = sections_of(book)
    works = [Work(book.template, section, book.date) for section in sections]
    layouts: list[Layout] = list(run(lay_out, works))
    for _ in range(_MOST_TRIES):
        works = _numbered(works, layouts)
        done: list[tuple[bytes, Layout]] = list(run(set_section, works))
        layouts = [layout for _, layout in done]
        if _numbered(works, layouts) == works:
            pieces = [
                Piece(pdf, work.blank, layout.places, continues=section["continues"])
                for section, work, (pdf, layout) in zip(sections, works, done, strict=True)
            ]
            (pdf,) = run(joined, [pieces])
            return pdf, sum(layout.pages for layout in layouts)
    raise TypesetError("its page numbers change each time that they are told")


def _numbered(works: Sequence[Work], layouts: Sequence[Layout]) -> list[Work]:
    """The sections with the page numbers that follow from where each has its parts."""
    before = list(itertools.accumulate((layout.pages for layout in layouts[:-1]), initial=0))
    pages = {
        name: str(first + place.page)
        for first, layout in zip(before, layouts, strict=True)
        for name, place in layout.places.items()
    }
    return [replace(work, before=first, pages=pages) for work, first in zip(works, before, strict=True)]

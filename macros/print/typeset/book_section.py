"""Lays out and sets one section of the book. It runs in a process of its own, so it reads little of the program."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.print.forms.joining import Place
from macros.print.typeset.typesetting import Typesetter

_LAYOUT = "layout"
"""Under this label a section says how many pages it has and where its parts are."""


@dataclass(frozen=True, slots=True)
class Work:
    """A section, and what it needs to know of the others.

    Attributes:
        template: what draws it.
        section: what the template sees of the section itself.
        date: the day that the document bears.
        before: how many pages of the book come before it.
        pages: on which page of the book each part begins; empty while nobody knows.
    """

    template: str
    section: Mapping[str, Any]
    date: datetime.date
    before: int = 0
    pages: Mapping[str, str] = field(default_factory=dict)

    @property
    def blank(self) -> int:
        """How many pages are laid before it that are not in the book.

        Typst takes the first page for a right one, but it may be a left one. And a file that is tagged has to begin with a
        heading of the first level, so what goes on with a chapter has its title on such a page.
        """
        return self.before % 2 or (2 if self.section["continues"] else 0)

    @property
    def values(self) -> dict[str, Any]:
        """What the template sees."""
        return {**self.section, "blank": self.blank, "before": self.before - self.blank, "pages": dict(self.pages)}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a section has what can be led to.

    Attributes:
        pages: how many pages of the book it has.
        places: by name.
    """

    pages: int
    places: Mapping[str, Place]


def lay_out(work: Work) -> Layout:
    """Where a section has its parts.

    Raises:
        TypesetError: if Typst fails.
    """
    return _layout(Typesetter(), work)


def set_section(work: Work) -> tuple[bytes, Layout]:
    """A section as tagged PDF/UA-1, with the pages before it that are not in the book, and where it has its parts.

    Raises:
        TypesetError: if Typst fails or warns.
    """
    typesetter = Typesetter()
    return typesetter.set(work.template, work.values, work.date), _layout(typesetter, work)


def _layout(typesetter: Typesetter, work: Work) -> Layout:
    told = typesetter.told(work.template, work.values, _LAYOUT)
    places = {at["id"]: Place(at["page"] - work.blank, at["x"], at["y"]) for at in told["places"]}
    return Layout(told["pages"] - work.blank, places)

"""Sheets: paper and a form on the screen, from one file. A worksheet is one; so is what leads to a letter."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

from macros.reading.place import Loc
from macros.schema.annotations import Ref
from macros.schema.card import Card
from macros.schema.entry import Entry
from macros.schema.library import StageId
from macros.schema.overlay import Overlay
from macros.schema.sheet_fields import SheetField
from macros.schema.values import Label, Record, SafetyLine, SheetLine, SheetText

Owner: TypeAlias = Annotated[str, Ref(any="owner", reads="belongs-to", back="worksheets")]


class Section(Record):
    """A part of a sheet under one heading."""

    title: Label
    """Its heading."""
    text: SheetText | None = None
    """A sentence or two under the heading."""
    fields: Annotated[tuple[SheetField, ...], Field(min_length=1, max_length=20)]
    """What there is to fill in and to read, in order."""


class Sheet(Entry):
    """What worksheets and letters share: they are filled in, on the screen or on paper."""

    summary: Annotated[SheetLine, StringConstraints(max_length=200)]
    """The purpose in one sentence. It stands under the title, on cards, and in search results."""
    for_families: SheetText
    """How to use it, in one to three short sentences. Printed at its head."""
    filled_by: SheetLine
    """Who fills it in, in a short sentence such as 'One relative, alone.' Printed under the purpose."""
    stages: Annotated[tuple[StageId, ...], Field(min_length=1)]
    """When it is used: names from library/stages.yml."""
    minutes: Annotated[int, Field(ge=1, le=120)]
    """How many minutes it takes."""
    most_pages: Annotated[int, Field(ge=1, le=3)]
    """The most pages it may take on paper, in Letter and in A4."""
    belongs_to: Annotated[tuple[Owner, ...], Field(min_length=1)]
    """What it is used with, as kind/name or pages/name. Their pages show it; the indexes list it by its roles and models."""
    strip: Annotated[tuple[SafetyLine, ...], Field(max_length=4), Overlay.CLOSED] = ()
    """Lines of the safety strip, for a sheet read in an emergency or by a child, in place of the usual one and of those under it.
    The numbers stay."""

    def source_loc(self, part: int, field: int) -> Loc:
        """Where a field of a part stands in the file."""
        raise NotImplementedError


class Worksheet(Sheet):
    """A sheet to fill in, on the screen or on paper. One idea a sheet."""

    sections: Annotated[tuple[Section, ...], Field(min_length=1, max_length=7)]
    """The parts of the sheet."""
    card: Annotated[Card | None, Overlay.CLOSED] = None
    """Cards to cut out that go with the sheet."""
    for_practice: bool = False
    """Whether it is a form for practice, which a professional agrees on or keeps. One that is edited in Word names the law."""
    law: Annotated[tuple[SheetLine, ...], Field(max_length=5), Overlay.CLOSED] = ()
    """What law must be checked before the form is used, one matter a line. Printed with a sentence that no lawyer has seen it."""
    word: bool = False
    """Whether it can also be had as a Word document, because its words are changed before it is used."""
    csv: bool = False
    """Whether its answers can also be saved as a row of a table (CSV), so that a practice can add its own up."""

    @property
    def weight(self) -> float:
        """How much a search prefers it, beside 1 for most: what families fill in comes first."""
        return 0.6 if self.for_practice else 1

    def source_loc(self, part: int, field: int) -> Loc:
        """Sections and fields stand in the file as they are."""
        return ("sections", part, "fields", field)

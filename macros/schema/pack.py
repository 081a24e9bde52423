"""A pack: sheets, letters and entries that belong together, in order, as one document."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from macros.schema.annotations import Ref
from macros.schema.entry import Entry
from macros.schema.values import Record, Remark
from macros.schema.worksheet import Owner

Held: TypeAlias = Annotated[str, Ref(any="part", reads="in-this-pack", back="packs", lists=False)]


class LeftOut(Record):
    """A sheet or a letter that belongs to what the pack is for, and that the pack goes without."""

    what: Annotated[str, Ref(any="part", judged=False)]
    """The sheet or the letter, as kind/name."""
    why: Remark
    """Why, in a short sentence for authors."""


class Pack(Entry):
    """An ordered bundle for one role, one model or one situation: one document with contents and page numbers."""

    belongs_to: Annotated[tuple[Owner, ...], Field(min_length=1)]
    """Whom or what it is for, as kind/name or pages/name. Their pages offer it."""
    contents: Annotated[tuple[Held, ...], Field(min_length=2, max_length=40)]
    """What it holds, in order, as kind/name: sheets, letters, entries and pages. Where it comes near a hard talk or a limit, the
    sheet that asks whether it is safe is the first."""
    left_out: tuple[LeftOut, ...] = ()
    """Sheets and letters that belong to its model, its type or its situation, and that it goes without, each with a reason."""

"""Makes one document: sets it, makes its form, and says what is wrong with it. Runs in processes of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, assert_never

from macros.print.compose.book import TEMPLATE as BOOK
from macros.print.compose.book_sections import sections_of
from macros.print.compose.card import Cards
from macros.print.compose.sheet import Sheet
from macros.print.compose.volume import Volume
from macros.print.forms.form_fields import fillable
from macros.print.forms.pdf_file import compact, page_count
from macros.print.typeset.book_section import Work, set_section
from macros.print.typeset.book_setting import Run, set_book
from macros.print.typeset.pack_fitting import fitted as fitted_pack
from macros.print.typeset.sheet_fitting import fitted as fitted_sheet
from macros.print.typeset.store import FAULTLESS, PageFlaw
from macros.print.typeset.typesetting import TypesetError, Typesetter

TEMPLATE = "sheet"


@dataclass(frozen=True, slots=True)
class CompiledDocument:
    """A document.

    Attributes:
        pdf: the file.
        pages: how many pages it has.
        flaw: what is wrong with its pages, although it could be made.
    """

    pdf: bytes
    pages: int
    flaw: PageFlaw = FAULTLESS


@dataclass(frozen=True, slots=True)
class CompileFailure:
    """Why there is no document.

    Attributes:
        reason: in Typst's words.
        place: section and field of the sheet, by number from 0, where one of them is the cause.
        part: the name of the part of a volume that is the cause.
    """

    reason: str
    place: tuple[int, int] | None = None
    part: str = ""


def make(work: Sheet | Cards | Volume, run: Run = map) -> CompiledDocument | CompileFailure:
    """A document, or what is wrong with it: a sheet or cards that can be filled in, or a volume to be read and printed.

    A book is made of sections: ``run`` says where.
    """
    match work:
        case Volume() if work.template == BOOK:
            return _make_book(work, run)
        case Volume():
            return _make_pack(work)
        case Cards():
            return _make_cards(work)
        case Sheet():
            return _make_sheet(work)
    assert_never(work)


def _make_cards(work: Cards) -> CompiledDocument | CompileFailure:
    try:
        plain = _typesetter().set("card", work.values, work.date)
    except TypesetError as refused:
        return CompileFailure(str(refused))
    return CompiledDocument(fillable(plain, work.widgets, work.paper.letters), page_count(plain))


def _make_book(work: Volume, run: Run) -> CompiledDocument | CompileFailure:
    try:
        pdf, pages = set_book(work, run)
    except TypesetError as refused:
        (part,) = run(_faulty_part, [work])
        return CompileFailure(str(refused), part=part)
    return CompiledDocument(pdf, pages)


def _make_pack(work: Volume) -> CompiledDocument | CompileFailure:
    try:
        laid_out, part, why = fitted_pack(work, _set_volume)
        pdf = _set_volume(laid_out)
    except TypesetError as refused:
        return CompileFailure(str(refused), part=_faulty_part(work))
    return CompiledDocument(compact(pdf), page_count(pdf), PageFlaw(why, part))


def _set_volume(work: Volume) -> bytes:
    return _typesetter().set(work.template, work.values, work.date)


def _faulty_part(work: Volume) -> str:
    """The first part that cannot be set even alone; none where the cover is the cause."""
    if not _parts_can_be_set(work, []):
        return ""
    parts = [part for chapter in work.values["chapters"] for part in chapter["parts"]]
    return next((part["id"] for part in parts if not _parts_can_be_set(work, [part])), "")


def _parts_can_be_set(work: Volume, parts: list[dict[str, Any]]) -> bool:
    """Whether a volume can be set with these parts alone."""
    # A heading without words is refused as well.
    chapters = [{"title": work.values["title"], "parts": parts}] if parts else []
    alone = replace(work, values={**work.values, "known": [part["id"] for part in parts], "index": [], "chapters": chapters})
    try:
        if work.template == BOOK:
            # Its sections are not joined: what a part leads to is not there.
            for section in sections_of(alone):
                set_section(Work(work.template, section, work.date))
        else:
            _set_volume(alone)
    except TypesetError:
        return False
    return True


def _make_sheet(sheet: Sheet) -> CompiledDocument | CompileFailure:
    try:
        plain, why = fitted_sheet(sheet, _set)
    except TypesetError as refused:
        return CompileFailure(str(refused), _cause(sheet))
    return CompiledDocument(fillable(plain, sheet.widgets, sheet.paper.letters), page_count(plain), PageFlaw(why))


def _set(sheet: Sheet, room: Mapping[str, float]) -> bytes:
    return _typesetter().set(TEMPLATE, {**sheet.values, **room}, sheet.date)


def _cause(sheet: Sheet) -> tuple[int, int] | None:
    """The first field that cannot be set even alone. Typst names a line of the template, which says nothing to an author."""
    if not _can_be_set(sheet, []):
        return None
    sections = sheet.values["sections"]
    places = ((number, at) for number, section in enumerate(sections) for at in range(len(section["fields"])))
    return next((place for place in places if not _can_be_set(sheet, [sections[place[0]]["fields"][place[1]]])), None)


def _can_be_set(sheet: Sheet, fields: list[dict[str, Any]]) -> bool:
    """Whether a sheet can be set with these fields alone."""
    sections = [{"title": "Alone", "text": [], "fields": fields}] if fields else []
    try:
        _typesetter().set(TEMPLATE, {**sheet.values, "sections": sections}, sheet.date)
    except TypesetError:
        return False
    return True


@cache
def _typesetter() -> Typesetter:
    return Typesetter()

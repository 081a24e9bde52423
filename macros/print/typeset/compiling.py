"""Makes one document: sets it, makes its form, and says what is wrong with it. Runs in processes of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from macros.print.compose.sheet import Sheet
from macros.print.compose.volume import Volume
from macros.print.forms.form_fields import fillable
from macros.print.forms.pdf_file import compact, page_count
from macros.print.typeset.typesetting import TypesetError, Typesetter

TEMPLATE = "sheet"
# How much higher the places to write on may become, the most first.
AIRY = (1.5, 1.4, 1.3, 1.2, 1.1)
# How a sheet gives way that would take a page too many, as under the name of a practice. What is typed still fits.
DENSE: tuple[Mapping[str, float], ...] = (
    {"air": 0.92},
    {"air": 0.86, "sheet_size": 0.97},
    {"air": 0.82, "sheet_size": 0.94},
    {"air": 0.82, "sheet_size": 0.9},
)
# A letter: a page to think, the letter, an example. The first gives way in the lines of its prompts, then in the room for
# handwriting and the size of its text; the second is as large as its page allows.
LETTER_PAGES = 3
THINKING: tuple[Mapping[str, float], ...] = (
    {"most_lines": 3},
    {"most_lines": 2},
    {"most_lines": 1},
    {"most_lines": 1, "air": 0.88},
    {"most_lines": 1, "air": 0.86, "sheet_size": 0.94},
    {"most_lines": 1, "air": 0.82, "sheet_size": 0.9},
)
LETTER_SIZES = (1.3, 1.15, 1.05, 0.95)


@dataclass(frozen=True, slots=True)
class CompiledDocument:
    """A document.

    Attributes:
        pdf: the file.
        pages: how many pages it has.
    """

    pdf: bytes
    pages: int


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


def make(work: Sheet | Volume) -> CompiledDocument | CompileFailure:
    """A document, or what is wrong with it: a sheet that can be filled in, or a volume to be read and printed."""
    return _make_volume(work) if isinstance(work, Volume) else _make_sheet(work)


def _make_volume(work: Volume) -> CompiledDocument | CompileFailure:
    try:
        pdf = _typesetter().set("volume", work.values, work.date)
    except TypesetError as refused:
        return CompileFailure(str(refused), part=_faulty_part(work))
    return CompiledDocument(compact(pdf), page_count(pdf))


def _faulty_part(work: Volume) -> str:
    """The first part that cannot be set even alone; none where the cover is the cause."""
    if not _parts_can_be_set(work, []):
        return ""
    parts = [part for chapter in work.values["chapters"] for part in chapter["parts"]]
    return next((part["id"] for part in parts if not _parts_can_be_set(work, [part])), "")


def _parts_can_be_set(work: Volume, parts: list[dict[str, Any]]) -> bool:
    """Whether a volume can be set with these parts alone."""
    alone = {**work.values, "known": [part["id"] for part in parts], "index": [], "chapters": [{"title": "", "parts": parts}]}
    try:
        _typesetter().set("volume", alone, work.date)
    except TypesetError:
        return False
    return True


def _make_sheet(sheet: Sheet) -> CompiledDocument | CompileFailure:
    try:
        plain, pages = _filling_its_pages(sheet)
    except TypesetError as refused:
        return CompileFailure(str(refused), _cause(sheet))
    return CompiledDocument(fillable(plain, sheet.widgets, sheet.paper.letters), pages)


def _filling_its_pages(sheet: Sheet) -> tuple[bytes, int]:
    """The sheet with as much room for handwriting as its number of pages allows, and that number."""
    if "letter" in sheet.values and sheet.paper.limited:
        return _letter_on_its_pages(sheet)
    tight = _set(sheet)
    pages = page_count(tight)
    if not sheet.paper.limited:
        return tight, pages
    most = sheet.values["most_pages"]
    rooms = [{"air": air} for air in AIRY] if pages <= most else DENSE
    for room in rooms:
        changed = _set(sheet, room)
        if (count := page_count(changed)) <= min(pages, most):
            return changed, count
    return tight, pages


def _letter_on_its_pages(sheet: Sheet) -> tuple[bytes, int]:
    """A letter as generous as leaves each of its parts on one page; the densest where none does."""
    small = {"letter_size": LETTER_SIZES[-1]}
    think = next((room for room in THINKING if page_count(_set(sheet, {**room, **small})) <= LETTER_PAGES), THINKING[-1])
    for size in LETTER_SIZES:
        pdf = _set(sheet, {**think, "letter_size": size})
        if page_count(pdf) <= LETTER_PAGES:
            break
    return pdf, page_count(pdf)


def _set(sheet: Sheet, room: Mapping[str, float] | None = None) -> bytes:
    return _typesetter().set(TEMPLATE, {**sheet.values, **(room or {})}, sheet.date)


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

"""Gives a sheet as much room for handwriting as its pages have, and lets no line or two spill onto a page of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from macros.paper.sizes import Paper
from macros.print.compose.sheet import Sheet
from macros.print.forms.pdf_file import page_count
from macros.print.typeset.page_use import PageUse, document_use, runs

Room: TypeAlias = Mapping[str, float]
"""What of the look of a sheet is not as usual, by the names that its template knows."""
Compile: TypeAlias = Callable[[Sheet, Room], bytes]

# A letter: a page to think, the letter, an example. The first gives way in the lines of its prompts, then in the room for
# handwriting and the size of its text; the second is as large as its page allows.
LETTER_PAGES = 3
THINKING: tuple[Room, ...] = (
    {"most_lines": 3},
    {"most_lines": 2},
    {"most_lines": 1},
    {"most_lines": 1, "air": 0.88},
    {"most_lines": 1, "air": 0.86, "sheet_size": 0.94},
    {"most_lines": 1, "air": 0.82, "sheet_size": 0.9},
)
LETTER_SIZES = (1.3, 1.15, 1.05, 0.95)
# How much higher the places to write on may become, the most first.
AIRY = (1.5, 1.4, 1.3, 1.2, 1.1)
# How a sheet gives way that would take a page too many, as under the name of a practice. What is typed still fits.
_DENSE: tuple[Room, ...] = (
    {"air": 0.92},
    {"air": 0.86, "sheet_size": 0.97},
    {"air": 0.82, "sheet_size": 0.94},
    {"air": 0.82, "sheet_size": 0.9},
)
# In large print no text becomes smaller but an example, which has nothing small in it.
_LARGE: tuple[Room, ...] = (
    {},
    *({"air": air} for air in (0.94, 0.88, 0.82, 1.15, 1.3, 1.5)),
    *({"air": 1.5, "sheet_size": size} for size in (1.05, 1.1)),
)
_EXAMPLE_SIZES = (1, 0.96, 0.92, 1.08, 1.16)
LEFT_OVER = "it leaves a line or two over for a page of their own: shorten it a little"


def fitted(sheet: Sheet, compiled: Compile) -> tuple[bytes, str]:
    """A sheet as it is printed, and what is wrong with its pages; empty if nothing is.

    Raises:
        TypesetError: if it cannot be set at all.
    """
    if not sheet.paper.limited:
        pdf = _large(sheet, compiled)
    else:
        pdf = _letter_on_its_pages(sheet, compiled) if "letter" in sheet.values else _on_its_pages(sheet, compiled)
    return pdf, LEFT_OVER if any(map(has_left_over, _runs(pdf, sheet.paper))) else ""


def has_left_over(run: Sequence[PageUse]) -> bool:
    """Whether a page among those that follow one another is nearly empty. The first is not: it may be all there is."""
    return any(page.is_nearly_empty for page in run[1:])


def _on_its_pages(sheet: Sheet, compiled: Compile) -> bytes:
    """A worksheet with as much room for handwriting as its pages allow, or as little as brings it back to them."""
    tight = compiled(sheet, {})
    pages, most = page_count(tight), sheet.values["most_pages"]
    rooms = [{"air": air} for air in AIRY] if pages <= most else _DENSE
    tried = (compiled(sheet, room) for room in rooms)
    return next((pdf for pdf in tried if page_count(pdf) <= min(pages, most)), tight)


def _letter_on_its_pages(sheet: Sheet, compiled: Compile) -> bytes:
    """A letter as generous as leaves each of its parts on one page; the densest where none does."""
    small = {"letter_size": LETTER_SIZES[-1]}
    fit = (room for room in THINKING if page_count(compiled(sheet, {**room, **small})) <= LETTER_PAGES)
    think = next(fit, THINKING[-1])
    for size in LETTER_SIZES:
        pdf = compiled(sheet, {**think, "letter_size": size})
        if page_count(pdf) <= LETTER_PAGES:
            break
    return pdf


def _large(sheet: Sheet, compiled: Compile) -> bytes:
    """A sheet in large print, on as many pages as it takes."""
    room, pdf = _first_without_left_over(sheet, compiled, _LARGE, 0)
    if "letter" in sheet.values:
        room, pdf = _first_without_left_over(sheet, compiled, [{**room, "example_size": size} for size in _EXAMPLE_SIZES], 2)
    return pdf


def _first_without_left_over(sheet: Sheet, compiled: Compile, rooms: Sequence[Room], run: int) -> tuple[Room, bytes]:
    """The first room that leaves nothing over at the end of a run of pages, with the document; the first of all if none does."""
    tried = ((room, compiled(sheet, room)) for room in rooms)
    fit = next(((room, pdf) for room, pdf in tried if not has_left_over(_runs(pdf, sheet.paper)[run])), None)
    return fit or (rooms[0], compiled(sheet, rooms[0]))


def _runs(pdf: bytes, paper: Paper) -> tuple[Sequence[PageUse], Sequence[PageUse], Sequence[PageUse]]:
    return runs(document_use(pdf, paper).pages)

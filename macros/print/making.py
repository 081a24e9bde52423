"""Makes one document: sets it, makes its form, and says what is wrong with it. Runs in processes of its own."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache

from pypdf import PdfReader

from macros.print.form_fields import fillable
from macros.print.sheet import Sheet
from macros.print.typesetting import Refused, Typesetter

TEMPLATE = "sheet"


@dataclass(frozen=True, slots=True)
class Made:
    """A document.

    Attributes:
        pdf: the file.
        pages: how many pages it has.
    """

    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why there is no document.

    Attributes:
        reason: in Typst's words.
        place: section and field of the sheet, by number from 0, where one of them is the cause.
    """

    reason: str
    place: tuple[int, int] | None


def make(sheet: Sheet) -> Made | Flaw:
    """A sheet as a PDF that can be filled in, or what is wrong with it."""
    try:
        plain = _typesetter().set(TEMPLATE, sheet.values, sheet.date)
    except Refused as refused:
        return Flaw(str(refused), _cause(sheet))
    pdf = fillable(plain, sheet.widgets, sheet.letters)
    return Made(pdf, len(PdfReader(io.BytesIO(plain)).pages))


def _cause(sheet: Sheet) -> tuple[int, int] | None:
    """The first field that cannot be set even alone. Typst names a line of the template, which says nothing to an author."""
    for number, section in enumerate(sheet.values["sections"]):
        for at, field in enumerate(section["fields"]):
            alone = {**sheet.values, "sections": [{"title": "Alone", "text": [], "fields": [field]}]}
            try:
                _typesetter().set(TEMPLATE, alone, sheet.date)
            except Refused:
                return number, at
    return None


@cache
def _typesetter() -> Typesetter:
    return Typesetter()

"""Types into the form of a PDF as a reader of PDF files does, and looks at what is drawn: PDFium, which browsers bring."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from tests.print.pdf import squeezed

Box = tuple[float, float, float, float]
LONG = "Keep drinking as usual until Thursday 3:30, do not stop before; vitamin B1 twice a day; ALLERGIC to penicillin. Call Ana"
"""120 letters, of which the last words matter."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field after something was typed into it.

    Attributes:
        name: its name.
        value: what the form keeps.
        seen: what is drawn within its borders.
        starts: where each sign of it that is drawn begins, in points from the left.
    """

    name: str
    value: str
    seen: str
    starts: tuple[float, ...]


def lost(field: Filled) -> bool:
    """Whether a field keeps words that nobody sees. In a letter, what was to be written stands below them, covered."""
    return squeezed(field.value) not in squeezed(field.seen)


def filled(pdf: bytes, text: str) -> Iterator[Filled]:
    """Every text field of a form, after the text was typed into each."""
    return drawn(typed(pdf, text))


def typed(pdf: bytes, text: str) -> bytes:
    """A form, saved after the text was typed into each of its fields."""
    saved = io.BytesIO()
    with pdfium.PdfDocument(pdf) as document:
        document.init_forms()
        for page in document:
            for field in _fields(document, page):
                _type(document, page, field, text)
        document.save(saved)
    return saved.getvalue()


def drawn(pdf: bytes) -> Iterator[Filled]:
    """Every text field of a form as its file draws it, with nothing drawn anew."""
    with pdfium.PdfDocument(pdf) as document:
        document.init_forms()
        form = document.formenv
        for number in range(len(document)):
            page = document[number]
            kept = [
                (
                    _said(raw.FPDFAnnot_GetFormFieldName, form, field),
                    _said(raw.FPDFAnnot_GetFormFieldValue, form, field),
                    _box(field),
                )
                for field in _fields(document, page)
            ]
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            # What has become part of a page is seen when the page is opened anew.
            signs = document[number].get_textpage()
            for name, value, box in kept:
                yield Filled(name, value, " ".join(signs.get_text_bounded(*box).split()), _starts(signs, box))


def _starts(signs: pdfium.PdfTextPage, box: Box) -> tuple[float, ...]:
    left, bottom, right, top = box
    places = (signs.get_charbox(at, loose=True) for at in range(signs.count_chars()))
    return tuple(x for x, y, _, _ in places if left <= x <= right and bottom <= y <= top)


def _fields(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[object]:
    """The text fields of a page, each for as long as it is looked at."""
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        field = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetFormFieldType(document.formenv, field) == raw.FPDF_FORMFIELD_TEXTFIELD:
            yield field
        raw.FPDFPage_CloseAnnot(field)


def _type(document: pdfium.PdfDocument, page: pdfium.PdfPage, field: object, text: str) -> None:
    form = document.formenv
    keys = ctypes.cast(ctypes.create_string_buffer(f"{text}\0".encode("utf-16-le")), ctypes.POINTER(ctypes.c_ushort))
    raw.FORM_SetFocusedAnnot(form, field)
    raw.FORM_ReplaceSelection(form, page, keys)
    raw.FORM_ForceToKillFocus(form)


def _box(field: object) -> Box:
    """The borders of a field. A sign may stand a little over them; one more would be cut."""
    place = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(field, place)
    return place.left - 1, place.bottom - 1, place.right + 1, place.top + 1


def _said(ask: object, form: object, field: object) -> str:
    """The answer to a question of PDFium, which is told how long it may be: first that is asked, then the answer."""
    length = ask(form, field, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(length)
    ask(form, field, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)  # type: ignore[operator]
    return buffer.raw.decode("utf-16-le").rstrip("\0")

"""Types into the form of a PDF as a reader of PDF files does: PDFium, which browsers bring."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class Filled:
    """A field after something was typed into it.

    Attributes:
        name: its name.
        value: what the form keeps.
        seen: what is drawn within its borders.
    """

    name: str
    value: str
    seen: str


def filled(pdf: bytes, text: str) -> Iterator[Filled]:
    """Every text field of a form, after the text was typed into each."""
    document = pdfium.PdfDocument(pdf)
    document.init_forms()
    for number in range(len(document)):
        kept = list(_type(document, document[number], text))
        raw.FPDFPage_Flatten(document[number], raw.FLAT_NORMALDISPLAY)
        drawn = document[number].get_textpage()
        for name, value, (left, bottom, right, top) in kept:
            # A sign may stand a little over the border; one more would be cut.
            seen = drawn.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
            yield Filled(name, value, " ".join(seen.split()))
    document.close()


def _type(
    document: pdfium.PdfDocument, page: pdfium.PdfPage, text: str
) -> Iterator[tuple[str, str, tuple[float, float, float, float]]]:
    form = document.formenv
    typed = ctypes.cast(ctypes.create_string_buffer(f"{text}\0".encode("utf-16-le")), ctypes.POINTER(ctypes.c_ushort))
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        field = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetFormFieldType(form, field) == raw.FPDF_FORMFIELD_TEXTFIELD:
            raw.FORM_SetFocusedAnnot(form, field)
            raw.FORM_ReplaceSelection(form, page, typed)
            raw.FORM_ForceToKillFocus(form)
            place = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(field, place)
            box = (place.left, place.bottom, place.right, place.top)
            yield _said(raw.FPDFAnnot_GetFormFieldName, form, field), _said(raw.FPDFAnnot_GetFormFieldValue, form, field), box
        raw.FPDFPage_CloseAnnot(field)


def _said(ask: object, form: object, field: object) -> str:
    """The answer to a question of PDFium, which is told how long it may be: first that is asked, then the answer."""
    length = ask(form, field, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(length)
    ask(form, field, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)  # type: ignore[operator]
    return buffer.raw.decode("utf-16-le").rstrip("\0")

"""A PDF file as the tests read it: its words, its headings, its form, its drawing, and what breaks the rules in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import page
import pypdfium2 as pdfium
from pikepdf import Object, Page, Pdf, parse_content_stream

File: TypeAlias = bytes | Path
_SAME_LINE = 6
"""Points within which the middles of the letters of a line are."""


def opened(file: File) -> Pdf:
    """The objects of a file, as qpdf reads them."""
    return Pdf.open(io.BytesIO(file) if isinstance(file, bytes) else file)


def changed(pdf: bytes, change: Callable[[Pdf], object]) -> bytes:
    """A copy of a file in which something was changed."""
    out = io.BytesIO()
    with opened(pdf) as document:
        change(document)
        document.save(out)
    return out.getvalue()


def breaches(pdf: bytes) -> list[str]:
    """The rules of PDF/UA-1 that a file breaks."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def texts(file: File, head: float = 0, foot: float = 0) -> list[str]:
    """The words of each page, with single spaces between them, as a browser copies them; without a head and a foot, in points."""
    with pdfium.PdfDocument(file) as document:
        # The engine has a sign of its own for a hyphen at the end of a line.
        return [" ".join(_words(one, head, foot).replace("\ufffe", "-").split()) for one in document]


def _words(one: pdfium.PdfPage, head: float, foot: float) -> str:
    words = one.get_textpage()
    whole = not head and not foot
    return str(words.get_text_range() if whole else words.get_text_bounded(bottom=foot, top=one.get_height() - head))


def heads(file: File, head: float) -> list[str]:
    """The words in the running head of each page, which is so many points high."""
    with pdfium.PdfDocument(file) as document:
        return [" ".join(one.get_textpage().get_text_bounded(bottom=one.get_height() - head).split()) for one in document]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page: where it begins and ends, in points from the left edge, and its words."""

    left: float
    right: float
    words: str


def lines(file: File, head: float, foot: float) -> list[list[Line]]:
    """The lines of each page from edge to edge, between a head and a foot."""
    with pdfium.PdfDocument(file) as document:
        return [list(_lines(one, head, foot)) for one in document]


def _lines(one: pdfium.PdfPage, head: float, foot: float) -> Iterator[Line]:
    words = one.get_textpage()
    rows: dict[int, list[tuple[float, float, float, float]]] = {}
    for number in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(number)
        if foot < bottom and top < one.get_height() - head:
            # Letters with and without a tail stand on the same line.
            rows.setdefault(round((bottom + top) / 2 / _SAME_LINE), []).append((left, bottom, right, top))
    for row in rows.values():
        left, bottom, right, top = min(r[0] for r in row), min(r[1] for r in row), max(r[2] for r in row), max(r[3] for r in row)
        yield Line(left, right, " ".join(words.get_text_bounded(left, bottom, right, top).split()))


def squeezed(words: str) -> str:
    """Words without spaces: where a line ends, a reader of PDF files may see one too many or too few."""
    return "".join(words.split())


def bookmarks(file: File) -> list[tuple[int, str]]:
    """The headings of a file in order, each with its level from 0."""
    with pdfium.PdfDocument(file) as document:
        return [(mark.level, " ".join(mark.get_title().split())) for mark in document.get_toc()]


def starts(file: File) -> list[tuple[int, str, int]]:
    """The headings of a file in order: the level from 0, the words, and the page from 0."""
    with pdfium.PdfDocument(file) as document:
        marks = ((mark, mark.get_dest()) for mark in document.get_toc())
        return [(mark.level, " ".join(mark.get_title().split()), place.get_index()) for mark, place in marks if place]


def clickable(document: Pdf) -> Iterator[tuple[Page, Object]]:
    """Everything on the pages that can be clicked, in the order of the file: links, and places to write on."""
    for one in document.pages:
        yield from ((one, found) for found in one.get("/Annots", ()))


def fields(document: Pdf) -> dict[str, Object]:
    """The fields of a form by name; the boxes of a choice are the kids of one."""
    return {str(field.T): field for field in document.Root.AcroForm.Fields}


def values(pdf: bytes) -> dict[str, str]:
    """What is filled in, by the name of the field; a box that is ticked has the name of its state."""
    with opened(pdf) as document:
        return {name: str(field.get("/V", "")) for name, field in fields(document).items()}


def operators(drawn: Page | Object) -> Iterator[tuple[str, list[float | str]]]:
    """The drawing of a page, or of a part of one: each operator with its operands."""
    for instruction in parse_content_stream(drawn):
        yield str(instruction.operator), [_plain(operand) for operand in instruction.operands]


def _plain(operand: object) -> float | str:
    return float(operand) if isinstance(operand, int | Decimal) else str(operand)

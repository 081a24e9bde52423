"""The document that a reviewer fills in: every entry and every claim, its source and its grade, with room for a verdict."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import groupby

import docx
from docx.document import Document

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.review_stamps import Judged, judged
from macros.reading.reference_syntax import Reference
from macros.schema.annotations import Text
from macros.schema.entry import Finding
from macros.schema.source import Source
from macros.view.links import short_citation, words_of
from macros.view.markdown_subset import passages

NAME = "review.docx"

_HOW = """\
Thank you for reading. Each entry and each finding bears a stamp of eight characters. Write your verdict beside it: right, right \
with changes (say which), or wrong (say why). Judge what a family could do wrong with it, not only the facts.
An author copies the verdict into the entry's file, with your role (not your name), the date and the stamp. When the words \
change, the stamp does, and the handbook reports that the verdict no longer holds."""
_COLUMNS = ("Finding", "For", "Grade", "Sources", "Stamp", "Your verdict")


def review_document(handbook: Handbook) -> bytes:
    """The document as a .docx file."""
    document = docx.Document()
    release = f", release {handbook.release.name}" if handbook.release else ""
    document.core_properties.title = f"Alongside: review sheet{release}"
    document.core_properties.language = "en-US"
    document.add_heading(f"Alongside: review sheet{release}", level=0)
    for paragraph in _HOW.splitlines():
        document.add_paragraph(paragraph)
    for item, things in groupby(judged(handbook), key=lambda thing: thing.item):
        _entry(document, handbook, item, list(things))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _entry(document: Document, handbook: Handbook, item: Item, things: list[Judged]) -> None:
    whole, *findings = things
    code = item.entry.code if item.entry else "First aid:"
    document.add_heading(f"{code} {item.title}", level=1)
    document.add_paragraph(f"The entry as a whole. Stamp: {whole.stamp}. {_so_far(whole)}")
    for value, mark in item.texts():
        if value.loc[0] != "evidence":
            _text(document, handbook, value.loc, value.value, mark)
    document.add_paragraph("Your verdict on the entry: ")
    if findings:
        _findings(document, handbook, findings)


def _text(document: Document, handbook: Handbook, loc: tuple[str | int, ...], text: str, mark: Text) -> None:
    field = str(loc[0]).replace("_", " ")
    for number, passage in enumerate(passages(text, _words(handbook), block=mark.block)):
        style = "List Bullet" if passage.in_list else None
        document.add_paragraph(passage.words if number else f"[{field}] {passage.words}", style=style)


def _findings(document: Document, handbook: Handbook, findings: list[Judged]) -> None:
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.text = heading
    for thing in findings:
        for cell, words in zip(table.add_row().cells, _row(handbook, thing.finding, thing), strict=True):
            cell.text = words


def _row(handbook: Handbook, finding: Finding, thing: Judged) -> tuple[str, ...]:
    says = " ".join(passage.words for passage in passages(finding.says, _words(handbook), block=True))
    sources = "; ".join(short_citation(handbook.the(f"sources/{name}", Source)) for name in finding.sources)
    return says, finding.outcome, finding.grade, sources or "practice advice", thing.stamp, _so_far(thing)


def _so_far(thing: Judged) -> str:
    """The verdicts that still hold."""
    held = [review for review in thing.reviews if review.of == thing.stamp]
    return "; ".join(f"{review.date}, {review.role}: {review.verdict}" for review in held)


def _words(handbook: Handbook) -> Callable[[Reference], str]:
    def shown(reference: Reference) -> str:
        return words_of(reference, handbook)

    return shown

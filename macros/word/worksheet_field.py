"""One field of a worksheet in a word processor: its label, and a place to write in or boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as DocxTable

from macros.view import sheet_fields as fields
from macros.view.blocks import AnyBlock, Bullets, FirstAidCard, Gate, Group, Paragraph, Table
from macros.view.inlines import Inlines
from macros.view.plain import paragraphs, plain

BOX = "☐"
"""What is ticked, by hand or by putting another sign in its place."""

_WRITTEN = "_" * 60
_GRID = "Table Grid"
_WIDE = 160
"""Between the margins, in millimeters, on the narrower of the two papers, A4."""


def write_field(document: Document, field: fields.AnyField) -> None:
    """Writes a field: what is asked, and where the answer goes."""
    if isinstance(field, fields.ReadField):
        _read(document, field)
        return
    _label(document, field.label, field.hint)
    match field:
        case fields.LineField():
            document.add_paragraph(_WRITTEN)
        case fields.TextField():
            for _ in range(field.lines):
                document.add_paragraph(_WRITTEN)
        case fields.BoxesField():
            for option in field.options:
                document.add_paragraph(f"{BOX} {_said(option)}")
        case fields.ScaleField():
            document.add_paragraph("   ".join(f"{BOX} {number}" for number in range(11)))
            document.add_paragraph(f"0 = {_said(field.low)} · 10 = {_said(field.high)}")
        case fields.TableField():
            _table(document, field)
        case _:
            assert_never(field)


def write_text(document: Document, blocks: Iterable[AnyBlock]) -> None:
    """Writes the paragraphs and lists of a text."""
    for block in blocks:
        match block:
            case Paragraph():
                document.add_paragraph(_said(block.parts))
            case Bullets():
                for number, item in enumerate(block.items, 1):
                    _item(document, item, f"{number}. " if block.numbered else "")


def _item(document: Document, blocks: Iterable[AnyBlock], number: str) -> None:
    """An item of a list. Numbers are written out: those that a word processor counts would go on from list to list."""
    for text in paragraphs(tuple(blocks), coded=True):
        document.add_paragraph(f"{number}{text}", style=None if number else "List Bullet")


def _label(document: Document, label: Inlines, hint: Inlines = ()) -> None:
    paragraph = document.add_paragraph()
    # What is asked stays on the page of the place where the answer goes.
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.add_run(_said(label)).bold = True
    if hint:
        paragraph.add_run(f" {_said(hint)}").italic = True


def _table(document: Document, field: fields.TableField) -> None:
    named = bool(field.names)
    headings = [*([field.rows_are] if named else []), *(column.title for column in field.columns)]
    empty = [BOX if column.tick else "\n" * (field.lines - 1) for column in field.columns]
    names = [[_said(name)] for name in field.names] or [[] for _ in field.rows]
    widths = [*([field.names_width] if named else []), *(column.width for column in field.columns)]
    _grid(document, headings, [[*name, *empty] for name in names], widths)


def _grid(document: Document, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float] = ()) -> None:
    """A table whose headings stand on each of its pages, and whose rows stay whole; ``widths`` are the shares of its columns."""
    table = document.add_table(rows=1, cols=len(headings), style=_GRID)
    _fill(table, 0, headings)
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    for number, row in enumerate(rows, 1):
        table.add_row()
        _fill(table, number, row)
    for column, width in zip(table.columns, widths, strict=False):
        for cell in column.cells:
            cell.width = Mm(_WIDE * width / sum(widths))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _fill(table: DocxTable, row: int, words: Sequence[str]) -> None:
    for cell, said in zip(table.rows[row].cells, words, strict=True):
        cell.text = said


def _read(document: Document, field: fields.ReadField) -> None:
    match field.block:
        case Group(blocks=blocks):
            write_text(document, blocks)
        case Gate(title=title, blocks=blocks):
            box = document.add_table(rows=1, cols=1, style=_GRID).rows[0].cells[0]
            box.paragraphs[0].add_run(title).bold = True
            for text in paragraphs(blocks, coded=True):
                box.add_paragraph(text)
            document.add_paragraph()
        case FirstAidCard(title=title, items=items):
            document.add_paragraph().add_run(title).bold = True
            for number, item in enumerate(items, 1):
                document.add_paragraph(f"{number}. {_said(item)}")
        case Table(headings=headings, rows=rows):
            _label(document, field.label)
            _grid(document, headings, [["\n".join(map(_said, cell)) for cell in row] for row in rows])
        case _:
            assert_never(field.block)


def _said(line: Inlines) -> str:
    return plain(line, coded=True)

"""Handbook → the values of one sheet on paper: plain data for the Typst template, and what can be filled in."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, assert_never

import segno

from macros.addresses import printed_address, short_address
from macros.answers import Answer, Form, answers_in
from macros.handbook import Handbook
from macros.item import Item
from macros.print.papers import Paper
from macros.print.text import Node, blocks, line
from macros.rendering.comparison import comparison
from macros.rendering.strip import Strip, strip_of
from macros.schema import sheet_fields as kinds
from macros.schema.library import Gate
from macros.schema.sheet_fields import SheetField
from macros.schema.worksheet import Section
from macros.schema.worksheet import Sheet as SheetEntry
from macros.settings import Settings

# A handbook without a release still gives the same bytes each time.
UNDATED = datetime.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Widget:
    """One place in a PDF that can be filled in.

    Attributes:
        name: of its form field; the boxes of a choice share one.
        says: what a screen reader says.
        form: a line, several lines, a box to tick, or one of several boxes.
        value: for one of several boxes, the name of what it stands for.
        group: for one of several boxes, what a screen reader says of them all.
    """

    name: str
    says: str
    form: Form
    value: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, ready to be set.

    Attributes:
        values: what the template sees, as JSON can hold it. A place to fill in is the number of its widget.
        widgets: everything that can be filled in, in the order of reading.
        paper: its size.
        date: the day of the release.
    """

    values: dict[str, Any]
    widgets: tuple[Widget, ...]
    paper: Paper
    date: datetime.date


def sheet(handbook: Handbook, item: Item, paper: Paper, settings: Settings) -> Sheet:
    """A worksheet on a size of paper."""
    worksheet = item.read(SheetEntry)
    widgets: list[Widget] = []
    sections = [_section(section, handbook, widgets) for section in worksheet.parts]
    values: dict[str, Any] = {
        "air": 1,
        "paper": {"width": paper.width, "height": paper.height, "letters": paper.letters},
        **_head(handbook, worksheet, settings),
        "strip": _strip(strip_of(handbook, item), handbook),
        "sections": sections,
    }
    release = handbook.release
    return Sheet(values, tuple(widgets), paper, release.date if release else UNDATED)


def _head(handbook: Handbook, worksheet: SheetEntry, settings: Settings) -> dict[str, Any]:
    base = settings.site_url
    release = handbook.release
    return {
        # Stands in the title bar of a reader's window, on a screen that others may see.
        "document_title": f"Alongside {worksheet.code}",
        "code": worksheet.code,
        "title": worksheet.title,
        "purpose": line(worksheet.summary, handbook),
        "how": blocks(worksheet.for_families, handbook),
        "who": line(worksheet.filled_by, handbook),
        "minutes": worksheet.minutes,
        "cautions": [line(caution, handbook) for caution in worksheet.cautions],
        "release": release.name if release else "",
        "address": printed_address(worksheet.code, base),
        "qr": _qr(f"{base}{short_address(worksheet.code)}") if base else "",
        "publisher": settings.publisher.model_dump() if settings.publisher else None,
    }


def _qr(address: str) -> str:
    """A QR code as SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def _strip(strip: Strip, handbook: Handbook) -> dict[str, Any]:
    return {
        "lines": [line(text, handbook) for text in strip.lines],
        "countries": [{"name": country.name, "calls": [asdict(call) for call in country.calls]} for country in strip.countries],
        "keep": line(strip.keep, handbook),
    }


def _section(section: Section, handbook: Handbook, widgets: list[Widget]) -> dict[str, Any]:
    return {
        "title": section.title,
        "text": blocks(section.text, handbook),
        "fields": [_field(field, handbook, widgets) for field in section.fields],
    }


def _field(field: SheetField, handbook: Handbook, widgets: list[Widget]) -> dict[str, Any]:
    first = len(widgets)
    widgets.extend(widget for answer in answers_in(field) for widget in _widgets(answer))
    asked = {"label": line(field.label, handbook), "hint": line(field.hint, handbook)} if isinstance(field, kinds.Asked) else {}
    return {"kind": field.kind, "widgets": list(range(first, len(widgets))), **asked, **_own(field, handbook)}


def _widgets(answer: Answer) -> Iterator[Widget]:
    if answer.form != "one of":
        yield Widget(answer.name, answer.says, answer.form)
    for value, words in answer.values:
        yield Widget(answer.name, f"{answer.says}: {words}", answer.form, value, answer.says)


def _own(field: SheetField, handbook: Handbook) -> dict[str, Any]:  # noqa: PLR0911 - one answer for each kind
    """What a kind of field has beside its label."""
    match field:
        case kinds.ShortAnswer() | kinds.DateAnswer() | kinds.Signature():
            return {"half": field.half}
        case kinds.LongAnswer():
            return {"lines": field.lines}
        case kinds.Checklist() | kinds.Choice():
            return {"options": [line(option, handbook) for option in field.options], "columns": field.columns}
        case kinds.Scale():
            return {"low": line(field.low, handbook), "high": line(field.high, handbook)}
        case kinds.Table():
            return _table(field, handbook)
        case kinds.Guidance():
            return {"text": blocks(field.text, handbook)}
        case kinds.GateBox():
            gate = handbook.the(f"gates/{field.gate}", Gate)
            return {"title": gate.title, "text": blocks(gate.text, handbook)}
        case kinds.Pairs():
            rows = [[line(pair.left, handbook), line(pair.right, handbook)] for pair in field.rows]
            return {"label": line(field.label, handbook), "headings": [field.left, field.right], "rows": rows}
        case kinds.Compare():
            return _compared(field, handbook)
    assert_never(field)


def _table(table: kinds.Table, handbook: Handbook) -> dict[str, Any]:
    return {
        "columns": [{"title": column.title, "width": column.width, "tick": column.tick} for column in table.columns],
        "rows_are": table.rows_are or "",
        "row_names": [line(name, handbook) for name in table.row_names],
        "rows": table.rows or len(table.row_names),
        "lines": table.lines,
    }


def _compared(field: kinds.Compare, handbook: Handbook) -> dict[str, Any]:
    table = comparison(handbook, field.of, field.show)
    rows = [[_named(row.item), *([line(text, handbook) for text in cell] for cell in row.cells)] for row in table.rows]
    lengths = [[len(row.item.title) for row in table.rows]]
    lengths += [[sum(map(len, row.cells[at])) for row in table.rows] for at in range(len(field.show))]
    # A column with twice the text gets less than twice the width, so that short words still fit.
    widths = [round(max(16, *column) ** 0.5, 2) for column in lengths]
    return {"label": line(field.label, handbook), "headings": list(table.headings), "widths": widths, "rows": rows}


def _named(item: Item) -> list[list[Node]]:
    code = f" ({item.entry.code})" if item.entry else ""
    return [[{"kind": "text", "text": f"{item.title}{code}"}]]

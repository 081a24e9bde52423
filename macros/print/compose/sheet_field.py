"""The values of one field of a sheet on paper, and what in it can be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from macros.catalogue.form_controls import Answer, Form, answers_in
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.print.compose.text import Node, blocks, line
from macros.schema import sheet_fields as kinds
from macros.schema.first_aid import FirstAid
from macros.schema.library import Gate
from macros.schema.sheet_fields import SheetField, ToFillIn, ToRead
from macros.view.comparison import comparison


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


def field_values(field: SheetField, handbook: Handbook, widgets: list[Widget]) -> dict[str, Any]:
    """A field as the template sees it. What can be filled in is added to ``widgets`` and named by its number there."""
    first = len(widgets)
    widgets.extend(widget for answer in answers_in(field) for widget in _widgets(answer))
    if isinstance(field, kinds.Asked):
        asked = {"label": line(field.label, handbook), "hint": line(field.hint, handbook)}
        said = {**asked, **_to_fill_in(field, handbook)}
    else:
        said = _to_read(field, handbook)
    return {"kind": field.kind, "widgets": list(range(first, len(widgets))), **said}


def _widgets(answer: Answer) -> Iterator[Widget]:
    if answer.form != "one of":
        yield Widget(answer.name, answer.says, answer.form)
    for value, words in answer.values:
        yield Widget(answer.name, f"{answer.says}: {words}", answer.form, value, answer.says)


def _to_fill_in(field: ToFillIn, handbook: Handbook) -> dict[str, Any]:
    """What a field that is filled in has beside its label."""
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
    assert_never(field)


def _to_read(field: ToRead, handbook: Handbook) -> dict[str, Any]:
    """What a field says that is only read."""
    match field:
        case kinds.Guidance():
            return {"text": blocks(field.text, handbook)}
        case kinds.GateBox():
            gate = handbook.the(f"gates/{field.gate}", Gate)
            return {"title": gate.title, "text": blocks(gate.text, handbook)}
        case kinds.FirstAidCard():
            procedure = handbook.the(f"first-aid/{field.of}", FirstAid)
            return {"title": procedure.title, "steps": [line(text, handbook) for text in procedure.short]}
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

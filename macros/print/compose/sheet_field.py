"""The values of one field of a sheet on paper, and what in it can be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from macros.print.compose.nodes import Node, column_widths, words
from macros.print.compose.paper_renderer import PaperRenderer
from macros.view import sheet_fields as fields
from macros.view.blocks import FirstAidCard, Gate, Group, Table
from macros.view.form_controls import Answer, Form
from macros.view.inlines import Inlines


@dataclass(frozen=True, slots=True)
class Widget:
    """One place in a PDF that can be filled in.

    Attributes:
        name: of its form field; the boxes of a choice share one.
        says: what a screen reader says.
        form: a line, several lines, a box to tick, or one of several boxes.
        value: for one of several boxes, the name of what it stands for.
        group: for one of several boxes, what a screen reader says of them all.
        covers: whether what is typed covers what is printed there, such as ruled lines.
    """

    name: str
    says: str
    form: Form
    value: str = ""
    group: str = ""
    covers: bool = False


def field_values(field: fields.AnyField, paper: PaperRenderer, widgets: list[Widget]) -> dict[str, Any]:
    """A field as the template sees it. What can be filled in is added to ``widgets`` and named by its number there."""
    if isinstance(field, fields.ReadField):
        return {"kind": field.kind, "widgets": [], **_read(field, paper)}
    first = len(widgets)
    widgets.extend(widget for answer in field.answers for widget in _widgets(answer))
    asked = {"label": paper.line(field.label), "hint": paper.line(field.hint), "half": field.half}
    return {"kind": field.kind, "widgets": list(range(first, len(widgets))), **asked, **_asked(field, paper)}


def _widgets(answer: Answer) -> Iterator[Widget]:
    if answer.form != "one of":
        yield Widget(answer.name, answer.says, answer.form, covers=answer.form == "lines")
    for value, chosen in answer.values:
        yield Widget(answer.name, f"{answer.says}: {chosen}", answer.form, value, answer.says)


def _asked(field: fields.ToFillIn, paper: PaperRenderer) -> dict[str, Any]:
    """What a field that is filled in has beside its label."""
    match field:
        case fields.LineField():
            return {}
        case fields.TextField():
            return {"lines": field.lines}
        case fields.BoxesField():
            return {"options": [paper.line(option) for option in field.options], "columns": field.columns}
        case fields.ScaleField():
            return {"low": _end(0, field.low, paper), "high": _end(10, field.high, paper)}
        case fields.TableField():
            columns = [column.model_dump() for column in field.columns]
            names = [paper.line(name) for name in field.names]
            rows = len(field.rows)
            return {
                "columns": columns,
                "rows_are": field.rows_are,
                "row_names": names,
                "rows": rows,
                "lines": field.lines,
                "names_width": field.names_width,
            }
    assert_never(field)


def _end(number: int, means: Inlines, paper: PaperRenderer) -> list[Node]:
    """What an end of a scale means."""
    return [*words(f"{paper.view.say('scale-end', number=number)} "), *paper.line(means)]


def _read(field: fields.ReadField, paper: PaperRenderer) -> dict[str, Any]:
    """What a field says that is only read."""
    block = field.block
    match block:
        case Group():
            return {"text": paper.blocks(block.blocks)}
        case Gate():
            return {"title": block.title, "text": paper.blocks(block.blocks)}
        case FirstAidCard():
            return {"title": block.title, "steps": [paper.line(line) for line in block.items]}
        case Table():
            rows = [[[paper.line(line) for line in cell] for cell in row] for row in block.rows]
            headings, widths = list(block.headings), column_widths(block.headings, rows)
            return {"label": paper.line(field.label), "headings": headings, "widths": widths, "rows": rows}
    assert_never(block)

from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.view.context import View
from macros.view.sheet_fields import FieldRow, TableField, ToFillIn
from macros.view.sheets import sheet_form
from tests.helpers import SMALL, Files, entry


def _section(handbook: Handbook, item_id: str, number: int) -> tuple[FieldRow, ...]:
    """The rows of one section of a sheet."""
    return sheet_form(View(handbook), handbook.items[item_id]).sections[number].rows


def _drawn(make: Callable[[Files], Handbook], fields: list[dict[str, object]]) -> tuple[FieldRow, ...]:
    """The rows of a sheet that has these fields and no others."""
    paper = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
    sheet = entry("worksheets", sections=[{"title": "A part", "fields": fields}])
    return _section(make({**SMALL, "library/paper": paper, "worksheets/first": sheet}), "worksheets/first", 0)


def _rows(make: Callable[[Files], Handbook], widths: str) -> list[int]:
    """How many fields each row holds, for fields of half (h) and full (f) width."""
    fields: list[dict[str, object]] = [
        {"kind": "short", "label": f"Line {number}", "half": str(width == "h").lower()} for number, width in enumerate(widths)
    ]
    rows = _drawn(make, fields)
    names = [field.name for row in rows for field in row if isinstance(field, ToFillIn)]
    assert names == [f"line-{number}" for number in range(len(widths))]
    return [len(row) for row in rows]


def test_two_halves_in_a_row_are_side_by_side(make: Callable[[Files], Handbook]) -> None:
    assert _rows(make, "hh") == [2]
    assert _rows(make, "hhhh") == [2, 2]
    assert _rows(make, "fhhf") == [1, 2, 1]


def test_a_half_without_another_is_alone(make: Callable[[Files], Handbook]) -> None:
    assert _rows(make, "h") == [1]
    assert _rows(make, "hf") == [1, 1]
    assert _rows(make, "hhh") == [2, 1]


def test_a_table_is_seen_row_by_row(tiny: Handbook) -> None:
    fields = [field for row in _section(tiny, "worksheets/all-kinds", 2) for field in row]
    assert [[len(row) for row in field.rows] for field in fields if isinstance(field, TableField)] == [[3, 3, 3], [2, 2], [3] * 6]


def test_the_names_of_rows_are_wide_where_all_else_is_ticked(tiny: Handbook) -> None:
    fields = [field for row in _section(tiny, "worksheets/all-kinds", 2) for field in row]
    tables = {field.name: field for field in fields if isinstance(field, TableField)}
    assert {name: table.names_width for name, table in tables.items()} == {"what-i-saw": 0, "my-week": 3, "as-it-is-meant": 6}
    assert tables["as-it-is-meant"].shares == (3, 3, 3)


def _width_of_names(make: Callable[[Files], Handbook], row_name: str) -> float:
    """How wide the names of rows are where two boxes of 3 each are ticked."""
    columns = [{"title": title, "tick": "true"} for title in ("None", "Some")]
    table: dict[str, object] = {"kind": "table", "label": "Help", "rows_are": "When", "row_names": [row_name], "columns": columns}
    [[drawn]] = _drawn(make, [table])
    assert isinstance(drawn, TableField)
    return drawn.names_width


def test_short_names_of_rows_leave_room_for_what_is_ticked(make: Callable[[Files], Handbook]) -> None:
    assert _width_of_names(make, "365 days") == 3
    assert _width_of_names(make, "A step that was done as it is meant") == 12

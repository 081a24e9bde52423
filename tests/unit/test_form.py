from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.view.form import form_of
from tests.helpers import SMALL, Files, entry


def _rows(make: Callable[[Files], Handbook], widths: str) -> list[int]:
    """How many fields each row holds, for fields of half (h) and full (f) width."""
    fields = [
        {"kind": "short", "label": f"Line {number}", "half": str(width == "h").lower()} for number, width in enumerate(widths)
    ]
    paper = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
    sheet = entry("worksheets", sections=[{"title": "A part", "fields": fields}])
    handbook = make({**SMALL, "library/paper": paper, "worksheets/first": sheet})
    (section,) = form_of(handbook, handbook.items["worksheets/first"]).sections
    assert [view.name for row in section.rows for view in row] == [f"line-{number}" for number in range(len(widths))]
    return [len(row) for row in section.rows]


def test_two_halves_in_a_row_stand_side_by_side(make: Callable[[Files], Handbook]) -> None:
    assert _rows(make, "hh") == [2]
    assert _rows(make, "hhhh") == [2, 2]
    assert _rows(make, "fhhf") == [1, 2, 1]


def test_a_half_without_another_stands_alone(make: Callable[[Files], Handbook]) -> None:
    assert _rows(make, "h") == [1]
    assert _rows(make, "hf") == [1, 1]
    assert _rows(make, "hhh") == [2, 1]


def test_a_table_is_seen_row_by_row(tiny: Handbook) -> None:
    tables = form_of(tiny, tiny.items["worksheets/all-kinds"]).sections[2].rows
    assert [[len(row) for row in view.rows] for (view,) in tables[:2]] == [[3, 3, 3], [2, 2]]

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.schema.kinds import BY_NAME, ENTRY_KINDS
from macros.view.comparison import columns_of, comparison
from macros.view.context import View
from macros.view.plain import plain
from tests.helpers import SMALL, Files, entry


@pytest.mark.parametrize(
    ("kind", "can_be", "cannot_be"),
    [
        (
            "models",
            {"openness", "people", "suits", "evidence", "claimed"},
            {"principles", "for_families", "roles", "code", "steps"},
        ),
        ("types", {"goal", "fits", "cautions"}, {"follows", "models", "checked", "retired", "sources"}),
        ("techniques", {"purpose", "also_called"}, {"stages", "slang", "search_words"}),
    ],
)
def test_what_fits_on_lines_can_be_a_column(kind: str, can_be: set[str], cannot_be: set[str]) -> None:
    columns = set(columns_of(BY_NAME[kind]))
    assert can_be <= columns
    assert not cannot_be & columns


@pytest.mark.parametrize("kind", ENTRY_KINDS)
def test_every_column_has_a_heading_and_can_be_shown(tiny: Handbook, kind: str) -> None:
    columns = columns_of(BY_NAME[kind])
    table = comparison(View(tiny), kind, columns)
    assert len(table.headings) == len(set(table.headings)) == 1 + len(columns)
    assert {len(row) for row in table.rows} == {1 + len(columns)}


def test_a_cell_has_a_line_for_each_thing_that_its_entry_says(make: Callable[[Files], Handbook]) -> None:
    findings = [{"outcome": outcome, "says": "It helps.", "grade": "D"} for outcome in ("rest", "sleep")]
    model = entry("models", title="Circle", suits=["One *case*.", "Another."], openness="in stages", evidence=findings)
    view = View(make({**SMALL, "models/circle": model}))
    table = comparison(view, "models", ("openness", "people", "suits", "evidence", "claimed"))
    (row,) = table.rows
    assert table.headings == ("Models", "Is the person told?", "People", "Suits", "What was found", "Claimed by its makers")
    said = [[plain(line) for line in cell] for cell in row]
    # The first finding is the main one.
    found = ["It helps.", "(Grade D for rest.)"]
    assert said == [["Circle"], ["Yes, it goes in stages"], ["Two."], ["One case.", "Another."], found, []]


def test_no_grade_is_shown_without_what_was_found(make: Callable[[Files], Handbook]) -> None:
    says = "One *trial* asked 130 families.\n\n30 of 100 saw the person enter treatment."
    model = entry("models", title="Circle", evidence=[{"outcome": "entry", "says": says, "grade": "D"}])
    table = comparison(View(make({**SMALL, "models/circle": model})), "models", ("evidence",))
    found = [plain(line) for line in table.rows[0][1]]
    assert found == ["One trial asked 130 families.", "30 of 100 saw the person enter treatment.", "(Grade D for entry.)"]

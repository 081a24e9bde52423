from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.view.blocks import Blocks, Heading, Table
from macros.view.comparison import compare_models
from macros.view.context import View
from macros.view.matrices import goals_served, risk_matrix, role_matrix, technique_matrix, type_matrix
from macros.view.plain import plain
from tests.helpers import SMALL, Files, entry
from tests.unit.test_check_ways import _PRACTICE, _RISKS

_WAYS = [
    {"model": "circle", "fits": "fits", "why": "It is kind."},
    {"model": "square", "fits": "avoid", "why": "It has corners."},
]
_LIMIT = {"risk": "violence", "may": "only with", "only_with": "A counselor.", "why": "It hurts."}
_FILES: Files = {
    **SMALL,
    **_RISKS,
    "models/circle": entry("models", title="Circle", practice={**_PRACTICE, "risks": [_LIMIT]}),
    "models/square": entry("models", title="Square", code="M02"),
    "types/goal": entry("types", title="Goal", ways=_WAYS),
}


def _rows(blocks: Blocks) -> list[list[list[str]]]:
    return [
        [[plain(line) for line in cell] for cell in row] for block in blocks if isinstance(block, Table) for row in block.rows
    ]


def test_a_goal_and_a_way_meet_in_a_word_and_a_reason(make: Callable[[Files], Handbook]) -> None:
    rows = _rows(type_matrix(View(make(_FILES))))
    assert rows == [[["Circle"], ["Fits", "It is kind."]], [["Square"], ["Better not", "It has corners."]]]


def test_a_way_that_is_better_not_used_does_not_serve_the_goal(make: Callable[[Files], Handbook]) -> None:
    view = View(make(_FILES))
    assert _rows(goals_served(view, view.handbook.items["models/circle"])) == [[["Goal"], ["Fits", "It is kind."]]]
    assert not goals_served(view, view.handbook.items["models/square"])


def test_a_risk_says_its_word_then_what_is_needed_and_why(make: Callable[[Files], Handbook]) -> None:
    blocks = risk_matrix(View(make(_FILES)))
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Violence"]
    assert _rows(blocks) == [[["Circle"], ["Only with"]], [["Circle"], ["Only with", "A counselor.", "It hurts."]]]


def test_without_a_reference_layer_there_is_no_matrix_of_risks(make: Callable[[Files], Handbook]) -> None:
    assert not risk_matrix(View(make({**SMALL, **_RISKS, "models/circle": entry("models")})))


def test_a_technique_names_the_ways_it_is_part_of(tiny: Handbook) -> None:
    rows = _rows(technique_matrix(View(tiny)))
    assert len(rows) == len(tiny.of_kind("techniques"))
    assert any(cells[1] for cells in rows)


def test_people_stand_under_each_stage_in_which_they_do_something(make: Callable[[Files], Handbook]) -> None:
    role = entry("roles", title="Friend", duties=[{"stage": "plan", "tasks": ["Wait.", "Ask."]}])
    blocks = role_matrix(View(make({**SMALL, "roles/friend": role})))
    assert _rows(blocks) == [[["Friend"], ["Wait.", "Ask."]]]


def test_the_rows_of_the_comparison_are_found_by_their_codes(make: Callable[[Files], Handbook]) -> None:
    table, short = compare_models(View(make(_FILES)))
    assert isinstance(table, Table)
    assert isinstance(short, Table)
    assert table.anchors == ("M01", "M02")
    # The style of the page counts with this number.
    assert {len(row) for row in table.rows} == {12}
    assert (table.on, short.on) == ("screen", "paper")

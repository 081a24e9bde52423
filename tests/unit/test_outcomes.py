from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.view.blocks import Table
from macros.view.context import View
from macros.view.outcomes import outcomes_table
from macros.view.plain import plain
from tests.helpers import SMALL, Files, entry

Make = Callable[[Files], Handbook]


def _table(make: Make, *findings: object) -> list[list[list[str]]]:
    view = View(make({**SMALL, "models/circle": entry("models", title="Circle", evidence=list(findings))}))
    blocks = outcomes_table(view, view.handbook.items["models/circle"])
    for block in blocks:
        assert isinstance(block, Table)
        assert block.label == "What was found: Circle"
        assert len(block.headings) == len(set(block.headings)) == 7
        return [[[plain(line) for line in cell] for cell in row] for row in block.rows]
    return []


def test_every_finding_has_a_row_with_what_its_numbers_are_out_of(make: Make) -> None:
    shares = [{"label": "with it", "of_100": "64"}, {"label": "without", "of_100": "30"}]
    told = {"outcome": "entry", "says": "64 and 30.", "grade": "D", "tested": "as a book"}
    compared = {"shares": shares, "people": "1130", "compared_with": "waiting"}
    bare = {"outcome": "sleep", "says": "It *helps*.\n\nA little.", "grade": "D"}
    first, second = _table(make, {**told, **compared}, bare)
    assert first[:4] == [["entry"], ["64 of 100 with it", "30 of 100 without"], ["1,130 in all groups"], ["waiting"]]
    assert second[:5] == [["sleep"], ["It helps.", "A little."], ["Not stated"], ["None named"], ["Not stated"]]
    assert first[6] == ["Practice advice"]


def test_an_entry_without_findings_has_no_table(make: Make) -> None:
    assert _table(make) == []

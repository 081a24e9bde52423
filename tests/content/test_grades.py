"""No grade stands in a table without its result: a letter alone makes the wrong way look good."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from macros.project.loading import LoadedProject
from macros.view.blocks import Table
from macros.view.comparison import compare_models, comparison
from macros.view.context import View
from macros.view.inlines import Inlines, words
from macros.view.plain import plain

_GRADE = re.compile(r"\bGrade [A-DX]\b|^\(?[A-DX]\)?[,.]?$|^[A-DX], for ")


def _bare_grades(table: Table) -> Iterator[str]:
    """The cells in which a grade comes first, or alone, or not last."""
    for row in table.rows:
        for cell in row:
            lines = [plain(line) for line in cell]
            at = [number for number, line in enumerate(lines) if _GRADE.search(line)]
            if at and (at[0] == 0 or at != [len(lines) - 1]):
                yield " / ".join(lines)


@pytest.mark.parametrize(
    ("cell", "is_bare"),
    [
        ((words("B, for treatment entry"),), True),
        ((words("B"),), True),
        ((words("(Grade B for entry.)"), words("30 of 100 saw it.")), True),
        ((words("30 of 100 saw it."), words("(Grade B for entry.)")), False),
        ((words("A counselor."),), False),
    ],
)
def test_a_grade_alone_is_found(cell: tuple[Inlines, ...], *, is_bare: bool) -> None:
    assert bool(list(_bare_grades(Table("A table", ("One",), ((cell,),))))) is is_bare


def test_no_table_of_entries_shows_a_grade_without_its_result(real: LoadedProject) -> None:
    view = View(real.handbook)
    tables = [block for block in compare_models(view) if isinstance(block, Table)]
    tables += [comparison(view, kind, ("evidence",)) for kind in ("models", "techniques", "types")]
    assert len(tables) == 5
    assert [bare for table in tables for bare in _bare_grades(table)] == []


def test_no_hand_written_table_shows_a_grade(real: LoadedProject) -> None:
    rows = [(item.id, line) for item in real.handbook.of_kind("pages") for line in item.body.splitlines() if line.startswith("|")]
    assert [where for where, line in rows if any(_GRADE.search(cell.strip()) for cell in line.split("|"))] == []

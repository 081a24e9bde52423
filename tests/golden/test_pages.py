"""One page of each kind of the tiny handbook, and the pages that list records, on the site and on paper.

``--update-golden`` writes the expected files anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.addresses import address
from macros.catalogue.handbook import Handbook
from macros.print.compose.paper_renderer import PaperRenderer
from macros.view.blocks import Blocks
from macros.view.context import View
from macros.view.lists import helplines_by_region
from macros.view.pages import page_of
from macros.view.practice import practice_of
from tests.helpers import shown

Golden = Callable[[Path, str], None]

EXPECTED = Path(__file__).parent / "expected"
RECORDS = (
    "types/sunny-day",
    "models/open-circle",
    "roles/neighbor",
    "techniques/kind-letter",
    "techniques/quiet-listening",
    "cases/far-talk",
    "coping/slow-walk",
    "situations/said-no",
    "worksheets/all-kinds",
    "worksheets/small",
    "letters/a-letter",
    "packs/a-pack",
    "sources/example-trial",
    "first-aid/no-breath",
)
PAGES = (
    "pages/changes",
    "pages/emergency",
    "pages/evidence",
    "pages/glossary/index",
    "pages/index",
    "pages/letters/index",
    "pages/models/index",
    "pages/packs/index",
    "pages/plan",
    "pages/safety/index",
    "pages/sources/index",
    "pages/techniques/index",
    "pages/words",
    "pages/worksheets/by-role",
    "pages/worksheets/index",
)
"""Hand-written pages that between them call each macro that lists records."""
NAMES = {*(record.replace("/", "-") for record in (*RECORDS, *PAGES)), "helplines"}


def _nodes(view: View, blocks: Blocks) -> str:
    """What the book has of a page, as its template reads it."""
    return json.dumps(PaperRenderer(view, whole=True).blocks(blocks), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("record", [*RECORDS, *PAGES])
def test_the_page_of_a_record_is_as_expected(tiny: Handbook, golden: Golden, record: str) -> None:
    view, item = View(tiny), tiny.items[record]
    golden(EXPECTED / f"{record.replace('/', '-')}.md", shown(view, page_of(view, item), address(item)))


@pytest.mark.parametrize("record", [*RECORDS, *PAGES])
def test_the_page_of_a_record_is_as_expected_on_paper(tiny: Handbook, golden: Golden, record: str) -> None:
    view = View(tiny)
    golden(EXPECTED / "paper" / f"{record.replace('/', '-')}.json", _nodes(view, page_of(view, tiny.items[record])))


def test_the_page_for_professionals_is_as_expected(tiny: Handbook, golden: Golden) -> None:
    view = View(tiny)
    golden(EXPECTED / "practice.md", shown(view, practice_of(view, "models/kitchen-table"), "models/kitchen-table/practice/"))


def test_the_helplines_are_as_expected(tiny: Handbook, golden: Golden) -> None:
    view = View(tiny)
    golden(EXPECTED / "helplines.md", shown(view, helplines_by_region(view), "helplines/"))


def test_the_helplines_are_as_expected_on_paper(tiny: Handbook, golden: Golden) -> None:
    view = View(tiny)
    golden(EXPECTED / "paper" / "helplines.json", _nodes(view, helplines_by_region(view)))


def test_each_kind_has_its_page_here(tiny: Handbook) -> None:
    kinds = {record.partition("/")[0] for record in RECORDS}
    assert kinds == {item.kind.name for item in tiny.items.values() if item.kind.has_page and item.kind.form != "page"}


def test_no_expected_file_is_left_over() -> None:
    found = {path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*") if path.is_file()}
    assert found == {f"{name}.md" for name in (*NAMES, "practice")} | {f"paper/{name}.json" for name in NAMES}

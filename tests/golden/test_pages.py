"""The Markdown of one page of each kind of the tiny handbook. ``--update-golden`` writes the expected files anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.site.first_aid_macros import show_procedure
from macros.site.macros import helplines_by_region, show_entry, show_source
from tests.helpers import view

EXPECTED = Path(__file__).parent / "expected"
ENTRIES = (
    "types/sunny-day",
    "models/open-circle",
    "roles/neighbor",
    "techniques/kind-letter",
    "techniques/quiet-listening",
    "coping/slow-walk",
    "situations/said-no",
    "worksheets/all-kinds",
    "worksheets/small",
    "letters/a-letter",
    "packs/a-pack",
)


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_page_of_an_entry_is_as_expected(tiny: Handbook, golden: Callable[[Path, str], None], entry: str) -> None:
    golden(EXPECTED / f"{entry.replace('/', '-')}.md", show_entry(view(tiny, f"{entry}/"), entry))


def test_the_page_of_a_source_is_as_expected(tiny: Handbook, golden: Callable[[Path, str], None]) -> None:
    golden(EXPECTED / "sources-example-trial.md", show_source(view(tiny, "sources/example-trial/"), "example-trial"))


def test_the_page_of_a_procedure_is_as_expected(tiny: Handbook, golden: Callable[[Path, str], None]) -> None:
    golden(EXPECTED / "first-aid-no-breath.md", show_procedure(view(tiny, "first-aid/no-breath/"), "no-breath"))


def test_the_helplines_are_as_expected(tiny: Handbook, golden: Callable[[Path, str], None]) -> None:
    golden(EXPECTED / "helplines.md", helplines_by_region(view(tiny, "helplines/")))


def test_each_kind_has_its_page_here(tiny: Handbook) -> None:
    shown = {entry.partition("/")[0] for entry in ENTRIES}
    assert shown == {item.kind.name for item in tiny.items.values() if item.entry}


def test_no_expected_file_is_left_over() -> None:
    others = {"sources-example-trial.md", "first-aid-no-breath.md", "helplines.md"}
    named = {f"{entry.replace('/', '-')}.md" for entry in ENTRIES} | others
    assert {path.name for path in EXPECTED.glob("*.md")} == named

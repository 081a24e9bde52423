"""What a template does not know it refuses, and so it does with what Typst only warns of. Nothing is set in some other way."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.print.compose.documents import document_at
from macros.print.compose.pack import chosen
from macros.print.compose.volume import Volume
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.print.typeset.typesetting import TEMPLATES, TypesetError, Typesetter
from macros.view.context import View
from tests.print.conftest import BOOKS, LETTER, set_sheet

_A_DAY = datetime.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"purpose": [{"kind": "stong", "parts": []}]}, "unknown part: stong"),
        ({"how": [{"kind": "li", "items": []}]}, "unknown block: li"),
        ({"sections": [{"title": "One", "text": [], "fields": [{"kind": "shrot"}]}]}, "unknown field: shrot"),
    ],
)
def test_a_sheet_with_a_kind_that_nobody_draws_is_refused(tiny: Handbook, changes: dict[str, Any], reason: str) -> None:
    sheet = set_sheet(tiny, "worksheets/small")
    sheet.values.update(changes)
    flaw = make(sheet)
    assert isinstance(flaw, CompileFailure)
    assert reason in flaw.reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"nodes": [{"kind": "tabel"}]}, "unknown node: tabel"),
        ({"nodes": [{"kind": "p", "parts": [{"kind": "brake"}]}]}, "unknown part: brake"),
        ({"kind": "sheets"}, "unknown kind of part: sheets"),
    ],
)
def test_a_volume_with_a_kind_that_nobody_draws_is_refused(tiny: Handbook, changes: dict[str, Any], reason: str) -> None:
    work = chosen(View(tiny), (tiny.items["techniques/kind-letter"],), LETTER)
    assert isinstance(make(work), CompiledDocument)
    work.values["chapters"][0]["parts"][0].update(changes)
    flaw = make(work)
    assert isinstance(flaw, CompileFailure)
    assert reason in flaw.reason


def test_a_part_that_refers_to_another_one_is_not_taken_for_the_part_that_cannot_be_set(tiny: Handbook) -> None:
    items = [tiny.items[name] for name in ("letters/a-letter", "worksheets/all-kinds", "techniques/kind-letter")]
    work = chosen(View(tiny), tuple(items), LETTER)
    work.values["chapters"][0]["parts"][2]["title"] = "✅"
    flaw = make(work)
    assert isinstance(flaw, CompileFailure)
    assert flaw.part == "techniques/kind-letter"


def test_a_book_that_cannot_be_set_is_refused_with_the_part_that_is_the_cause(tiny: Handbook) -> None:
    document = document_at(View(tiny), BOOKS[0])
    assert document
    work = document.work
    assert isinstance(work, Volume)
    parts = [part for chapter in work.values["chapters"] for part in chapter["parts"]]
    (faulty,) = [part for part in parts if part["id"] == "coping/slow-walk"]
    faulty["title"] = "✅"
    flaw = make(work)
    assert isinstance(flaw, CompileFailure)
    assert "could not be displayed" in flaw.reason
    assert flaw.part == "coping/slow-walk"


def test_what_typst_only_warns_of_is_refused(tiny: Handbook, tmp_path: Path) -> None:
    # Our own templates give no warning, whatever the values are. These ask for a family that nobody has, beside ours.
    templates = shutil.copytree(TEMPLATES, tmp_path / "templates")
    kit = templates / "kit.typ"
    ours = 'font: "Atkinson Hyperlegible"'
    values = set_sheet(tiny, "worksheets/small").values
    assert Typesetter(templates).set("sheet", values, _A_DAY)
    assert ours in kit.read_text("utf-8")
    kit.write_text(kit.read_text("utf-8").replace(ours, 'font: ("Atkinson Hyperlegible", "Nobody")'), "utf-8")
    with pytest.raises(TypesetError, match="unknown font family: nobody"):
        Typesetter(templates).set("sheet", values, _A_DAY)

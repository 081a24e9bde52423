"""Hostile texts on paper: printed as they were typed, and never run. With each fault put in, the test fails."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from random import Random

import pytest
from pikepdf import Dictionary, Name, Pdf

from macros.print.compose import nodes, paper_renderer
from macros.print.typeset import compiling
from macros.print.typeset.typesetting import TEMPLATES, Typesetter
from macros.reading.place import Loc
from tests.fuzz import inert, paper_area
from tests.fuzz.showing_areas import tiny


def _run_texts(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Lets Typst take each text for markup."""
    templates = shutil.copytree(TEMPLATES, folder / "templates")
    kit = templates / "kit.typ"
    said = 'if node.kind == "text" { node.text }'
    assert said in kit.read_text("utf-8")
    kit.write_text(kit.read_text("utf-8").replace(said, 'if node.kind == "text" { eval(node.text, mode: "markup") }'), "utf-8")
    patch.setattr(compiling, "_typesetter", lambda: Typesetter(templates))


def _prints(cases: int) -> None:
    for number in range(cases):
        paper_area.paper(Random(f"1:paper:{number}"))  # noqa: S311 - the same documents each time


def test_hostile_texts_are_printed_as_they_were_typed() -> None:
    _prints(12)


def test_a_text_that_typst_runs_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _run_texts(monkeypatch, tmp_path)
    with pytest.raises(AssertionError):
        _prints(12)


def test_a_text_that_is_not_printed_whole_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(paper_area.shown_places("worksheets/small", "print/W02-small-us.pdf")) > 5
    assert len(paper_area.shown_places("worksheets/all-kinds", "print/W01-all-kinds-us.pdf")) > 40
    monkeypatch.setattr(paper_renderer, "words", lambda text: nodes.words(text[:9]))
    with pytest.raises(AssertionError):
        _prints(12)


@pytest.mark.parametrize("action", ["/URI", "/JavaScript", "/Launch"])
def test_a_look_at_a_pdf_finds_what_is_active(action: str) -> None:
    inert.pdf_is_inert(_pdf(Dictionary(Type=Name("/Annot"), Subtype=Name("/Link"))))
    with pytest.raises(AssertionError):
        inert.pdf_is_inert(_pdf(Dictionary(Type=Name("/Action"), S=Name(action))))


def _pdf(part: Dictionary) -> bytes:
    out = io.BytesIO()
    with Pdf.new() as file:
        file.Root["/Held"] = file.make_indirect(part)
        file.save(out)
    return out.getvalue()


def test_a_letter_with_a_mark_of_its_own_is_found_where_a_card_is_upside_down() -> None:
    item = tiny().items["worksheets/all-kinds"]
    place: Loc = ("card", "outside")
    handbook = paper_area.with_texts(item, {place: "1{@xx\u0301…"})
    assert paper_area.printed_as_typed(handbook, item.id, "print/W01-cards-us.pdf", {place: ""}) == "accepted"

"""Every place of every sheet takes a long answer in letters that can be read, but for what its file says is brief."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pikepdf import Array, Name, Rectangle

from macros.catalogue.addresses import document_address
from macros.catalogue.item import Item
from macros.paper.room import ROOM
from macros.paper.sizes import PAPERS, Paper
from macros.print.forms.pdf_file import page_count
from macros.print.typeset.typesetting import Typesetter
from macros.project.loading import LoadedProject
from macros.schema.letter import Letter
from macros.schema.sheet_fields import Table
from macros.schema.worksheet import Worksheet
from macros.view.form_controls import inner_name, name_of
from tests.helpers import Fields, entry, handbook
from tests.print.conftest import LARGE, LETTER, PAPER_FILES, SHEETS, handbook_of, made, set_sheet, worksheet
from tests.print.pdf import File, clickable, fields, opened


def _held(pdf: File) -> dict[str, int]:
    """How many letters each place to write on takes, by the name of its field."""
    with opened(pdf) as document:
        return {name: int(field.MaxLen) for name, field in fields(document).items() if Name.Tx == field.get("/FT")}


def _brief(item: Item) -> set[str]:
    """The places that may take less: cells of brief columns, and places within the sentences of a letter."""
    if isinstance(item.fields, Letter):
        return {f"letter:{place.name}" for place in item.fields.placeholders if not place.lines}
    return set(_brief_cells(item.read(Worksheet)))


def _brief_cells(sheet: Worksheet) -> Iterator[str]:
    for field in (field for section in sheet.sections for field in section.fields):
        if isinstance(field, Table):
            rows = range(1, (field.rows or len(field.row_names)) + 1)
            titles = [column.title for column in field.columns if column.brief]
            yield from (inner_name(name_of(field.label), row, title) for row in rows for title in titles)


def _again(name: str) -> str:
    """A place that stands in a letter twice has two fields."""
    return name.rstrip("0123456789").removesuffix("-") if name.startswith("letter:") else name


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.suffix)
@pytest.mark.parametrize("sheet", SHEETS)
def test_only_what_is_brief_may_take_less(real: LoadedProject, real_files: dict[str, Path], sheet: str, paper: Paper) -> None:
    item = real.handbook.items[sheet]
    held = _held(real_files[document_address(item, f"-{paper.suffix}.pdf")])
    brief = _brief(item)
    assert {name: most for name, most in held.items() if most < ROOM.held and _again(name) not in brief} == {}
    # Also a name, a day or a few words within a sentence have room.
    assert {name: most for name, most in held.items() if name.startswith("letter:") and most < ROOM.brief} == {}


def _table(**column: object) -> Fields:
    titles = ("What", "How", "Where", "Who", "When", "Why")
    return {"kind": "table", "label": "A table", "rows": 1, "columns": [{"title": title, **column} for title in titles]}


@pytest.mark.parametrize("paper", [LETTER, LARGE], ids=lambda paper: paper.suffix)
def test_a_row_is_high_enough_for_its_narrowest_cell(tmp_path: Path, paper: Paper) -> None:
    held = _held(made(set_sheet(handbook_of(tmp_path, first=worksheet(_table())), "worksheets/first", paper)).pdf)
    assert len(held) == 6
    assert min(held.values()) >= ROOM.held


def test_brief_columns_need_no_room(tmp_path: Path) -> None:
    sheet = set_sheet(handbook_of(tmp_path, first=worksheet(_table(brief=True))), "worksheets/first", LARGE)
    pdf = made(sheet).pdf
    with opened(pdf) as document:
        (height,) = {round(Rectangle(Array(place.Rect)).height) for _, place in clickable(document)}
    assert height < 2 * sheet.paper.letters
    assert max(_held(pdf).values()) < ROOM.held


@pytest.mark.parametrize("half", [True, False], ids=["half", "whole"])
@pytest.mark.parametrize("kind", ["short", "date", "signature"])
def test_a_line_takes_a_long_answer_on_any_paper(tmp_path: Path, kind: str, *, half: bool) -> None:
    lines = ({"kind": kind, "label": f"{number} is asked", "half": half} for number in range(14))
    of = handbook_of(tmp_path, first=worksheet(*lines))
    held = [_held(made(set_sheet(of, "worksheets/first", paper)).pdf) for paper in PAPERS]
    assert {name: most for each in held for name, most in each.items() if most < ROOM.held} == {}


def test_a_place_within_a_sentence_is_wide_enough_for_a_few_words(tmp_path: Path) -> None:
    places = [{"name": "who", "says": "me"}, {"name": "why", "says": "why", "lines": 1}]
    letter = entry("letters", placeholders=places, body="Dear {who}, I write because {why}.")
    of = handbook(tmp_path, {**PAPER_FILES, "letters/first": letter})
    for paper in PAPERS:
        held = _held(made(set_sheet(of, "letters/first", paper)).pdf)
        assert ROOM.brief <= held["letter:who"] < ROOM.held <= held["letter:why"]


def test_a_sheet_gives_way_before_it_takes_a_page_too_many(tmp_path: Path) -> None:
    lines = [{"kind": "short", "label": f"{number} is asked"} for number in range(17)]
    sheet = set_sheet(handbook_of(tmp_path, first=worksheet(*lines, most_pages="1")), "worksheets/first", LETTER)
    assert page_count(Typesetter().set("sheet", sheet.values, sheet.date)) == 2
    result = made(sheet)
    assert result.pages == 1
    assert min(_held(result.pdf).values()) >= ROOM.held

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.addresses import book_address, changes_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.paper.sizes import PAPERS, VOLUME_PAPERS, Paper
from macros.print.compose.documents import document_at
from macros.print.compose.sheet import Sheet, sheet
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.print.typeset.printing import print_documents
from macros.project.loading import LoadedProject
from macros.view.context import View
from tests.building import one_at_a_time
from tests.helpers import PLACES, ROOT, TOPICS, Fields, Files, entry, handbook, helpline
from tests.print.pdf import texts

LETTER, A4, LARGE = PAPERS


def _named(*folders: str) -> tuple[str, ...]:
    """The entries in some folders of the real handbook. Their files are not read, so that tests are collected in no time."""
    return tuple(f"{folder}/{path.stem}" for folder in folders for path in sorted((ROOT / "content" / folder).glob("*.yml")))


SHEETS = _named("letters", "worksheets")
PACKS = _named("packs")
BOOKS = tuple(book_address(f"-{paper.suffix}.pdf") for paper in VOLUME_PAPERS)
CHANGED = tuple(changes_address(f"-{paper.suffix}.pdf") for paper in VOLUME_PAPERS)


_POINTS = 72 / 25.4
HEAD, FOOT = 16.3 * _POINTS, 12.3 * _POINTS
"""How high the running head and the foot of the book are, in points from the edge of the page."""
LINE = {"kind": "short", "label": "A line"}
"""The smallest field that can be filled in."""
PAPER_FILES: Files = {
    "library/stages": {"plan": {"label": "Plan", "means": "You plan."}},
    "library/places": PLACES,
    "library/topics": TOPICS,
    "library/helplines": {"line": helpline()},
    "library/paper": {
        "strip": "Call.",
        "check_first": "first",
        "check_line": "Check.",
        "topics": ["families"],
        "keep": "Keep it safe.",
    },
}
"""What a handbook must have so that it can be printed."""


DAMAGE: dict[str, Callable[[Path], object]] = {
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "a block": lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(512) + path.read_bytes()[4608:]),
    "its note": lambda path: path.with_suffix(".pages").write_bytes(b"\xff"),
}
"""Ways in which a kept document, or what is noted of it, can be damaged."""


def worksheet(*fields: Fields, **changes: object) -> Fields:
    """A worksheet of these fields, or of one line, with changes."""
    return entry("worksheets", **{"sections": [{"title": "A part", "fields": list(fields) or [LINE]}], **changes})


def handbook_of(folder: Path, **sheets: Fields) -> Handbook:
    """A handbook of worksheets that can be printed."""
    return handbook(folder, {**PAPER_FILES, **{f"worksheets/{name}": fields for name, fields in sheets.items()}})


def set_sheet(handbook: Handbook, item_id: str, paper: Paper = LETTER, settings: Settings | None = None) -> Sheet:
    """A worksheet or a letter of a handbook, ready to be set."""
    return sheet(View(handbook, settings), handbook.items[item_id], paper)


def made(values: Sheet) -> CompiledDocument:
    """The document of a sheet, which must be flawless."""
    result = make(values)
    assert not isinstance(result, CompileFailure), result
    return result


@pytest.fixture
def all_kinds(tiny: Handbook) -> bytes:
    """The sheet that holds each kind of field once, in Letter.

    It is made for each test, in a tenth of a second: of what is kept between tests, mutmut sees only the first that asks for it.
    """
    return made(set_sheet(tiny, "worksheets/all-kinds")).pdf


@pytest.fixture(scope="session")
def book_pages(real_book: Path) -> list[str]:
    """The words of each page of the whole handbook in Letter, without its running head and its foot."""
    return texts(real_book, HEAD, FOOT)


@pytest.fixture(scope="session")
def real_book(real: LoadedProject, shared: Path) -> Path:
    """The whole handbook in Letter. Where tests run side by side, the first one makes it for all."""
    document = document_at(real.view, BOOKS[0])
    assert document
    with one_at_a_time(shared, "real-book"):
        printed = print_documents(ROOT, real.view, [document])
    assert printed.problems == ()
    return printed.files[BOOKS[0]]

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.paper.sizes import PAPERS, Paper
from macros.print.compose.sheet import Sheet, sheet
from macros.print.typeset.making import Flaw, Made, make
from macros.print.typeset.printing import Document, documents, print_handbook
from macros.project.opening import Opened
from macros.view.context import View
from tests.helpers import ROOT

LETTER, A4, LARGE = PAPERS


def set_sheet(handbook: Handbook, item_id: str, paper: Paper = LETTER, settings: Settings | None = None) -> Sheet:
    """A worksheet or a letter of a handbook, ready to be set."""
    return sheet(View(handbook, settings), handbook.items[item_id], paper)


def made(values: Sheet) -> Made:
    """The document of a sheet, which must be flawless."""
    result = make(values)
    assert not isinstance(result, Flaw), result
    return result


@pytest.fixture(scope="session")
def all_kinds(tiny: Handbook) -> bytes:
    """The sheet that holds each kind of field once, in Letter."""
    return made(set_sheet(tiny, "worksheets/all-kinds")).pdf


@pytest.fixture(scope="session")
def real_files(real: Opened) -> dict[str, Path]:
    """Every document of the real handbook, by its address."""
    printed = print_handbook(ROOT, real.view)
    assert printed.problems == ()
    return dict(printed.files)


@pytest.fixture(scope="session")
def real_documents(real: Opened) -> dict[str, Document]:
    """What the documents of the real handbook are made of, by their addresses."""
    return {document.uri: document for document in documents(real.view)}

"""What is typed into a PDF is drawn whole, or refused: nothing is lost without a sign."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf

from macros.catalogue.addresses import document_address
from macros.print.forms.form_font import ALIAS
from macros.project.loading import LoadedProject
from tests.print.conftest import SHEETS
from tests.print.filling import LONG, filled, lost
from tests.print.pdf import changed


def _bytes(real: LoadedProject, files: dict[str, Path], sheet: str) -> bytes:
    return files[document_address(real.handbook.items[sheet], "-us.pdf")].read_bytes()


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_a_field_keeps_is_seen_whole(real: LoadedProject, real_files: dict[str, Path], sheet: str) -> None:
    fields = list(filled(_bytes(real, real_files, sheet), LONG))
    assert [field for field in fields if lost(field)] == []
    assert [field.name for field in fields if not field.value] == []


def _as_before(document: Pdf) -> None:
    """One line, in one size, without an end."""
    for field in document.Root.AcroForm.Fields:
        if "/MaxLen" in field:
            del field["/MaxLen"]
            field.update(Dictionary(Ff=0, DA=f"/{ALIAS} 10.5 Tf 0 g"))


def test_a_field_that_cuts_what_is_typed_is_found(real: LoadedProject, real_files: dict[str, Path]) -> None:
    pdf = changed(_bytes(real, real_files, "worksheets/emergency-card"), _as_before)
    assert any(lost(field) for field in filled(pdf, LONG * 3))

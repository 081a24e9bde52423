"""Every document of the real handbook: valid for screen readers, within its pages, complete, black, and neutral outside."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import page
import pytest
from pypdf import PdfReader

from macros.catalogue.settings import Publisher, Settings
from macros.print.compose.volume import Volume
from macros.print.typeset.making import make
from macros.print.typeset.printing import Document, sheet_documents
from macros.project.opening import Opened, open_handbook
from macros.schema.worksheet import Sheet
from macros.view.context import View
from tests.helpers import ROOT
from tests.print.conftest import LARGE, LETTER, made, set_sheet

_HANDBOOK = open_handbook(ROOT).handbook
_RELEASE = _HANDBOOK.release.name if _HANDBOOK.release else ""
_URIS = [document.uri for document in sheet_documents(View(_HANDBOOK))]
_SHEETS = [item.id for item, _ in _HANDBOOK.all_of(Sheet)]

each = pytest.mark.parametrize("uri", _URIS)


def failures(pdf: bytes) -> list[str]:
    """The rules of PDF/UA-1 that a file breaks."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


@each
def test_it_is_valid_pdf_ua_1(real_files: dict[str, Path], uri: str) -> None:
    assert failures(real_files[uri].read_bytes()) == []


@each
def test_it_has_a_form_field_for_each_place_to_write(
    real_files: dict[str, Path], real_documents: dict[str, Document], uri: str
) -> None:
    fields: dict[str, Any] = dict(PdfReader(real_files[uri]).get_fields() or {})
    work = real_documents[uri].work
    assert not isinstance(work, Volume)
    widgets = work.widgets
    assert set(fields) == {widget.name for widget in widgets}
    assert {fields[widget.name]["/TU"] for widget in widgets} == {widget.group or widget.says for widget in widgets}
    assert not any(re.search(r"[^a-z0-9:-]", name) for name in fields)


@each
def test_its_title_and_its_name_tell_nobody_what_it_is_about(real_files: dict[str, Path], uri: str) -> None:
    code = uri.split("/")[1][:3]
    metadata = PdfReader(real_files[uri]).metadata
    assert metadata
    assert metadata.title == f"Alongside {code}"
    assert re.fullmatch(r"print/[WL]\d\d-[a-z-]+-(us|a4|large)\.pdf", uri)


@each
def test_each_page_says_which_sheet_it_is_and_how_many_there_are(real_files: dict[str, Path], uri: str) -> None:
    pages = PdfReader(real_files[uri]).pages
    for number, one in enumerate(pages, 1):
        text = " ".join(one.extract_text().split())
        assert f"{uri[6:9]} · Alongside {_RELEASE} · go/{uri[6:9]}" in text
        assert "Keep this safe, or shred it." in text
        assert f"Page {number} of {len(pages)}" in text


@each
def test_all_ink_is_black(real_files: dict[str, Path], uri: str) -> None:
    """Every color that a page sets is black or white; so are those of its form fields."""
    for one in PdfReader(real_files[uri]).pages:
        contents = one.get_contents()
        assert contents is not None
        for numbers, operator in re.findall(rb"((?:[\d.]+ +)+)(rg|RG|k|K|scn|SCN)\b", contents.get_data()):
            assert {float(number) for number in numbers.split()} <= {0.0, 1.0}, operator


@each
def test_no_place_to_write_leaves_its_page(real_files: dict[str, Path], uri: str) -> None:
    for one in PdfReader(real_files[uri]).pages:
        for annotation in one.get("/Annots", ()):
            left, bottom, right, top = (float(side) for side in annotation.get_object()["/Rect"])
            assert 0 < left < right < float(one.mediabox.width)
            assert 40 < bottom < top < float(one.mediabox.height)


@pytest.mark.parametrize("sheet", _SHEETS)
def test_it_keeps_to_its_pages_with_a_name_and_a_qr_code_at_its_head(real: Opened, sheet: str) -> None:
    publisher = Publisher(name="Example Family Practice of Springfield", contact="12 Long Street, 202-555-0101")
    settings = Settings(site_url="https://handbook.example.org/families/", publisher=publisher)
    most = real.handbook.the(sheet, Sheet).most_pages
    result = made(set_sheet(real.handbook, sheet, LETTER, settings))
    text = PdfReader(io.BytesIO(result.pdf)).pages[0].extract_text()
    assert result.pages <= most
    assert "Example Family Practice of Springfield · 12 Long Street, 202-555-0101" in text
    assert "handbook.example.org/families/go/" in text


def test_the_same_content_gives_the_same_bytes(real_files: dict[str, Path], real_documents: dict[str, Document]) -> None:
    for uri in _URIS[::5]:
        result = make(real_documents[uri].work)
        assert getattr(result, "pdf", None) == real_files[uri].read_bytes(), uri


def test_large_print_is_large(real: Opened) -> None:
    contents = PdfReader(io.BytesIO(made(set_sheet(real.handbook, "worksheets/safety-check", LARGE)).pdf)).pages[0].get_contents()
    assert contents is not None
    sizes = Counter(float(size) for size in re.findall(rb"/f\d+ ([\d.]+) Tf", contents.get_data()))
    assert 18 in {size for size, _ in sizes.most_common(3)}
    assert min(sizes) >= 12


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not on PATH")
def test_qpdf_finds_nothing_wrong(real_files: dict[str, Path]) -> None:
    for uri in _URIS[::7]:
        done = subprocess.run(["qpdf", "--check", str(real_files[uri])], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

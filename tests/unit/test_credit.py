"""Whoever holds a sheet, a letter, a pack or a document knows that it may be shared, and under what name."""

from __future__ import annotations

import io

import docx
import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.paper.sizes import PAPERS
from macros.print.compose.frame import frame
from macros.site.api.documents import published_items, record_document
from macros.site.html_renderer import HtmlRenderer
from macros.view.context import View
from macros.view.pages import page_of
from macros.word.letter import letter_files
from tests.helpers import TINY

_LINE = "Alongside, a handbook for families, CC BY 4.0"


@pytest.fixture(scope="module")
def view() -> View:
    content = load(TINY)
    return View(Handbook(content.items, content.published, content.pictures))


def test_every_document_on_paper_has_it_at_its_foot(view: View) -> None:
    assert frame(view, PAPERS[0])["credit"] == _LINE


def test_every_sheet_and_letter_has_it_on_the_screen(view: View) -> None:
    for kind in ("worksheets", "letters"):
        for item in view.handbook.of_kind(kind):
            assert _LINE in str(HtmlRenderer(view, f"{item.id}/").html_page(page_of(view, item)))


def test_a_letter_in_word_has_it_on_its_first_page_alone(view: View) -> None:
    for address, file in letter_files(view):
        if address.endswith(".docx"):
            section = docx.Document(io.BytesIO(file)).sections[0]
            assert _LINE in section.first_page_footer.paragraphs[0].text
            assert _LINE not in "".join(part.text for part in section.footer.paragraphs)
        else:
            assert _LINE in file.decode("utf-8-sig")


def test_every_document_for_programs_has_it(view: View) -> None:
    for document in (record_document(view, item) for item in published_items(view)):
        assert document["license"]["credit"] in _LINE
        assert document["license"]["name"] in _LINE

"""Files that are made from the tiny handbook, beside its pages: what paper, word processors, programs and searches get of it.

``--update-golden`` writes the expected files anew.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from macros.catalogue.addresses import address
from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Publisher, Settings
from macros.paper.sizes import PAPERS, VOLUME_PAPERS
from macros.print.compose.book import book
from macros.print.compose.pack import pack
from macros.print.compose.sheet import sheet
from macros.print.compose.volume import Volume
from macros.site.json_api import json_files
from macros.site.pages import page_records, redirect_files
from macros.site.theme_values import theme_values
from macros.view.context import View
from macros.word.files import word_files
from macros.word.review import review_document
from tests.searching import searched_pages

Golden = Callable[[Path, str], None]

EXPECTED = Path(__file__).parent / "expected_files"
SHEETS = ("worksheets/all-kinds", "worksheets/small", "letters/a-letter")
RECORDS = ("techniques/kind-letter", "first-aid/no-breath", "worksheets/small", "letters/a-letter", "packs/a-pack")
_SETTINGS = Settings(site_url="https://example.org/", publisher=Publisher(name="A town", contact="202-555-0100"))


@pytest.fixture
def view(tiny: Handbook) -> View:
    """The tiny handbook as someone publishes it."""
    return View(tiny, _SETTINGS)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _name(record: str) -> str:
    return record.replace("/", "-")


@pytest.mark.parametrize("record", SHEETS)
def test_a_sheet_on_paper_is_as_expected(view: View, golden: Golden, record: str) -> None:
    made = sheet(view, view.handbook.items[record], PAPERS[0])
    said = {**made.values, "widgets": list(map(asdict, made.widgets)), "date": str(made.date)}
    golden(EXPECTED / "sheets" / f"{_name(record)}.json", _json(said))


def test_a_pack_on_paper_is_as_expected(view: View, golden: Golden) -> None:
    golden(EXPECTED / "pack.json", _json(pack(view, view.handbook.items["packs/a-pack"], VOLUME_PAPERS[0]).values))


def _outline(made: Volume) -> dict[str, object]:
    """A volume without the words of its pages, which are compared one by one."""
    chapters = [
        {**chapter, "parts": [part if part["kind"] == "line" else _in_short(part) for part in chapter["parts"]]}
        for chapter in made.values["chapters"]
    ]
    return {**made.values, "chapters": chapters}


def _in_short(part: dict[str, str]) -> str:
    return f"{part['kind']} {part['id']} {part['code']} {part['title']}"


def test_the_book_is_as_expected(view: View, golden: Golden) -> None:
    golden(EXPECTED / "book.json", _json(_outline(book(view, VOLUME_PAPERS[0]))))


def _described(file: bytes) -> str:
    """A document as lines: of each paragraph its style and its words, and of each table its cells."""
    document = docx.Document(io.BytesIO(file))
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            words = "".join(text.text or "" for text in block._p.iter(qn("w:t")))
            ends = " (a new page)" if list(block._p.iter(qn("w:br"))) else ""
            yield f"{block.style.name if block.style else ''}: {words}{ends}"
        elif isinstance(block, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in block.rows)


def test_what_is_edited_is_as_expected(view: View, golden: Golden) -> None:
    for uri, file in word_files(view):
        is_plain = uri.endswith(".txt")
        text = file.decode() if is_plain else _described(file)
        name = "letter" if "/L" in uri else "worksheet"
        golden(EXPECTED / f"{name}.{'txt' if is_plain else 'docx.txt'}", text)


def test_the_document_for_reviewers_is_as_expected(view: View, golden: Golden) -> None:
    golden(EXPECTED / "review.docx.txt", _described(review_document(view)))


@pytest.mark.parametrize("record", RECORDS)
def test_what_a_search_finds_of_a_record_is_as_expected(view: View, golden: Golden, record: str) -> None:
    place = address(view.handbook.items[record])
    found = [asdict(page) for page in searched_pages(view) if page.address == place]
    golden(EXPECTED / "search" / f"{_name(record)}.json", _json(found))


@pytest.mark.parametrize("record", ["techniques/kind-letter", "first-aid/no-breath"])
def test_the_data_of_a_record_are_as_expected(view: View, golden: Golden, record: str) -> None:
    golden(EXPECTED / "data" / f"{_name(record)}.json", "".join(dict(json_files(view))[f"api/v1/{record}.json"]))


def test_the_pages_that_an_engine_is_given_are_as_expected(view: View, golden: Golden) -> None:
    golden(EXPECTED / "pages.txt", "\n".join(f"{page.uri} from {page.made_from}\n{page.markdown}" for page in page_records(view)))


def test_a_page_that_leads_on_is_as_expected(view: View, golden: Golden) -> None:
    leading_on = {file.uri: file.content for file in redirect_files(view)}
    golden(EXPECTED / "leads-on.html", leading_on["go/Q01/index.html"])


def test_the_words_around_each_page_are_as_expected(view: View, golden: Golden) -> None:
    golden(EXPECTED / "theme.json", _json(theme_values(view)))

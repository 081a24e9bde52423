"""Packs and the whole handbook: valid, complete, with contents, page numbers, links and an index."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from macros.catalogue.addresses import address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.print.compose.book import chapters
from macros.print.compose.pack import chosen
from macros.print.typeset.making import Flaw, Made, make
from macros.print.typeset.printing import documents
from macros.project.opening import Opened, open_handbook
from macros.schema.pack import Pack
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.view.context import View
from tests.helpers import ROOT
from tests.print.conftest import LETTER
from tests.print.test_documents import failures

_VOLUMES = [
    document.uri
    for document in documents(open_handbook(ROOT).view)
    if document.item is None or isinstance(document.item.fields, Pack)
]
_BOOK = "print/handbook-us.pdf"


@pytest.fixture(scope="module")
def book(real_files: dict[str, Path]) -> PdfReader:
    """The whole handbook in Letter."""
    return PdfReader(real_files[_BOOK])


@pytest.fixture(scope="module")
def bookmarks(book: PdfReader) -> list[str]:
    """The headings of the book, in order."""
    return list(_titles(book.outline))


def _titles(outline: list[Any]) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, Destination):
            yield " ".join(str(entry.title).split())
        else:
            yield from _titles(entry)


@pytest.mark.parametrize("uri", _VOLUMES)
def test_it_is_valid_pdf_ua_1_with_a_neutral_title(real_files: dict[str, Path], uri: str) -> None:
    assert failures(real_files[uri].read_bytes()) == []
    metadata = PdfReader(real_files[uri]).metadata
    assert metadata
    assert re.fullmatch(r"Alongside( P\d\d)?", str(metadata.title))


@pytest.mark.parametrize("uri", [uri for uri in _VOLUMES if "/P" in uri])
def test_a_pack_holds_what_it_names_in_order_with_contents(real: Opened, real_files: dict[str, Path], uri: str) -> None:
    pack = next(item for item in real.handbook.of_kind("packs") if uri.startswith(f"print/{item.read(Pack).code}"))
    reader = PdfReader(real_files[uri])
    held = [real.handbook.items[name] for name in pack.read(Pack).contents]
    first = " ".join(" ".join(one.extract_text() for one in reader.pages[:2]).split())
    found = [title for title in _titles(reader.outline) if any(title.endswith(item.title) for item in held)]
    assert all(item.title in first for item in held)
    order = [found.index(next(title for title in found if title.endswith(item.title))) for item in held]
    assert order == sorted(order)
    assert f"Page 1 of {len(reader.pages)}" in " ".join(reader.pages[0].extract_text().split())


def _site_headings(page: str) -> list[str]:
    article = page.partition("<article")[2].partition("</article>")[0]
    found = re.findall(r"<h[12][^>]*>(.*?)</h[12]>", article, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", "", title)).split()) for title in found]


def _in_the_book(handbook: Handbook) -> list[Item]:
    return [item for chapter in chapters(View(handbook)) for item in chapter.items if not isinstance(item.fields, Source)]


# A page says what it can lead to on the site; on paper the contents and the cover do.
_ON_THE_SITE_ALONE = {"Before you use it", "Packs for this", "Where it belongs", "Take care"}


def test_the_book_holds_every_heading_of_the_sites_pages(real: Opened, bookmarks: list[str], real_site: Path) -> None:
    have = set(bookmarks)
    missing = []
    for item in _in_the_book(real.handbook):
        page = (real_site / address(item) / "index.html").read_text("utf-8")
        title, *headings = _site_headings(page)
        coded = f"{item.entry.code} · {title}" if item.entry else title
        wanted = [coded, *(heading for heading in headings if heading not in _ON_THE_SITE_ALONE)]
        if item.kind.name in {"worksheets", "letters"}:
            wanted = [heading for heading in wanted if heading not in _AROUND_A_SHEET]
        elif item.kind.name == "pages":
            wanted = [heading for heading in wanted if heading not in {"Worksheets for this", "Letters for this"}]
        missing += [f"{item.id}: {heading}" for heading in wanted if heading not in have]
    assert missing == []


# In the book a sheet is the sheet itself; what stands around it on the site is on the pages of what it belongs to.
_AROUND_A_SHEET = {"Used in", "For professionals", "Sources"}


def test_every_page_of_the_site_is_in_the_book(real: Opened) -> None:
    held = {item.id for item in _in_the_book(real.handbook)}
    pages = {item.id for item in real.handbook.items.values() if item.kind.has_page and not item.retired}
    left = {name for name in pages - held if not name.startswith(("sources/", "packs/"))}
    assert left == {item.id for item, head in real.handbook.all_of(PageHead) if not head.in_book}


def _squeezed(words: str) -> str:
    """Words without spaces: a reader of PDF files sees some where none are drawn."""
    return "".join(words.split())


def test_the_book_has_all_sources_and_an_index_with_page_numbers(real: Opened, book: PdfReader) -> None:
    text = [" ".join(one.extract_text().split()) for one in book.pages]
    whole = _squeezed("".join(text))
    missing = [item.id for item, source in real.handbook.all_of(Source) if _squeezed(source.title)[:40] not in whole]
    assert missing == []
    start = max(number for number, page in enumerate(text) if "By code" in page)
    index = " ".join(text[start:])
    for item in real.handbook.of_kind("worksheets")[:5]:
        assert item.entry
        found = re.search(rf"{item.entry.code} {re.escape(item.title)}[ .]*(\d+)", index)
        assert found
        assert item.title in text[int(found[1]) - 1]


def test_links_inside_the_book_lead_to_its_pages(book: PdfReader) -> None:
    inside = [
        annotation
        for one in book.pages
        for annotation in (reference.get_object() for reference in one.get("/Annots", ()))
        if "/Dest" in annotation or annotation.get("/A", {}).get("/S") == "/GoTo"
    ]
    assert len(inside) > 1000


def test_a_part_that_cannot_be_set_is_named(tiny: Handbook) -> None:
    items = (tiny.items["worksheets/small"], tiny.items["techniques/kind-letter"])
    work = chosen(View(tiny), items, LETTER)
    assert isinstance(make(work), Made)
    work.values["chapters"][0]["parts"][1]["title"] = "✅"
    flaw = make(work)
    assert isinstance(flaw, Flaw)
    assert flaw.part == "techniques/kind-letter"


def test_hostile_words_in_running_text_print_as_they_are(tiny: Handbook) -> None:
    words = '#panic() $x$ @me *a* \\n "q" <b> = h'
    work = chosen(View(tiny), (tiny.items["techniques/kind-letter"],), LETTER)
    part = work.values["chapters"][0]["parts"][0]
    part["title"] = words
    part["nodes"] = [{"kind": kind, "level": 1, "parts": [{"kind": "text", "text": words}]} for kind in ("h", "p")]
    made = make(work)
    assert isinstance(made, Made)
    assert failures(made.pdf) == []

"""Packs and the whole handbook: valid, complete, with contents, page numbers, links and an index."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from macros.catalogue.addresses import address, changes_address, document_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.paper.sizes import VOLUME_PAPERS, Paper
from macros.print.compose.book import chapters
from macros.print.compose.pack import chosen
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.print.typeset.page_use import document_use
from macros.project.loading import LoadedProject
from macros.schema.drawing import Drawing
from macros.schema.pack import Pack
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.view.context import View
from tests.print.conftest import BOOKS, LETTER, PACKS
from tests.print.pdf import bookmarks, breaches, clickable, opened, squeezed, texts

packs = pytest.mark.parametrize("pack", PACKS)
papers = pytest.mark.parametrize("paper", VOLUME_PAPERS, ids=lambda paper: paper.suffix)


@pytest.fixture(scope="module")
def book(real_files: dict[str, Path]) -> Path:
    """The whole handbook in Letter."""
    return real_files[BOOKS[0]]


@pytest.fixture(scope="module")
def headings(book: Path) -> frozenset[str]:
    """The headings of the book."""
    return frozenset(title for _, title in bookmarks(book))


def _title(path: Path) -> str:
    with opened(path) as document:
        return str(document.docinfo.Title)


def test_the_book_is_valid_pdf_ua_1_with_a_neutral_title(real_files: dict[str, Path]) -> None:
    # It takes seconds to look at. In A4 it is the same values in the same template, a little narrower.
    assert breaches(real_files[BOOKS[0]].read_bytes()) == []
    assert [_title(real_files[uri]) for uri in BOOKS] == ["Alongside", "Alongside"]


@papers
def test_what_changed_is_valid_pdf_ua_1_with_a_neutral_title(real_files: dict[str, Path], paper: Paper) -> None:
    path = real_files[changes_address(f"-{paper.suffix}.pdf")]
    assert breaches(path.read_bytes()) == []
    assert _title(path) == "Alongside"


@papers
@packs
def test_a_pack_is_valid_and_holds_what_it_names_in_order(
    real: LoadedProject, real_files: dict[str, Path], pack: str, paper: Paper
) -> None:
    item = real.handbook.items[pack]
    path = real_files[document_address(item, f"-{paper.suffix}.pdf")]
    pages, held = texts(path), [real.handbook.items[name].title for name in item.read(Pack).contents]
    found = [title for level, title in bookmarks(path) if level == 0 and any(title.endswith(name) for name in held)]
    places = [next((at for at, title in enumerate(found) if title.endswith(name)), -1) for name in held]
    assert breaches(path.read_bytes()) == []
    assert _title(path) == f"Alongside {item.read(Pack).code}"
    assert [name for name in held if name not in " ".join(pages[:2])] == []
    assert -1 not in places
    assert places == sorted(places)
    assert f"Page 1 of {len(pages)}" in pages[0]


@papers
@packs
def test_no_page_of_a_pack_holds_a_line_or_two_alone(
    real: LoadedProject, real_files: dict[str, Path], pack: str, paper: Paper
) -> None:
    use = document_use(real_files[document_address(real.handbook.items[pack], f"-{paper.suffix}.pdf")].read_bytes(), paper)
    assert len(use.starts) == len(real.handbook.items[pack].read(Pack).contents)
    first_pages = {0, *use.starts}
    assert [number for number, page in enumerate(use.pages) if page.is_nearly_empty and number not in first_pages] == []


def _site_headings(page: str) -> list[str]:
    article = page.partition("<article")[2].partition("</article>")[0]
    found = re.findall(r"<h[12][^>]*>(.*?)</h[12]>", article, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", "", title)).split()) for title in found]


def _in_the_book(handbook: Handbook) -> list[Item]:
    return [item for chapter in chapters(View(handbook)) for item in chapter.items if not isinstance(item.fields, Source)]


_HYPHENS = "[-\u2010\u2011\xad\x02\ufffe]"

# A sheet on paper has its dangers in its banner and its cautions at its foot. A letter has nothing above it on its page. Paper
# has everything open, and lists at once what belongs to an entry and whom to call. Who names an entry leads nowhere on paper. Of
# the plan, paper has the questions and what follows from them; a list and a pack are made on the screen.
_ON_THE_SITE_ALONE = re.compile(
    "Write it here|Take care|Take with you|More to take with you.*|Read on|Numbers to call|About this page"
    "|Cite this page|Cite this publication|Add up saved records"
    "|Used in|Where it belongs|Where to go next|Use with"
    "|6. Where do you live, and on which paper do you print\\?|Your list|Make one document of them|Your pack"
)


def test_the_book_holds_every_heading_of_the_sites_pages(
    real: LoadedProject, real_files: dict[str, Path], headings: frozenset[str], real_site: Path
) -> None:
    assert real_files  # kept before the site is built, so that its build need not make them
    missing = []
    # The drawing of a procedure opens below its own name; paper has it where the procedure is.
    drawn = {drawing.title for _, drawing in real.handbook.all_of(Drawing)}
    for item in _in_the_book(real.handbook):
        page = (real_site / address(item) / "index.html").read_text("utf-8")
        title, *below = _site_headings(page)
        coded = f"{item.entry.code} · {title}" if item.entry else title
        wanted = [coded, *(heading for heading in below if not _ON_THE_SITE_ALONE.fullmatch(heading))]
        wanted = [heading for heading in wanted if heading not in drawn]
        missing += [f"{item.id}: {heading}" for heading in wanted if heading not in headings]
    assert missing == []


def test_every_page_of_the_site_is_in_the_book(real: LoadedProject) -> None:
    held = {item.id for item in _in_the_book(real.handbook)}
    pages = {item.id for item in real.handbook.items.values() if item.kind.has_page and not item.retired}
    left = {name for name in pages - held if not name.startswith(("sources/", "packs/"))}
    assert left == {item.id for item, head in real.handbook.all_of(PageHead) if not head.in_book}
    assert len(left) == 12


def test_the_book_has_all_sources_and_an_index_with_page_numbers(real: LoadedProject, book_pages: list[str]) -> None:
    # At the end of a line, a reader of PDF files takes a hyphen for one that parts a word, and has signs of its own for it.
    whole = re.sub(_HYPHENS, "", squeezed("".join(book_pages)))
    sources = [(item.id, re.sub(_HYPHENS, "", squeezed(source.title))[:40]) for item, source in real.handbook.all_of(Source)]
    assert [name for name, title in sources if title not in whole] == []
    start = max(number for number, page in enumerate(book_pages) if page.startswith("Index"))
    index = " ".join(book_pages[start:])
    for item in real.handbook.of_kind("worksheets")[:5]:
        assert item.entry
        found = re.search(rf"{item.entry.code} {re.escape(item.title)}[ .]*(\d+)", index)
        assert found
        assert item.title in book_pages[int(found[1]) - 1]


def test_links_inside_the_book_lead_to_its_pages(book: Path) -> None:
    with opened(book) as document:
        inside = [link for _, link in clickable(document) if "/Dest" in link or str(link.A.S) == "/GoTo"]
        assert len(inside) > 1000


def test_a_part_that_cannot_be_set_is_named(tiny: Handbook) -> None:
    items = (tiny.items["worksheets/small"], tiny.items["techniques/kind-letter"])
    work = chosen(View(tiny), items, LETTER)
    assert isinstance(make(work), CompiledDocument)
    work.values["chapters"][0]["parts"][1]["title"] = "✅"
    flaw = make(work)
    assert isinstance(flaw, CompileFailure)
    assert flaw.part == "techniques/kind-letter"


def test_hostile_words_in_running_text_print_as_they_are(tiny: Handbook) -> None:
    words = '#panic() $x$ @me *a* \\n "q" <b> = h'
    work = chosen(View(tiny), (tiny.items["techniques/kind-letter"],), LETTER)
    part = work.values["chapters"][0]["parts"][0]
    part["title"] = words
    part["nodes"] = [{"kind": kind, "level": 1, "parts": [{"kind": "text", "text": words}]} for kind in ("h", "p")]
    made = make(work)
    assert isinstance(made, CompiledDocument)
    assert breaches(made.pdf) == []

"""The book as it is set: what stands where, how it reads, and that nothing is torn apart. Looked at is the real one in Letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from pikepdf import Array, Dictionary, Name, Object

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.paper.sizes import VOLUME_PAPERS
from macros.print.compose.book import book, chapters
from macros.print.compose.volume import Chapter
from macros.print.typeset.compiling import CompiledDocument, make
from macros.project.loading import LoadedProject
from macros.schema.first_aid import FirstAid
from macros.schema.letter import Letter
from macros.schema.source import Source
from macros.view.context import View
from macros.view.plain import plain
from tests.print.conftest import FOOT, HEAD
from tests.print.pdf import bookmarks, breaches, heads, lines, opened, squeezed, starts, texts

_MOST_BYTES = 7_500_000
"""The book is 6 MB in each size; a few pages more are no fault."""


@pytest.fixture(scope="module")
def held(real: LoadedProject) -> list[Chapter]:
    """The chapters of the book."""
    return list(chapters(real.view))


@pytest.fixture(scope="module")
def pages(real_book: Path) -> list[str]:
    """The words of each page without head and foot."""
    return texts(real_book, HEAD, FOOT)


def test_emergencies_come_first_and_what_it_rests_on_last(held: list[Chapter]) -> None:
    ids = [chapter.items[0].id for chapter in held]
    assert ids[:2] == ["pages/emergency", "pages/first-aid/index"]
    order = [
        "pages/first-aid/index",
        "pages/situations/index",
        "pages/journey/index",
        "pages/safety/index",
        "pages/gates/index",
        "pages/types/index",
        "pages/roles/index",
        "pages/worksheets/index",
        "pages/care/index",
        "pages/glossary/index",
        "pages/evidence/index",
        "pages/about",
    ]
    assert [name for name in ids if name in order] == order
    assert ids[-3:-1] == order[-2:]
    assert all(isinstance(item.fields, Source) for item in held[-1].items)
    about = {item.id for item in held[-2].items}
    assert {"pages/rests-on", "pages/claims-to-distrust"} <= about


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a part of the book begins: its heading, its code, its chapter, and its page from 0."""

    title: str
    code: str
    chapter: str
    page: int


@pytest.fixture(scope="module")
def parts(real_book: Path, held: list[Chapter]) -> list[_Start]:
    """All parts but the sources. The heading of each must come after that of the one before."""
    marks = iter(starts(real_book))
    return [_start(chapter, item, marks) for chapter in held for item in chapter.items if not isinstance(item.fields, Source)]


def _start(chapter: Chapter, item: Item, marks: Iterator[tuple[int, str, int]]) -> _Start:
    code = item.entry.code if item.entry else ""
    title = f"{code} · {item.title}" if code else item.title
    level = 0 if item == chapter.items[0] else 1
    page = next((page for depth, words, page in marks if (depth, words) == (level, title)), -1)
    return _Start(title, code, chapter.title, page)


def test_each_entry_begins_a_page(parts: list[_Start], pages: list[str]) -> None:
    assert len(parts) > 250
    assert [part.title for part in parts if part.page < 0] == []
    firsts = [part.page for part in parts]
    assert firsts == sorted(set(firsts))
    assert [part for part in parts if not squeezed(pages[part.page]).startswith(squeezed(part.title))] == []


def test_the_head_of_a_page_has_the_title_with_its_code_on_the_outer_side(real_book: Path, parts: list[_Start]) -> None:
    running = [squeezed(head) for head in heads(real_book, HEAD)]
    for part in parts:
        title, chapter = squeezed(part.title), squeezed(part.chapter)
        # The first page is a right one.
        assert running[part.page] == (f"{chapter}{title}" if part.page % 2 == 0 else f"{title}{chapter}")


def test_a_page_has_its_number_and_not_what_is_said_at_the_foot_of_a_sheet(real: LoadedProject, real_book: Path) -> None:
    whole = texts(real_book)
    assert [at for at, page in enumerate(whole[2:10], 3) if not re.search(rf"\b{at}\b", page)] == []
    assert not any(real.handbook.paper.keep in page for page in whole)


def test_a_line_has_sixty_to_seventy_five_letters(real_book: Path) -> None:
    found = [line for page in lines(real_book, HEAD, FOOT) for line in page]
    # What is full ends near the right edge of the text, and begins beside the headings.
    left = 24 / 25.4 * 72 + 58 / 25.4 * 72
    text = [line for line in found if abs(line.left - left) < 8 or abs(line.left - left + 17) < 8]
    full = [len(line.words) for line in text if line.right - line.left > 310]
    assert len(full) > 2000
    assert 60 <= median(full) <= 75


def test_no_row_of_a_table_is_split(real_book: Path) -> None:
    with opened(real_book) as document:
        rows = [found for found in document.objects if isinstance(found, Dictionary) and found.get("/S") == Name.TR]
        assert len(rows) > 500
        assert [sorted(pages) for row in rows if len(pages := set(_pages(row))) > 1] == []


def _pages(element: Object) -> Iterator[tuple[int, int]]:
    """The pages on which a part of the tree has content, as ids of objects."""
    if "/Pg" in element and any(isinstance(kid, int) for kid in _kids(element)):
        yield element.Pg.objgen
    for kid in _kids(element):
        if isinstance(kid, Dictionary):
            if kid.get("/Type") in {Name.MCR, Name.OBJR} and "/Pg" in kid:
                yield kid.Pg.objgen
            elif "/S" in kid:
                yield from _pages(kid)


def _kids(element: Object) -> list[object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def test_no_page_has_fewer_than_two_lines(real_book: Path) -> None:
    # The cover is the first page, and a letter is as short as its writer wishes.
    bare = [at for at, page in enumerate(lines(real_book, HEAD, FOOT), 1) if len(page) < 2]
    assert bare == []


def test_first_aid_stands_on_its_own_page_and_among_the_emergencies_alone(real: LoadedProject, pages: list[str]) -> None:
    view = real.view
    steps = [squeezed(plain(view.texts.lines(aid.short)[0], coded=False)) for _, aid in real.handbook.all_of(FirstAid)]
    whole = squeezed("".join(pages))
    often = {step: whole.count(step) for step in steps if len(step) > 40}
    assert often
    assert {step: count for step, count in often.items() if count > 3} == {}


def test_each_letter_has_a_page_alone(real: LoadedProject, real_book: Path, parts: list[_Start]) -> None:
    running = heads(real_book, HEAD)
    codes = {letter.code for _, letter in real.handbook.all_of(Letter)}
    letters = [part for part in parts if part.code in codes]
    assert len(letters) > 20
    assert [part for part in letters if [bool(head) for head in running[part.page : part.page + 3]] != [True, False, True]] == []


def test_the_book_is_not_heavier_than_it_says(real_book: Path) -> None:
    assert real_book.stat().st_size < _MOST_BYTES


def test_bookmarks_follow_the_chapters(real_book: Path, held: list[Chapter], real: LoadedProject) -> None:
    first = [title for level, title in bookmarks(real_book) if level == 0]
    assert first == [real.view.say("contents"), *(chapter.title for chapter in held), real.view.say("index")]


def test_the_same_book_has_the_same_bytes(tiny: Handbook) -> None:
    one, other = (make(book(View(tiny), VOLUME_PAPERS[0])) for _ in range(2))
    assert isinstance(one, CompiledDocument)
    assert one == other
    assert breaches(one.pdf) == []

"""A book that is set in sections is the same as one set in one: its pages, bookmarks, tags, links and page numbers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from macros.catalogue.handbook import Handbook
from macros.paper.sizes import VOLUME_PAPERS
from macros.print.compose import book_sections
from macros.print.compose.book import book
from macros.print.compose.volume import Volume
from macros.print.typeset import book_setting
from macros.print.typeset.book_section import set_section
from macros.print.typeset.book_setting import set_book
from macros.print.typeset.processes import in_a_process_each
from macros.print.typeset.typesetting import TypesetError
from macros.view.context import View
from tests.print.pdf import bookmarks, breaches, opened, texts

_SMALL = 9000


@pytest.fixture(scope="module")
def volume(tiny: Handbook) -> Volume:
    return book(View(tiny), VOLUME_PAPERS[0])


@pytest.fixture(scope="module")
def whole(volume: Volume) -> bytes:
    """The book in one section."""
    assert len(book_sections.sections_of(volume)) == 1
    return set_book(volume)[0]


@pytest.fixture(scope="module")
def in_sections(volume: Volume) -> bytes:
    """The book in many sections, some of which begin on a left page, and some within a chapter."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(book_setting, "sections_of", partial(book_sections.sections_of, room=_SMALL))
        sections = book_sections.sections_of(volume, _SMALL)
        assert len(sections) > 3
        assert any(section["continues"] for section in sections)
        return set_book(volume)[0]


@pytest.fixture(params=["whole", "in_sections"])
def either(request: pytest.FixtureRequest) -> bytes:
    pdf: bytes = request.getfixturevalue(request.param)
    return pdf


def test_the_pages_are_the_same(whole: bytes, in_sections: bytes) -> None:
    assert texts(in_sections) == texts(whole)


def test_the_bookmarks_are_the_same(whole: bytes, in_sections: bytes) -> None:
    assert bookmarks(in_sections) == bookmarks(whole)


def test_no_rule_of_accessible_files_is_broken(in_sections: bytes) -> None:
    assert breaches(in_sections) == []


def _links(document: Pdf) -> Iterator[tuple[int, str, int, tuple[float, ...]]]:
    """The page of each link, the words that stand for it, the page that it leads to, and the place on it."""
    numbers = {page.obj.objgen: at for at, page in enumerate(document.pages)}
    for at, page in enumerate(document.pages):
        for note in page.get("/Annots", ()):
            if Name.Dest in note:
                yield at, str(note.Contents), numbers[note.Dest[0].objgen], tuple(float(part) for part in list(note.Dest)[2:4])


def test_each_link_leads_to_the_same_place(whole: bytes, in_sections: bytes) -> None:
    with opened(whole) as one, opened(in_sections) as other:
        expected, found = list(_links(one)), list(_links(other))
    assert len(expected) > 20
    assert [link[:3] for link in found] == [link[:3] for link in expected]
    for link, right in zip(found, expected, strict=True):
        assert link[3] == pytest.approx(right[3], abs=0.1)


def test_no_link_to_a_name_is_left(either: bytes) -> None:
    with opened(either) as document:
        addresses = [str(note.A.URI) for page in document.pages for note in page.get("/Annots", ()) if Name.A in note]
    assert [address for address in addresses if address.startswith("to:")] == []


def _elements(element: Object) -> Iterator[Object]:
    yield element
    held = element.get("/K")
    for kid in held if isinstance(held, Array) else [held]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield from _elements(kid)


def test_the_tags_are_the_same_and_each_piece_of_a_page_has_its_own(whole: bytes, in_sections: bytes) -> None:
    with opened(whole) as one, opened(in_sections) as other:
        expected, found = ([str(element.S) for element in _elements(each.Root.StructTreeRoot.K[0])] for each in (one, other))
        assert found == expected
        numbers = list(other.Root.StructTreeRoot.ParentTree.Nums)[::2]
        assert [int(number) for number in numbers] == list(range(len(numbers)))
        for page in other.pages:
            owners = other.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.StructParents) + 1]
            assert {owner.Pg.objgen for owner in owners if Name.Pg in owner} <= {page.obj.objgen}


def test_the_cells_that_head_others_have_names_of_their_own(either: bytes) -> None:
    with opened(either) as document:
        elements = list(_elements(document.Root.StructTreeRoot.K[0]))
        names = [bytes(element.ID) for element in elements if Name.ID in element]
        assert len(names) > 4
        assert len(names) == len(set(names))
        listed = list(document.Root.StructTreeRoot.IDTree.Names)
        assert [bytes(name) for name in listed[::2]] == sorted(names)
        assert [bytes(head.ID) for head in listed[1::2]] == sorted(names)
        told = {
            bytes(name) for element in elements for attribute in element.get("/A", ()) for name in attribute.get("/Headers", ())
        }
        assert told
        assert told <= set(names)


def test_in_processes_it_has_the_same_bytes(volume: Volume, whole: bytes) -> None:
    assert set_book(volume, partial(in_a_process_each, processes=2))[0] == whole


def test_page_numbers_that_never_stay_right_are_refused(volume: Volume, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_setting, "sections_of", partial(book_sections.sections_of, room=_SMALL))
    more = itertools.count(1)

    def restless(function: Callable[[Any], Any], works: Iterable[Any]) -> list[Any]:
        results = [function(work) for work in works]
        if function is not set_section:
            return results
        return [(pdf, replace(layout, pages=layout.pages + next(more))) for pdf, layout in results]

    with pytest.raises(TypesetError, match="page numbers change each time"):
        set_book(volume, restless)

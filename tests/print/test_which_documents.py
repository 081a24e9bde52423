"""Which documents a handbook has, and what an author reads about one that cannot be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.paper.sizes import PAPERS, VOLUME_PAPERS
from macros.print.compose.documents import Document, document_at, documents, sheet_documents
from macros.print.typeset import printing, processes, workers
from macros.print.typeset.printing import print_documents, print_handbook
from macros.print.typeset.store import FOLDER
from macros.view.context import View
from tests.helpers import SMALL, handbook, messages
from tests.print.conftest import handbook_of, worksheet
from tests.print.pdf import opened

_CARDS = {"print/W01-cards-us.pdf": "us", "print/W01-cards-canada.pdf": "a4", "print/W01-cards-uk.pdf": "a4"}
"""The cards to cut out, each with its size of paper."""
_SHEETS = ("L01-a-letter", "W01-all-kinds", "W02-small")


def test_a_handbook_has_its_book_its_changes_its_packs_and_its_sheets_in_each_size(tiny: Handbook) -> None:
    assert [document.uri for document in documents(View(tiny))] == [
        *(f"print/{name}-{size}.pdf" for name in ("handbook", "changes", "P01-a-pack") for size in ("us", "a4")),
        *(f"print/{name}-{size}.pdf" for name in _SHEETS for size in ("us", "a4", "large")),
        *_CARDS,
    ]


def test_a_document_is_of_the_size_in_its_name_and_made_from_its_entry(tiny: Handbook) -> None:
    papers = {f"-{paper.suffix}.pdf": paper for paper in (*PAPERS, *VOLUME_PAPERS)}
    for document in documents(View(tiny)):
        ending = f"-{size}.pdf" if (size := _CARDS.get(document.uri)) else document.uri
        assert document.work.paper == next(paper for suffix, paper in papers.items() if ending.endswith(suffix))
        code = document.item.entry.code if document.item and document.item.entry else ""
        assert document.uri.startswith(f"print/{code}")
        if document.uri in _CARDS:
            continue
        assert document.work.values["title"] == (document.item.title if document.item else "Alongside")


def test_a_document_contains_what_its_name_says(tiny: Handbook) -> None:
    parts = {document.uri: document.work.values.get("known") for document in documents(View(tiny))}
    assert parts["print/changes-us.pdf"] == ["pages/changes"]
    assert parts["print/P01-a-pack-us.pdf"] == [
        "worksheets/all-kinds",
        "worksheets/small",
        "letters/a-letter",
        "techniques/kind-letter",
        "pages/about",
    ]
    assert len(parts["print/handbook-us.pdf"] or ()) > 20


def test_a_handbook_that_does_not_say_what_is_on_paper_has_no_documents(tmp_path: Path) -> None:
    assert list(documents(View(handbook(tmp_path, SMALL)))) == []


def test_a_handbook_without_a_page_of_changes_has_no_document_of_them(tmp_path: Path) -> None:
    assert [document.uri for document in documents(View(handbook_of(tmp_path, first=worksheet())))] == [
        *(f"print/handbook-{size}.pdf" for size in ("us", "a4")),
        *(f"print/W01-first-{size}.pdf" for size in ("us", "a4", "large")),
    ]


def test_one_document_is_found_by_its_address(tiny: Handbook) -> None:
    view = View(tiny)
    found = document_at(view, "print/W02-small-a4.pdf")
    assert found
    assert (found.uri, found.item) == ("print/W02-small-a4.pdf", tiny.items["worksheets/small"])
    assert document_at(view, "print/W09-none-a4.pdf") is None


def test_the_sheets_of_some_entries_can_be_asked_for_alone(tiny: Handbook) -> None:
    wanted = tiny.items["worksheets/small"]
    assert {document.uri for document in sheet_documents(View(tiny), {wanted})} == {
        f"print/W02-small-{size}.pdf" for size in ("us", "a4", "large")
    }
    assert {document.item for document in sheet_documents(View(tiny))} == {
        tiny.items[name] for name in ("worksheets/all-kinds", "worksheets/small", "letters/a-letter")
    }


def _first(view: View, uri: str) -> Document:
    found = document_at(view, uri)
    assert found
    return found


@pytest.fixture
def few(tmp_path: Path) -> Handbook:
    """A handbook of one worksheet: five documents."""
    return handbook_of(tmp_path, first=worksheet())


def test_a_handbook_is_printed_whole(tmp_path: Path, few: Handbook) -> None:
    printed = print_handbook(tmp_path, View(few))
    assert (set(printed.files), printed.problems, printed.made) == ({one.uri for one in documents(View(few))}, (), 5)
    assert {path.parent for path in printed.files.values()} == {tmp_path / FOLDER}


def test_a_document_has_the_date_of_the_release_and_no_other(tmp_path: Path, tiny: Handbook) -> None:
    view = View(tiny)
    wanted = [_first(view, f"print/{name}-us.pdf") for name in ("W02-small", "P01-a-pack")]
    for path in print_documents(tmp_path, view, wanted).files.values():
        with opened(path) as document:
            assert str(document.docinfo.CreationDate).startswith("D:20260203000000")
            assert "/ModDate" not in document.docinfo or document.docinfo.ModDate == document.docinfo.CreationDate


def test_who_watches_sees_each_document_that_is_made_and_nothing_when_all_are_kept(tmp_path: Path, few: Handbook) -> None:
    seen: list[int] = []

    def watch(steps: Iterable[None], total: int) -> Iterator[None]:
        seen.append(total)
        yield from steps

    for _ in range(2):
        print_handbook(tmp_path, View(few), watch)
    assert seen == [5]


def test_where_no_pdf_can_be_made_nothing_is_printed(tmp_path: Path, few: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "pdf_unavailable_reason", lambda: "no wheel")
    printed = print_handbook(tmp_path, View(few))
    assert (dict(printed.files), printed.problems, printed.made) == ({}, (), 0)
    assert not (tmp_path / FOLDER).exists()


def test_a_part_of_a_volume_that_cannot_be_set_is_named_with_its_file(tmp_path: Path, tiny: Handbook) -> None:
    view = View(tiny)
    whole, broken = (_first(view, f"print/P01-a-pack-{size}.pdf") for size in ("us", "a4"))
    broken.work.values["chapters"][0]["parts"][3]["title"] = "✅"
    printed = print_documents(tmp_path, view, [whole, broken])
    (message,) = messages(printed.problems)
    assert message.startswith("content/techniques/kind-letter.yml:1: It cannot be printed: ")
    assert "✅" in message
    assert (list(printed.files), printed.made) == (["print/P01-a-pack-us.pdf"], 1)


def test_a_flaw_of_the_cover_is_reported_for_the_pack_and_without_a_pack_for_paper(tmp_path: Path, tiny: Handbook) -> None:
    view = View(tiny)
    pack, changed = (_first(view, f"print/{name}-us.pdf") for name in ("P01-a-pack", "changes"))
    for document in (pack, changed):
        document.work.values["title"] = "✅"
    about_the_pack, about_the_changes = messages(print_documents(tmp_path, view, [pack, changed]).problems)
    assert about_the_pack.startswith("content/packs/a-pack.yml:1: It cannot be printed: ")
    assert about_the_changes.startswith("content/library/paper.yml:1: print/changes-us.pdf cannot be printed: ")
    assert "✅" in about_the_pack
    assert "✅" in about_the_changes


def test_a_flaw_outside_the_fields_of_a_sheet_is_reported_for_its_file(tmp_path: Path, tiny: Handbook) -> None:
    view = View(tiny)
    document = _first(view, "print/W02-small-us.pdf")
    document.work.values["title"] = "✅"
    (message,) = messages(print_documents(tmp_path, view, [document]).problems)
    assert message.startswith("content/worksheets/small.yml:1: It cannot be printed: ")


@pytest.mark.parametrize(
    ("pages", "most", "message"),
    [
        (2, "1", "The sheet takes 2 pages in Letter; at most 1 is allowed. Shorten it."),
        (2, "2", None),
        (5, "2", "The sheet takes 5 pages in Letter; at most 2 are allowed. Shorten it."),
    ],
)
def test_a_sheet_has_as_many_pages_as_its_entry_allows(tmp_path: Path, pages: int, most: str, message: str | None) -> None:
    long = [{"kind": "long", "label": f"Line {number} is long", "lines": "20"} for number in range(pages)]
    view = View(handbook_of(tmp_path, first=worksheet(*long, most_pages=most)))
    printed = print_documents(tmp_path, view, [_first(view, "print/W01-first-us.pdf")])
    assert [(problem.field, problem.message) for problem in printed.problems] == ([("most_pages", message)] if message else [])
    # It is made all the same: an author looks at it to see what to shorten.
    assert list(printed.files) == ["print/W01-first-us.pdf"]


def test_the_same_flaw_in_each_size_is_reported_once(tmp_path: Path, tiny: Handbook) -> None:
    view = View(tiny)
    broken = [replace(document) for document in sheet_documents(view, {tiny.items["worksheets/small"]})]
    for document in broken:
        document.work.values["title"] = "✅"
    assert len(print_documents(tmp_path, view, broken).problems) == 1


def test_each_section_of_a_large_book_is_made_in_a_process_that_ends_with_it_one_book_after_the_other(
    tmp_path: Path, few: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    class _Pool(ThreadPoolExecutor):
        def __init__(self, workers: int, mp_context: object, initializer: object) -> None:
            assert mp_context
            assert initializer
            super().__init__(workers)
            done.append(f"{workers} process")

        def submit(self, function: Any, *args: Any) -> Any:  # type: ignore[override]
            done.append(function.__name__)
            return super().submit(function, *args)

        def shutdown(self, *args: Any, **named: Any) -> None:
            super().shutdown(*args, **named)
            done.append("ended")

    monkeypatch.setattr(processes, "ProcessPoolExecutor", _Pool)
    monkeypatch.setattr(workers, "_MANY", -1)
    books = [document for document in documents(View(few)) if "handbook" in document.uri]
    assert print_documents(tmp_path, View(few), books).made == 2
    steps = ("lay_out", "set_section", "joined")
    assert done == [said for _ in books for step in steps for said in ("1 process", step, "ended")]

"""How the book is cut into sections that are set one by one."""

from __future__ import annotations

from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.paper.sizes import VOLUME_PAPERS
from macros.print.compose.book import book
from macros.print.compose.book_sections import ids_in, sections_of
from macros.print.compose.volume import Volume
from macros.view.context import View

_PART = 400
"""About as many letters as a part of these tests has in JSON."""


@pytest.fixture
def whole(tiny: Handbook) -> Volume:
    return book(View(tiny), VOLUME_PAPERS[0])


def _book(*chapters: tuple[str, int], kind: str = "text") -> Volume:
    """A book of chapters, by their titles and how many parts they have."""
    values: dict[str, Any] = {
        "title": "A book",
        "index": ["a row"],
        "chapters": [{"title": title, "parts": [_part(title, at, kind) for at in range(parts)]} for title, parts in chapters],
    }
    return Volume(values, VOLUME_PAPERS[0], None, "book")  # type: ignore[arg-type]


def _part(title: str, at: int, kind: str) -> dict[str, Any]:
    words = "w" * (_PART - 150)
    return {"id": f"{title}/{at}", "code": "", "title": f"{title} {at}", "kind": kind, "opens": at == 0, "sections": [words]}


def _titles(sections: list[dict[str, Any]]) -> list[list[tuple[str, int]]]:
    return [[(chapter["title"], len(chapter["parts"])) for chapter in section["chapters"]] for section in sections]


def test_chapters_share_a_section_as_long_as_it_has_room() -> None:
    sections = sections_of(_book(("a", 2), ("b", 1), ("c", 3)), room=4 * _PART)
    assert _titles(sections) == [[("a", 2), ("b", 1)], [("c", 3)]]
    assert [section["continues"] for section in sections] == [False, False]


def test_a_chapter_without_room_is_cut_and_stands_alone() -> None:
    sections = sections_of(_book(("a", 1), ("b", 5), ("c", 1)), room=2 * _PART + 99)
    assert _titles(sections) == [[("a", 1)], [("b", 2)], [("b", 2)], [("b", 1)], [("c", 1)]]
    assert [section["continues"] for section in sections] == [False, False, True, True, False]


def test_a_list_is_never_cut() -> None:
    assert _titles(sections_of(_book(("a", 9), kind="line"), room=_PART)) == [[("a", 9)]]


def test_the_front_comes_first_and_the_index_last() -> None:
    sections = sections_of(_book(("a", 2), ("b", 2)), room=2 * _PART)
    assert [section["front"] for section in sections] == [True, False]
    assert [section["index"] for section in sections] == [[], ["a row"]]
    listed, nothing = (section["contents"] for section in sections)
    assert nothing == []
    assert [(row["to"], row["words"], [part["words"] for part in row["parts"]]) for row in listed] == [
        ("a/0", "a", ["a 1"]),
        ("b/0", "b", ["b 1"]),
    ]


def test_a_book_without_chapters_has_a_section() -> None:
    (section,) = sections_of(_book())
    assert (section["front"], section["index"]) == (True, ["a row"])


def test_all_that_can_be_led_to_is_in_one_section(whole: Volume) -> None:
    sections = sections_of(whole, room=9000)
    assert len(sections) > 3
    own = [name for section in sections for name in section["own"]]
    assert own == whole.values["known"]
    assert len(own) == len(set(own))
    assert own == list(ids_in(whole.values["chapters"]))

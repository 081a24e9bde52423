"""The book as it is composed: its order, what it says once, and how its text is cut into sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Publisher, Settings
from macros.paper.sizes import VOLUME_PAPERS
from macros.print.compose.book import book, chapters
from macros.print.compose.nodes import Node, heading, paragraph, places, table, words
from macros.print.compose.sections import SHORT, sections
from macros.print.compose.volume import Volume
from macros.schema.entries import Situation
from macros.schema.first_aid import FirstAid
from macros.schema.library import Gate
from macros.view.context import View
from tests.helpers import SMALL, Files, entry, page

Make = Callable[[Files], Handbook]


def _book(handbook: Handbook, settings: Settings | None = None) -> Volume:
    return book(View(handbook, settings), VOLUME_PAPERS[0])


def _part(handbook: Handbook, name: str) -> dict[str, Any]:
    parts = (part for chapter in _book(handbook).values["chapters"] for part in chapter["parts"])
    return next(part for part in parts if part["id"] == name)


def _nodes(found: object) -> Iterator[Node]:
    """All nodes in composed values, however deep."""
    if isinstance(found, dict):
        yield found
        for held in found.values():
            yield from _nodes(held)
    elif isinstance(found, list):
        for held in found:
            yield from _nodes(held)


def _said(found: object) -> str:
    return " ".join(str(node["text"]) for node in _nodes(found) if isinstance(node.get("text"), str))


def _leads_to(found: object) -> list[str]:
    return [node["to"] for node in _nodes(found) if node.get("kind") == "place"]


def test_the_index_by_code_follows_the_numbers(make: Make, tiny: Handbook) -> None:
    paper = tiny.paper.model_dump(mode="json", exclude_none=True)
    entries = {f"techniques/t{number}": entry(code=f"Q{number}", title="A technique") for number in (99, 100, 1000)}
    handbook = make({**SMALL, **entries, "library/paper": paper, "pages/techniques/index.md": page("All of them.")})
    by_code = _book(handbook).values["index"][0]
    assert [row["words"] for row in by_code["rows"]] == [
        "Q09 Letter",
        "Q99 A technique",
        "Q100 A technique",
        "Q1000 A technique",
    ]


def test_chapters_follow_the_place_in_the_book_then_that_in_the_navigation(make: Make) -> None:
    pages = {
        "pages/late.md": page("One.", title="Late", nav={"place": 30}),
        "pages/early.md": page("One.", title="Early", nav={"place": 20}),
        "pages/urgent.md": page("One.", title="Urgent", nav={"place": 90}, book_place=1),
        "pages/people/index.md": page("One.", title="People", book_place=25),
        "pages/people/abroad.md": page("One.", title="Abroad"),
        "pages/aside.md": page("One.", title="Aside"),
    }
    found = list(chapters(View(make({**SMALL, **pages}))))
    titles = [(chapter.title, [item.title for item in chapter.items]) for chapter in found]
    at = {title: number for number, (title, _) in enumerate(titles)}
    assert at["Urgent"] < at["Early"] < at["People"] < at["Late"]
    assert dict(titles)["People"] == ["People", "Abroad"]
    # A page without a place follows the last that stands alone and has one.
    assert [title for title in dict(titles)["Late"] if title != "A page"] == ["Late", "Aside"]


def test_the_first_page_of_a_chapter_opens_it(tiny: Handbook) -> None:
    for chapter in _book(tiny).values["chapters"]:
        first, *others = chapter["parts"]
        assert first.get("opens") == (first["title"] == chapter["title"])
        assert not any(part["opens"] for part in others)


def test_a_danger_is_told_in_a_sentence_and_in_full_on_the_page_of_all(tiny: Handbook) -> None:
    near = next(item for item in tiny.items.values() if item.entry and item.entry.touches and item.kind.name == "techniques")
    assert near.entry
    name = near.entry.touches[0]
    gate = tiny.require(f"gates/{name}", Gate)
    part, gates = _part(tiny, near.id), _part(tiny, "pages/gates/index")
    warned = [node for node in _nodes(part) if node.get("kind") == "danger"]
    assert f"gates/{name}" in _leads_to(warned)
    assert gate.in_short.split()[0] in _said(warned)
    assert not any(node.get("kind") == "box" for node in _nodes(part))
    assert any(node.get("id") == f"gates/{name}" for node in _nodes(gates))
    assert f"gates/{name}" in _book(tiny).values["known"]


def test_first_aid_stands_among_the_emergencies_and_is_referred_to_elsewhere(tiny: Handbook) -> None:
    situation, name = next((item, fields.first_aid[0]) for item, fields in tiny.all_of(Situation) if fields.first_aid)
    step = tiny.require(f"first-aid/{name}", FirstAid).short[0]
    part = _part(tiny, situation.id)
    assert f"first-aid/{name}" in _leads_to(part)
    assert step.split(".")[0] not in _said(part)
    assert "Step by step" in _said(_part(tiny, "pages/emergency"))


def test_numbers_stand_in_full_in_the_list_of_all_and_alone_elsewhere(tiny: Handbook) -> None:
    elsewhere, all_of_them = _part(tiny, "pages/emergency"), _part(tiny, "pages/helplines/index")
    assert "pages/helplines/index" in _leads_to(elsewhere)
    assert "Hours:" not in _said(elsewhere)
    assert "Hours:" in _said(all_of_them)
    assert all_of_them["dense"]


def test_an_entry_names_by_code_what_it_goes_with_and_not_what_names_it(tiny: Handbook) -> None:
    for part in (part for chapter in _book(tiny).values["chapters"] for part in chapter["parts"]):
        assert "Used in:" not in _said(part)
        assert "Belongs to:" not in _said(part)


def test_the_page_behind_the_cover_says_who_reads_and_whom_to_tell(tiny: Handbook) -> None:
    def imprint(settings: Settings) -> str:
        return " ".join(part["says"] for part in _book(tiny, settings).values["imprint"])

    assert "tell whoever publishes this copy." in imprint(Settings())
    with_contact = Settings(publisher=Publisher(name="A practice", contact="202-555-0100"), site_url="https://example.org/")
    assert "202-555-0100" in imprint(with_contact)
    assert "https://example.org/" in imprint(with_contact)


def test_both_sizes_tell_the_same(tiny: Handbook) -> None:
    us, a4 = (book(View(tiny), paper).values for paper in VOLUME_PAPERS)
    assert us["paper"] != a4["paper"]
    assert {**us, "paper": 0} == {**a4, "paper": 0}


def _text(words_: str) -> Node:
    return paragraph(words(words_))


def test_text_is_cut_at_its_highest_headings() -> None:
    found = sections([_text("before"), heading("One"), _text("a"), heading("Within", 2), _text("b"), heading("Two")])
    assert [(held["heading"] or {}).get("parts") for held in found] == [None, words("One"), words("Two")]
    assert [node["kind"] for run in found[1]["runs"] for node in run["nodes"]] == ["p", "h", "p"]


def test_no_level_is_skipped_below_the_title_of_a_page() -> None:
    first, second, *_ = sections([heading("Within", 2), _text("a"), heading("Two", 2), _text("b"), heading("One")])
    assert [first["heading"]["level"], second["heading"]["level"]] == [1, 1]
    assert [node["level"] for run in first["runs"] for node in run["nodes"] if node["kind"] == "h"] == [2]


def test_a_section_that_may_be_lower_than_its_heading_stays_on_one_page() -> None:
    assert [sections([heading("One"), _text("x" * length)])[0]["short"] for length in (SHORT, SHORT + 1)] == [True, False]


def test_what_is_wide_takes_its_own_heading_along() -> None:
    wide = table(["A"], [[[words("a")]]])
    (found,) = sections([heading("One"), _text("a"), heading("Known", 2), wide, _text("b")])
    assert [(run["wide"], [node["kind"] for node in run["nodes"]]) for run in found["runs"]] == [
        (False, ["p"]),
        (True, ["h", "table"]),
        (False, ["p"]),
    ]
    assert not found["short"]
    assert sections(places([("a", "A")]))[0]["runs"][0]["wide"]

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.site.search_index import STUB, search_index
from macros.view.blocks import AnyBlock, Heading, Now, Paragraph
from macros.view.context import View
from macros.view.inlines import words
from tests.helpers import SMALL, Files, entry, page


@pytest.fixture
def found(tiny: Handbook) -> dict[str, dict[str, Any]]:
    return {document["location"]: document for document in json.loads(search_index(View(tiny)))["docs"]}


def test_an_entry_brings_its_other_names_and_its_code(found: dict[str, dict[str, Any]]) -> None:
    document = dict(found["techniques/kind-letter/"])
    assert "A short letter" in document.pop("text")
    assert document == {
        "location": "techniques/kind-letter/",
        "title": "Kind letter",
        "weight": 1,
        "kind": "Technique",
        "also_called": ["warm letter"],
        "search_words": ["leter", "Q01"],
    }


def test_a_section_has_its_heading_and_counts_half_of_its_page(found: dict[str, dict[str, Any]]) -> None:
    section = found["techniques/kind-letter/#step-by-step"]
    assert section["title"] == "Step by step"
    assert section["text"]
    assert section["weight"] == 0.5
    assert "kind" not in section


def test_headings_of_the_same_words_have_the_anchors_that_the_engine_gives_them(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**SMALL, "pages/a.md": page("## Again\n\nOne.\n\n## Again\n\nTwo.\n\n## Again\n\nThree.\n")})
    told = {document["location"]: document["text"] for document in json.loads(search_index(View(handbook)))["docs"]}
    assert [told[f"a/#{anchor}"] for anchor in ("again", "again_1", "again_2")] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(("location", "words"), [("emergency/", ["urgnt"]), ("sources/example-trial/", []), ("", [])])
def test_pages_and_sources_bring_theirs(found: dict[str, dict[str, Any]], location: str, words: list[str]) -> None:
    assert found[location]["search_words"] == words


@pytest.mark.parametrize(
    ("location", "kind", "weight"),
    [
        ("", "", 1),
        ("emergency/", "", 4),
        ("techniques/", "", 1),
        ("sources/example-trial/", "", 0.12),
        ("first-aid/hot/", "First aid", 1.6),
        ("situations/said-no/", "Situation", 1.6),
        ("worksheets/small/", "Worksheet", 1),
        ("packs/a-pack/", "Pack", 1),
    ],
)
def test_entries_and_procedures_show_their_kind_and_all_have_a_weight(
    found: dict[str, dict[str, Any]], location: str, kind: str, weight: float
) -> None:
    assert (found[location]["kind"], found[location]["weight"]) == (kind, weight)


@pytest.mark.parametrize("anchor", ["used-in", "sources", "worksheets-for-this", "take-care"])
def test_lists_of_what_other_pages_say_lead_nowhere(found: dict[str, dict[str, Any]], anchor: str) -> None:
    assert any(location.endswith(f"#{anchor}") for location in found) == (anchor == "take-care")


def test_safety_boxes_lead_to_their_own_page_alone(found: dict[str, dict[str, Any]]) -> None:
    assert "Example Line" not in found["techniques/kind-letter/#take-care"]["text"]


def test_what_is_retired_is_not_found(found: dict[str, dict[str, Any]]) -> None:
    assert "techniques/long-letter/" not in found


def test_a_sheet_is_found_by_its_sections_and_by_what_it_asks(found: dict[str, dict[str, Any]]) -> None:
    texts = [document["text"] for location, document in found.items() if location.startswith("worksheets/all-kinds/#part-")]
    assert len(texts) > 1
    assert any("This hurts" in text for text in texts)


def test_slang_is_only_searched(found: dict[str, dict[str, Any]]) -> None:
    assert not any("leter" in document["text"] for document in found.values())


def _line(text: str, **where: Any) -> Paragraph:
    return Paragraph(words(text), **where)


def _sections(handbook: Handbook, *blocks: AnyBlock) -> list[tuple[str, str, str]]:
    """The sections of a page of these blocks: where each is, its title, and its words."""
    view = View(handbook)
    view.pages["coping/slow-walk"] = blocks
    found = [one for one in json.loads(search_index(view))["docs"] if one["location"].startswith("coping/slow-walk/")]
    return [(one["location"].removeprefix("coping/slow-walk/"), one["title"], one["text"]) for one in found]


def test_what_only_paper_shows_and_what_is_not_searched_are_not_found(tiny: Handbook) -> None:
    assert _sections(
        tiny,
        _line("One."),
        _line("On paper.", on="paper"),
        _line("Not searched.", searched=False),
        _line("On the screen.", on="screen"),
        _line("In the book too.", on="reference"),
        Heading("On paper", anchor="paper", on="paper"),
        _line("Below what only paper shows."),
        Heading("Not searched", anchor="not", searched=False),
        _line("Below what is not searched."),
        Heading("Searched", anchor="searched", on="screen"),
        _line("Two."),
        _line("Three."),
    ) == [("", "Slow walk", "One.\nOn the screen.\nIn the book too."), ("#searched", "Searched", "Two.\nThree.")]


def test_what_to_do_now_is_a_section_of_its_own(tiny: Handbook) -> None:
    assert _sections(tiny, _line("One."), Now("Right now", "now", (_line("Sit."), _line("Wait."))), _line("Then rest.")) == [
        ("", "Slow walk", "One."),
        ("#now", "Right now", "Sit.\nWait.\nThen rest."),
    ]


def test_a_letter_is_found_by_its_beginning_and_a_sheet_by_its_cautions(make: Callable[[Files], Handbook]) -> None:
    paper = {"strip": "Call.", "check_first": "a", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
    letter = entry("letters", cautions=["Not in *anger*."], belongs_to=["techniques/letter"])
    docs = json.loads(search_index(View(make({**SMALL, "library/paper": paper, "letters/a": letter}))))["docs"]
    found = {one["location"]: (one["title"], one["text"]) for one in docs if one["location"].startswith("letters/a/#")}
    assert found["letters/a/#part-letter"] == ("Write it here", "Dear [their name],")
    assert found["letters/a/#take-care-with-it"] == ("Take care", "Not in anger.")


def test_words_that_are_searched_and_never_shown_lead_to_their_page(make: Callable[[Files], Handbook]) -> None:
    files = {**SMALL, "techniques/a": entry(search_words=["a name"], slang=["a nam"], see_also=None)}
    (found,) = (one for one in json.loads(search_index(View(make(files))))["docs"] if one["location"] == "techniques/a/")
    assert found["search_words"] == ["a name", "a nam", "Q01"]


def test_the_index_has_nothing_in_it_that_a_telephone_need_not_load(tiny: Handbook) -> None:
    index = search_index(View(tiny))
    assert not index.isascii()
    assert index == json.dumps(json.loads(index), ensure_ascii=False, separators=(",", ":"))


def test_the_words_of_the_language_come_with_the_index(tiny: Handbook) -> None:
    language = json.loads(search_index(View(tiny)))["language"]
    assert {"the", "and", "what"} <= set(language["stop_words"])
    assert language["endings"].endswith("$")


def test_the_engine_keeps_an_empty_stub() -> None:
    assert json.loads(STUB)["docs"] == []

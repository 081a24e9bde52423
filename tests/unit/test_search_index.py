from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.site.indexed_pages import indexed, indexed_pages
from macros.site.search_dangers import dangers
from macros.site.search_index import PAGES_URI, files_of, search_files
from macros.site.search_words import words_of
from macros.site.searched_pages import SearchedPage, Section
from macros.site.searched_pages import sections_of as sections_of_page
from macros.view.blocks import AnyBlock, Heading, Now, Paragraph
from macros.view.context import View
from macros.view.inlines import words
from tests.helpers import SMALL, Files, entry, page, procedure
from tests.searching import data_of, searched_pages, sections_of, words_in


@pytest.fixture
def found(tiny: Handbook) -> dict[str, SearchedPage]:
    return {page.address: page for page in searched_pages(View(tiny))}


@pytest.fixture
def sections(tiny: Handbook) -> dict[str, Section]:
    return sections_of(View(tiny))


def test_an_entry_brings_its_sentence_its_other_names_and_its_code(found: dict[str, SearchedPage]) -> None:
    letter = found["techniques/kind-letter/"]
    assert (letter.title, letter.kind, letter.weight) == ("Kind letter", "Technique", 1)
    assert letter.line.startswith("A short letter")
    assert (letter.names, letter.hidden) == (("warm letter",), ("leter", "Q01"))


def test_headings_of_the_same_words_have_the_anchors_that_the_engine_gives_them(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**SMALL, "pages/a.md": page("## Again\n\nOne.\n\n## Again\n\nTwo.\n\n## Again\n\nThree.\n")})
    told = sections_of(View(handbook))
    assert [told[f"a/#{anchor}"].text for anchor in ("again", "again_1", "again_2")] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(("place", "hidden"), [("emergency/", ("urgnt",)), ("sources/example-trial/", ()), ("", ())])
def test_pages_and_sources_bring_theirs(found: dict[str, SearchedPage], place: str, hidden: tuple[str, ...]) -> None:
    assert found[place].hidden == hidden


@pytest.mark.parametrize(
    ("place", "kind", "weight"),
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
    found: dict[str, SearchedPage], place: str, kind: str, weight: float
) -> None:
    assert (found[place].kind, found[place].weight) == (kind, weight)


def test_sources_come_last_and_what_is_urgent_first(tiny: Handbook) -> None:
    pages = [one.page for one in indexed_pages(View(tiny))]
    assert pages[0].address == "emergency/"
    assert [page.is_source for page in pages] == sorted(page.is_source for page in pages)


def test_a_page_without_a_sentence_shows_its_first_words(make: Callable[[Files], Handbook]) -> None:
    fields = page("Hello.\n\n{{ field_reference() }}")
    pages = searched_pages(View(make({**SMALL, "pages/contributing/fields.md": fields})))
    line = next(page.line for page in pages if page.address == "contributing/fields/techniques/")
    assert line.endswith(" …")
    assert len(line) <= 162


@pytest.mark.parametrize("anchor", ["used-in", "sources", "worksheets-for-this", "take-care"])
def test_lists_of_what_other_pages_say_lead_nowhere(sections: dict[str, Section], anchor: str) -> None:
    assert any(place.endswith(f"#{anchor}") for place in sections) == (anchor == "take-care")


def test_safety_boxes_lead_to_their_own_page_alone(sections: dict[str, Section]) -> None:
    assert "Example Line" not in sections["techniques/kind-letter/#take-care"].text


def test_what_is_retired_is_not_found(found: dict[str, SearchedPage]) -> None:
    assert "techniques/long-letter/" not in found


def test_a_sheet_is_found_by_its_sections_and_by_what_it_asks(sections: dict[str, Section]) -> None:
    texts = [section.text for place, section in sections.items() if place.startswith("worksheets/all-kinds/#part-")]
    assert len(texts) > 1
    assert any("This hurts" in text for text in texts)


def test_slang_is_only_searched(sections: dict[str, Section]) -> None:
    assert not any("leter" in section.text for section in sections.values())


def _line(text: str, **where: object) -> Paragraph:
    return Paragraph(words(text), **where)  # type: ignore[arg-type]


def _sections(handbook: Handbook, *blocks: AnyBlock) -> list[tuple[str, str, str]]:
    """The sections of a page of these blocks: where each is, its title, and its words."""
    found = sections_of_page(View(handbook), "Slow walk", blocks)
    return [(f"#{one.anchor}" if one.anchor else "", one.title, one.text) for one in found]


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
    found = sections_of(View(make({**SMALL, "library/paper": paper, "letters/a": letter})))
    told = {place: (one.title, one.text) for place, one in found.items() if place.startswith("letters/a/#")}
    assert told["letters/a/#part-letter"] == ("Write it here", "Dear [their name],")
    assert told["letters/a/#take-care-with-it"] == ("Take care", "Not in anger.")


def test_words_that_are_searched_and_never_shown_lead_to_their_page(make: Callable[[Files], Handbook]) -> None:
    files = {**SMALL, "techniques/a": entry(search_words=["a name"], slang=["a nam"], see_also=None)}
    (found,) = (page for page in searched_pages(View(make(files))) if page.address == "techniques/a/")
    assert found.hidden == ("a name", "a nam", "Q01")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Won’t he wake up?", ["wont", "he", "wake", "up"]),
        ("Al-Anon", ["al", "anon", "alanon"]),
        ("Überdosis, niño 2", ["uberdosis", "nino", "2"]),
        ("– … !", []),
    ],
)
def test_words_are_folded_as_the_script_folds_what_is_typed(text: str, found: list[str]) -> None:
    assert list(words_of(text)) == found


_NO_LANGUAGE: dict[str, list[str]] = {"stop": ["the", "my"]}


def _files(pages: list[SearchedPage]) -> dict[str, str]:
    return files_of(list(map(indexed, pages)), _NO_LANGUAGE)


def _page(place: str, text: str, **more: object) -> SearchedPage:
    fields = {"kind": "", "weight": 1, "line": "", "names": (), "hidden": (), **more}
    return SearchedPage(place, sections=(Section(place.capitalize(), words=[text]),), **fields)  # type: ignore[arg-type]


def test_a_record_has_nothing_that_a_telephone_need_not_load() -> None:
    pages = [
        _page("a", "Text.", names=("Aye",), hidden=("My the dog", "the dog", "The", "Q01")),
        _page("b", "Text.", line="About a study.", is_source=True),
    ]
    assert data_of(_files(pages)[PAGES_URI])["records"] == [
        ["a", "A", "", 1, "", ["Aye"], ["dog", "the", "q01"]],
        ["b", "B", "", 1],
    ]


def test_a_word_says_where_it_stands_and_how_strongly() -> None:
    pages = [_page("a", "dog " * 8), _page("b", "cat"), _page("c", "the dog")]
    found = words_in(_files(pages))
    # A page is how far it is from the one before it. What nobody searches for is left out.
    assert found == {"a": " 0", "b": " 1", "c": " 2", "cat": " 1", "dog": " 0:4 2"}


def test_what_people_type_for_a_page_leads_to_it_more_strongly_than_a_text_does() -> None:
    pages = [_page("a", "Text.", typed=("memaw hides vodka", "vodka in memaws purse", "the vodka")), _page("b", "vodka vodka")]
    found = words_in(_files(pages))
    assert (found["vodka"], found["purse"]) == (" 0:5 1:2", " 0:4")
    assert "memaw hides vodka" not in _files(pages)[PAGES_URI]


def test_phrases_of_the_library_come_to_their_page(make: Callable[[Files], Handbook]) -> None:
    typed = {"techniques/letter": {"phrases": "note on her pillow\n\nunder his door\n"}}
    found = {page.address: page.typed for page in searched_pages(View(make({**SMALL, "library/typed-words": typed})))}
    assert found["techniques/letter/"] == ("note on her pillow", "under his door")


def test_headings_of_hand_written_pages_lead_to_their_places() -> None:
    page = SearchedPage("a", "", 1, "", (), (), (Section("A"), Section("Own heading", "own")))
    entry = SearchedPage("b", "Technique", 1, "", (), (), (Section("B"), Section("Step by step", "step")))
    assert data_of(_files([page, entry])["search/headings.js"]) == [["own Own heading"], []]


def test_two_makings_of_the_same_handbook_are_the_same_bytes(tiny: Handbook) -> None:
    assert search_files(View(tiny)) == search_files(View(tiny))


def test_the_words_of_the_language_come_with_the_records(tiny: Handbook) -> None:
    language = data_of(search_files(View(tiny))[PAGES_URI])["language"]
    assert {"the", "and", "what"} <= set(language["stop"])
    assert "drinking" in language["soft"]
    assert "son" in language["roles"]
    assert ["rehab", "treatment"] in language["same"]
    assert language["endings"].endswith("$")


def test_dangers_bring_their_answers_without_those_that_are_retired(make: Callable[[Files], Handbook]) -> None:
    urgent = {
        "one": {"answers": ["first-aid/sprain", "techniques/old"], "phrases": ["hurts/aches foot", "limping"]},
        "none": {"answers": ["techniques/old"], "phrases": ["old"]},
    }
    handbook = make({**SMALL, "library/first-aid": {"sprain": procedure()}, "library/urgent-words": urgent})
    assert data_of(dangers(View(handbook))) == {
        "emergency": None,
        "others": "",
        "dangers": [[[["first-aid/sprain/", "A sprain"]], "hurts/aches foot,limping"]],
    }


def test_the_page_of_all_emergencies_comes_with_the_dangers(tiny: Handbook) -> None:
    assert data_of(dangers(View(tiny)))["emergency"] == ["emergency/", "Emergency"]


def test_a_word_of_the_handbook_that_is_near_an_urgent_one_is_no_slip(make: Callable[[Files], Handbook]) -> None:
    said = "From prison, past the poisonous house, with poisson: poisin, posion, opison, it."
    urgent = {"one": {"answers": ["pages/about"], "phrases": ["poison", "pison/ill"]}}
    handbook = make({**SMALL, "pages/about.md": page(said), "library/urgent-words": urgent})
    # "poisonous" begins with it; "pison" is urgent itself; whatever else stands in the texts is meant as it stands.
    assert data_of(dangers(View(handbook)))["others"] == "opison poisin poisson posion prison"

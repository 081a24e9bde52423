from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.site import indexed_pages
from macros.site.finished_pages import content_of
from macros.site.page_macros import MADE, on_page
from macros.view.blocks import Blocks
from macros.view.context import View
from macros.view.macros import IN_A_SENTENCE, MACROS
from macros.view.pages import page_of
from tests.helpers import TINY, Files, entry, gate

_CALLS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "show_record": (("techniques/kind-letter",), {}),
    "first_aid": (("no-breath", "hot"), {}),
    "first_aid_steps": (("no-breath",), {}),
    "first_aid_list": ((), {}),
    "drawing": (("two-lines",), {}),
    "openness_scale": ((), {}),
    "stage_line": (("talk",), {}),
    "link_to": (("pages/about", "us"), {}),
    "entry_cards": (("techniques",), {}),
    "some_cards": (("techniques/kind-letter", "roles/neighbor"), {}),
    "call_now": (("Is a life in danger?",), {}),
    "first_line": (("leaving", "confrontation"), {}),
    "numbers_to_call": (("leaving", "confrontation"), {}),
    "search_field": (("Say it in your own words",), {}),
    "doors": (("pages/about", "situations/said-no", "first-aid/hot"), {}),
    "all_situations": ((), {}),
    "code_list": ((), {}),
    "all_pages": ((), {}),
    "gate_list": ((), {}),
    "entry_table": (("models", "openness", "people", "evidence"), {}),
    "compare_models": ((), {}),
    "type_matrix": ((), {}),
    "risk_matrix": ((), {}),
    "technique_matrix": ((), {}),
    "role_matrix": ((), {}),
    "helpline_list": ((), {"topic": "violence"}),
    "helplines_by_region": ((), {}),
    "book_links": ((), {}),
    "what_changed": ((), {}),
    "evidence_changes": ((), {}),
    "sheets_of": (("models/open-circle",), {}),
    "sheets_by_stage": ((), {}),
    "sheets_by_owner": (("roles",), {}),
    "citation_of": (("pages/about",), {}),
    "belonging_to": (("pages/emergency",), {}),
    "gate_boxes": (("leaving", "confrontation"), {}),
    "glossary_list": ((), {}),
    "glossary_term": (("relapse", "a slip"), {}),
    "source_list": ((), {}),
    "scope_count": ((), {}),
    "plan_maker": ((), {}),
    "grade_list": ((), {}),
    "field_reference": ((), {}),
    "fields_of": (("techniques",), {}),
    "practice_of": (("models/kitchen-table",), {}),
    "professional_index": ((), {}),
    "page_cards": (("safety",), {}),
    "evidence_of_grade": (("B",), {}),
    "word_table": ((), {}),
}


def _on_page(handbook: Handbook, name: str, *args: str, uri: str = "index.md", **named: str) -> str:
    """What a macro shows on a page, as an engine asks for it."""
    return on_page(SimpleNamespace(path=uri, meta={}), View(handbook), MACROS[name], *args, **named)


def _call(handbook: Handbook, name: str, uri: str = "index.md") -> str:
    args, named = _CALLS[name]
    return _on_page(handbook, name, *args, uri=uri, **named)


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_can_be_called_and_says_what_it_does(tiny: Handbook, name: str) -> None:
    assert _call(tiny, name).strip()
    assert (MACROS[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_is_used_in_the_tiny_handbook(name: str) -> None:
    bodies = "".join(path.read_text("utf-8") for path in (TINY / "content/pages").rglob("*.md"))
    of_made_pages = {"show_record", "belonging_to", "fields_of", "practice_of", "citation_of"}
    assert f"{{{{ {name}(" in bodies or f" {name}(" in bodies or name in of_made_pages


@pytest.mark.parametrize("name", MACROS)
def test_no_macro_makes_a_line_that_markdown_takes_for_code(tiny: Handbook, name: str) -> None:
    assert [line for line in _call(tiny, name).splitlines() if line.startswith((" ", "\t"))] == []


@pytest.mark.parametrize("name", MACROS)
def test_no_macro_leaves_a_mark_or_a_style_behind(tiny: Handbook, name: str) -> None:
    shown = _call(tiny, name)
    assert not any(left in shown for left in ("[[", "{{", "{%", "style=", "None", "Undefined"))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("link_to", ['<a class="ref" href="about/">us</a>']),
        ("glossary_term", ['<a class="term" href="glossary/#relapse" data-means="', ">a slip</a>"]),
        ("call_now", ["<p>Is a life in danger?</p>", '<a href="tel:911"><strong>Call 911</strong> <span>US, Canada</span></a>']),
        ("first_line", ['<p class="first">', 'href="worksheets/all-kinds/"', 'href="tel:911"', 'href="emergency/"']),
        ("numbers_to_call", ["## Numbers to call", "<summary>United Kingdom</summary>", 'href="tel:+12025550101"']),
        ("search_field", ['<div class="find" data-search-here><a href="a-z/">Say it in your own words</a></div>']),
        ("doors", ['<ul class="doors">', 'href="about/"', 'href="situations/said-no/"', 'href="first-aid/hot/"']),
        ("all_pages", ["## K {: #letter-k }", 'href="techniques/kind-letter/"', "Kind letter"]),
        ("all_situations", ["## Talking with them {: #talk }", 'href="situations/said-no/"', "They said &#34;no&#34;."]),
        ("code_list", ["## Techniques {: #techniques }", 'href="techniques/kind-letter/"', "Q01 Kind letter", "Q03 Kind letter"]),
        ("gate_list", ["## Before you leave {: #leaving }", "Stop at once for threats.", 'href="worksheets/all-kinds/"']),
        ("evidence_of_grade", ["One fair trial points this way.", "## Models {: #models-b }", 'href="models/open-circle/"']),
        ("entry_cards", ["Kind letter", "Quiet listening", "A short letter that says"]),
        ("entry_table", ['<th scope="col">Is the person told?</th>', "Yes, it goes in stages", '<th scope="row">']),
        ("helpline_list", ["Example Line UK"]),
        ("gate_boxes", ["Before you leave", 'href="gates/#leaving"', "Hold no talk while anyone is afraid.", "Example Line"]),
        ("glossary_list", ['<div id="relapse">', "(mixed feelings)"]),
        ("source_list", ["Doe and others, 2001", "Open circles: a trial that was made up"]),
        ("scope_count", ["0 of 0"]),
        ("field_reference", ["## Entries", '<div id="technique">', 'href="contributing/fields/techniques/"']),
        ("fields_of", ['<dl class="fields">', "for_families", "text, needed", 'href="#step"', "## Step {: #step }"]),
        ("grade_list", ["Tested once", "grade-b"]),
    ],
)
def test_a_macro_shows_what_it_promises(tiny: Handbook, name: str, parts: list[str]) -> None:
    shown = _call(tiny, name)
    assert [part for part in parts if part not in shown] == []


def test_retired_entries_are_on_no_card(tiny: Handbook) -> None:
    assert "Long letter" not in _call(tiny, "entry_cards")


def test_each_helpline_is_anchored_once_however_often_it_appears(tiny: Handbook) -> None:
    shown = _call(tiny, "helplines_by_region", "helplines/index.md")
    assert shown.count('id="us-emergency"') == 1
    assert shown.count("tel:911") == 2


def test_situations_stand_in_their_groups_the_most_urgent_first(make: Callable[[Files], Handbook]) -> None:
    doors = {"a": ("money", "1"), "b": ("use", "2"), "c": ("use", "1"), "d": ("danger", "9")}
    situations = {
        f"situations/{name}": entry("situations", title=f"Door {name}", code=f"S0{at}", door={"group": group, "place": place})
        for at, (name, (group, place)) in enumerate(doors.items(), 1)
    }
    shown = _on_page(make(situations), "all_situations")
    assert re.findall(r"#([a-z]+) }|Door ([a-d])", shown) == [
        *[("danger", ""), ("", "d")],
        *[("use", ""), ("", "c"), ("", "b")],
        *[("money", ""), ("", "a")],
    ]


def test_doors_stand_in_the_order_given(tiny: Handbook) -> None:
    assert re.findall(r'href="([^"]+)"', _call(tiny, "doors")) == ["about/", "situations/said-no/", "first-aid/hot/"]


def test_a_danger_that_leads_nowhere_has_no_empty_list(make: Callable[[Files], Handbook]) -> None:
    assert "<ul" not in _on_page(make({"library/gates": {"a": gate()}}), "gate_list")


@pytest.mark.parametrize("field", ["also_called", "title", "summary", "for_families", "purpose"])
def test_html_is_shown_as_text_wherever_it_stands(make: Callable[[Files], Handbook], field: str) -> None:
    attack = "<script>alert(1)</script>"
    value: Any = [attack] if field == "also_called" else attack
    stages = {"library/stages": {"plan": {"label": "Plan", "means": "You plan."}}}
    handbook = make({**stages, "techniques/a": entry(**{field: value}), "techniques/b": entry(code="Q02")})
    for shown in (
        _on_page(handbook, "show_record", "techniques/a"),
        _on_page(handbook, "show_record", "techniques/b"),
        _on_page(handbook, "entry_cards", "techniques"),
        _on_page(handbook, "link_to", "techniques/a"),
        _on_page(handbook, "entry_table", "techniques", "purpose"),
    ):
        assert "<script" not in shown


def test_the_page_of_a_source_is_shown_with_its_record(tiny: Handbook) -> None:
    shown = _on_page(tiny, "show_record", "sources/example-trial")
    assert "https://doi.org/10.5555/example.1" in shown
    assert "Used in" in shown


@pytest.mark.parametrize("name", MACROS)
def test_only_the_macros_in_a_sentence_give_words(tiny: Handbook, name: str) -> None:
    args, named = _CALLS[name]
    assert isinstance(MACROS[name](View(tiny), *args, **named), tuple) == (name not in IN_A_SENTENCE)


def test_where_no_pdf_can_be_made_the_page_says_so(tiny: Handbook) -> None:
    shown = on_page(SimpleNamespace(path="index.md", meta={}), View(tiny, volume_papers=()), MACROS["book_links"])
    assert shown == "<p>This copy of the handbook has no PDF files. Each page can be printed from the browser.</p>\n"


def test_a_page_that_is_made_from_data_is_made_when_it_is_written(tiny: Handbook) -> None:
    view, page, made = View(tiny), SimpleNamespace(path="techniques/kind-letter.md", meta={MADE: ()}), []

    def noted(view: View, record: str) -> Blocks:
        made.append(record)
        return page_of(view, view.handbook.items[record])

    page.meta["record"] = "techniques/kind-letter"
    assert on_page(page, view, noted, "techniques/kind-letter") == ""
    assert made == []
    html, contents = content_of(page, view)
    assert made == ["techniques/kind-letter"]
    assert "Step by step" in html
    assert {"level": 2, "id": "take-care", "name": "Take care"} in contents
    assert MADE not in page.meta


def test_the_search_counts_the_words_of_a_page_while_it_is_at_hand(tiny: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    view, item = View(tiny), tiny.items["techniques/kind-letter"]
    page = SimpleNamespace(path="techniques/kind-letter.md", meta={MADE: (lambda: page_of(view, item),), "record": item.id})
    content_of(page, view)
    monkeypatch.setattr(indexed_pages, "searched_page", None)
    found = indexed_pages.indexed_page(view, item)
    assert found.page.title == "Kind letter"
    assert found.page.sections[0].words == []
    assert len(found.words.split()) == len(found.strengths) > 20

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.site.page_macros import on_page
from macros.view.context import View
from macros.view.macros import IN_A_SENTENCE, MACROS
from tests.helpers import TINY, Files, entry

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
    "situation_doors": ((), {}),
    "entry_table": (("models", "openness", "people", "evidence"), {}),
    "helpline_list": ((), {"topic": "violence"}),
    "helplines_by_region": ((), {}),
    "book_links": ((), {}),
    "what_changed": ((), {}),
    "sheets_of": (("models/open-circle",), {}),
    "sheets_by_stage": ((), {}),
    "sheets_by_owner": (("roles",), {}),
    "belonging_to": (("pages/emergency",), {}),
    "gate_boxes": (("leaving", "confrontation"), {}),
    "glossary_list": ((), {}),
    "glossary_term": (("relapse", "a slip"), {}),
    "source_list": ((), {}),
    "scope_count": ((), {}),
    "grade_list": ((), {}),
    "field_reference": ((), {}),
    "page_cards": (("safety",), {}),
    "evidence_by_grade": ((), {}),
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
    assert f"{{{{ {name}(" in bodies or f" {name}(" in bodies or name in {"show_record", "belonging_to"}


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
        ("situation_doors", ['href="situations/said-no/"', "They said &#34;no&#34;."]),
        ("entry_cards", ["Kind letter", "Quiet listening", ">Q01<"]),
        ("entry_table", ['<th scope="col">Openness</th>', "in stages", '<th scope="row">']),
        ("helpline_list", ["Example Line UK"]),
        ("gate_boxes", ["Before you leave", "Example Line"]),
        ("glossary_list", ['<div id="relapse">', "(mixed feelings)"]),
        ("source_list", ["Doe and others, 2001", "Open circles: a trial that was made up"]),
        ("scope_count", ["0 of 0"]),
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


def test_doors_are_in_their_order_and_only_where_they_have_a_place(make: Callable[[Files], Handbook]) -> None:
    handbook = make(
        {
            "situations/a": entry("situations", title="Second", door="2"),
            "situations/b": entry("situations", title="First", code="S02", door="1"),
            "situations/c": entry("situations", title="No door", code="S03"),
        }
    )
    shown = _on_page(handbook, "situation_doors")
    assert shown.index("First") < shown.index("Second")
    assert "No door" not in shown


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

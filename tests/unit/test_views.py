from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.site.entry_values import entry_values
from macros.view.views import LinkGroup
from tests.helpers import PLACES, TOPICS, Files, entry, helpline, page, source, view


def _words(groups: list[LinkGroup]) -> dict[str, list[str]]:
    return {group.heading: [link.words for link in group.links] for group in groups}


def _a_pair(**changes: Any) -> Files:
    """A technique A that names a technique B in some way."""
    return {"techniques/a": entry(title="A", **changes), "techniques/b": entry(title="B", code="Q02")}


def test_a_relation_is_declared_once_and_read_from_both_sides(make: Callable[[Files], Handbook]) -> None:
    handbook = make(_a_pair(techniques=["b"]))
    a, b = handbook.items["techniques/a"], handbook.items["techniques/b"]
    assert _words(view(handbook).leads_to(a)) == {"Use with": ["B"]}
    assert _words(view(handbook).named_in(a)) == {}
    assert _words(view(handbook).leads_to(b)) == {}
    assert _words(view(handbook).named_in(b)) == {"Used with": ["A"]}


def test_two_that_name_each_other_are_shown_once_on_each_page(make: Callable[[Files], Handbook]) -> None:
    files: Files = {
        "techniques/a": entry(title="A", techniques=["b"]),
        "techniques/b": entry(title="B", code="Q02", techniques=["a"]),
    }
    handbook = make(files)
    for name, other in (("a", "B"), ("b", "A")):
        item = handbook.items[f"techniques/{name}"]
        assert _words(view(handbook).leads_to(item)) == {"Use with": [other]}
        assert view(handbook).named_in(item) == []


def test_back_links_are_grouped_by_what_the_schema_calls_them(tiny: Handbook) -> None:
    named_in = _words(view(tiny).named_in(tiny.items["techniques/quiet-listening"]))
    assert named_in == {
        "Used in these models": ["Open circle", "Kitchen table"],
        "Used with": ["Kind letter"],
        "Used by these people": ["Neighbor"],
        "Helps when": ['They said "no". Now what?'],
    }


def test_what_merely_stands_beside_comes_last(tiny: Handbook) -> None:
    assert list(_words(view(tiny).leads_to(tiny.items["techniques/kind-letter"]))) == ["Use with", "See also"]


def test_a_retired_entry_gives_no_back_link(make: Callable[[Files], Handbook]) -> None:
    retired = entry(title="A", techniques=["b"], retired={"into": "techniques/b", "on": "2026-01-01"})
    handbook = make({"techniques/a": retired, "techniques/b": entry(title="B", code="Q02")})
    assert view(handbook).named_in(handbook.items["techniques/b"]) == []


def test_a_mention_in_a_text_is_a_link_and_no_relation(make: Callable[[Files], Handbook]) -> None:
    handbook = make(_a_pair(for_families="See [[techniques/b]]."))
    assert view(handbook).leads_to(handbook.items["techniques/a"]) == []
    assert view(handbook).named_in(handbook.items["techniques/b"]) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"sources": ["doe"]},
        {"for_families": "See [[sources/doe]]."},
        {"for_professionals": "See [[sources/doe]]."},
        {"evidence": [{"outcome": "x", "says": "y", "grade": "B", "sources": ["doe"]}]},
        {"steps": [{"title": "x", "text": "y [[sources/doe|z]]"}]},
    ],
    ids=["field", "text", "text that may be left out", "finding", "step"],
)
def test_a_source_is_used_wherever_it_is_cited(make: Callable[[Files], Handbook], changes: dict[str, Any]) -> None:
    handbook = make({"library/sources": {"doe": source()}, "techniques/a": entry(title="A", **changes)})
    assert [link.words for _, link in view(handbook).sources(handbook.items["techniques/a"])] == ["Doe, 2001"]
    assert _words(view(handbook).named_in(handbook.items["sources/doe"])) == {"Used in": ["A"]}


def test_a_source_cited_twice_is_listed_once(make: Callable[[Files], Handbook]) -> None:
    fields = entry(for_families="[[sources/doe]] [[sources/doe]]", sources=["doe"])
    handbook = make({"library/sources": {"doe": source()}, "techniques/a": fields})
    assert len(view(handbook).sources(handbook.items["techniques/a"])) == 1
    assert _words(view(handbook).named_in(handbook.items["sources/doe"])) == {"Used in": ["A title"]}


def test_a_page_that_cites_a_source_is_named_there(make: Callable[[Files], Handbook]) -> None:
    handbook = make({"library/sources": {"doe": source()}, "pages/about.md": page("See [[sources/doe]].", title="About")})
    assert _words(view(handbook).named_in(handbook.items["sources/doe"])) == {"Used in": ["About"]}


def test_siblings_follow_the_codes_and_pass_over_the_retired(make: Callable[[Files], Handbook]) -> None:
    gone = entry(code="Q02", title="Gone", retired={"into": "techniques/z", "on": "2026-01-01"})
    last = entry(code="Q03", title="Last")
    handbook = make({"techniques/z": entry(title="First"), "techniques/m": gone, "techniques/a": last})
    before, after = view(handbook).siblings(handbook.items["techniques/z"])
    assert before is None
    assert after
    assert after.words == "Last"


def test_links_are_made_for_the_page_they_stand_on(tiny: Handbook) -> None:
    item = tiny.items["techniques/kind-letter"]
    assert [view(tiny, where).link(item).href for where in ("", "about/", "techniques/quiet-listening/")] == [
        "techniques/kind-letter/",
        "../techniques/kind-letter/",
        "../kind-letter/",
    ]


def test_a_finding_has_its_grade_in_words(tiny: Handbook) -> None:
    values = entry_values(view(tiny), tiny.items["models/open-circle"])
    assert [(finding.grade, finding.grade_label) for finding in values["findings"]] == [
        ("B", "Tested once"),
        ("D", "Practice advice"),
    ]


def test_safety_boxes_stand_in_the_order_of_the_entry(tiny: Handbook) -> None:
    assert [gate.title for gate in view(tiny).gates(["leaving", "confrontation"])] == ["Before you leave", "Before a hard talk"]


def test_helplines_can_be_chosen_by_region_and_topic(make: Callable[[Files], Handbook]) -> None:
    lines = {
        "a": helpline(topics=["violence", "families"]),
        "b": helpline(places=["canada"], topics=["violence"]),
        "c": helpline(topics=["emergency"]),
    }
    handbook = make({"library/places": PLACES, "library/topics": TOPICS, "library/helplines": lines})
    assert [line.slug for line in view(handbook).helplines(region="us")] == ["c", "a"]
    assert [line.slug for line in view(handbook).helplines(topic="violence")] == ["a", "b"]
    assert [line.slug for line in view(handbook).helplines(topic="families")] == ["a"]
    assert len(view(handbook).helplines()) == 3

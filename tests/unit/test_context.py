from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.schema.entry import Entry
from macros.site.html_renderer import HtmlRenderer
from macros.view.blocks import AnyBlock, Card, Gate, Helplines
from macros.view.context import View
from macros.view.inlines import RecordLink
from macros.view.lists import helpline_list, helplines_by_region
from macros.view.plain import plain
from macros.view.record_parts import source_lines
from macros.view.safety import gate_boxes
from tests.helpers import PLACES, TOPICS, Files, entry, helpline, page, source

Groups = tuple[tuple[str, tuple[Card, ...]], ...]


def _words(groups: Groups) -> dict[str, list[str]]:
    return {heading: [card.link.words for card in cards] for heading, cards in groups}


def _related(handbook: Handbook, item_id: str) -> dict[str, list[str]]:
    """What a record says that it goes with."""
    return _words(View(handbook).related(handbook.items[item_id]))


def _named_in(handbook: Handbook, item_id: str) -> dict[str, list[str]]:
    """What says that it goes with a record."""
    return _words(View(handbook).named_in(handbook.items[item_id]))


def _a_pair(**changes: Any) -> Files:
    """A technique A that names a technique B in some way."""
    return {"techniques/a": entry(title="A", **changes), "techniques/b": entry(title="B", code="Q02")}


def test_a_relation_is_declared_once_and_read_from_both_sides(make: Callable[[Files], Handbook]) -> None:
    handbook = make(_a_pair(techniques=["b"]))
    assert _related(handbook, "techniques/a") == {"Use with": ["B"]}
    assert _named_in(handbook, "techniques/a") == {}
    assert _related(handbook, "techniques/b") == {}
    assert _named_in(handbook, "techniques/b") == {"Used with": ["A"]}


def test_two_that_name_each_other_are_shown_once_on_each_page(make: Callable[[Files], Handbook]) -> None:
    files: Files = {
        "techniques/a": entry(title="A", techniques=["b"]),
        "techniques/b": entry(title="B", code="Q02", techniques=["a"]),
    }
    handbook = make(files)
    for name, other in (("a", "B"), ("b", "A")):
        assert _related(handbook, f"techniques/{name}") == {"Use with": [other]}
        assert _named_in(handbook, f"techniques/{name}") == {}


def test_back_links_are_grouped_by_what_the_schema_calls_them(tiny: Handbook) -> None:
    assert _named_in(tiny, "techniques/quiet-listening") == {
        "Used in these models": ["Open circle", "Kitchen table"],
        "Used in these cases": ["Far talk"],
        "Used with": ["Kind letter"],
        "Used by these people": ["Neighbor"],
        "Helps when": ['They said "no". Now what?'],
    }


def test_what_may_be_read_beside_comes_last(tiny: Handbook) -> None:
    assert list(_related(tiny, "techniques/kind-letter")) == ["Use with", "See also"]


def test_a_retired_entry_gives_no_back_link(make: Callable[[Files], Handbook]) -> None:
    retired = entry(title="A", techniques=["b"], retired={"into": "techniques/b", "on": "2026-01-01"})
    handbook = make({"techniques/a": retired, "techniques/b": entry(title="B", code="Q02")})
    assert _named_in(handbook, "techniques/b") == {}


def test_a_mention_in_a_text_is_a_link_and_no_relation(make: Callable[[Files], Handbook]) -> None:
    handbook = make(_a_pair(for_families="See [[techniques/b]]."))
    assert _related(handbook, "techniques/a") == {}
    assert _named_in(handbook, "techniques/b") == {}


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
    (line,) = source_lines(View(handbook), handbook.items["techniques/a"])
    assert plain(line) == "Doe JA (2001). A study. Journal of Examples."
    assert [part.target for part in line if isinstance(part, RecordLink)] == ["sources/doe"]
    assert _named_in(handbook, "sources/doe") == {"Used in": ["A"]}


def test_a_source_cited_twice_is_listed_once(make: Callable[[Files], Handbook]) -> None:
    fields = entry(for_families="[[sources/doe]] [[sources/doe]]", sources=["doe"])
    handbook = make({"library/sources": {"doe": source()}, "techniques/a": fields})
    assert len(source_lines(View(handbook), handbook.items["techniques/a"])) == 1
    assert _named_in(handbook, "sources/doe") == {"Used in": ["A title"]}


def test_a_page_that_cites_a_source_is_named_there(make: Callable[[Files], Handbook]) -> None:
    handbook = make({"library/sources": {"doe": source()}, "pages/about.md": page("See [[sources/doe]].", title="About")})
    assert _named_in(handbook, "sources/doe") == {"Used in": ["About"]}


def test_siblings_follow_the_codes_and_pass_over_the_retired(make: Callable[[Files], Handbook]) -> None:
    gone = entry(code="Q02", title="Gone", retired={"into": "techniques/z", "on": "2026-01-01"})
    last = entry(code="Q03", title="Last")
    handbook = make({"techniques/z": entry(title="First"), "techniques/m": gone, "techniques/a": last})
    before, after = View(handbook).sibling_links["techniques/z"]
    assert before is None
    assert after
    assert after.words == "Last"


def test_links_are_made_for_the_page_they_are_on(tiny: Handbook) -> None:
    of = View(tiny)
    link = of.link(tiny.items["techniques/kind-letter"])
    assert [HtmlRenderer(of, page).to(link.target) for page in ("", "about/", "techniques/quiet-listening/")] == [
        "techniques/kind-letter/",
        "../techniques/kind-letter/",
        "../kind-letter/",
    ]


def test_a_finding_has_its_grade_in_words(tiny: Handbook) -> None:
    findings = [View(tiny).finding(record) for record in tiny.require("models/open-circle", Entry).evidence]
    assert [(finding.grade, finding.label) for finding in findings] == [("B", "Tested once"), ("D", "Practice advice")]


def test_safety_boxes_are_in_the_order_of_the_entry(tiny: Handbook) -> None:
    boxes = gate_boxes(View(tiny), ["leaving", "confrontation"])
    assert [box.title for box in boxes if isinstance(box, Gate)] == ["Before you leave", "Before a hard talk"]


def _slugs(blocks: Iterable[AnyBlock]) -> list[str]:
    return [line.slug for block in blocks if isinstance(block, Helplines) for line in block.helplines]


def test_helplines_can_be_chosen_by_place_and_topic(make: Callable[[Files], Handbook]) -> None:
    lines = {
        "a": helpline(topics=["violence", "families"]),
        "b": helpline(places=["canada"], topics=["violence"]),
        "c": helpline(topics=["emergency"]),
    }
    of = View(make({"library/places": PLACES, "library/topics": TOPICS, "library/helplines": lines}))
    assert _slugs(helplines_by_region(of)) == ["c", "a", "b"]
    assert _slugs(helpline_list(of, "violence")) == ["a", "b"]
    assert _slugs(helpline_list(of, "families")) == ["a"]

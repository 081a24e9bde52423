from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.directory import Directory
from macros.catalogue.handbook import Handbook
from macros.project.helpline_matrix import helpline_matrix
from tests.helpers import PLACES, TOPICS, Files, helpline


@pytest.fixture
def directory(make: Callable[[Files], Handbook]) -> Callable[..., Directory]:
    """A directory of the given lines in the places and topics of the tests."""

    def made(**lines: object) -> Directory:
        return make({"library/places": PLACES, "library/topics": TOPICS, "library/helplines": lines}).directory

    return made


def test_a_whole_stands_for_its_parts_only_where_all_are_there(directory: Callable[..., Directory]) -> None:
    assert directory().regions(["scotland", "england", "us"]) == ["us", "uk"]
    assert directory().regions(["scotland", "us"]) == ["us", "scotland"]
    assert directory().short(["scotland", "england"]) == ("UK",)
    assert directory().regions([]) == []


def test_helplines_name_the_smallest_places_and_pages_show_those_at_hand(directory: Callable[..., Directory]) -> None:
    assert directory().smallest == ["us", "canada", "england", "scotland", "india"]
    assert directory().at_hand == ["us", "canada", "england", "scotland"]
    assert list(directory().countries) == ["us", "canada", "uk", "india"]
    assert directory().countries_at_hand == ["us", "canada", "uk"]


def test_the_first_line_of_a_place_is_the_one_whose_main_topic_it_is_then_the_first_in_the_file(
    directory: Callable[..., Directory],
) -> None:
    lines = {
        "second": helpline(topics=["families", "violence"], call="222"),
        "first": helpline(topics=["violence"], call="111"),
        "third": helpline(topics=["violence"], call="333"),
    }
    assert directory(**lines).here("violence", "us") == ("first", "third", "second")
    assert [shared.line.call for shared in directory(**lines).first("violence")] == ["111"]


def test_places_that_share_a_number_stand_together(directory: Callable[..., Directory]) -> None:
    lines = {
        "us": helpline(call="988"),
        "ca": helpline(call="988", places=["canada"]),
        "uk": helpline(call="116 123", places=["england", "scotland"]),
        "in": helpline(call="14416", places=["india"]),
    }
    found = directory(**lines).first("families")
    assert [(shared.line.call, shared.regions) for shared in found] == [("988", ("US", "Canada")), ("116 123", ("UK",))]
    assert [shared.line.call for shared in directory(**lines).first("families", ["india"])] == ["14416"]


def test_the_more_urgent_topic_comes_first_then_the_earlier_place(directory: Callable[..., Directory]) -> None:
    lines = {
        "a": helpline(topics=["families"], places=["us"]),
        "b": helpline(topics=["emergency"], places=["india"]),
        "c": helpline(topics=["emergency"], places=["canada"]),
    }
    found = directory(**lines)
    assert sorted(found.lines, key=lambda name: found.urgency(found.lines[name])) == ["c", "b", "a"]
    assert sorted(found.lines, key=lambda name: found.urgency(found.lines[name], "families")) == ["a", "c", "b"]


def test_the_matrix_counts_lines_and_says_what_stands_in_an_empty_cell(make: Callable[[Files], Handbook]) -> None:
    places = {
        "us": {"name": "United States", "short": "US", "on_every_page": "true"},
        "india": {"name": "India", "short": "India", "otherwise": "Ask [[helplines/a|this line]]."},
    }
    none = [{"place": "us", "says": "None known.\nAsk a doctor."}]
    topics = {"families": TOPICS["families"], "violence": {**TOPICS["violence"], "none": none}, "emergency": TOPICS["emergency"]}
    handbook = make({"library/places": places, "library/topics": topics, "library/helplines": {"a": helpline(), "b": helpline()}})
    assert list(helpline_matrix(handbook)) == [
        "           US  India",
        "families    2      -",
        "violence    -      -",
        "emergency   -      -",
        "",
        "5 of 6 cells are empty.",
        "families, India: Ask this line.",
        "violence, United States: None known. Ask a doctor.",
        "violence, India: Ask this line.",
        "emergency, United States: NO REASON GIVEN",
        "emergency, India: Ask this line.",
    ]

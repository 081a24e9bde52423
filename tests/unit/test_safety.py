"""What stands first where a text comes near a danger, and whom to call."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.project.loading import LoadedProject
from macros.view.blocks import CallsByPlace, First, Fold, Heading
from macros.view.context import View
from macros.view.inlines import Numbers, RecordLink
from macros.view.pages import page_of
from macros.view.plain import plain
from macros.view.safety import call_now, calls_about, calls_by_place, dangers, first_aid_fold, first_line
from tests.helpers import SMALL, Files, entry, gate, helpline, parts_of

Make = Callable[[Files], Handbook]

_PAPER = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
_GATES = {
    "talk": gate(title="A talk", in_short="Hold no talk.", leads_to=["worksheets/first"], topics=["violence"]),
    "money": gate(title="Money", in_short="Sign nothing."),
}
_CHECKED: Files = {
    **SMALL,
    "library/paper": _PAPER,
    "library/gates": _GATES,
    "library/helplines": {
        name: helpline(name=name, call=call, places=[place], topics=["emergency"])
        for name, call, place in (("a", "911", "us"), ("b", "999", "england"), ("c", "112", "canada"))
    },
    "worksheets/first": entry("worksheets", title="Is it safe?", touches=["talk"], belongs_to=["models/circle"]),
    "pages/emergency.md": "---\ntitle: Emergency\ndescription: Whom to call.\n---\nCall.\n",
}


def _lines(*lines: tuple[str, str, str]) -> Files:
    """Helplines, each a name with a topic and a place."""
    return {
        **SMALL,
        "library/gates": {"talk": gate(topics=["violence", "families"]), "money": gate()},
        "library/helplines": {
            name: helpline(name=name, call=f"202-555-01{at:02}", topics=[topic], places=[place])
            for at, (name, topic, place) in enumerate(lines)
        },
    }


def _by_place(calls: CallsByPlace) -> dict[str, list[tuple[str, str]]]:
    """The names of lines with the parts of the place in which they work, by place."""
    return {place.place: [(call.name, call.places) for call in place.calls] for place in calls.places}


@pytest.mark.parametrize(
    ("kind", "code"), [("techniques", "Q77"), ("models", "M77"), ("types", "T77"), ("roles", "R77"), ("situations", "S77")]
)
def test_the_check_is_above_all_but_what_can_be_done_at_once(make: Make, kind: str, code: str) -> None:
    near = entry(kind, title="Near", code=code, touches=["talk"])
    near |= {"leads_to": ["techniques/letter"]} if kind == "situations" else {}
    view = View(make({**_CHECKED, f"{kind}/near": near}))
    blocks = [block for block in page_of(view, view.handbook.items[f"{kind}/near"]) if block.on != "paper"]
    at = next(number for number, block in enumerate(blocks) if isinstance(block, First))
    assert {type(block).__name__ for block in blocks[:at]} <= {"CallNow", "Paragraph", "Now"}
    assert len(blocks) > at + 3


@pytest.mark.parametrize(("near", "lines"), [((), 0), (("money",), 0), (("talk",), 1), (("money", "talk"), 1)])
def test_a_page_begins_with_the_check_only_where_a_danger_leads_to_it(make: Make, near: tuple[str, ...], lines: int) -> None:
    assert len(list(first_line(View(make(_CHECKED)), near))) == lines


def test_the_first_line_has_the_check_two_numbers_and_the_way_to_the_others(make: Make) -> None:
    (first,) = first_line(View(make(_CHECKED)), ["talk"])
    assert [part.target for part in first.parts if isinstance(part, RecordLink)] == ["worksheets/first", "pages/emergency"]
    (numbers,) = (part for part in first.parts if isinstance(part, Numbers))
    assert [way.number for way, _, _ in numbers.calls] == ["911", "112"]
    assert (first.on, first.searched) == ("screen", False)


def test_the_sheet_that_checks_does_not_send_readers_to_itself(make: Make) -> None:
    view = View(make(_CHECKED))
    (first,) = (block for block in page_of(view, view.handbook.items["worksheets/first"]) if isinstance(block, First))
    assert [part.target for part in first.parts if isinstance(part, RecordLink)] == ["pages/emergency"]
    assert any(isinstance(part, Numbers) for part in first.parts)


def test_the_numbers_of_two_places_are_in_sight_and_none_is_lost(make: Make) -> None:
    block = call_now(View(make(_CHECKED)), ())
    assert [[call.way.number for call in calls] for calls in (block.first, block.others)] == [["911", "112"], ["999"]]


def test_a_danger_is_a_sentence_and_the_way_to_all_that_is_said_about_it(make: Make) -> None:
    lines = dangers(View(make(_CHECKED)), ["money", "talk"])
    assert list(map(plain, lines)) == ["Sign nothing. Money", "Hold no talk. A talk"]
    assert [part.target for part in parts_of(lines) if isinstance(part, RecordLink)] == ["gates/money", "gates/talk"]


def test_a_place_has_at_most_two_lines_the_first_topic_first(make: Make) -> None:
    lines = _lines(("a", "families", "us"), ("b", "violence", "us"), ("c", "emergency", "us"), ("d", "families", "canada"))
    view = View(make(lines))
    calls = calls_about(view, ("violence", "families", "emergency"))
    assert _by_place(calls) == {"US": [("b", ""), ("a", "")], "Canada": [("d", "")]}


def test_each_part_of_a_place_has_its_own_lines(make: Make) -> None:
    lines = _lines(
        ("a", "families", "england"), ("b", "violence", "england"), ("c", "violence", "scotland"), ("d", "families", "scotland")
    )
    calls = calls_about(View(make(lines)), ("violence", "families"))
    assert _by_place(calls) == {"United Kingdom": [("b", "England"), ("a", "England"), ("c", "Scotland"), ("d", "Scotland")]}


def test_the_parts_of_a_place_stand_in_the_order_of_the_file_and_only_where_they_differ(make: Make) -> None:
    both = View(make(_lines(("s", "families", "scotland"), ("e", "families", "england"))))
    assert _by_place(calls_about(both, ("families",))) == {"United Kingdom": [("e", "England"), ("s", "Scotland")]}


def test_a_line_for_all_parts_of_a_place_is_named_once_and_without_them(make: Make) -> None:
    lines = {"library/helplines": {"a": helpline(name="a", places=["england", "scotland"])}}
    assert _by_place(calls_about(View(make({**SMALL, **lines})), ("families",))) == {"United Kingdom": [("a", "")]}


@pytest.mark.parametrize(("near", "kinds"), [((), []), (("money",), []), (("talk",), [Heading, CallsByPlace])])
def test_whom_to_call_has_a_heading_and_without_a_line_neither(make: Make, near: tuple[str, ...], kinds: list[type]) -> None:
    view = View(make(_lines(("a", "families", "us"))))
    assert [type(block) for block in calls_by_place(view, near)] == kinds


def test_first_aid_that_can_wait_is_a_fold_with_its_short_form_and_the_way_to_its_steps(tiny: Handbook) -> None:
    fold = first_aid_fold(View(tiny), tiny.items["first-aid/hot"])
    assert isinstance(fold, Fold)
    assert fold.heading.text == tiny.items["first-aid/hot"].title
    assert "first-aid/hot" in [part.target for part in parts_of(fold) if isinstance(part, RecordLink)]


def test_where_someone_may_die_the_crisis_line_has_its_place_whatever_else_an_entry_comes_near(real: LoadedProject) -> None:
    view, directory = real.view, real.handbook.directory
    near = [item for item in real.handbook.items.values() if item.entry and "suicide" in item.entry.touches]
    assert len(near) > 20
    for item in near:
        (calls,) = (block for block in page_of(view, item) if isinstance(block, CallsByPlace))
        named = {call.name for place in calls.places for call in place.calls}
        assert {found.line.name for found in directory.first("suicide")} <= named, item.id

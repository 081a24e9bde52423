from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.view.context import View
from macros.view.plain import plain
from macros.view.safety_banner import Banner, BannerCall, BannerRow, banner_of
from tests.helpers import SMALL, Files, entry, gate, helpline


def _banner(handbook: Handbook, sheet: str) -> Banner:
    return banner_of(View(handbook), handbook.items[f"worksheets/{sheet}"])


def _lines(handbook: Handbook, sheet: str) -> list[str]:
    return [plain(line) for line in _banner(handbook, sheet).lines]


def test_a_banner_says_what_to_do_and_points_to_the_first_sheet(tiny: Handbook) -> None:
    assert _lines(tiny, "all-kinds") == ["In danger? Call first.", "Hold no talk while anyone is afraid."]
    assert _lines(tiny, "small") == ["Only this line."]


def test_every_other_sheet_points_to_the_first_one_between_danger_and_its_own_dangers(make: Callable[[Files], Handbook]) -> None:
    paper = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
    gates = {"talk": gate(in_short="Hold no talk.")}
    sheets = {"worksheets/first": entry("worksheets"), "worksheets/a": entry("worksheets", code="W02", touches=["talk"])}
    handbook = make({**SMALL, **sheets, "library/paper": paper, "library/gates": gates})
    assert _lines(handbook, "a") == ["Call.", "Check.", "Hold no talk."]
    assert _lines(handbook, "first") == ["Call."]


def test_a_banner_has_the_numbers_of_each_topic_with_their_places_the_most_urgent_first(tiny: Handbook) -> None:
    assert _banner(tiny, "all-kinds").rows == (
        BannerRow("Emergency", (BannerCall("911", "tel:911", "US, Canada", ""), BannerCall("999", "tel:999", "UK", ""))),
        BannerRow("Violence at home", (BannerCall("020 7946 0101", "tel:+442079460101", "Scotland, Wales", ""),)),
    )


def test_a_number_in_a_banner_comes_with_what_to_press_and_whether_texts_reach_it(make: Callable[[Files], Handbook]) -> None:
    paper = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
    lines = {
        "a": helpline(then_press="1"),
        "b": helpline(call="202-555-0102", text_to="202-555-0102", places=["canada"]),
    }
    handbook = make({**SMALL, "library/helplines": lines, "library/paper": paper, "worksheets/first": entry("worksheets")})
    (row,) = _banner(handbook, "first").rows
    assert [(call.number, call.places, call.note) for call in row.calls] == [
        ("202-555-0101", "US", "press 1"),
        ("202-555-0102", "Canada", "call or text"),
    ]


def test_a_sheet_that_touches_nothing_has_the_common_numbers_alone(tiny: Handbook) -> None:
    rows = _banner(tiny, "small").rows
    assert {call.number for row in rows for call in row.calls} == {"911", "999"}


def test_the_foot_says_to_keep_it_safe(tiny: Handbook) -> None:
    assert plain(_banner(tiny, "small").keep) == "Keep this safe, or shred it."

from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.view.context import View
from macros.view.plain import plain
from macros.view.safety_banner import Banner, BannerCall, BannerCountry, BannerTopic, banner_of
from tests.helpers import SMALL, Files, entry, gate, helpline


def _banner(handbook: Handbook, sheet: str) -> Banner:
    return banner_of(View(handbook), handbook.items[f"worksheets/{sheet}"])


def _lines(handbook: Handbook, sheet: str) -> list[str]:
    banner = _banner(handbook, sheet)
    return [*map(plain, banner.lines), "|", *map(plain, banner.dangers)]


def test_a_banner_says_what_to_do_and_the_dangers_of_the_sheet_follow(tiny: Handbook) -> None:
    assert _lines(tiny, "all-kinds") == ["In danger? Call first.", "|", "Hold no talk while anyone is afraid."]


def test_lines_of_a_sheet_itself_take_the_place_of_all(tiny: Handbook) -> None:
    assert _lines(tiny, "small") == ["Only this line.", "|"]


def test_every_other_sheet_points_to_the_first_one_between_danger_and_its_own_dangers(make: Callable[[Files], Handbook]) -> None:
    paper = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
    gates = {"talk": gate(in_short="Hold no talk.")}
    sheets = {"worksheets/first": entry("worksheets"), "worksheets/a": entry("worksheets", code="W02", touches=["talk"])}
    handbook = make({**SMALL, **sheets, "library/paper": paper, "library/gates": gates})
    assert _lines(handbook, "a") == ["Call.", "|", "Check.", "Hold no talk."]
    assert _lines(handbook, "first") == ["Call.", "|"]


def test_each_country_has_its_own_numbers_the_most_urgent_first(tiny: Handbook) -> None:
    violence = BannerTopic("violence at home", (BannerCall("020 7946 0101", "Scotland, Wales", ""),))
    assert _banner(tiny, "all-kinds").countries == (
        BannerCountry("US", (BannerTopic("", (BannerCall("911", "", ""),)),)),
        BannerCountry("Canada", (BannerTopic("", (BannerCall("911", "", ""),)),)),
        BannerCountry("UK", (BannerTopic("", (BannerCall("999", "", ""),)), violence)),
    )


def test_a_number_in_a_banner_comes_with_what_to_press_and_whether_texts_reach_it(make: Callable[[Files], Handbook]) -> None:
    paper = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
    lines = {
        "a": helpline(then_press="1"),
        "b": helpline(call="202-555-0102", text_to="202-555-0102", places=["canada"]),
    }
    handbook = make({**SMALL, "library/helplines": lines, "library/paper": paper, "worksheets/first": entry("worksheets")})
    assert _banner(handbook, "first").countries == (
        BannerCountry("US", (BannerTopic("families", (BannerCall("202-555-0101", "", "press 1"),)),)),
        BannerCountry("Canada", (BannerTopic("families", (BannerCall("202-555-0102", "", "call or text"),)),)),
    )


def test_a_sheet_that_touches_nothing_has_the_common_numbers_alone(tiny: Handbook) -> None:
    countries = _banner(tiny, "small").countries
    assert [(c.place, [call.number for topic in c.topics for call in topic.calls]) for c in countries] == [
        ("US", ["911"]),
        ("Canada", ["911"]),
        ("UK", ["999"]),
    ]


def test_the_foot_says_to_keep_it_safe(tiny: Handbook) -> None:
    assert plain(_banner(tiny, "small").keep) == "Keep this safe, or shred it."

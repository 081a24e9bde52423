from __future__ import annotations

from macros.handbook import Handbook
from macros.rendering.strip import Call, Country, strip_of


def test_a_strip_says_what_to_do_and_points_to_the_first_sheet(tiny: Handbook) -> None:
    assert strip_of(tiny, tiny.items["worksheets/all-kinds"]).lines == (
        "In danger? Call first.",
        "Hold no talk while anyone is afraid.",
    )
    assert strip_of(tiny, tiny.items["worksheets/small"]).lines == ("Only this line.",)


def test_a_strip_holds_the_numbers_of_each_country_the_most_urgent_first(tiny: Handbook) -> None:
    assert strip_of(tiny, tiny.items["worksheets/all-kinds"]).countries == (
        Country("US", (Call("emergency", "911", "tel:911", ""), Call("families", "202-555-0101", "tel:2025550101", ""))),
        Country("Canada", (Call("emergency", "911", "tel:911", ""),)),
        Country(
            "UK",
            (
                Call("emergency", "999", "tel:999", ""),
                Call("violence at home in Scotland and Wales", "020 7946 0101", "tel:02079460101", ""),
            ),
        ),
    )


def test_a_sheet_that_touches_nothing_has_the_common_numbers_alone(tiny: Handbook) -> None:
    countries = strip_of(tiny, tiny.items["worksheets/small"]).countries
    assert {call.number for country in countries for call in country.calls} == {"911", "999"}


def test_the_foot_says_to_keep_it_safe(tiny: Handbook) -> None:
    assert strip_of(tiny, tiny.items["worksheets/small"]).keep == "Keep this safe, or shred it."

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.view.safety_banner import Call, Row, strip_of


def test_a_strip_says_what_to_do_and_points_to_the_first_sheet(tiny: Handbook) -> None:
    assert strip_of(tiny, tiny.items["worksheets/all-kinds"]).lines == (
        "In danger? Call first.",
        "Hold no talk while anyone is afraid.",
    )
    assert strip_of(tiny, tiny.items["worksheets/small"]).lines == ("Only this line.",)


def test_a_strip_holds_the_numbers_of_each_topic_with_their_places_the_most_urgent_first(tiny: Handbook) -> None:
    assert strip_of(tiny, tiny.items["worksheets/all-kinds"]).rows == (
        Row("emergency", (Call("911", "tel:911", "US, Canada", ""), Call("999", "tel:999", "UK", ""))),
        Row("violence at home", (Call("020 7946 0101", "tel:+442079460101", "Scotland, Wales", ""),)),
    )


def test_a_sheet_that_touches_nothing_has_the_common_numbers_alone(tiny: Handbook) -> None:
    rows = strip_of(tiny, tiny.items["worksheets/small"]).rows
    assert {call.number for row in rows for call in row.calls} == {"911", "999"}


def test_the_foot_says_to_keep_it_safe(tiny: Handbook) -> None:
    assert strip_of(tiny, tiny.items["worksheets/small"]).keep == "Keep this safe, or shred it."

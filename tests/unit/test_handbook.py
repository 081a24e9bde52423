from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from macros.catalogue.handbook import Handbook
from macros.schema.entries import Technique
from macros.schema.library import Grade
from macros.schema.source import Source
from tests.helpers import Files, entry, page, source


def test_items_are_found_by_id_and_by_code(tiny: Handbook) -> None:
    item = tiny.get("techniques/kind-letter")
    assert item is tiny.with_code("Q01")
    assert item
    assert item.title == "Kind letter"


def test_nothing_is_found_where_nothing_is(tiny: Handbook) -> None:
    assert tiny.get("techniques/nowhere") is None
    assert tiny.with_code("Z99") is None
    assert tiny.of_kind("nothing") == ()


def test_the_order_of_reading_does_not_matter(tiny: Handbook) -> None:
    backwards = Handbook(reversed(list(tiny.items.values())))
    assert list(backwards.items) == list(tiny.items)
    assert backwards.relations == tiny.relations


def test_entries_stand_by_code_and_others_by_title(make: Callable[[Files], Handbook]) -> None:
    handbook = make(
        {
            "techniques/a": entry(code="Q02"),
            "techniques/b": entry(code="Q01"),
            "techniques/c": entry(code="Q100"),
            "techniques/d": entry(code="Q99"),
            "library/sources": {"a": source(title="beta"), "b": source(title="Alpha")},
        }
    )
    assert [item.slug for item in handbook.of_kind("techniques")] == ["b", "a", "d", "c"]
    assert [item.slug for item in handbook.of_kind("sources")] == ["b", "a"]


def test_the_retired_are_kept_apart(tiny: Handbook) -> None:
    assert "long-letter" not in {item.slug for item in tiny.of_kind("techniques")}
    assert "long-letter" in {item.slug for item in tiny.of_kind("techniques", retired=True)}
    assert "techniques/long-letter" not in {item.id for item, _ in tiny.all_of(Technique)}


def test_a_record_is_read_as_its_model(tiny: Handbook) -> None:
    assert tiny.require("grades/B", Grade).label == "Tested once"
    with pytest.raises(TypeError, match="grades/B is no Source"):
        tiny.require("grades/B", Source)
    with pytest.raises(KeyError):
        tiny.require("grades/Z", Grade)


def _set_item(handbook: Handbook) -> None:
    handbook.items["x/y"] = handbook.items["pages/index"]  # type: ignore[index]


def _set_field(handbook: Handbook) -> None:
    handbook.items["pages/about"].fields.title = "x"  # type: ignore[attr-defined]


def _set_slug(handbook: Handbook) -> None:
    handbook.items["pages/about"].slug = "x"  # type: ignore[misc]


def _grow_list(handbook: Handbook) -> None:
    fields: Any = handbook.items["techniques/kind-letter"].fields
    fields.say.append("x")


def _set_covered(handbook: Handbook) -> None:
    handbook.covered["T1"] = ()  # type: ignore[index]


@pytest.mark.parametrize("change", [_set_item, _set_field, _set_slug, _grow_list, _set_covered])
def test_nothing_in_a_handbook_can_be_changed(tiny: Handbook, change: Callable[[Handbook], None]) -> None:
    with pytest.raises((TypeError, AttributeError, ValidationError)):
        change(tiny)


def test_the_release_is_known_where_the_library_names_it(tiny: Handbook, make: Callable[[Files], Handbook]) -> None:
    assert tiny.release
    assert tiny.release.name == "Example 2026.02"
    assert make({"techniques/a": entry()}).release is None


def test_every_relation_has_its_inverse(tiny: Handbook) -> None:
    for item in tiny.items.values():
        for relation in tiny.outgoing(item):
            retired = item.retired
            target = tiny.get(relation.target)
            assert retired or target is None or relation in tiny.incoming(target)


def test_scope_is_carried_by_entries_and_pages_that_are_kept(make: Callable[[Files], Handbook]) -> None:
    retired = {"into": "techniques/a", "on": "2026-01-01"}
    handbook = make(
        {
            "techniques/a": entry(covers=["T1", "T2"]),
            "techniques/b": entry(code="Q02", covers=["T3"], retired=retired),
            "pages/about.md": page("Hello.", covers=["T1"]),
        }
    )
    assert {scope: [item.id for item in items] for scope, items in handbook.covered.items()} == {
        "T1": ["pages/about", "techniques/a"],
        "T2": ["techniques/a"],
    }


def test_within_a_country_no_other_has_numbers_and_nothing_else_is_missing(tiny: Handbook) -> None:
    here = tiny.within("uk")
    assert [name for name in tiny.items if name not in here.items] == ["places/us", "places/canada", "places/india"]
    assert here.directory.at_hand == ["england", "scotland", "wales", "northern-ireland"]
    assert [shared.line.call for shared in here.directory.first("emergency")] == ["999"]
    with pytest.raises(KeyError):
        tiny.within("england")

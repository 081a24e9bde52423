from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import gates
from tests.helpers import Fields, Files, entry, gate, messages

Make = Callable[[Files], Handbook]

_GATES: Fields = {"leaving": gate(words=["move out", "leave home"])}


@pytest.mark.parametrize(
    "changes",
    [
        {"for_families": "One day you may want to\n\nMove out."},
        {"steps": [{"title": "Go", "text": "Leave home by day."}]},
        {"say": ["I will move out on Monday."]},
        {"for_families": "You may want to[[coping/rest]]move out."},
    ],
)
def test_an_entry_that_comes_near_a_danger_must_name_it(make: Make, changes: Fields) -> None:
    near = {"techniques/a": entry(**changes), "library/gates": _GATES}
    (message,) = messages(gates.check(make(near)))
    assert "Add 'leaving' to touches" in message


@pytest.mark.parametrize(
    "changes",
    [
        {"for_families": "You may want to move out.", "touches": ["leaving"]},
        {"cautions": ["Do not leave home in anger."]},
        {"for_professionals": "Ask who wants to move out."},
        {"avoid": ["I will move out."]},
        {"search_words": ["move out"]},
        {"for_families": "They moved outside."},
    ],
)
def test_naming_it_or_warning_of_it_is_enough(make: Make, changes: Fields) -> None:
    assert messages(gates.check(make({"techniques/a": entry(**changes), "library/gates": _GATES}))) == []


@pytest.mark.parametrize("changes", [{"for_families": "Before you move out."}, {"filled_by": "Whoever will leave home."}])
def test_what_is_on_a_worksheet_is_looked_at_too(make: Make, changes: Fields) -> None:
    near = {"worksheets/a": entry("worksheets", **changes), "library/gates": _GATES}
    (message,) = messages(gates.check(make(near)))
    assert "Add 'leaving' to touches" in message


def test_a_field_of_a_worksheet_is_looked_at_too(make: Make) -> None:
    sections = [{"title": "A part", "fields": [{"kind": "short", "label": "When I move out"}]}]
    near = {"worksheets/a": entry("worksheets", sections=sections), "library/gates": _GATES}
    (message,) = messages(gates.check(make(near)))
    assert "sections[0].fields[0].label: 'move out' comes near a danger. Add 'leaving' to touches" in message

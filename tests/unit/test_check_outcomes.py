from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import outcomes
from tests.helpers import Fields, Files, entry, messages

Make = Callable[[Files], Handbook]

_SHARES = [{"label": "with it", "of_100": "64"}]
_FINDING: Fields = {"outcome": "entry", "says": "Of 1,130 families, 64 of 100 saw it.", "grade": "C"}


def _found(make: Make, kind: str = "techniques", **changes: object) -> list[str]:
    return messages(outcomes.check(make({f"{kind}/a": entry(kind, evidence=[{**_FINDING, **changes}])})))


def test_figures_say_how_many_people_they_are_out_of(make: Make) -> None:
    (message,) = _found(make, shares=_SHARES)
    assert "evidence[0].shares: The finding has figures. Say under 'people'" in message
    assert _found(make, shares=_SHARES, people="1130") == []
    assert _found(make) == []


@pytest.mark.parametrize("people", ["130", "113", "1"])
def test_what_figures_are_out_of_stands_in_the_finding(make: Make, people: str) -> None:
    (message,) = _found(make, shares=_SHARES, people=people)
    assert f"evidence[0].people: The finding does not say {people}." in message


@pytest.mark.parametrize("grade", ["A", "B"])
def test_a_grade_for_a_comparison_says_what_was_compared_in_a_model(make: Make, grade: str) -> None:
    (message,) = _found(make, "models", people="1130", grade=grade)
    assert f"evidence[0].grade: The grade '{grade}' is for a comparison. Say under 'compared_with'" in message
    assert _found(make, "models", people="1130", grade=grade, compared_with="waiting") == []


def test_what_was_not_compared_or_counts_nobody_need_not_say_with_what(make: Make) -> None:
    assert _found(make, "models", people="1130") == []
    assert _found(make, "models", grade="A") == []
    assert _found(make, "techniques", people="1130", grade="A") == []

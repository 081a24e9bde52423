"""The questions of the plan, and where each way through them leads."""

from __future__ import annotations

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.plan_ways import check_first, plan_ways
from macros.project.loading import LoadedProject
from macros.schema.plan import Plan
from macros.schema.worksheet import Sheet


@pytest.fixture
def plan(real: LoadedProject) -> tuple[Handbook, Plan]:
    """The handbook with its plan."""
    ((_, plan),) = real.handbook.all_of(Plan)
    return real.handbook, plan


def test_what_belongs_to_another_answer_is_added_beside_it_alone(plan: tuple[Handbook, Plan]) -> None:
    handbook, questions = plan
    letters = {"who/partner": "letters/to-a-partner", "who/teen": "letters/to-a-teen", "who/friend": "letters/to-a-friend"}
    for way in plan_ways(handbook, questions):
        for who, letter in letters.items():
            assert (letter in way.items) == ({who, "want/talk"} <= set(way.names))


def test_the_real_plan_keeps_its_promises(plan: tuple[Handbook, Plan]) -> None:
    handbook, questions = plan
    ways = list(plan_ways(handbook, questions))
    assert len(questions.questions) + 1 <= 6
    assert {way.names for way in ways if way.stopped} == {
        (f"danger/{name}",) for name in ("waking", "dying", "afraid", "ill", "unsure")
    }
    assert all(3 <= len(way.items) <= 9 for way in ways if not way.stopped)
    first = {way.names[1] for way in ways if not way.stopped and way.items[0] != check_first(handbook)}
    assert first == {"who/young"}


def test_a_child_is_asked_nothing_about_a_talk_and_is_given_nothing_for_adults(plan: tuple[Handbook, Plan]) -> None:
    handbook, questions = plan
    (way,) = (way for way in plan_ways(handbook, questions) if "who/young" in way.names)
    assert way.names == ("danger/none", "who/young")
    first, *sheets = way.items
    assert first == "situations/parent-drinks"
    assert len(sheets) > 2
    assert {handbook.items[name].read(Sheet).readers for name in sheets} == {"young"}

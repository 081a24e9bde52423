from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeAlias

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import plan as plan_check
from macros.checks import references
from tests.helpers import SMALL, Fields, Files, entry, gate, told

_PAPER: Fields = {"strip": "Call.", "check_first": "check", "check_line": "Check.", "topics": ["emergency"], "keep": "Shred it."}
_WHY = {"why": "It helps."}
_FILES: Files = {
    **SMALL,
    "library/paper": _PAPER,
    "library/gates": {"hard-talk": gate()},
    "worksheets/check": entry("worksheets", title="Check"),
    "worksheets/talk": entry("worksheets", title="Talk", code="W02", touches=["hard-talk"]),
    "situations/help": entry("situations", title="Help"),
}


def _plan() -> Fields:
    """A plan without fault: two ways to a list, and one to help."""
    stop = {"says": "Call first.", "read": ["situations/help"]}
    safe = {"item": "pages/about", **_WHY}
    talk = [{"item": "worksheets/talk", **_WHY}]
    wait = [{"item": "techniques/letter", **_WHY, "beside": ["danger/none"]}]
    return {
        "questions": [
            {
                "name": "danger",
                "asks": "Any danger?",
                **_WHY,
                "answers": [
                    {"name": "yes", "says": "Yes", "stop": stop},
                    {"name": "none", "says": "No", "adds": [safe]},
                ],
            },
            {
                "name": "want",
                "asks": "What then?",
                **_WHY,
                "answers": [
                    {"name": "talk", "says": "Talk", "adds": talk},
                    {"name": "wait", "says": "Wait", "adds": wait},
                ],
            },
        ],
        "country": {"asks": "Where?", **_WHY},
        "check_why": "First.",
        "talks": ["hard-talk"],
        "intro": "Many do this.",
        "alone": "Alone.",
        "guided": "With somebody.",
    }


Change: TypeAlias = Callable[[dict[str, Any]], object]
"""Changes answers, which it is given by name: yes, none, talk, wait."""


def _checked(make: Callable[[Files], Handbook], change: Change | None = None, **files: Any) -> list[str]:
    plan = deepcopy(_plan())
    if change:
        change({answer["name"]: answer for question in plan["questions"] for answer in question["answers"]})
    handbook = make({**_FILES, **files, "library/plan": plan})
    return told([*plan_check.check(handbook), *(p for p in references.check(handbook) if "plan" in str(p))])


def test_a_plan_without_fault_is_let_through(make: Callable[[Files], Handbook]) -> None:
    assert _checked(make) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda given: given["talk"]["adds"][0].update(item="worksheets/tolk"), "'tolk' is not the name of a worksheet."),
        (lambda given: given["wait"]["adds"][0].update(beside=["danger/nome"]), "'danger/nome' is no answer."),
        (lambda given: given["none"].update(skips=["wamt"]), "'wamt' is not the name of a later question."),
        (lambda given: given["wait"].update(skips=["danger"]), "'danger' is not the name of a later question."),
        (lambda given: given["wait"].update(name="talk"), "Two questions, or two answers to one question"),
        (lambda given: given["yes"].pop("stop"), "The first question must be about danger"),
        (lambda given: given["yes"].update(adds=[{"item": "pages/about", **_WHY}]), "shows help, and nothing else"),
        (lambda given: given["yes"].update(skips=["want"]), "shows help, and nothing else"),
        (lambda given: given["none"].pop("adds"), "The answer 'none' changes nothing."),
        (lambda given: given["yes"]["stop"].update(read=["pages/about"]), "'pages/about' does not say what to do now."),
        (lambda given: given["talk"]["adds"][0].update(item="worksheets/check"), "The safety check comes first by itself."),
        (lambda given: given["wait"].pop("adds"), "The answer 'wait' changes nothing."),
        (lambda given: given["wait"]["adds"][0].update(beside=["want/talk"]), "'techniques/letter' is on no list"),
    ],
)
def test_a_fault_is_told(make: Callable[[Files], Handbook], change: Change, problem: str) -> None:
    found = _checked(make, change)
    assert [message for message in found if problem in message], found


def test_an_entry_of_the_plan_with_a_stage_that_is_not_there_is_told_by_the_check_on_references(
    make: Callable[[Files], Handbook],
) -> None:
    handbook = make({**_FILES, "library/plan": _plan(), "techniques/letter": entry(code="Q09", title="Letter", stages=["plam"])})
    assert list(plan_check.check(handbook)) == []
    assert [message for message in told(references.check(handbook)) if "'plam' is not the name of a stage" in message]


@pytest.mark.parametrize(
    ("change", "near"),
    [
        (lambda given: given["talk"]["adds"][0].update(item="worksheets/tolk"), "Did you mean 'talk'?"),
        (lambda given: given["wait"]["adds"][0].update(beside=["danger/nome"]), "Did you mean 'danger/none'?"),
        (lambda given: given["none"].update(skips=["wamt"]), "Did you mean 'want'?"),
    ],
)
def test_the_nearest_name_is_told(make: Callable[[Files], Handbook], change: Change, near: str) -> None:
    assert [message for message in _checked(make, change) if message.endswith(near)]


def test_a_list_that_is_too_short_or_too_long_is_told_with_its_answers(make: Callable[[Files], Handbook]) -> None:
    assert _checked(make, lambda given: given["wait"]["adds"][0].update(item="pages/about")) == [
        "questions: The way danger/none, want/wait leads to a list of 2. It needs 3 to 9 things."
    ]
    sheets = {f"worksheets/w{n}": entry("worksheets", title=f"W{n}", code=f"W{n + 10}") for n in range(9)}
    more = [{"item": name, **_WHY} for name in sheets]
    assert _checked(make, lambda given: given["talk"]["adds"].extend(more), **sheets) == [
        "questions: The way danger/none, want/talk leads to a list of 12. It needs 3 to 9 things."
    ]
    fewer = {name: sheets[name] for name in list(sheets)[:6]}
    assert _checked(make, lambda given: given["talk"]["adds"].extend(more[:6]), **fewer) == []


def test_no_way_leads_to_a_talk_without_the_safety_check(make: Callable[[Files], Handbook]) -> None:
    def unchecked(given: dict[str, Any]) -> None:
        given["none"]["unchecked"] = True
        given["none"]["adds"] += [{"item": "models/circle", **_WHY}, {"item": "situations/help", **_WHY}]

    assert _checked(make, unchecked) == [
        "questions: The way danger/none, want/talk leads to 'worksheets/talk', which leads to a talk, without the safety check."
    ]
    harmless = {"worksheets/talk": entry("worksheets", title="Talk", code="W02")}
    assert _checked(make, unchecked, **harmless) == []


def test_a_plan_needs_a_safety_check(make: Callable[[Files], Handbook]) -> None:
    files = {name: fields for name, fields in _FILES.items() if name != "library/paper"}
    found = told(plan_check.check(make({**files, "library/plan": _plan()})))
    assert found == ["The safety check comes first in a plan. Name it in library/paper.yml."]

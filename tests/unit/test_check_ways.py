from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import ways
from tests.helpers import SMALL, Files, entry

_TWO = {"models/circle": entry("models"), "models/square": entry("models", code="M02")}


def _way(model: str, fits: str = "fits") -> dict[str, str]:
    return {"model": model, "fits": fits, "why": "It is so."}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([_way("circle"), _way("square", "avoid")], []),
        ([_way("circle")], ["ways does not name 'square'."]),
        ([_way("circle"), _way("square"), _way("circle", "avoid")], ["ways names 'circle' 2 times."]),
        ([], ["ways does not name 'circle'.", "ways does not name 'square'."]),
    ],
)
def test_each_goal_speaks_of_each_way_once(
    make: Callable[[Files], Handbook], said: list[dict[str, str]], found: list[str]
) -> None:
    handbook = make({**SMALL, **_TWO, "types/goal": entry("types", ways=said)})
    told = [problem.message for problem in ways.check(handbook)]
    assert len(told) == len(found)
    assert all(message.startswith(start) for message, start in zip(told, found, strict=True))


_RISKS = {
    "library/risks.yml": {
        "violence": {"label": "Violence", "means": "Fear.", "asked_of_models": "true"},
        "noise": {"label": "Noise", "means": "Loud."},
    }
}
_PRACTICE = {
    "read": "abstracts",
    "as_practiced": "As taught.",
    "our_change": "None.",
    "indications": ["One."],
    "dose": "An hour.",
    "procedure": ["Ask.", "Wait.", "Go."],
    "fidelity": ["Asked.", "Waited.", "Went.", "Sat.", "Rose.", "Ate."],
    "errors": [{"error": "Haste.", "repair": "Wait."}, {"error": "Noise.", "repair": "Hush."}],
    "record": ["The day."],
    "ethics": ["Ask."],
    "competence": ["Read."],
}


def _limit(risk: str) -> dict[str, str]:
    return {"risk": risk, "may": "never", "why": "It hurts."}


@pytest.mark.parametrize(
    ("risks", "found"),
    [
        (["violence"], []),
        (["violence", "noise"], []),
        (["noise"], ["practice.risks does not name 'violence'."]),
        (["violence", "violence"], ["practice.risks names 'violence' 2 times."]),
    ],
)
def test_each_way_speaks_to_each_risk_that_is_asked_of_it(
    make: Callable[[Files], Handbook], risks: list[str], found: list[str]
) -> None:
    practice = {**_PRACTICE, "risks": [_limit(risk) for risk in risks]}
    handbook = make({**SMALL, **_RISKS, "models/circle": entry("models", practice=practice)})
    told = [problem.message for problem in ways.check(handbook)]
    assert [message[: len(start)] for message, start in zip(told, found, strict=True)] == found


def test_a_way_without_a_reference_layer_is_asked_of_no_risk(make: Callable[[Files], Handbook]) -> None:
    assert not list(ways.check(make({**SMALL, **_RISKS, "models/circle": entry("models")})))

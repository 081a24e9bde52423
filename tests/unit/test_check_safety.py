from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import safety
from tests.helpers import Files, entry, messages, page

Make = Callable[[Files], Handbook]

_BAD = {
    "stop today": "Ask him to stop today.",
    "stop drinking now": "Please stop drinking right away.",
    "quit cold turkey": "She has to quit cold turkey.",
    "promise": "Let them promise to stop tonight.",
    "trick": "Trick him into the car.",
    "pretext": "Invite her under a pretext.",
    "lock in": "Lock them in for the night.",
    "phone": "Take away her phone.",
    "door": "Block the door.",
    "joint talk": "He hits me, so we plan a family meeting.",
    "couples": "A couples session helps when he is violent.",
}
_GOOD = (
    "Never ask them to stop today.",
    "Do not lock anyone in.",
    "It can be deadly to stop drinking at once.",
    "Stop the talk at once when voices rise.",
    "They stopped all at once.",
    "Lock the medicine away.",
    "No couples or family session with someone who hurts you.",
    "Screen for violence before any family meeting.",
    "Stop for tonight.",
)


def _written(text: str, where: str) -> Files:
    return {"techniques/a": entry(for_families=text)} if where == "entry" else {"pages/a.md": page(text)}


@pytest.mark.parametrize("where", ["entry", "page"])
@pytest.mark.parametrize("text", _BAD.values(), ids=_BAD)
def test_dangerous_advice_is_found_in_entries_and_on_pages(make: Make, text: str, where: str) -> None:
    assert len(messages(safety.check(make(_written(text, where))))) == 1


@pytest.mark.parametrize("where", ["entry", "page"])
@pytest.mark.parametrize("text", _GOOD)
def test_a_warning_is_not_taken_for_advice(make: Make, text: str, where: str) -> None:
    assert messages(safety.check(make(_written(text, where)))) == []


def test_speech_that_is_advised_against_may_hold_it(make: Make) -> None:
    assert messages(safety.check(make({"techniques/a": entry(avoid=["You must stop today."])}))) == []
    assert messages(safety.check(make({"techniques/a": entry(say=["You must stop today."])}))) != []

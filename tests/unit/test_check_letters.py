from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import letters
from tests.helpers import SMALL, Fields, Files, entry, told

_PAPER: Fields = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
_SAFE = "I have done [[worksheets/first]] alone."


def _told(make: Callable[[Files], Handbook], **changes: object) -> list[str]:
    letter = entry("letters", **{"before_use": [_SAFE], **changes})
    files: Files = {**SMALL, "library/paper": _PAPER, "worksheets/first": entry("worksheets"), "letters/a": letter}
    return told(letters.check(make(files)))


def test_a_right_letter_is_not_told(make: Callable[[Files], Handbook]) -> None:
    assert _told(make) == []
    assert _told(make, prompts=[{"asks": "A", "fills": "name"}, {"asks": "B"}, {"asks": "C"}]) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"body": "Dear {nam}, {name}."},
            "body: '{nam}' is not one of the placeholders. Did you mean 'name'? Declare it, or write plain words.",
        ),
        ({"body": "Dear you."}, "placeholders[0].name: 'name' does not appear in the body. Write {name} there, or remove it."),
        (
            {"placeholders": [{"name": "name", "says": "a"}, {"name": "name", "says": "b"}]},
            "placeholders[1].name: 'name' is declared twice.",
        ),
        (
            {"before_use": ["I have looked."]},
            "before_use: No check asks whether it is safe at all. Add a line with [[worksheets/first]].",
        ),
        (
            {"prompts": [{"asks": "A", "fills": "nam"}]},
            "prompts[0].fills: 'nam' is not one of the placeholders. Did you mean 'name'?",
        ),
        (
            {"prompts": [{"asks": "A", "fills": "name"}, {"asks": "B", "fills": "name"}]},
            "prompts[1].fills: 'name' is filled by an earlier prompt. One answer goes to a place.",
        ),
        ({"example": "Too short."}, "example: The example has 2 words. It should have 10 to 60."),
        ({"short": "false"}, "example: The example has 11 words. It should have 150 to 350."),
    ],
)
def test_what_is_wrong_is_told(make: Callable[[Files], Handbook], changes: Fields, message: str) -> None:
    assert _told(make, **changes) == [message]


@pytest.mark.parametrize(
    "threat",
    [
        "If you do not go, I will leave.",
        "If you don't call them, we'll tell your boss.",
        "If you refuse, I am going to take the children.",
        "This is your last chance.",
        "Go, or else.",
        "Unless you change, it is over.",
        "You will never see us again.",
    ],
)
@pytest.mark.parametrize("field", ["example", "body"])
def test_a_threat_is_refused(make: Callable[[Files], Handbook], threat: str, field: str) -> None:
    text = (
        f"Dear {{name}}, I thought of our long walk on Sunday. {threat}"
        if field == "body"
        else f"I thought of our long walk. {threat} So it is."
    )
    found = _told(make, **{field: text})
    assert len(found) == 1
    assert found[0].startswith(f"{field}: “")
    assert "sounds like a threat" in found[0]


@pytest.mark.parametrize(
    "named",
    [
        "You are an addict.",
        "You have depression? You are depressed.",
        "You have a disease.",
        "Your addiction hurts.",
        "You are sick.",
    ],
)
def test_a_diagnosis_is_refused(make: Callable[[Files], Handbook], named: str) -> None:
    found = _told(make, example=f"Dear Kim, I thought of our long walk on Sunday. {named}")
    assert len(found) == 1
    assert "names an illness" in found[0]


_ILLNESSES = (
    "an addict", "addicts", "addicted", "an alcoholic", "alcoholics", "dependent", "mentally ill", "bipolar", "depressed",
    "psychotic", "sick", "a disease", "diseased", "a disorder", "a substance use disorder", "an alcohol use disorder",
    "an addiction", "a mental illness", "an illness", "a narcissist", "narcissistic", "borderline",
)  # fmt: skip


@pytest.mark.parametrize("illness", _ILLNESSES)
@pytest.mark.parametrize("verb", ["You are", "you have become", "You have got", "you have"])
def test_each_name_of_an_illness_is_refused(make: Callable[[Files], Handbook], verb: str, illness: str) -> None:
    (found,) = _told(make, example=f"Dear Kim, I thought of our long walk on Sunday. I think {verb} {illness}.")
    assert found == f"example: “{verb} {illness}” names an illness. Only a clinician can do that. Say what you saw."


@pytest.mark.parametrize("illness", ["addiction", "alcoholism", "disease", "disorder", "illness"])
def test_an_illness_is_not_given_to_anyone(make: Callable[[Files], Handbook], illness: str) -> None:
    (found,) = _told(make, example=f"Dear Kim, I thought of our long walk on Sunday. It is your {illness}.")
    assert found == f"example: “your {illness}” names an illness. Only a clinician can do that. Say what you saw."


@pytest.mark.parametrize(
    "fine",
    [
        "If you want, I will come with you.",
        "Whatever you say, I will call on Sunday.",
        "If you say yes or no, I love you.",
        "I will not lend money any more. I will still come to dinner.",
        "You are my brother. You have a kind way with dogs.",
        "If you drink every day, please ask a doctor first.",
    ],
)
def test_kind_words_are_not_refused(make: Callable[[Files], Handbook], fine: str) -> None:
    assert _told(make, example=f"Dear Kim, I thought of our long walk. {fine}") == []

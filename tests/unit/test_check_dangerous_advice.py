from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import dangerous_advice
from macros.checks.dangerous_advice import rules_of
from tests.helpers import Files, messages

Make = Callable[[Files], Handbook]

_GROUPS = {"them": {"words": ["him", "your {relative}"]}, "relative": {"words": ["son"]}}
_FORCE: dict[str, Any] = {
    "message": "seems to suggest force.",
    "phrases": ["lock {them} {up to 2 words} in", "block the door"],
    "caught": ["Lock your son in.", "Block the door."],
    "spared": ["Do not lock him in."],
}
_TRICK: dict[str, Any] = {
    "message": "is a trick.",
    "phrases": ["trick {them}"],
    "caught": ["Trick him."],
    "spared": ["No trick."],
}


def _files(groups: object = _GROUPS, **changes: Any) -> Files:
    return {"library/word-groups": groups, "library/dangerous-advice": {"force": {**_FORCE, **changes}, "trick": _TRICK}}  # type: ignore[dict-item]


def test_a_record_that_does_what_its_examples_say_is_let_through(make: Make) -> None:
    assert messages(dangerous_advice.check(make(_files()))) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"caught": [*_FORCE["caught"], "Lock the cat up."]},
            ":9: force.caught[2]: No phrase finds “Lock the cat up.”. Add a phrase, or change the sentence.",
        ),
        (
            {"caught": [*_FORCE["caught"], "Trick him."]},
            ":9: force.caught[2]: No phrase finds “Trick him.”.",
        ),
        (
            {"caught": [*_FORCE["caught"], "Never lock him in."]},
            ":9: force.caught[2]: No phrase finds “Never lock him in.”.",
        ),
        (
            {"spared": ["Do not push, but lock him in."]},
            ":10: force.spared[0]: “lock him in” is found by a phrase of 'force', but should be let through.",
        ),
        (
            {"spared": ["Trick him."]},
            ":10: force.spared[0]: “Trick him” is found by a phrase of 'trick', but should be let through.",
        ),
        (
            {"phrases": [*_FORCE["phrases"], "door"]},
            ":5: force.phrases[1]: No sentence under 'caught' is found by this phrase alone. Add one, or remove the phrase.",
        ),
        (
            {"phrases": ["lock {thm} in"]},
            ":4: force.phrases[0]: '{thm}' is not a group of words. Did you mean 'them'?",
        ),
        ({"phrases": ["{up to 3 words}"]}, ":4: force.phrases[0]: '{up to 3 words}' would find any words."),
    ],
    ids=[
        "not found",
        "found by another",
        "denied",
        "not let through",
        "not let through by another",
        "no example",
        "group",
        "gap",
    ],
)
def test_what_is_wrong_with_a_record_is_found_on_its_line(make: Make, changes: dict[str, Any], message: str) -> None:
    assert messages(dangerous_advice.check(make(_files(**changes))))[0].startswith(
        f"content/library/dangerous-advice.yml{message}"
    )


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ({**_GROUPS, "them": {"words": ["him", "your {relativ}"]}}, "4: them.words[1]: '{relativ}' is not a group of words."),
        (
            {**_GROUPS, "relative": {"words": ["son", "{relative}"]}},
            "6: relative.words: The group 'relative' is among its own words",
        ),
    ],
)
def test_what_is_wrong_with_a_group_is_found_once(make: Make, groups: object, message: str) -> None:
    (found,) = messages(dangerous_advice.check(make(_files(groups))))
    assert found.startswith(f"content/library/word-groups.yml:{message}")


def test_two_groups_that_name_each_other_are_both_found(make: Make) -> None:
    groups = {"them": {"words": ["{relative}"]}, "relative": {"words": ["{them}"]}}
    assert len(messages(dangerous_advice.check(make(_files(groups))))) == 2


@pytest.mark.parametrize("field", ["phrases", "caught", "spared"])
@pytest.mark.parametrize(("written", "message"), [([], "At least 1 is needed"), ([" "], "The text is empty.")])
def test_what_is_empty_is_refused_by_the_schema(make: Make, field: str, written: list[str], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        make(_files(**{field: written}))


def test_a_phrase_within_a_longer_one_is_the_same_act(make: Make) -> None:
    phrases = ["ask a person who drinks to stop", "stop", "stop now"]
    record = {**_FORCE, "phrases": phrases}
    rules = rules_of(make({"library/dangerous-advice": {"stop": record}}))
    assert [found.words for found in rules.found_in("Never ask a person who drinks to stop now.")] == []
    assert [(found.words, found.start) for found in rules.found_in("Ask. Stop now, but stop.")] == [("Stop now", 5), ("stop", 19)]


def test_each_rule_finds_words_of_its_own(make: Make) -> None:
    found = list(rules_of(make(_files())).found_in("Trick him, or block the door and lock him in."))
    assert {(f.rule.item.slug, f.words) for f in found} == {
        ("trick", "Trick him"),
        ("force", "block the door"),
        ("force", "lock him in"),
    }


def test_nothing_is_looked_for_while_a_phrase_cannot_be(make: Make) -> None:
    assert rules_of(make(_files(phrases=["{unknown} door"]))).each == ()

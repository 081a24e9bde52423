from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import urgent_words
from tests.helpers import SMALL, Files, told

_NEVER = "is never found: a word has small letters and digits, with no accents and apostrophes."


def _checked(make: Callable[[Files], Handbook], **phrases: list[str]) -> list[str]:
    records = {name: {"answers": ["pages/about"], "phrases": list(found)} for name, found in phrases.items()}
    return told(urgent_words.check(make({**SMALL, "library/urgent-words": records})))


def test_phrases_that_can_be_typed_are_let_through(make: Callable[[Files], Handbook]) -> None:
    assert _checked(make, one=["not/isnt breathing", "911"], two=["not waking"]) == []


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("isn't breathing", f"one.phrases[0]: 'isn't' {_NEVER} Write 'isnt'."),
        ("Blue lips", f"one.phrases[0]: 'Blue' {_NEVER} Write 'blue'."),
        ("se ahogó", f"one.phrases[0]: 'ahogó' {_NEVER} Write 'ahogo'."),
        ("blue/ lips", f"one.phrases[0]: '' {_NEVER}"),
    ],
)
def test_a_word_that_no_query_has_is_found(make: Callable[[Files], Handbook], phrase: str, problem: str) -> None:
    assert _checked(make, one=[phrase]) == [problem]


def test_a_phrase_stands_in_one_place(make: Callable[[Files], Handbook]) -> None:
    assert _checked(make, one=["blue lips", "blue lips"], two=["blue lips"]) == [
        "one.phrases[1]: 'blue lips' stands here twice. Keep one of them.",
        "two.phrases[0]: 'blue lips' stands under 'one' too. Keep one of them.",
    ]

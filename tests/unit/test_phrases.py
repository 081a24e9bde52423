from __future__ import annotations

import re

import pytest

from macros.checks.phrases import any_of, finder


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clean time, and CLEAN.", ["Clean time", "CLEAN"]),
        ("They got clean\n  time.", ["clean\n  time"]),
        ("unclean, clean-up, cleaning", []),
        ("It costs 2.5.", ["2.5"]),
        ("It costs 215.", []),
    ],
)
def test_phrases_are_found_as_whole_words_the_longest_first(text: str, found: list[str]) -> None:
    assert any_of(["clean", "clean time", "2.5"]).findall(text) == found


def test_texts_are_looked_through_for_all_phrases_at_once() -> None:
    holds = finder(any_of(["one", "two"]))
    assert (holds("There are two."), holds("There are three.")) == (True, False)


def test_what_was_found_is_remembered_for_a_pattern_and_not_for_another() -> None:
    assert finder(re.compile("one")) is finder(re.compile("one"))
    assert finder(re.compile("one"))("one")
    assert not finder(re.compile("two"))("one")

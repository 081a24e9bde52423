from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import check, words
from tests.helpers import Files, entry, messages, page, source, told

_WORDS: Files = {
    "library/words": {
        "label": {
            "avoid": ["junkie", "drug abuser", "clean"],
            "use": ["person who uses drugs"],
            "basis": "our choice",
            "allowed_phrases": ["clean water"],
            "allowed_in": ["techniques/talks-of-it", "pages/talks-of-it"],
        }
    }
}


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"for_families": "He is a junkie."}, "junkie"),
        ({"for_families": "Junkie! he said."}, "Junkie"),
        ({"title": "The junkie"}, "junkie"),
        ({"say": ["You junkie"]}, "junkie"),
        ({"for_families": "A drug\nabuser."}, "drug abuser"),
        ({"for_families": "Read [[techniques/letter|the junkie's letter]]."}, "junkie"),
        ({"for_families": "Not clean, but with clean water."}, "clean"),
        ({"for_professionals": "The drug abuser."}, "drug abuser"),
        ({"also_called": ["junkie letter"]}, "junkie"),
    ],
)
def test_a_word_we_avoid_is_found(make: Callable[[Files], Handbook], changes: dict[str, Any], word: str) -> None:
    (message,) = told(words.check(make({**_WORDS, "techniques/a": entry(**changes)})))
    assert message.endswith(f": '{word}' is not a word of this handbook. Write 'person who uses drugs'.")


@pytest.mark.parametrize(
    "changes",
    [
        {"for_families": "Junkies, junkie-like and cleaner are other words."},
        {"for_families": "They need clean water."},
        {"avoid": ["You junkie!"]},
        {"search_words": ["junkie"]},
        {"for_families": "Read [[techniques/junkie]]."},
    ],
)
def test_words_in_their_right_place_are_let_through(make: Callable[[Files], Handbook], changes: dict[str, Any]) -> None:
    assert messages(words.check(make({**_WORDS, "techniques/a": entry(**changes)}))) == []


def test_an_entry_may_speak_about_the_word_itself(make: Callable[[Files], Handbook]) -> None:
    files: Files = {**_WORDS, "techniques/talks-of-it": entry(title="Junkie"), "pages/talks-of-it.md": page("junkie")}
    assert messages(words.check(make(files))) == []


@pytest.mark.parametrize(("body", "line"), [("Fine.\n\nA junkie.\n", 7), ("A drug\nabuser.\n", 5)])
def test_a_word_on_a_page_is_found_on_its_line(make: Callable[[Files], Handbook], body: str, line: int) -> None:
    assert [problem.line for problem in words.check(make({**_WORDS, "pages/b.md": page(body)}))] == [line]


def test_the_title_of_a_publication_stays_as_it_is(make: Callable[[Files], Handbook]) -> None:
    assert messages(words.check(make({**_WORDS, "library/sources": {"a": source(title="The junkie")}}))) == []
    assert messages(words.check(make({**_WORDS, "library/sources": {"a": source(shows="A junkie.")}})))


def test_a_permission_for_something_that_does_not_exist_is_found(make: Callable[[Files], Handbook]) -> None:
    assert messages(problem for problem in check(make(_WORDS)) if "talks-of-it" in str(problem))

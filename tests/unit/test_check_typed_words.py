from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import typed_words
from tests.helpers import SMALL, Files, page, told

_SEARCHED = "is searched without capitals, accents and signs."


def _checked(make: Callable[[Files], Handbook], **phrases: str) -> list[str]:
    records = {f"pages/{name}": {"phrases": lines} for name, lines in phrases.items()}
    return told(typed_words.check(make({**SMALL, "pages/other.md": page("Words."), "library/typed-words": records})))


def test_phrases_of_a_page_that_is_there_are_let_through(make: Callable[[Files], Handbook]) -> None:
    assert _checked(make, about="hides whiskey in the garage\n\nwho made this\n") == []


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [("won't stop", "wont stop"), ("My Dad", "my dad"), ("esta aquí", "esta aqui"), ("is it him?", "is it him")],
)
def test_what_no_query_has_is_found(make: Callable[[Files], Handbook], phrase: str, meant: str) -> None:
    assert _checked(make, about=f"who made this\n{phrase}\n") == [f"pages/about.phrases: '{phrase}' {_SEARCHED} Write '{meant}'."]


def test_a_page_that_is_not_there_is_found(make: Callable[[Files], Handbook]) -> None:
    assert _checked(make, abuot="who made this") == [
        "pages/abuot: 'pages/abuot' is no page that readers can open. Write its kind and name. Did you mean 'pages/about'?"
    ]


def test_a_phrase_stands_once(make: Callable[[Files], Handbook]) -> None:
    assert _checked(make, about="who made this\nwho made this", other="who made this") == [
        "pages/about.phrases: 'who made this' stands under 'pages/about' too. Keep one of them.",
        "pages/other.phrases: 'who made this' stands under 'pages/about' too. Keep one of them.",
    ]

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import characters, typeface
from tests.helpers import Files, entry, helpline, messages, page, source

_UNSEEN = ["ding \x07", "safe \u202e txt", "inter\u00advention", "zero\u200bwidth", "\ufeffmark"]


def _everywhere(text: str) -> list[Files]:
    """A text in each sort of place: a marked field, fields of words alone, and the body of a page."""
    return [
        {"techniques/a": entry(for_families=text)},
        {"techniques/a": entry(search_words=[text])},
        {"library/sources": {"a": source(authors=text)}},
        {"library/sources": {"a": source(how=text)}},
        {"library/helplines": {"a": helpline(hours=text)}},
        {"library/helplines": {"a": helpline(languages=[text])}},
        {"library/glossary": {"a": {"term": "a", "means": "b.", "forms": [text]}}},
        {"pages/a.md": page(f"Fine.\n{text}\n")},
    ]


@pytest.mark.parametrize("text", _UNSEEN)
@pytest.mark.parametrize("place", range(8))
def test_what_nobody_sees_is_found_everywhere(make: Callable[[Files], Handbook], text: str, place: int) -> None:
    handbook = make(_everywhere(f"a {text} b")[place])
    (message,) = messages(characters.check(handbook))
    assert "The text holds an invisible control character (U+" in message
    assert messages(typeface.check(handbook)) == []  # told once


@pytest.mark.parametrize("place", range(8))
def test_a_letter_in_two_parts_is_found_everywhere(make: Callable[[Files], Handbook], place: int) -> None:
    (message,) = messages(characters.check(make(_everywhere("a cafe\u0301 b")[place])))
    assert "'café' has a letter in two parts" in message


@pytest.mark.parametrize("place", [0, 2, 3, 4, 5, 6, 7])
def test_what_cannot_be_printed_is_found_where_it_is_shown(make: Callable[[Files], Handbook], place: int) -> None:
    (message,) = messages(typeface.check(make(_everywhere("a 王 b")[place])))
    assert "'王' (cjk unified ideograph-738b) cannot be printed" in message


def test_what_is_only_searched_for_may_be_in_any_script(make: Callable[[Files], Handbook]) -> None:
    assert messages(typeface.check(make(_everywhere("王")[1]))) == []


@pytest.mark.parametrize("text", ["<script>", "a <b>c</b>", "{{ x }}", "{% raw %}", "[[techniques/a]]"])
def test_marks_in_words_that_stand_as_they_are_are_found(make: Callable[[Files], Handbook], text: str) -> None:
    (message,) = messages(characters.check(make({"library/sources": {"a": source(authors=text)}})))
    assert "These words are shown as they are." in message


@pytest.mark.parametrize("text", ["Doe JA, O'Neill-Müller Ç", "p < 0.05 and 3 > 2", "24 hours (free)", "a [b] {c}", "café"])
def test_plain_words_are_let_through(make: Callable[[Files], Handbook], text: str) -> None:
    for files in _everywhere(text):
        assert messages(characters.check(make(files))) == []


def test_the_line_is_the_one_on_which_it_stands(make: Callable[[Files], Handbook]) -> None:
    (problem,) = characters.check(make({"pages/a.md": page("Fine.\n\nding \x07\n")}))
    assert problem.line == 7

from __future__ import annotations

import pytest

from macros.reading.reference_syntax import PATTERN, Reference, references, references_in_page, replace_in_page


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no mark", []),
        ("[[a/b]]", [Reference("a/b", "", "[[a/b]]")]),
        ("x [[a/b|some words]] y", [Reference("a/b", "some words", "[[a/b|some words]]")]),
        ("[[ a/b | words ]]", [Reference("a/b", "words", "[[ a/b | words ]]")]),
        ("[[emergency]]", [Reference("emergency", "", "[[emergency]]")]),
        ("[[a]][[b]]", [Reference("a", "", "[[a]]"), Reference("b", "", "[[b]]")]),
        ("[[a/b]", []),
        ("[a/b]", []),
        ("[[a\nb]]", []),
        ("[[a/b|]]", [Reference("a/b", "", "[[a/b|]]")]),
    ],
)
def test_marks_are_found_in_a_text(text: str, found: list[Reference]) -> None:
    assert list(references(text)) == found


_PAGE = "first [[a]]\n\n`[[in code]]` [[b]]\n\n```\n[[in a block]]\n```\n\nlast [[c]] and [[d]]\n"


def test_marks_of_a_page_have_their_lines_and_code_is_left_alone() -> None:
    assert [(line, mark.id) for line, mark in references_in_page(_PAGE)] == [(0, "a"), (2, "b"), (8, "c"), (8, "d")]


def test_only_marks_outside_code_are_replaced() -> None:
    replaced = replace_in_page(_PAGE, lambda mark: mark.id.upper())
    assert replaced == "first A\n\n`[[in code]]` B\n\n```\n[[in a block]]\n```\n\nlast C and D\n"


def test_a_page_without_marks_is_unchanged() -> None:
    assert replace_in_page("a `b` [c](d)\n", lambda _: "x") == "a `b` [c](d)\n"


def test_what_is_too_long_for_a_reference_is_none() -> None:
    assert not PATTERN.search(f"[[{'a' * 201}]]")
    assert not PATTERN.search(f"[[a|{'b' * 401}]]")
    assert PATTERN.search(f"[[[[{'a' * 200}|{'b' * 400}]]")

"""The Markdown subset: a text without marks need not be parsed, and nobody can tell that it was not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from markdown_it.token import Token

from macros.project.loading import LoadedProject
from macros.view.markdown_subset import parse, subset_parser

_NEAR_MARKS = [
    "Wait.",
    "a",
    "",
    " Indented.",
    "Ends with a space. ",
    "- a list",
    "-no list",
    "+ a list",
    "1. a list",
    "1) a list",
    "10 out of 10",
    "2026-11-26",
    "*emphasis*",
    "under_score",
    "two\nlines",
    "two\r\nlines",
    "a\rb",
    "a \\* star",
    "[[techniques/kind-letter]]",
    "# no heading",
    "> no quotation",
    '& < " ’ “ – … \u00a0 \x00',
    "tab\tin it",
]


@pytest.mark.parametrize("text", _NEAR_MARKS)
def test_a_text_without_marks_has_the_tokens_that_the_parser_makes(text: str) -> None:
    _assert_same(text)


def test_every_text_of_the_handbook_has_the_tokens_that_the_parser_makes(real: LoadedProject) -> None:
    texts = {value.value for item in real.handbook.items.values() for value, _ in item.texts()}
    assert len(texts) > 1000
    for text in texts:
        _assert_same(text)


def _assert_same(text: str) -> None:
    assert _as_data(parse(text, block=True)) == _as_data(subset_parser().parse(text))
    assert _as_data(parse(text, block=False)) == _as_data(subset_parser().parseInline(text))


def _as_data(tokens: Iterable[Token]) -> list[Any]:
    return [token.as_dict() for token in tokens]

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.print.compose.paper_renderer import PaperRenderer
from macros.view.context import View
from macros.view.pages import page_of
from tests.helpers import SMALL, Files, page


def _nodes(make: Callable[[Files], Handbook], body: str) -> list[dict[str, Any]]:
    handbook = make({**SMALL, "pages/a.md": page(body)})
    view = View(handbook)
    return PaperRenderer(view).blocks(page_of(view, handbook.items["pages/a"]))


def _text(words: str) -> dict[str, str]:
    return {"kind": "text", "text": words}


@pytest.mark.parametrize(
    ("body", "nodes"),
    [
        ("## A part {: #part }\n", [{"kind": "h", "level": 1, "parts": [_text("A part")]}]),
        ("One *two*.\n", [{"kind": "p", "parts": [_text("One "), {"kind": "em", "parts": [_text("two")]}, _text(".")]}]),
        ("- a\n", [{"kind": "ul", "items": [[{"kind": "p", "parts": [_text("a")]}]]}]),
        ('<p class="lead">Warm &amp; kind.</p>\n', [{"kind": "p", "parts": [_text("Warm & kind.")]}]),
        ('<div class="callout" markdown="1">\n\nCall.\n\n</div>\n', [{"kind": "p", "parts": [_text("Call.")]}]),
        ("[us](about.md)\n", [{"kind": "p", "parts": [{"kind": "ref", "to": "pages/about", "text": "us"}]}]),
        ("[x](https://example.org/x)\n", [{"kind": "p", "parts": [_text("x"), _text(" (example.org/x)")]}]),
        (
            "See [[techniques/letter]].\n",
            [
                {
                    "kind": "p",
                    "parts": [
                        _text("See "),
                        _ref := {"kind": "ref", "to": "techniques/letter", "text": "Letter (Q09)"},
                        _text("."),
                    ],
                }
            ],
        ),
        (
            '{{ some_cards("techniques/letter") }}\n',
            [{"kind": "ul", "items": [[{"kind": "p", "parts": [_ref, _text(". "), _text("A summary.")]}]]}],
        ),
        ("{{ scope_count() }} items\n", [{"kind": "p", "parts": [_text("0 of 0"), _text(" items")]}]),
        ("{{ field_reference() }}\n", []),
        ("{{ 1 / 0 }}\n", []),
    ],
)
def test_markdown_becomes_nodes(make: Callable[[Files], Handbook], body: str, nodes: list[dict[str, Any]]) -> None:
    assert _nodes(make, body) == nodes


def test_a_table_keeps_its_headings_and_cells(make: Callable[[Files], Handbook]) -> None:
    (found,) = _nodes(make, "| A | B |\n|---|---|\n| one | *two* |\n")
    assert found["headings"] == ["A", "B"]
    assert found["rows"] == [[[[_text("one")]], [[{"kind": "em", "parts": [_text("two")]}]]]]


def test_the_words_of_a_reference_in_a_table_stay_in_their_cell(make: Callable[[Files], Handbook]) -> None:
    (found,) = _nodes(make, "| A | B |\n|---|---|\n| **[[techniques/letter|one]]** | see [[models/circle|two]], too |\n")
    assert found["rows"] == [
        [
            [[{"kind": "strong", "parts": [{"kind": "ref", "to": "techniques/letter", "text": "one (Q09)"}]}]],
            [[_text("see "), {"kind": "ref", "to": "models/circle", "text": "two (M01)"}, _text(", too")]],
        ]
    ]

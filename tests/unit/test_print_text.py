from __future__ import annotations

from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.print.compose.text import blocks, line


def _text(words: str) -> dict[str, Any]:
    return {"kind": "text", "text": words}


def _ref(to: str, words: str) -> dict[str, Any]:
    return {"kind": "ref", "to": to, "text": words}


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Plain words.", [_text("Plain words.")]),
        (
            "*Soft* and **loud**.",
            [{"kind": "em", "parts": [_text("Soft")]}, _text(" and "), {"kind": "strong", "parts": [_text("loud")]}, _text(".")],
        ),
        ("See [a page](https://example.org/a).", [_text("See "), _text("a page"), _text(" (example.org/a)"), _text(".")]),
        ("Call [[emergency]].", [_text("Call "), _ref("emergency", "911 (US, Canada) or 999 (UK)"), _text(".")]),
        ("Do [[worksheets/small]] now.", [_text("Do "), _ref("worksheets/small", "A small sheet (W02)"), _text(" now.")]),
        ("Do [[worksheets/small|it]].", [_text("Do "), _ref("worksheets/small", "it (W02)"), _text(".")]),
        (
            "Call [[helplines/us-example-line]].",
            [_text("Call "), _ref("helplines/us-example-line", "Example Line (call 202-555-0101, press 2)"), _text(".")],
        ),
        ("See [[pages/emergency]].", [_text("See "), _ref("pages/emergency", "Emergency"), _text(".")]),
        ("#let x = *1*", [_text("#let x = "), {"kind": "em", "parts": [_text("1")]}]),
    ],
)
def test_a_line_becomes_parts(tiny: Handbook, text: str, nodes: list[dict[str, Any]]) -> None:
    assert line(text, tiny) == nodes


def test_a_block_becomes_paragraphs_and_lists(tiny: Handbook) -> None:
    text = "One\ntwo.\n\n- a\n- b\n  1. c\n\nThree."
    assert blocks(text, tiny) == [
        {"kind": "p", "parts": [_text("One"), _text(" "), _text("two.")]},
        {
            "kind": "ul",
            "items": [
                [{"kind": "p", "parts": [_text("a")]}],
                [
                    {"kind": "p", "parts": [_text("b")]},
                    {"kind": "ol", "items": [[{"kind": "p", "parts": [_text("c")]}]]},
                ],
            ],
        },
        {"kind": "p", "parts": [_text("Three.")]},
    ]


def test_no_text_gives_nothing(tiny: Handbook) -> None:
    assert blocks(None, tiny) == []
    assert line(None, tiny) == []

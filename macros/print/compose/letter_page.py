"""The letter itself on paper, with places to fill in, and its example: each on a page of its own."""

from __future__ import annotations

from collections import Counter
from typing import Any

from macros.print.compose.nodes import Node, words
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.sheet_field import Widget
from macros.schema.letter import Letter
from macros.view.context import View
from macros.view.letters import Blank, LetterPart, letter_paragraphs

_BEGINS = ".,;:!?"
"""Signs that end a sentence. After a place that takes lines of its own, the writer sets them."""


def letter_values(view: View, letter: Letter, widgets: list[Widget]) -> list[list[Node]]:
    """The paragraphs of a letter, each as a list of parts. What can be filled in is added to ``widgets``.

    A part is one of running text, or ``{"kind": "blank", "widget": 3, "says": "their name", "lines": 0}``.
    """
    seen: Counter[str] = Counter()
    return [_paragraph(parts, widgets, seen) for parts in letter_paragraphs(view, letter)]


def example_values(view: View, letter: Letter, renderer: PaperRenderer) -> dict[str, Any]:
    """The example: its heading, that it is made up, and its text."""
    return {
        "title": view.say("an-example"),
        "made_up": view.say("made-up"),
        "text": renderer.blocks(view.texts.block(letter.example)),
    }


def _paragraph(parts: tuple[LetterPart, ...], widgets: list[Widget], seen: Counter[str]) -> list[Node]:
    nodes: list[Node] = []
    for part in parts:
        if isinstance(part, Blank):
            nodes.append({"kind": "blank", "widget": len(widgets), "says": part.says, "lines": part.lines})
            widgets.append(_widget(part, seen))
            continue
        ends_lines = bool(nodes) and nodes[-1]["kind"] == "blank" and nodes[-1]["lines"] > 0
        if said := part.lstrip(_BEGINS).lstrip() if ends_lines else part:
            nodes += words(said)
    return nodes


def _widget(blank: Blank, seen: Counter[str]) -> Widget:
    """A place that stands in the letter twice has two fields, whose names differ."""
    seen[blank.name] += 1
    again = f"-{seen[blank.name]}" if seen[blank.name] > 1 else ""
    return Widget(f"letter:{blank.name}{again}", blank.says, "lines" if blank.lines else "line", covers=True)

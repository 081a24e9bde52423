"""The parts that running text on paper is made of, beside the paragraphs and lists of ``print/text.py``.

A heading is ``{"kind": "h", "level": 1, "parts": […]}``, counted from the page it stands on. A table is ``{"kind": "table",
"headings": […], "widths": […], "rows": [[[parts, …], …], …]}``. A box is ``{"kind": "box", "title": …, "nodes": […]}``. Terms are
``{"kind": "terms", "rows": [[parts, nodes], …]}``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TypeVar

from macros.print.compose.text import Node

F = TypeVar("F", bound=Callable[..., list[Node]])


def words(text: str) -> list[Node]:
    """Plain words as parts."""
    return [{"kind": "text", "text": text}]


def strong(text: str) -> Node:
    """Words that stand out."""
    return {"kind": "strong", "parts": words(text)}


def reference(to: str, text: str) -> Node:
    """Words that lead to a part of the document."""
    return {"kind": "ref", "to": to, "text": text}


def heading(text: str, level: int = 1) -> Node:
    """A heading within a page."""
    return {"kind": "h", "level": level, "parts": words(text)}


def paragraph(parts: Sequence[Node]) -> Node:
    """A paragraph."""
    return {"kind": "p", "parts": list(parts)}


def bullets(lines: Iterable[Sequence[Node]]) -> list[Node]:
    """A list with a line for each of the given parts; nothing for no lines."""
    items = [[paragraph(parts)] for parts in lines]
    return [{"kind": "ul", "items": items}] if items else []


def numbered(items: Iterable[list[Node]]) -> list[Node]:
    """A numbered list of blocks; nothing for no items."""
    found = list(items)
    return [{"kind": "ol", "items": found}] if found else []


def box(title: str, nodes: list[Node]) -> Node:
    """A box with a title."""
    return {"kind": "box", "title": title, "nodes": nodes}


def terms(rows: Iterable[tuple[Sequence[Node], list[Node]]]) -> Node:
    """Names, each with what it means."""
    return {"kind": "terms", "rows": [[list(name), nodes] for name, nodes in rows]}


def table(headings: Sequence[str], rows: Sequence[Sequence[Sequence[Sequence[Node]]]]) -> Node:
    """A table: its cells hold lines, lines hold parts. A column with twice the text gets less than twice the width."""
    lengths = [max((sum(_length(line) for line in row[at]) for row in rows), default=0) for at in range(len(headings))]
    widths = [round(max(16, length) ** 0.5, 2) for length in lengths]
    return {"kind": "table", "headings": list(headings), "widths": widths, "rows": [[list(cell) for cell in row] for row in rows]}


def lines_of(blocks: Iterable[Node]) -> list[list[Node]]:
    """Blocks as the lines of a cell: one for each paragraph, and for each in a list."""
    lines: list[list[Node]] = []
    for block in blocks:
        lines += [block["parts"]] if block["kind"] == "p" else lines_of(chain.from_iterable(block["items"]))
    return lines


def _length(parts: Sequence[Node]) -> int:
    return sum(len(part.get("text", "")) or _length(part.get("parts", ())) for part in parts)


def shown(macro: F) -> F:
    """Marks a function as what a macro shows on paper."""
    macro.on_paper = True  # type: ignore[attr-defined]
    return macro

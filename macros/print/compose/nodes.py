"""The parts that running text on paper is made of: plain data that the Typst templates walk, so that no text can act as Typst.

A block is ``{"kind": "p", "parts": […]}``, a list ``{"kind": "ul" | "ol", "items": [[block, …], …]}``, a heading ``{"kind": "h",
"level": 1, "parts": […]}``, a table ``{"kind": "table", "headings": […], "widths": […], "rows": [[[parts, …], …], …]}``, a box
``{"kind": "box", "title": …, "nodes": […]}``, a picture ``{"kind": "picture", "svg": …, "alt": …, "caption": lines}`` or terms
``{"kind": "terms", "rows": [[parts, nodes], …]}``. A part is ``{"kind": "text", "text": …}``, ``{"kind": "em" | "strong",
"parts": […]}``, ``{"kind": "break"}`` or ``{"kind": "ref", "to": id, "text": …}``, which leads to a part of the same document
where there is one.

In the book there are also a paragraph that leads in, ``{"kind": "lead", "parts": …}``, one that warns, ``{"kind": "danger",
"parts": …}``, whom to call, ``{"kind": "call", "nodes": …}``, places with the pages they are on, ``{"kind": "places", "rows":
[{"to": id, "words": …}, …]}``, and in a line ``{"kind": "place", "to": id, "text": …, "code": …}``, with its page beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]


def words(text: str) -> list[Node]:
    """Plain words as parts."""
    return [{"kind": "text", "text": text}]


def strong(text: str) -> Node:
    """Words that stand out."""
    return {"kind": "strong", "parts": words(text)}


def reference(to: str, text: str) -> Node:
    """Words that lead to a part of the document."""
    return {"kind": "ref", "to": to, "text": text}


def place(to: str, text: str, code: str = "") -> Node:
    """Words that lead to a part of the book, with its code and its page."""
    return {"kind": "place", "to": to, "text": text, "code": code}


def places(rows: Iterable[tuple[str, str]]) -> list[Node]:
    """A list of parts of the book, each as id and words, with the pages they are on; nothing for none."""
    found = [{"to": to, "words": said} for to, said in rows]
    return [{"kind": "places", "rows": found}] if found else []


def heading(text: str, level: int = 1) -> Node:
    """A heading within a page."""
    return {"kind": "h", "level": level, "parts": words(text)}


def paragraph(parts: Iterable[Node]) -> Node:
    """A paragraph."""
    return {"kind": "p", "parts": list(parts)}


def listed(items: Iterable[list[Node]], *, numbered: bool = False) -> list[Node]:
    """A list of blocks; nothing for no items."""
    found = list(items)
    return [{"kind": "ol" if numbered else "ul", "items": found}] if found else []


def bullets(lines: Iterable[Sequence[Node]], *, numbered: bool = False) -> list[Node]:
    """A list with a line for each of the given parts; nothing for no lines."""
    return listed(([paragraph(parts)] for parts in lines), numbered=numbered)


def box(title: str, nodes: list[Node]) -> Node:
    """A box with a title."""
    return {"kind": "box", "title": title, "nodes": nodes}


def picture(svg: str, says: str, caption: Iterable[str]) -> Node:
    """A drawing, what it says to those who do not see it, and the lines that stand under it."""
    return {"kind": "picture", "svg": svg.strip(), "alt": says, "caption": [words(line) for line in caption]}


def terms(rows: Iterable[tuple[Sequence[Node], list[Node]]]) -> Node:
    """Names, each with what it means."""
    return {"kind": "terms", "rows": [[list(name), nodes] for name, nodes in rows]}


def table(headings: Sequence[str], rows: Sequence[Sequence[Sequence[Sequence[Node]]]]) -> Node:
    """A table: its cells hold lines, lines hold parts."""
    return {
        "kind": "table",
        "headings": list(headings),
        "widths": column_widths(headings, rows),
        "rows": [[list(cell) for cell in row] for row in rows],
    }


def column_widths(headings: Sequence[str], rows: Sequence[Sequence[Sequence[Sequence[Node]]]]) -> list[float]:
    """How wide each column is beside the others: one with twice the text gets less than twice the width."""
    lengths = [max((sum(_length(line) for line in row[at]) for row in rows), default=0) for at in range(len(headings))]
    return [round(max(16, length) ** 0.5, 2) for length in lengths]


def lines_of(blocks: Iterable[Node]) -> list[list[Node]]:
    """Blocks as the lines of a cell: one for each paragraph, and for each in a list. A picture has no room: it is said."""
    lines: list[list[Node]] = []
    for block in blocks:
        match block["kind"]:
            case "p":
                lines.append(block["parts"])
            case "picture":
                lines.append(words(block["alt"]))
            case _:
                lines += lines_of(chain.from_iterable(block["items"]))
    return lines


def letters(nodes: Iterable[Node]) -> int:
    """How many letters nodes have, however deep."""
    return sum(_letters(node) for node in nodes)


def _letters(found: Any) -> int:
    if isinstance(found, dict):
        return sum(_letters(held) for key, held in found.items() if key not in {"kind", "to", "id", "svg"})
    if isinstance(found, list | tuple):
        return sum(map(_letters, found))
    return len(found) if isinstance(found, str) else 0


def _length(parts: Sequence[Node]) -> int:
    return sum(len(part.get("text", "")) or _length(part.get("parts", ())) for part in parts)

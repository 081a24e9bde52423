"""Running text → sections: a heading beside the text that it heads, and what is too wide to stand beside one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, zip_longest
from typing import Any

from macros.print.compose.nodes import Node, letters

WIDE = frozenset({"table", "places"})
"""What takes the whole width of a page."""
SHORT = 330
"""Letters of a section that is no higher than its heading may be: it stays on one page."""


def sections(nodes: Iterable[Node]) -> list[dict[str, Any]]:
    """The sections of a page, in order.

    A section is ``{"heading": node or nothing, "short": is it kept on one page, "runs": [{"wide": …, "nodes": […]}, …]}``.
    """
    found: list[tuple[Node | None, list[Node]]] = [(None, [])]
    for node in nodes:
        # Below the title of a page, no level is skipped.
        if node["kind"] == "h" and (node["level"] == 1 or len(found) == 1):
            found.append(({**node, "level": 1}, []))
        else:
            found[-1][1].append(node)
    return [_section(head, held) for head, held in found if head or held]


def _section(head: Node | None, held: list[Node]) -> dict[str, Any]:
    runs = _runs(held)
    short = letters(held) <= SHORT and not any(run["wide"] for run in runs)
    return {"heading": head, "short": short, "runs": runs}


def _runs(held: list[Node]) -> list[dict[str, Any]]:
    """Nodes by whether they are wide. A heading of what is wide is so too, or it would be left behind at the end of a page."""
    kinds = [node["kind"] for node in held]
    wide = [kind in WIDE or (kind == "h" and following in WIDE) for kind, following in zip_longest(kinds, kinds[1:]) if kind]
    found = groupby(zip(wide, held, strict=True), key=lambda pair: pair[0])
    return [{"wide": is_wide, "nodes": [node for _, node in run]} for is_wide, run in found]

"""Places in a file: in its data, and in its lines."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Loc: TypeAlias = tuple[str | int, ...]
"""A place in a file's data: ``("steps", 1, "text")``."""


class Span(NamedTuple):
    """First and last line of a value, from 1, both included."""

    first: int
    last: int


def dotted(loc: Loc) -> str:
    """A place as authors read it: ``('steps', 1, 'text')`` is ``steps[1].text``."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path

"""A file as it was read: its data, and the line of everything in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from macros.reading.problem import Problem

Loc: TypeAlias = tuple[str | int, ...]
"""A place in a file's data: ``("steps", 1, "text")``."""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last line of a value, from 1, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read.

    Attributes:
        file: path from the project's root, for messages.
        lines: the raw lines of the file, so that a word can be found again.
        data: what the YAML says, every scalar as text.
        spans: the lines of each value, by its place in ``data``.
    """

    file: str
    lines: tuple[str, ...]
    data: dict[str, Any]
    spans: dict[Loc, Span]

    def span(self, loc: Loc) -> Span:
        """The lines of the value at ``loc``, or of the nearest thing around it that the file does hold."""
        for end in range(len(loc), -1, -1):
            if loc[:end] in self.spans:
                return self.spans[loc[:end]]
        return Span(1, 1)

    def line_of(self, loc: Loc, words: str = "") -> int:
        """The line of the value at ``loc``; with ``words``, the line of it on which they begin. They may go on below."""
        span = self.span(loc)
        text = "\n".join(self.lines[span.first - 1 : span.last])
        found = re.search(r"\s+".join(map(re.escape, words.split())), text, re.IGNORECASE)
        return span.first + (text.count("\n", 0, found.start()) if found else 0)

    def problem(self, loc: Loc, message: str, *, words: str = "", level: str = "error") -> Problem:
        """A problem at ``loc``."""
        return Problem(self.file, self.line_of(loc, words), dotted(loc), message, "note" if level == "note" else "error")


def dotted(loc: Loc) -> str:
    """A place as authors read it: ``('steps', 1, 'text')`` is ``steps[1].text``."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path

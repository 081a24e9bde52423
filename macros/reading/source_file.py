"""A file as it was read: its data, and the line of everything in it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from macros.reading.problem import Problem

Loc: TypeAlias = tuple[str | int, ...]
"""A place in a file's data: ``("steps", 1, "text")``."""


class Span(NamedTuple):
    """First and last line of a value, from 1, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A file as it was read.

    Attributes:
        file: path from the project's root, for messages.
        text: all of the file, so that a word can be found again.
        data: what the YAML says, every scalar as text.
        numbers: the first and the last line of each value of ``data``, those within a value before its own. A table of all
            places would be a quarter of the memory of a handbook, and is asked for where there is a problem.
    """

    file: str
    text: str
    data: dict[str, Any]
    numbers: array[int]

    @property
    def lines(self) -> tuple[str, ...]:
        """The raw lines of the file."""
        return _table(self)[0]

    @property
    def spans(self) -> Mapping[Loc, Span]:
        """The lines of each value, by its place in ``data``."""
        return _table(self)[1]

    def span(self, loc: Loc) -> Span:
        """The lines of the value at ``loc``, or of the nearest thing around it that the file does hold."""
        spans = self.spans
        for end in range(len(loc), -1, -1):
            if loc[:end] in spans:
                return spans[loc[:end]]
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


# Only a few, but not one alone: problems are told file by file, and lists are sorted by their lines.
@lru_cache(maxsize=16)
def _table(source: Source) -> tuple[tuple[str, ...], Mapping[Loc, Span]]:
    """The lines of a file, and the lines of each of its values."""
    spans = map(Span, source.numbers[::2], source.numbers[1::2])
    return tuple(source.text.split("\n")), dict(zip(_places(source.data, ()), spans, strict=True))


def _places(value: Any, loc: Loc) -> Iterator[Loc]:
    """Every place in a value, and last the place of the value itself."""
    within = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in within:
        yield from _places(part, (*loc, name))
    yield loc


def dotted(loc: Loc) -> str:
    """A place as authors read it: ``('steps', 1, 'text')`` is ``steps[1].text``."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path

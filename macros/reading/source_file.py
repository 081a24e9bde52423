"""A file as it was read: its data, in which every scalar is text, and the line of everything in it.

YAML itself guesses types: ``no`` becomes false, ``0123`` becomes 83, the last of two equal keys wins in silence.
Here the schema alone decides what a value means, so the reader works on PyYAML's events and never resolves a type.
What an author does not need and an attacker could use (aliases, tags, several documents, deep nesting) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from macros.reading.place import Loc, Span, dotted
from macros.reading.plain_file import decode
from macros.reading.problem import Problem
from macros.reading.yaml_builder import Builder
from macros.reading.yaml_errors import in_plain_words

# libyaml is about fifteen times faster; the pure parser gives the same events where it is missing.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A file as it was read.

    What it says is not kept, but read again where it is asked for, as to tell the line of a problem: the data and the lines of
    thousands of files would be a third of the memory of a handbook.

    Attributes:
        file: path from the project's root, for messages.
        raw: all of the file, so that a word can be found again.
        head: the lines that are YAML, in a page; ``None`` if all are.
        builder: decides what is refused.
    """

    file: str
    raw: bytes
    head: Span | None = None
    builder: type[Builder] = Builder

    @property
    def data(self) -> dict[str, Any]:
        """What the YAML says, every scalar as text. Nobody may change it."""
        return _read(self).data

    @property
    def lines(self) -> tuple[str, ...]:
        """The raw lines of the file."""
        return _read(self).lines

    @property
    def spans(self) -> Mapping[Loc, Span]:
        """The lines of each value, by its place in ``data``."""
        return _read(self).spans

    def at(self, loc: Loc) -> dict[str, Any]:
        """The mapping that is at a place of ``data``."""
        data = self.data
        for key in loc:
            data = data[str(key)]
        return data

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


def parse(
    raw: bytes, file: str, *, head: Span | None = None, builder: type[Builder] = Builder
) -> tuple[Source | None, list[Problem]]:
    """Reads a file whose top level is a mapping.

    ``head`` are the lines of the file that are YAML, if not all are. ``builder`` decides what is refused.
    Returns the source, or ``None`` with the problems that made it unreadable.
    """
    source = Source(file, raw, head, builder)
    problems = list(_read(source).problems)
    return (None if problems else source), problems


@dataclass(frozen=True, slots=True)
class _Read:
    """What a source holds, or what is wrong with it."""

    lines: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    spans: Mapping[Loc, Span] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


# All lists and some entries: records are looked at by their titles, so that of two lists now one is asked, now the other.
@lru_cache(maxsize=32)
def _read(source: Source) -> _Read:
    text, problems = decode(source.raw, source.file)
    if problems:
        return _Read(problems=problems)
    lines = tuple(text.split("\n"))
    head = source.head or Span(1, len(lines))
    offset, file = head.first - 1, source.file
    tabbed = [n for n, line in enumerate(lines[offset : head.last], head.first) if "\t" in line[: len(line) - len(line.lstrip())]]
    if tabbed:
        told = "The line begins with a tab. Use spaces only, two for each step."
        return _Read(problems=[Problem(file, n, "", told) for n in tabbed])
    building = source.builder(file, offset, lines[: head.last])
    try:
        data = building.build(yaml.parse("\n".join(lines[offset : head.last]), Loader=_LOADER))
    except yaml.YAMLError as error:
        line, message = in_plain_words(error, lines[: head.last], offset)
        return _Read(problems=[*building.problems, Problem(file, line, "", message)])
    if building.problems:
        return _Read(problems=building.problems)
    if not isinstance(data, dict):
        what = "The file is empty." if data is None else "The file does not begin with a field."
        return _Read(problems=[Problem(file, head.first, "", f"{what} It needs lines of the form 'field: value'.")])
    return _Read(lines, data, building.spans)

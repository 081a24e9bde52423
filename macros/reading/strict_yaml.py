"""Reads one YAML text into plain data in which every scalar is text, and remembers the line of everything.

YAML itself guesses types: ``no`` becomes false, ``0123`` becomes 83, the last of two equal keys wins in silence.
Here the schema alone decides what a value means, so the reader works on PyYAML's events and never resolves a type.
What an author does not need and an attacker could use (aliases, tags, several documents, deep nesting) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from macros.reading.problem import Problem
from macros.reading.source import Loc, Source, Span, dotted
from macros.reading.yaml_errors import in_plain_words

MAX_BYTES = 512 * 1024
MAX_DEPTH = 8

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""What a file holds. ``None`` stands for a key without a value."""

# What Windows, old Macs and YAML itself take for the end of a line.
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")

# libyaml is about fifteen times faster; the pure parser gives the same events where it is missing.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, or the reason why it cannot be read as one."""
    if len(raw) > MAX_BYTES:
        return "", [Problem(file, 1, "", f"The file has {len(raw) // 1024} kB. At most {MAX_BYTES // 1024} kB are allowed.")]
    try:
        return _LINE_END.sub("\n", raw.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(file, line, "", "The file is not in UTF-8. Save it again with the encoding UTF-8.")]


def parse(text: str, file: str, *, first_line: int = 1) -> tuple[Source | None, list[Problem]]:
    """Reads a YAML text whose top level is a mapping.

    ``first_line`` is the line of the file on which the text begins (a page's front matter begins below its fence).
    Returns the source, or ``None`` with the problems that made it unreadable.
    """
    offset = first_line - 1
    lines = ("",) * offset + tuple(text.split("\n"))
    tabbed = [n for n, line in enumerate(lines, 1) if "\t" in line[: len(line) - len(line.lstrip())]]
    if tabbed:
        return None, [Problem(file, n, "", "The line begins with a tab. Use spaces only, two for each step.") for n in tabbed]
    builder = _Builder(file, offset, lines)
    try:
        data = builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        line, message = in_plain_words(error, lines, offset)
        return None, [*builder.problems, Problem(file, line, "", message)]
    if builder.problems:
        return None, builder.problems
    if not isinstance(data, dict):
        what = "The file is empty." if data is None else "The file does not begin with a field."
        return None, [Problem(file, first_line, "", f"{what} It needs lines of the form 'field: value'.")]
    return Source(file, lines, data, builder.spans), []


@dataclass(slots=True)
class _Builder:
    """Turns the events of one document into data, lines and problems."""

    file: str
    offset: int
    lines: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    spans: dict[Loc, Span] = field(default_factory=dict)
    last: int = 1

    def build(self, events: Iterator[yaml.Event]) -> Data:
        data: Data = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, (), "A second document begins here ('---'). A file holds one entry.")
                    break
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                data = self._value(event, events, ())
        return data

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], loc: Loc) -> Data:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, loc, f"'*{event.anchor}' repeats another value. Write the value out.")
            return ""
        self._refuse_marks(event, loc)
        first = self._line(event)
        if isinstance(event, yaml.ScalarEvent):
            # The end of a block text is the beginning of the line after it.
            end = event.end_mark
            self.last = max(first, self.offset + end.line + (1 if end.column else 0)) if end else first
            self.spans[loc] = Span(first, self.last)
            if not event.style:
                self._refuse_comment(event, loc)
            return event.value if event.value or event.style else None
        if len(loc) >= MAX_DEPTH:
            self._refuse(event, loc, f"The value is nested more than {MAX_DEPTH} steps deep.")
            self._skip(events)
            return ""
        mapping = isinstance(event, yaml.MappingStartEvent)
        data: Data = self._mapping(events, loc) if mapping else self._sequence(events, loc)
        self.spans[loc] = Span(first, max(first, self.last))
        return data

    def _mapping(self, events: Iterator[yaml.Event], loc: Loc) -> dict[str, Data]:
        data: dict[str, Data] = {}
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            value_event = None
            if not isinstance(key, yaml.ScalarEvent):
                self._refuse(key, loc, "The name of a field must be a single word.")
                if not isinstance(key, yaml.AliasEvent):
                    self._skip(events)
            value_event = next(events)
            name = key.value if isinstance(key, yaml.ScalarEvent) else ""
            if name in data:
                first = self.spans[(*loc, name)].first
                self._refuse(key, (*loc, name), f"The field stands twice; the first is on line {first}. Keep one.")
            value = self._value(value_event, events, (*loc, name))
            data.setdefault(name, value)
            span = self.spans.get((*loc, name))
            self.spans[(*loc, name)] = Span(self._line(key), span.last if span else self._line(key))
        return data

    def _sequence(self, events: Iterator[yaml.Event], loc: Loc) -> list[Data]:
        data: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            data.append(self._value(event, events, (*loc, len(data))))
        return data

    @staticmethod
    def _skip(events: Iterator[yaml.Event]) -> None:
        """Passes over the rest of a collection whose start has been read."""
        open_collections = 1
        for event in events:
            open_collections += isinstance(event, yaml.CollectionStartEvent)
            open_collections -= isinstance(event, yaml.CollectionEndEvent)
            if not open_collections:
                return

    def _line(self, event: yaml.Event) -> int:
        return self.offset + (event.start_mark.line if event.start_mark else 0) + 1

    def _refuse_comment(self, event: yaml.Event, loc: Loc) -> None:
        """YAML drops what follows ' #' on a line; an author may have meant it as text."""
        end = event.end_mark
        rest = self.lines[self.offset + end.line][end.column :] if end and self.offset + end.line < len(self.lines) else ""
        if rest.lstrip().startswith("#"):
            message = f"'{rest.strip()}' would be lost: after a space, '#' begins a comment. Put the whole text in quotes."
            self._refuse(event, loc, f"{message} A comment stands on a line of its own.")

    def _refuse_marks(self, event: yaml.Event, loc: Loc) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor or tag:
            mark = f"&{anchor}" if anchor else str(tag)
            self._refuse(event, loc, f"'{mark}' is a YAML mark that is not used here. Remove it, or put the text in quotes.")

    def _refuse(self, event: yaml.Event, loc: Loc, message: str) -> None:
        self.problems.append(Problem(self.file, self._line(event), dotted(loc), message))

"""Builds data from the events of a YAML text, with the line of everything, and says what is refused on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from macros.reading.place import Loc, Span, dotted
from macros.reading.problem import Problem

MAX_DEPTH = 8
MOST_OPEN = 100
"""How many collections may be open in a value that is refused already, before the rest of the file is given up."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A value that only the engine knows, with the mark that says so: ``!ENV``, ``*name``."""

    mark: str


Data: TypeAlias = "dict[str, Data] | list[Data] | str | Foreign | None"
"""What a file holds. ``None`` stands for a key without a value; only an engine's own file holds what is foreign."""


@dataclass(slots=True)
class Builder:
    """Turns the events of one document into data, lines and problems."""

    file: str
    offset: int
    lines: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    spans: dict[Loc, Span] = field(default_factory=dict)
    last: int = 1

    def build(self, events: Iterator[yaml.Event]) -> Data:
        """The data of the one document that the events hold."""
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
            return self._repeated(event, loc)
        self._look_at_marks(event, loc)
        first = self._line(event)
        if isinstance(event, yaml.ScalarEvent):
            # The end of a block text is the beginning of the line after it.
            end = event.end_mark
            self.last = max(first, self.offset + end.line + (1 if end.column else 0)) if end else first
            self.spans[loc] = Span(first, self.last)
            if not event.style:
                self._look_behind(event, loc)
            # What YAML writes for nothing is nothing.
            return event.value if event.value not in {"", "~"} or event.style else None
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
            if isinstance(key, yaml.ScalarEvent):
                self._look_at_marks(key, loc)
            else:
                self._refuse(key, loc, "The name of a field must be a single word.")
                if not isinstance(key, yaml.AliasEvent):
                    self._skip(events)
            value_event = next(events)
            # The same few names stand in all files: each is kept once.
            name = sys.intern(key.value) if isinstance(key, yaml.ScalarEvent) else ""
            if name in data:
                first = self.spans[(*loc, name)].first
                self._refuse(key, (*loc, name), f"The field appears twice; the first is on line {first}. Keep one.")
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
            # The parser's time grows with the square of what is open at once.
            if open_collections > MOST_OPEN:
                raise yaml.YAMLError("nested too deeply")

    def _line(self, event: yaml.Event) -> int:
        return self.offset + (event.start_mark.line if event.start_mark else 0) + 1

    def _repeated(self, event: yaml.AliasEvent, loc: Loc) -> Data:
        self._refuse(event, loc, f"'*{event.anchor}' repeats another value. Write the value out.")
        return ""

    def _look_behind(self, event: yaml.Event, loc: Loc) -> None:
        """YAML drops what follows ' #' on a line; an author may have meant it as text."""
        end = event.end_mark
        rest = self.lines[self.offset + end.line][end.column :] if end and self.offset + end.line < len(self.lines) else ""
        if rest.lstrip().startswith("#"):
            message = f"'{rest.strip()}' would be lost: after a space, '#' begins a comment. Put the whole text in quotes."
            self._refuse(event, loc, f"{message} Put a comment on a line of its own.")

    def _look_at_marks(self, event: yaml.Event, loc: Loc) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor or tag:
            mark = f"&{anchor}" if anchor else str(tag).replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, loc, f"'{mark}' is a YAML mark that is not used here. Remove it, or put the text in quotes.")

    def _refuse(self, event: yaml.Event, loc: Loc, message: str) -> None:
        self.problems.append(Problem(self.file, self._line(event), dotted(loc), message))


class EngineBuilder(Builder):
    """Reads the engine's own file: marks of YAML and comments behind values are usual there."""

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], loc: Loc) -> Data:
        value = super()._value(event, events, loc)
        tag = getattr(event, "tag", None)
        if not tag:
            return value
        # What is within is the engine's as well.
        for place in [place for place in self.spans if len(place) > len(loc) and place[: len(loc)] == loc]:
            del self.spans[place]
        return Foreign(tag.replace("tag:yaml.org,2002:", "!!"))

    def _repeated(self, event: yaml.AliasEvent, loc: Loc) -> Data:
        self.spans[loc] = Span(self._line(event), self._line(event))
        return Foreign(f"*{event.anchor}")

    def _look_behind(self, event: yaml.Event, loc: Loc) -> None:
        """A comment is a comment."""

    def _look_at_marks(self, event: yaml.Event, loc: Loc) -> None:
        """Marks are the engine's business."""

"""What one layer says of one record: all of it, or the fields that it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.reading.problem import Problem
from macros.reading.source_file import Loc, Source
from macros.schema.kinds import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A record, or what is different in it, as a file says it; not yet checked against the schema.

    Attributes:
        kind: what kind of record it is.
        slug: its name, unique within the kind.
        data: its fields, every scalar as text.
        source: the file it was read from, with line numbers.
        at: its place in that file: empty, or its key in a list.
        body: Markdown of a hand-written page, empty for all others.
        body_line: line of the file on which ``body`` begins.
    """

    kind: Kind
    slug: str
    data: dict[str, Any]
    source: Source
    at: Loc = ()
    body: str = ""
    body_line: int = 1

    @property
    def id(self) -> str:
        """The id of the record: ``techniques/impact-letter``."""
        return f"{self.kind.name}/{self.slug}"

    @property
    def has_body(self) -> bool:
        """Whether it has words of a page below its head."""
        return bool(self.body.strip())

    def says(self, loc: Loc) -> bool:
        """Whether it holds the field, or the body, in which a place of the record is."""
        if self.kind.form == "page" and loc[:1] == ("body",):
            return self.has_body
        return bool(loc) and loc[0] in self.data

    def problem(self, loc: Loc, message: str) -> Problem:
        """A problem at a place in it."""
        return self.source.problem((*self.at, *loc), message)

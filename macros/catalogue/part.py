"""What one layer says of one record: all of it, or the fields that it changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.reading.source_file import Source
from macros.schema.kinds import Kind

DRAFT: Final = "draft"
"""The field with which a record says that it is a draft. The models do not know it."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A record, or what is different in it, as a file says it; not yet checked against the schema.

    Attributes:
        kind: what kind of record it is.
        slug: its name, unique within the kind.
        source: the file it was read from, with line numbers.
        at: its place in that file: empty, or its key in a list.
        body: Markdown of a hand-written page, empty for all others.
        body_line: line of the file on which ``body`` begins.
        is_draft: whether it calls itself a draft.
    """

    kind: Kind
    slug: str
    source: Source
    at: Loc = ()
    body: str = ""
    body_line: int = 1
    is_draft: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_draft", self.source.at(self.at).get(DRAFT) == "true")

    @property
    def id(self) -> str:
        """The id of the record: ``techniques/impact-letter``."""
        return f"{self.kind.name}/{self.slug}"

    @property
    def data(self) -> dict[str, Any]:
        """Its fields, every scalar as text, without the mark of a draft. They are read again, so ask once."""
        data = self.source.at(self.at)
        return {name: value for name, value in data.items() if name != DRAFT} if self.is_draft else data

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

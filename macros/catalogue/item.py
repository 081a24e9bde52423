"""One record of the handbook with its name, its fields and the file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from macros.catalogue.part import Part
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.reading.reference_syntax import Reference, references, references_in_page
from macros.reading.source_file import Source
from macros.schema.annotations import Marked, Ref, Text, marked
from macros.schema.entry import Entry
from macros.schema.kinds import Kind
from macros.schema.values import Record, code_order

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A record in its place.

    Attributes:
        kind: what kind of record it is.
        slug: its name, unique within the kind.
        fields: what it holds, checked against the schema.
        source: the file it was read from, with line numbers.
        at: its place in that file: empty, or its key in a list.
        body: Markdown of a hand-written page, empty for all others.
        body_line: line of the file on which ``body`` begins.
        layer: number of the layer that has added it; 0 for the handbook itself.
        overlays: what layers over it have changed, in their order. ``fields`` and ``body`` hold the result.
        id: the name by which other records refer to it: ``techniques/impact-letter``.
        values: every text and every reference in the fields, found once, as all checks look at them.
    """

    kind: Kind
    slug: str
    fields: Record
    source: Source
    at: Loc = ()
    body: str = ""
    body_line: int = 1
    layer: int = 0
    overlays: tuple[Part, ...] = ()
    id: str = field(init=False)
    values: tuple[Marked, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"{self.kind.name}/{self.slug}")
        object.__setattr__(self, "values", tuple(marked(self.fields)))

    @property
    def title(self) -> str:
        """The words a link to it shows."""
        names = ("title", "term", "name", "label", "item")
        return next((str(value) for name in names if (value := getattr(self.fields, name, None))), self.slug)

    def read(self, model: type[R]) -> R:
        """The fields, as the model that the kind has.

        Raises:
            TypeError: if the record is of another kind.
        """
        if not isinstance(self.fields, model):
            raise TypeError(f"{self.id} is no {model.__name__}")
        return self.fields

    @property
    def entry(self) -> Entry | None:
        """The fields, where the record is an entry."""
        return self.fields if isinstance(self.fields, Entry) else None

    @property
    def retired(self) -> bool:
        """Whether the record is no longer kept."""
        return bool(self.entry and self.entry.retired)

    @property
    def data(self) -> dict[str, Any]:
        """Its fields as all layers together say them, every scalar as text."""
        data = self.source.at(self.at)
        for overlay in self.overlays:
            data = data | overlay.data
        return data

    def texts(self) -> Iterator[tuple[Marked, Text]]:
        """Every text a reader sees, with its audience."""
        return ((value, value.mark) for value in self.values if isinstance(value.mark, Text))

    def refs(self) -> Iterator[tuple[Marked, Ref]]:
        """Every field value that names another record."""
        return ((value, value.mark) for value in self.values if isinstance(value.mark, Ref))

    def mentions(self) -> Iterator[tuple[Loc, Reference]]:
        """Every ``[[…]]`` in its texts and its body. A place in the body is ``("body", line of the file)``."""
        for value, _ in self.texts():
            yield from ((value.loc, reference) for reference in references(value.value))
        for line, reference in references_in_page(self.body):
            yield ("body", self.body_line + line), reference

    def problem(self, loc: Loc, message: str, *, words: str = "", level: str = "error") -> Problem:
        """A problem at a place in the record, in the file that says it; ``words`` narrow it to the line on which they stand."""
        said = next((part for part in reversed(self.overlays) if part.says(loc)), self)
        if self.kind.form == "page" and loc[:1] == ("body",):
            return Problem(said.source.file, int(loc[1]), "", message, "note" if level == "note" else "error")
        return said.source.problem((*said.at, *loc), message, words=words, level=level)


_NO_PLACE = 1_000


def sort_key(item: Item) -> tuple[Any, ...]:
    """Entries by place and code, lists whose order says something by line, all others by title."""
    line = (item.layer, item.source.line_of(item.at)) if item.kind.in_file_order else ()
    place = (item.entry.place or _NO_PLACE, code_order(item.entry.code)) if item.entry else ()
    return (place, line, item.title.lower(), item.slug)

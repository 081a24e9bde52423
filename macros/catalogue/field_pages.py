"""The pages with the fields of each kind, for authors."""

from __future__ import annotations

from dataclasses import dataclass

from macros.catalogue.addresses import page_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.kinds import KINDS, Kind
from macros.schema.page import PageHead

_INDEX = "contributing/fields"


@dataclass(frozen=True, slots=True)
class FieldPage:
    """The page with the fields of a kind.

    Attributes:
        kind: the kind.
        index: the hand-written page that leads to it and to those of the other kinds.
    """

    kind: Kind
    index: Item

    @property
    def uri(self) -> str:
        """Its Markdown file below docs_dir, such as ``contributing/fields/techniques.md``."""
        return f"{_INDEX}/{self.kind.name}.md"

    @property
    def address(self) -> str:
        """Where it is read."""
        return page_address(self.uri)

    @property
    def made_from(self) -> str:
        """The file in which the model of the kind is written, relative to the project."""
        return f"{self.kind.model.__module__.replace('.', '/')}.py"

    @property
    def weight(self) -> float:
        """How much a search prefers it: half of the page that leads to it, as if it were a section there. It is for authors."""
        return self.index.read(PageHead).weight / 2


def field_pages(handbook: Handbook) -> list[FieldPage]:
    """A page for each kind, in the order of the kinds; none in a handbook without the page that leads to them."""
    index = handbook.get(f"pages/{_INDEX}")
    return [FieldPage(kind, index) for kind in KINDS] if index else []

"""The pages of the reference layer: for each entry that has one, how professionals work in that way, at an address of its own."""

from __future__ import annotations

from dataclasses import dataclass

from macros.catalogue.addresses import page_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.practice import PartOfPractice, Practice

_LESS_THAN_ITS_ENTRY = 0.3


@dataclass(frozen=True, slots=True)
class PracticePage:
    """The page for professionals about an entry.

    Attributes:
        of: the entry.
        practice: what it says.
    """

    of: Item
    practice: Practice | PartOfPractice

    @property
    def uri(self) -> str:
        """Its Markdown file below docs_dir, such as ``models/johnson/practice.md``."""
        return f"{self.of.id}/practice.md"

    @property
    def address(self) -> str:
        """Where it is read."""
        return page_address(self.uri)

    @property
    def weight(self) -> float:
        """How much a search prefers it. Families come first: their page of the entry is found before it."""
        return self.of.kind.weight * _LESS_THAN_ITS_ENTRY


def practice_page_of(item: Item) -> PracticePage | None:
    """The page for professionals about a record, if it has one."""
    practice = getattr(item.fields, "practice", None)
    return PracticePage(item, practice) if practice and not item.retired else None


def practice_pages(handbook: Handbook) -> list[PracticePage]:
    """The pages of the reference layer, in the order of their entries."""
    return [page for item in handbook.items.values() if (page := practice_page_of(item))]

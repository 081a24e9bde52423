"""What the macros for printed things show on paper: lists of worksheets and letters, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from macros.catalogue.changes import changes
from macros.catalogue.item import Item
from macros.print.compose.entry_nodes import EntryNodes
from macros.print.compose.nodes import bullets, heading, paragraph, reference, shown, strong, words
from macros.print.compose.text import Node
from macros.schema.worksheet import Sheet


@shown
def book_links(entries: EntryNodes) -> list[Node]:  # noqa: ARG001 - macros take what they stand in
    """Nothing: this is the document that the macro leads to."""
    return []


@shown
def what_changed(entries: EntryNodes) -> list[Node]:
    """What is new or different since each earlier release."""
    nodes: list[Node] = []
    for since in changes(entries.handbook):
        lines = (
            [
                strong(f"{changed.label} "),
                reference(changed.item.id, changed.item.title),
                *words(f": {' '.join(changed.whats) or 'new.'}"),
            ]
            for changed in since.changed
        )
        day = f"Release {since.release.name} is of {since.release.date}."
        nodes += [heading(f"Since release {since.release.name}"), paragraph(words(day)), *bullets(lines)]
    return nodes or [paragraph(words("This is the first release. Nothing has changed yet."))]


@shown
def sheets_of(entries: EntryNodes, item: str, kind: str = "worksheets") -> list[Node]:
    """The worksheets, or the letters, that belong to something."""
    return entries.sheets(entries.page.sheets(entries.handbook.items[item], kind))


@shown
def sheets_by_stage(entries: EntryNodes, kind: str = "worksheets") -> list[Node]:
    """All worksheets, or all letters, under the stages in which they are used."""
    return _sheets_under(entries, kind, entries.handbook.of_kind("stages"), lambda sheet, stage: stage.slug in sheet.stages)


@shown
def sheets_by_owner(entries: EntryNodes, owners: str, kind: str = "worksheets") -> list[Node]:
    """All worksheets, or all letters, under the entries of another kind that they belong to."""
    return _sheets_under(entries, kind, entries.handbook.of_kind(owners), lambda sheet, owner: owner.id in sheet.belongs_to)


def _sheets_under(entries: EntryNodes, kind: str, owners: Iterable[Item], belongs: Callable[[Sheet, Item], bool]) -> list[Node]:
    sheets = [(item, item.read(Sheet)) for item in entries.handbook.of_kind(kind)]
    lists = ((owner, [entries.page.sheet(item) for item, sheet in sheets if belongs(sheet, owner)]) for owner in owners)
    return [node for owner, views in lists if views for node in (heading(owner.title), *entries.sheets(views))]

"""Macros for what is printed: lists of worksheets and letters, the whole handbook as a document, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from macros.catalogue.addresses import book_address, changes_address
from macros.catalogue.changes import changes
from macros.catalogue.item import Item
from macros.schema.worksheet import Sheet
from macros.site.environment import fragment, render
from macros.view.macro_arguments import AnyId, EntryKind
from macros.view.page import Page


def book_links(page: Page) -> str:
    """The whole handbook as a document, in each size."""
    return fragment("book.md.j2", page, documents=page.volume_links(book_address))


def what_changed(page: Page) -> str:
    """What is new or different since each earlier release."""
    documents = page.volume_links(changes_address)
    return render("changes.md.j2", page, releases=list(changes(page.handbook)), documents=documents)


def sheets_of(page: Page, item: AnyId, kind: EntryKind = "worksheets") -> str:
    """The worksheets, or the letters, that belong to an entry or to a hand-written page."""
    return fragment("sheets.md.j2", page, sheets=page.sheets(page.handbook.items[item], kind))


def sheets_by_stage(page: Page, kind: EntryKind = "worksheets") -> str:
    """All worksheets, or all letters, under the stages in which they are used."""
    return _sheets_under(page, kind, page.handbook.of_kind("stages"), lambda sheet, stage: stage.slug in sheet.stages)


def sheets_by_owner(page: Page, owners: EntryKind, kind: EntryKind = "worksheets") -> str:
    """All worksheets, or all letters, under the entries of another kind that they belong to."""
    return _sheets_under(page, kind, page.handbook.of_kind(owners), lambda sheet, owner: owner.id in sheet.belongs_to)


def _sheets_under(page: Page, kind: str, owners: Iterable[Item], belongs: Callable[[Sheet, Item], bool]) -> str:
    """A list of sheets of a kind under the title of each owner that has some."""
    sheets = [(item, item.read(Sheet)) for item in page.handbook.of_kind(kind)]
    parts, headings = [], {}
    for owner in owners:
        own = [page.sheet(item) for item, sheet in sheets if belongs(sheet, owner)]
        if own:
            headings[owner.slug] = owner.title
            parts.append(f"## {owner.title} {{: #{owner.slug} }}\n\n{fragment('sheets.md.j2', page, sheets=own)}")
    return "\n".join([fragment("jump.md.j2", page, headings=headings), *parts])

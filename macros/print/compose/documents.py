"""Handbook → which documents it has, and what each is made of."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from macros.catalogue.addresses import CHANGES, book_address, cards_address, changes_address, document_address
from macros.catalogue.item import Item
from macros.paper.sizes import PAPERS, VOLUME_PAPERS, Paper
from macros.print.compose.book import book, told_by_book
from macros.print.compose.card import Cards, cards
from macros.print.compose.pack import chosen, pack
from macros.print.compose.sheet import Sheet, sheet
from macros.print.compose.volume import Volume
from macros.schema.library import Paper as PaperFrame
from macros.schema.pack import Pack
from macros.schema.worksheet import Sheet as SheetEntry
from macros.schema.worksheet import Worksheet
from macros.view.context import View


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the handbook has.

    Attributes:
        uri: its address from the site's root.
        work: what it is made of.
        item: the entry it is made from; none for the whole handbook.
    """

    uri: str
    work: Sheet | Cards | Volume
    item: Item | None = None


def documents(view: View) -> Iterator[Document]:
    """Every document of a handbook: the largest first, then packs and sheets in the order of codes and sizes.

    A handbook that does not say what stands on paper has none.
    """
    return (plan.document for plan in _plans(view))


def document_at(view: View, uri: str) -> Document | None:
    """The document with an address, if the handbook has it. No other one is composed."""
    return next((plan.document for plan in _plans(view) if plan.uri == uri), None)


def sheet_documents(view: View, items: Container[Item] | None = None) -> Iterator[Document]:
    """The sheets alone: all of them, or those of some entries."""
    plans = _sheet_plans(view)
    return (plan.document for plan in plans if items is None or plan.item in items)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A document that is composed when it is asked for."""

    uri: str
    compose: Callable[[], Sheet | Cards | Volume]
    item: Item | None = None

    @property
    def document(self) -> Document:
        return Document(self.uri, self.compose(), self.item)


def _plans(view: View) -> Iterator[_Plan]:
    handbook = view.handbook
    if not handbook.all_of(PaperFrame):
        return
    told = cache(partial(told_by_book, view))  # the same words on both sizes
    for paper in VOLUME_PAPERS:
        yield _Plan(book_address(f"-{paper.suffix}.pdf"), partial(_book, view, paper, told))
    if changes := handbook.get(CHANGES):
        for paper in VOLUME_PAPERS:
            yield _Plan(changes_address(f"-{paper.suffix}.pdf"), partial(chosen, view, (changes,), paper))
    for item, _ in handbook.all_of(Pack):
        for paper in VOLUME_PAPERS:
            yield _Plan(document_address(item, f"-{paper.suffix}.pdf"), partial(pack, view, item, paper), item)
    yield from _sheet_plans(view)
    for item, fields in handbook.all_of(Worksheet):
        for country in handbook.directory.countries_at_hand if fields.card else ():
            yield _Plan(cards_address(fields.code, country), partial(cards, view, item, country), item)


def _book(view: View, paper: Paper, told: Callable[[], Mapping[str, Any]]) -> Volume:
    return book(view, paper, told())


def _sheet_plans(view: View) -> Iterator[_Plan]:
    for item, _ in view.handbook.all_of(SheetEntry):
        for paper in PAPERS:
            yield _Plan(document_address(item, f"-{paper.suffix}.pdf"), partial(sheet, view, item, paper), item)

"""Handbook → the values of a document of many parts: a pack, a choice of sheets, or the whole handbook."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from macros.catalogue.addresses import printed_address
from macros.catalogue.item import Item
from macros.paper.sizes import Paper
from macros.print.compose.frame import UNDATED, frame
from macros.print.compose.letter_page import letter_values
from macros.print.compose.nodes import Node, paragraph, words
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.sheet import sheet_values
from macros.schema.letter import Letter
from macros.schema.source import Source
from macros.schema.worksheet import Sheet
from macros.view.brief import MOST_PAGES, brief_of
from macros.view.context import View
from macros.view.kinds.sources import in_list
from macros.view.pages import page_of
from macros.view.sheets import sheet_form

ROOM: Mapping[str, float] = MappingProxyType({"air": 1, "most_lines": 99, "sheet_size": 1, "letter_size": 1})
"""How a part usually looks: how high the places to write on are, how many lines they have at most, and the sizes of its text."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a volume: a title, and the items in it, in order."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of a volume.

    Attributes:
        title: the largest words on it.
        document_title: what a window shows of the document.
        code: the code of a pack, as the foot of each page has it.
        about: what it is for.
        index: the lists of places at its end.
    """

    title: str
    document_title: str
    code: str = ""
    about: tuple[Node, ...] = ()
    index: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Volume:
    """A document of many parts, ready to be set.

    Attributes:
        values: what the template sees.
        paper: its size.
        date: the day of the release.
    """

    values: dict[str, Any]
    paper: Paper
    date: datetime.date


def volume(view: View, chapters: Iterable[Chapter], paper: Paper, cover: Cover, *, whole: bool = False) -> Volume:
    """A volume of chapters; ``whole`` is whether it is the whole handbook, with its reference layer."""
    renderer = PaperRenderer(view, whole)
    held = list(chapters)
    publisher, release = view.settings.publisher, view.handbook.release
    values = {
        **frame(view, paper),
        "publisher": publisher.model_dump() if publisher else None,
        "keep": view.handbook.paper.keep,
        "known": [item.id for chapter in held for item in chapter.items],
        "chapters": [{"title": chapter.title, "parts": [_part(item, renderer) for item in chapter.items]} for chapter in held],
        "title": cover.title,
        "document_title": cover.document_title,
        "code": cover.code,
        "about": list(cover.about),
        "index": list(cover.index),
    }
    return Volume(values, paper, release.date if release else UNDATED)


def _part(item: Item, renderer: PaperRenderer) -> dict[str, Any]:
    view = renderer.view
    named: dict[str, Any] = {"id": item.id, "code": item.entry.code if item.entry else "", "title": item.title}
    if not renderer.whole:
        named |= {"room": dict(ROOM), "most_pages": _most_pages(item)}
    if isinstance(item.fields, Source):
        return {**named, "kind": "line", "nodes": renderer.blocks(in_list(view, item))}
    if isinstance(item.fields, Sheet):
        return {**named, "kind": "sheet", **_sheet(item, item.fields, renderer)}
    blocks = brief_of(view, item) if item.entry and not renderer.whole else page_of(view, item)
    return {**named, "kind": "text", "nodes": renderer.blocks(blocks)}


def _most_pages(item: Item) -> int:
    """How many pages an item may take in a pack, beside the letter itself; 0 for a hand-written page, of any length."""
    match item.fields:
        case Letter():
            return 1
        case Sheet(most_pages=most):
            return most
    return MOST_PAGES if item.entry else 0


def _sheet(item: Item, sheet: Sheet, renderer: PaperRenderer) -> dict[str, Any]:
    """A sheet in a volume. In the whole handbook stands all that its page says; in a pack, what is filled in."""
    view, letter = renderer.view, sheet if isinstance(sheet, Letter) else None
    # The code is printed, and the address with it: in a volume a sheet needs no QR code, and the cover names the publisher.
    form = {**sheet_values(view, sheet_form(view, item), []), "publisher": None, "qr": "", "qr_says": ""}
    drawn = {"sheet": form, "letter": letter_values(view, letter, []) if letter else []}
    if renderer.whole:
        return {**drawn, "nodes": renderer.blocks(page_of(view, item))}
    if letter:
        address = printed_address(letter.code, view.settings.site_url)
        form["how"] += [paragraph(words(view.say("example-first", address=address)))]
    return {**drawn, "nodes": []}

"""A pack, or a choice of sheets, as a volume: what it is for, then its parts in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from macros.catalogue.addresses import printed_address
from macros.catalogue.item import Item
from macros.paper.sizes import Paper
from macros.print.compose.frame import UNDATED, frame
from macros.print.compose.nodes import Node, paragraph, words
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.volume import Volume, sheet_in_volume
from macros.schema.letter import Letter
from macros.schema.pack import Pack
from macros.schema.worksheet import Sheet
from macros.view.brief import MOST_PAGES, brief_of
from macros.view.context import View
from macros.view.pages import page_of

TEMPLATE = "pack"
ROOM: Mapping[str, float] = MappingProxyType({"air": 1, "most_lines": 99, "sheet_size": 1, "letter_size": 1})
"""How a part usually looks: how high the places to write on are, how many lines they have at most, and the sizes of its text."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """The first page.

    Attributes:
        title: the largest words on it.
        document_title: what a window shows of the document.
        code: the code of a pack, as the foot of each page has it.
        about: what it is for.
    """

    title: str
    document_title: str
    code: str = ""
    about: tuple[Node, ...] = ()


def pack(view: View, item: Item, paper: Paper) -> Volume:
    """A pack on a size of paper."""
    held, renderer = item.read(Pack), PaperRenderer(view, whole=False)
    about = (
        paragraph(renderer.line(view.texts.line(held.summary))),
        *renderer.blocks(view.texts.block(held.for_families)),
    )
    cover = _Cover(item.title, view.say("document-title", code=held.code), f"{held.code} ·", about)
    return _volume(view, (view.handbook.items[name] for name in held.contents), paper, cover)


def chosen(view: View, parts: tuple[Item, ...], paper: Paper) -> Volume:
    """Any parts in the order given, behind a page with contents."""
    name = view.say("site-name")
    return _volume(view, parts, paper, _Cover(name, name))


def _volume(view: View, items: Iterable[Item], paper: Paper, cover: _Cover) -> Volume:
    parts = [_part(view, item) for item in items]
    publisher, release = view.settings.publisher, view.handbook.release
    values = {
        **frame(view, paper),
        "publisher": publisher.model_dump() if publisher else None,
        "keep": view.handbook.paper.keep,
        "known": [part["id"] for part in parts],
        "chapters": [{"title": "", "parts": parts}],
        "title": cover.title,
        "document_title": cover.document_title,
        "code": cover.code,
        "about": list(cover.about),
    }
    return Volume(values, paper, release.date if release else UNDATED, TEMPLATE)


def _part(view: View, item: Item) -> dict[str, Any]:
    """A part: of a sheet what is filled in, of an entry what is done, of a hand-written page all."""
    named = {
        "id": item.id,
        "code": item.entry.code if item.entry else "",
        "title": item.title,
        "room": dict(ROOM),
        "most_pages": _most_pages(item),
    }
    if isinstance(item.fields, Sheet):
        return {**named, "kind": "sheet", **_sheet(view, item)}
    blocks = brief_of(view, item) if item.entry else page_of(view, item)
    return {**named, "kind": "text", "nodes": PaperRenderer(view, whole=False).blocks(blocks)}


def _most_pages(item: Item) -> int:
    """How many pages an item may take in a pack, beside the letter itself; 0 for a hand-written page, of any length."""
    match item.fields:
        case Letter():
            return 1
        case Sheet(most_pages=most):
            return most
    return MOST_PAGES if item.entry else 0


def _sheet(view: View, item: Item) -> dict[str, Any]:
    """A sheet, and where the example of a letter is found."""
    drawn = sheet_in_volume(view, item)
    if isinstance(letter := item.fields, Letter):
        address = printed_address(letter.code, view.settings.site_url)
        drawn["sheet"]["how"] += [paragraph(words(view.say("example-first", address=address)))]
    return drawn

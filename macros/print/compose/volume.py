"""Handbook → the values of a document of many parts: a pack, a choice of sheets, or the whole handbook."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.catalogue.item import Item
from macros.paper.sizes import Paper
from macros.print.compose.frame import UNDATED, frame
from macros.print.compose.letter_page import letter_values
from macros.print.compose.nodes import Node
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.sheet import sheet_values
from macros.schema.letter import Letter
from macros.schema.source import Source
from macros.view.blocks import Form
from macros.view.context import View
from macros.view.kinds.sources import in_list
from macros.view.pages import page_of


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
        template: what draws it.
    """

    values: dict[str, Any]
    paper: Paper
    date: datetime.date
    template: str = "volume"


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
    named = {"id": item.id, "code": item.entry.code if item.entry else "", "title": item.title}
    if isinstance(item.fields, Source):
        return {**named, "kind": "line", "nodes": renderer.blocks(in_list(view, item))}
    blocks = page_of(view, item)
    at = next((at for at, block in enumerate(blocks) if isinstance(block, Form)), None)
    if at is not None and isinstance(block := blocks[at], Form):
        # The code is printed, and the address with it: in a volume a sheet needs no QR code, and the cover names the publisher.
        values = {**sheet_values(view, block.form, []), "publisher": None, "qr": "", "qr_says": ""}
        letter = letter_values(view, item.fields, []) if isinstance(item.fields, Letter) else []
        nodes = [*renderer.blocks(blocks[:at]), *renderer.blocks(blocks[at:])]
        return {**named, "kind": "sheet", "sheet": values, "letter": letter, "nodes": nodes}
    return {**named, "kind": "text", "nodes": renderer.blocks(blocks)}

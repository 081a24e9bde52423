"""A pack as a volume: what it is for, then its parts in order."""

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.settings import Settings
from macros.paper.sizes import Paper
from macros.print.compose.nodes import paragraph
from macros.print.compose.text import blocks, line
from macros.print.compose.volume import Chapter, Volume, volume
from macros.schema.pack import Pack


def pack(handbook: Handbook, item: Item, paper: Paper, settings: Settings) -> Volume:
    """A pack on a size of paper."""
    held = item.read(Pack)
    about = [paragraph(line(held.summary, handbook)), *blocks(held.for_families, handbook)]
    chapters = [Chapter("", tuple(handbook.items[name] for name in held.contents))]
    cover = {"code": f"{held.code} ·", "title": item.title, "document_title": f"Alongside {held.code}", "about": about}
    return volume(handbook, chapters, paper, settings, **cover)


def chosen(handbook: Handbook, parts: tuple[Item, ...], paper: Paper, settings: Settings) -> Volume:
    """Any parts in the order given, behind a page with contents."""
    cover = {"code": "", "title": "Alongside", "document_title": "Alongside", "about": []}
    return volume(handbook, [Chapter("", parts)], paper, settings, **cover)

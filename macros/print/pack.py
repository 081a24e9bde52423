"""A pack as a volume: what it is for, then its parts in order."""

from __future__ import annotations

from macros.handbook import Handbook
from macros.item import Item
from macros.print.nodes import paragraph
from macros.print.papers import Paper
from macros.print.text import blocks, line
from macros.print.volume import Chapter, Volume, volume
from macros.schema.pack import Pack
from macros.settings import Settings


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

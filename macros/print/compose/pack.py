"""A pack as a volume: what it is for, then its parts in order."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.paper.sizes import Paper
from macros.print.compose.nodes import paragraph
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.volume import Chapter, Cover, Volume, volume
from macros.schema.pack import Pack
from macros.view.context import View


def pack(view: View, item: Item, paper: Paper) -> Volume:
    """A pack on a size of paper."""
    held, renderer = item.read(Pack), PaperRenderer(view, whole=False)
    about = (
        paragraph(renderer.line(view.texts.line(held.summary))),
        *renderer.blocks(view.texts.block(held.for_families)),
    )
    chapters = [Chapter("", tuple(view.handbook.items[name] for name in held.contents))]
    cover = Cover(item.title, view.say("document-title", code=held.code), f"{held.code} ·", about)
    return volume(view, chapters, paper, cover)


def chosen(view: View, parts: tuple[Item, ...], paper: Paper) -> Volume:
    """Any parts in the order given, behind a page with contents."""
    name = view.say("site-name")
    return volume(view, [Chapter("", parts)], paper, Cover(name, name))

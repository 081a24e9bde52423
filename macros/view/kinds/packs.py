"""The page of a pack: its documents, and what it holds, in order."""

from __future__ import annotations

from macros.catalogue.addresses import document_address
from macros.catalogue.item import Item
from macros.schema.pack import Pack
from macros.view.blocks import Blocks, Cards, Heading
from macros.view.context import View
from macros.view.entry_page import Own, entry_page
from macros.view.files import volume_links


def page(view: View, item: Item) -> Blocks:
    """The page of a pack."""
    held = view.cards(view.handbook.items[name] for name in item.read(Pack).contents)
    first = volume_links(view, lambda ending: document_address(item, ending), "pdf-of", "no-pack-pdf")
    own = (Heading(view.say("what-it-holds"), searched=False), Cards(held, "contents", searched=False))
    return entry_page(view, item, Own(facts=(*first, *own), leads="", is_plain_folded=True))

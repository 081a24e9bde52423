"""A hand-written page."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.view.blocks import Blocks
from macros.view.context import View
from macros.view.hand_written import hand_written_page


def page(view: View, item: Item) -> Blocks:
    """A hand-written page."""
    return hand_written_page(view, item)

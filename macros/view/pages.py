"""The page of any record as blocks: each kind with pages has a module in ``view/kinds`` that makes them."""

from __future__ import annotations

from importlib import import_module

from macros.catalogue.item import Item
from macros.view.blocks import Blocks
from macros.view.context import View


def page_of(view: View, item: Item) -> Blocks:
    """All that the page of a record says, below its title.

    Raises:
        ModuleNotFoundError: if the kind has no module in ``view/kinds``. A test asks each kind for its own.
    """
    if item.id not in view.pages:
        module = import_module(f"macros.view.kinds.{item.kind.name.replace('-', '_')}")
        view.pages[item.id] = module.page(view, item)
    return view.pages[item.id]

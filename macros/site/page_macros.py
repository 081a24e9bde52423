"""Macros as the engine calls them: what the view gives as blocks or words becomes what the page shows."""

from __future__ import annotations

from functools import partial
from typing import Any

from macros.catalogue.addresses import page_address
from macros.site.html_renderer import HtmlRenderer
from macros.view.blocks import Blocks
from macros.view.context import View
from macros.view.macros import Macro

MADE = "made"
"""Where in the meta data of a page that is made from data its macros wait until it is written.

An engine reads all pages before it writes the first: what they show, made any sooner, would be half of the memory of a large
build. And to read its HTML as Markdown again was a third of the time.
"""


def on_page(page: Any, view: View, macro: Macro, *args: Any, **named: Any) -> str:
    """What a macro shows on the page that an engine is rendering; nothing yet, if the page is made from data."""
    if MADE in page.meta:
        page.meta[MADE] += (partial(macro, view, *args, **named),)
        return ""
    shown = macro(view, *args, **named)
    if not isinstance(shown, tuple):
        return str(renderer_of(page, view).inline(shown))
    return renderer_of(page, view).page_of(shown)


def blocks_of(page: Any) -> Blocks:
    """What the macros of a page show that is made from data. They are forgotten by that."""
    return tuple(block for made in page.meta.pop(MADE, ()) for block in made())


def renderer_of(page: Any, view: View) -> HtmlRenderer:
    """The renderer of the page that an engine is rendering: MkDocs' page, or Zensical's.

    All macros on a page share what has been explained on it.
    """
    uri = page.file.src_uri if hasattr(page, "file") else page.path
    return HtmlRenderer(view, page_address(uri), page.meta.setdefault("explained", set()))

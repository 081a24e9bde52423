"""Macros as the engine calls them: what the view gives as blocks or words becomes what the page shows."""

from __future__ import annotations

from typing import Any

from macros.catalogue.addresses import page_address
from macros.site.html_renderer import HtmlRenderer
from macros.view.context import View
from macros.view.macros import Macro

BLOCKS = "blocks"
"""Where in the meta data of a page an engine takes blocks from: to read their HTML as Markdown again was a third of a build."""


def on_page(page: Any, view: View, macro: Macro, *args: Any, **named: Any) -> str:
    """What a macro shows on the page that an engine is rendering."""
    shown = macro(view, *args, **named)
    if not isinstance(shown, tuple):
        return str(renderer_of(page, view).inline(shown))
    if BLOCKS not in page.meta:
        return renderer_of(page, view).page_of(shown)
    page.meta[BLOCKS] += shown
    return ""


def renderer_of(page: Any, view: View) -> HtmlRenderer:
    """The renderer of the page that an engine is rendering: MkDocs' page, or Zensical's.

    All macros on a page share what has been explained on it.
    """
    uri = page.file.src_uri if hasattr(page, "file") else page.path
    return HtmlRenderer(view, page_address(uri), page.meta.setdefault("explained", set()))

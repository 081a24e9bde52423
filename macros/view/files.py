"""Links to the files of a page: a sheet's documents, a pack, the book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from macros.catalogue.item import Item
from macros.view.blocks import Blocks, Files, Paragraph
from macros.view.context import View
from macros.view.inlines import words


def sheet_files(view: View, item: Item) -> Blocks:
    """The files of a sheet: those that are edited, then those that are printed."""
    printed = (replace(file, words=view.say("pdf-of", paper=file.words), spoken="") for file in view.printed_files(item))
    edited = (replace(file, spoken="") for file in view.edited_files(item))
    files = (*edited, *printed)
    return (Files(files, on="screen"),) if files else ()


def volume_links(view: View, address_of: Callable[[str], str], says: str, none: str) -> Blocks:
    """A document of many parts in each of its sizes. ``says`` names the message on a link, ``none`` what is said without any."""
    files = tuple(replace(file, words=view.say(says, paper=file.words)) for file in view.volume_files(address_of))
    if files:
        return (Files(files, on="screen"),)
    return (Paragraph(words(view.say(none)), on="screen", searched=False),) if none else ()

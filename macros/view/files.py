"""Links to the files of a page: a sheet's documents, a pack, the book."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from macros.catalogue.item import Item
from macros.view.blocks import Blocks, Files, Paragraph
from macros.view.context import View
from macros.view.inlines import words

_CODED = re.compile(r"(?P<code>[A-Z]\d{2,4})-[a-z0-9-]*?(?P<paper>-[a-z0-9]+(?=\.pdf$))?\.(?P<ending>\w+)")


def neutral_name(address: str) -> str:
    """A name that says nothing, as others see the folder of downloads: ``L13-my-limit-letter-us.pdf`` is ``L13-us.pdf``."""
    name = address.rpartition("/")[2]
    coded = _CODED.fullmatch(name)
    return f"{coded['code']}{coded['paper'] or ''}.{coded['ending']}" if coded else name


def sheet_files(view: View, item: Item) -> Blocks:
    """The files of a sheet: those that are edited, then those that are printed."""
    printed = (replace(file, words=view.say("pdf-of", paper=file.words)) for file in view.printed_files(item))
    both = (*view.edited_files(item), *printed)
    files = tuple(replace(file, spoken="", saved_as=neutral_name(file.address)) for file in both)
    # What is typed into a PDF is drawn in the typeface of paper, on the page in any that the device has.
    takes = (Paragraph(words(view.say("pdf-takes")), "where", on="screen", searched=False),) if view.printed_files(item) else ()
    return (Files(files, on="screen"), *takes) if files else ()


def volume_links(view: View, address_of: Callable[[str], str], says: str, none: str) -> Blocks:
    """A document of many parts in each of its sizes. ``says`` names the message on a link, ``none`` what is said without any."""
    files = tuple(
        replace(file, words=view.say(says, paper=file.words), saved_as=neutral_name(file.address))
        for file in view.volume_files(address_of)
    )
    if files:
        return (Files(files, on="screen"),)
    return (Paragraph(words(view.say(none)), on="screen", searched=False),) if none else ()

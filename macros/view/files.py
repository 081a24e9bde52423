"""Links to the files of a page: a sheet's documents, a pack, the book."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from macros.catalogue.addresses import cards_address
from macros.catalogue.item import Item
from macros.schema.worksheet import Sheet, Worksheet
from macros.view.blocks import Blocks, File, Files, Paragraph
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


def card_files(view: View, item: Item) -> Blocks:
    """The cards that go with a worksheet, for each country, if it has any and they can be made."""
    sheet, directory = item.read(Sheet), view.handbook.directory
    if not (view.sheet_papers and isinstance(sheet, Worksheet) and sheet.card):
        return ()
    files = tuple(
        File(cards_address(sheet.code, country), directory.places[country].short) for country in directory.countries_at_hand
    )
    return (Files(files, on="screen", says=view.say("cards-to-cut-out")),)


def volume_links(view: View, address_of: Callable[[str], str], says: str, none: str) -> Blocks:
    """A document of many parts in each of its sizes, with its pages and its size where it was made already.

    ``says`` names the message on a link, ``none`` what is said without any.
    """
    files = tuple(
        replace(file, words=_with_size(view, view.say(says, paper=file.words), file.address), saved_as=neutral_name(file.address))
        for file in view.volume_files(address_of)
    )
    if files:
        return (Files(files, on="screen"),)
    return (Paragraph(words(view.say(none)), on="screen", searched=False),) if none else ()


def _with_size(view: View, link: str, address: str) -> str:
    """What a link says, with what it costs to follow it."""
    if not (made := view.made.get(address)):
        return link
    kilobytes = max(1, round(made.size / 1000))
    size = view.say("megabytes", size=round(kilobytes / 1000)) if kilobytes >= 1000 else view.say("kilobytes", size=kilobytes)
    return view.say("link-with-size", link=link, pages=view.say("pages", pages=made.pages), size=size)

"""The page of a letter: the form that leads to it, a place to write it, and an example."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.letter import Letter
from macros.view.blocks import Blocks, Group, Heading, Paragraph
from macros.view.context import View
from macros.view.inlines import PageLink, words
from macros.view.kinds.worksheets import sheet_page

EXAMPLE, MADE_UP = "an-example", "made-up"


def page(view: View, item: Item) -> Blocks:
    """The page of a letter."""
    letter, say = item.read(Letter), view.say
    ahead = (Paragraph((PageLink(EXAMPLE, say("read-an-example-first")),), on="screen"),)
    made_up = Paragraph(words(say("made-up")), MADE_UP)
    below = (Heading(say("an-example"), anchor=EXAMPLE), Group((made_up, *view.texts.block(letter.example)), "example"))
    return sheet_page(view, item, ahead, below)

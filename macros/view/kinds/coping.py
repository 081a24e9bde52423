"""The page of a way of coping: a start in five minutes, what it is good for, and when to get more help."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.entries import Coping
from macros.view.blocks import Blocks, Fold, Heading, Lines, Now
from macros.view.context import View
from macros.view.entry_page import Own, entry_page, headed_lines


def page(view: View, item: Item) -> Blocks:
    """The page of a way of coping."""
    return entry_page(view, item, own(view, item))


def own(view: View, item: Item) -> Own:
    """What the page of a way of coping has of its own."""
    coping = item.read(Coping)
    start = Now(view.say("a-start-in-five-minutes"), "five-minutes", view.texts.block(coping.five_minutes, explained=False))
    good_for = Fold(Heading(view.say("what-it-is-good-for")), (Lines(view.texts.lines(coping.good_for)),))
    more_help = tuple(headed_lines(view, "when-to-get-more-help", coping.more_help, "cautions"))
    return Own(now=(start,), own=more_help, folded=(good_for,), is_plain_folded=True)

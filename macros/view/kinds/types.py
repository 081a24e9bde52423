"""The page of a type of intervention: its goal, when it fits, and what follows."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.entries import InterventionType
from macros.view.blocks import Blocks, Fold, Group, Heading, Paragraph
from macros.view.context import View
from macros.view.entry_page import Own, entry_page, headed_lines
from macros.view.inlines import Strong, Words, words
from macros.view.matrices import ways_to_hold


def page(view: View, item: Item) -> Blocks:
    """The page of a type."""
    return entry_page(view, item, own(view, item))


def own(view: View, item: Item) -> Own:
    """What the page of a type has of its own."""
    kind = item.read(InterventionType)
    goal = Paragraph((Strong(words(view.say("the-goal"))), Words(" "), *view.texts.line(kind.goal)))
    ahead = (
        *headed_lines(view, "when-it-fits", kind.fits, "fits"),
        *headed_lines(view, "when-another-goal-fits", kind.fits_not, "fits-not"),
    )
    follows = Fold(Heading(view.say("what-follows")), (Group(view.texts.block(kind.follows), "family"),))
    held = ways_to_hold(view, kind)
    ways = (Fold(Heading(view.say("ways-to-hold-it")), held),) if held else ()
    return Own(facts=(Group((goal,), "goal"),), ahead=ahead, folded=(follows, *ways), is_plain_folded=True)

"""The page of a role: what to do first, what falls to it, stage by stage, and what helps in it."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.entries import Role
from macros.view.blocks import Blocks, Fold, Heading, Lines
from macros.view.context import View
from macros.view.entry_page import Own, entry_page, headed_lines


def page(view: View, item: Item) -> Blocks:
    """The page of a role."""
    return entry_page(view, item, own(view, item))


def own(view: View, item: Item) -> Own:
    """What the page of a role has of its own."""
    role = item.read(Role)
    duties = tuple(
        Fold(Heading(view.label(f"stages/{duty.stage}"), 2), (Lines(view.texts.lines(duty.tasks)),)) for duty in role.duties
    )
    helps = headed_lines(view, "what-helps-in-this-role", role.qualities)
    return Own(own=(Heading(view.say("what-falls-to-you")), *duties, *helps))

"""The page of a technique: what it is for, and when it is used."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.entries import Technique
from macros.view.blocks import Blocks, Facts
from macros.view.context import View
from macros.view.entry_page import Own, entry_page
from macros.view.inlines import words


def page(view: View, item: Item) -> Blocks:
    """The page of a technique."""
    return entry_page(view, item, own(view, item))


def own(view: View, item: Item) -> Own:
    """What the page of a technique has of its own."""
    technique, say = item.read(Technique), view.say
    stages = say.listed([view.label(f"stages/{stage}") for stage in technique.stages], "join")
    facts = Facts(((say("what-it-is-for"), view.texts.line(technique.purpose)), (say("when"), words(stages))))
    return Own(facts=(facts,))

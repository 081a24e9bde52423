"""The page of a situation: what to do now, then the next steps and what may be going on."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.item import Item
from macros.schema.entries import Situation
from macros.view.blocks import AnyBlock, Blocks, Now
from macros.view.context import View
from macros.view.entry_page import Own, entry_page
from macros.view.inlines import words
from macros.view.safety import first_aid_card, first_aid_drawing, first_aid_fold


def page(view: View, item: Item) -> Blocks:
    """The page of a situation."""
    return entry_page(view, item, own(view, item))


def own(view: View, item: Item) -> Own:
    """What the page of a situation has of its own."""
    situation = item.read(Situation)
    is_emergency = situation.door.group == "danger"
    now = Now(view.say("do-this-now"), "now", view.texts.block(situation.now, explained=False))
    return Own(
        call=words(view.say("life-in-danger")) if is_emergency else (),
        now=(now, *_first_aid(view, situation, is_emergency=is_emergency)),
        plain="what-may-be-going-on",
        is_plain_folded=is_emergency,
        are_words_folded=is_emergency,
        steps="next-steps",
        leads="where-to-go-next",
    )


def _first_aid(view: View, situation: Situation, *, is_emergency: bool) -> Iterator[AnyBlock]:
    """Its procedures. In an emergency the first is in sight: of several, it is the one that cannot wait."""
    procedures = [view.handbook.items[f"first-aid/{name}"] for name in situation.first_aid]
    for at, procedure in enumerate(procedures):
        if is_emergency and at == 0:
            yield first_aid_card(view, procedure)
            yield from first_aid_drawing(view, procedure, situation.drawing)
        else:
            yield first_aid_fold(view, procedure, situation.drawing)

"""The page of a situation: what to do now, then the next steps and what may be going on."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.entries import Situation
from macros.view.blocks import Blocks, Now
from macros.view.context import View
from macros.view.entry_page import Own, entry_page
from macros.view.inlines import words
from macros.view.safety import first_aid_card, first_aid_fold


def page(view: View, item: Item) -> Blocks:
    """The page of a situation."""
    situation = item.read(Situation)
    is_emergency = situation.door.group == "danger"
    procedures = [view.handbook.items[f"first-aid/{name}"] for name in situation.first_aid]
    # Of several procedures, the first is the one that cannot wait.
    in_sight = int(is_emergency and bool(procedures))
    now: Blocks = (
        Now(view.say("do-this-now"), "now", view.texts.block(situation.now, explained=False)),
        *((first_aid_card(view, procedures[0]),) if in_sight else ()),
        *(first_aid_fold(view, procedure) for procedure in procedures[in_sight:]),
    )
    return entry_page(
        view,
        item,
        Own(
            call=words(view.say("life-in-danger")) if is_emergency else (),
            now=now,
            plain="what-may-be-going-on",
            is_plain_folded=is_emergency,
            are_words_folded=is_emergency,
            steps="next-steps",
            leads="where-to-go-next",
        ),
    )

"""The page of a model of intervention: how it is held, when it suits, and what it rests on."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.entries import InterventionModel
from macros.view.blocks import Blocks, Definition, Definitions, Facts, Fold, Heading, Lines
from macros.view.context import View, fact_id
from macros.view.drawings import openness_of
from macros.view.entry_page import Own, entry_page, headed_lines
from macros.view.inlines import words
from macros.view.matrices import goals_served

_FINDINGS_IN_SIGHT = 3


def page(view: View, item: Item) -> Blocks:
    """The page of a model."""
    return entry_page(view, item, own(view, item))


def own(view: View, item: Item) -> Own:
    """What the page of a model has of its own."""
    model, say, line = item.read(InterventionModel), view.say, view.texts.line
    facts = Facts(
        (
            (say("does-the-person-know"), words(say(f"openness-{fact_id(model.openness)}"))),
            (say("people"), line(model.people)),
            (say("time"), line(model.time)),
            (say("cost"), line(model.cost)),
        )
    )
    # What hands get on paper has it in the sheet that compares all ways.
    asks = Facts(tuple((say(f"field-{name}"), line(text)) for name, text in _asked(model)), on="reference")
    principles = (Definition(words(idea.name), view.texts.block(idea.text)) for idea in model.principles)
    ahead = (
        *headed_lines(view, "when-it-may-suit", model.suits, "fits"),
        *headed_lines(view, "when-another-way-is-better", model.suits_not, "fits-not"),
    )
    rests_on = Fold(Heading(say("what-it-rests-on")), (Definitions(tuple(principles)),))
    served = goals_served(view, item)
    goals = (Fold(Heading(say("can-serve-these-goals")), served),) if served else ()
    claimed = (Heading(say("what-its-makers-claim"), 2), Lines(view.texts.lines(model.claimed))) if model.claimed else ()
    return Own(
        facts=(*openness_of(view, item), facts, asks),
        ahead=ahead,
        folded=(rests_on, *goals),
        professional=claimed,
        known=_FINDINGS_IN_SIGHT,
    )


def _asked(model: InterventionModel) -> tuple[tuple[str, str], ...]:
    return ("meeting", model.meeting), ("leader", model.leader), ("after-no", model.after_no)

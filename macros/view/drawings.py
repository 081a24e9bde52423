"""Drawings of a page: those that someone drew, and those that are made of what the handbook knows."""

from __future__ import annotations

from dataclasses import replace

from macros.catalogue.item import Item
from macros.schema.drawing import Drawing as DrawingRecord
from macros.schema.entries import InterventionModel
from macros.schema.first_aid import FirstAid
from macros.schema.library import Stage
from macros.view.arguments import DrawingName, StageName
from macros.view.blocks import Blocks, Drawing
from macros.view.context import View, fact_id
from macros.view.openness_scale import STOPS, draw_openness
from macros.view.plain import paragraphs
from macros.view.stage_line import Station, draw_stages


def drawing(view: View, name: DrawingName) -> tuple[Drawing, ...]:
    """A drawing of the library with its caption."""
    record = view.handbook.require(f"drawings/{name}", DrawingRecord)
    unchecked = view.say("drawing-unchecked") if record.unchecked else ""
    says = " ".join(paragraphs(view.texts.block(record.says, explained=False)))
    return (Drawing(name, record.title, says, view.handbook.pictures[name].svg, unchecked),)


def drawing_if(view: View, name: str | None) -> tuple[Drawing, ...]:
    """The drawing that a record names; nothing where it names none."""
    return drawing(view, name) if name else ()


def drawing_of_procedure(view: View, procedure: FirstAid, shown: str | None) -> tuple[Drawing, ...]:
    """The drawing of a procedure on another page than its own, unless it is ``shown`` there already.

    On paper and for a search, the page of the procedure is enough.
    """
    name = procedure.drawing if procedure.drawing != shown else None
    return tuple(replace(block, on="screen", searched=False) for block in drawing_if(view, name))


def openness_scale(view: View) -> Blocks:
    """All models on a line from no meeting to a surprise."""
    return (_openness(view, view.handbook.all_of(InterventionModel), named=True),)


def openness_of(view: View, item: Item) -> Blocks:
    """One model on that line. Its page is about it, so it is not named."""
    return (_openness(view, [(item, item.read(InterventionModel))], named=False),)


def _openness(view: View, models: list[tuple[Item, InterventionModel]], *, named: bool) -> Drawing:
    say = view.say
    stops = [say(f"short-openness-{stop}") for stop in STOPS]
    svg = draw_openness(stops, [(item.title if named else "", fact_id(model.openness)) for item, model in models])
    first, middle, last = stops
    says = [say("openness-scale", first=first, middle=middle, last=last)]
    for item, model in models:
        says.append(say("openness-of", model=item.title, openness=say(f"short-openness-{fact_id(model.openness)}")))
    return Drawing("openness-scale", say("openness-title"), " ".join(says), svg, searched=False)


def stage_line(view: View, stage: StageName = "") -> Blocks:
    """The way as a line of stages. With the name of one, the reader is there: it stands out."""
    say, stages = view.say, view.handbook.all_of(Stage)
    names = {item.slug: item.title for item, _ in stages}
    says = [say("stage-line-says", count=len(names), stages=say.listed(list(names.values())))]
    for item, fields in stages:
        if fields.beside:
            says.append(say("stage-line-beside", stage=item.title, beside=names[fields.beside]))
        if fields.back_to:
            says.append(say("stage-line-back", stage=item.title, to=names[fields.back_to]))
    if stage:
        says.append(say("stage-line-here", number=list(names).index(stage) + 1, count=len(names), stage=names[stage]))
    svg = draw_stages([Station(item.slug, item.title, fields.beside, fields.back_to) for item, fields in stages], stage)
    return (Drawing("the-way", say("stage-line-title", count=len(names)), " ".join(says), svg, searched=False),)

"""Safety on a page: boxes for the dangers that a text comes near, whom to call, and first aid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.catalogue.directory import Shared
from macros.catalogue.item import Item
from macros.schema.first_aid import FirstAid
from macros.schema.library import Gate as GateRecord
from macros.view.blocks import AnyBlock, Blocks, Call, Calls, FirstAidCard, Gate, Group, Heading, Lines, Step, Steps
from macros.view.context import View
from macros.view.helplines import ways


def gate_boxes(view: View, names: Iterable[str]) -> Blocks:
    """The safety boxes of some dangers, in the order given, and whom to call about them."""
    gates = [view.handbook.require(f"gates/{name}", GateRecord) for name in names]
    boxes = tuple(
        Gate(
            gate.title,
            view.texts.block(gate.text),
            tuple(view.link(view.handbook.items[target]) for target in gate.leads_to),
            searched=False,
        )
        for gate in gates
    )
    topics = dict.fromkeys(topic for gate in gates for topic in gate.topics)
    calls = tuple(_call(view, shared) for topic in topics for shared in view.handbook.directory.first(topic))
    return (*boxes, Calls(calls, searched=False)) if calls else boxes


def _call(view: View, shared: Shared) -> Call:
    line, say = shared.line, view.say
    return Call(say.listed(shared.regions), line.name, ways(line, view.handbook.directory, say)[0], line.call_note or "")


def first_aid_card(view: View, item: Item) -> FirstAidCard:
    """The short form of a procedure, with a link to its steps."""
    procedure = item.read(FirstAid)
    return FirstAidCard(procedure.title, view.texts.lines(procedure.short), view.link(item), searched=False)


def first_aid_steps(view: View, item: Item, level: int = 1) -> Iterator[AnyBlock]:
    """Signs, call, steps, and when to stop, under headings of a level."""
    procedure, texts = item.read(FirstAid), view.texts

    def heading(name: str) -> Heading:
        return Heading(view.say(f"first-aid-{name}"), level, f"{item.slug}-{name}")

    yield from (heading("signs"), Lines(texts.lines(procedure.signs)), Group(texts.block(procedure.call), "first-aid-call"))
    yield heading("steps")
    yield Steps(tuple(Step(step.title, texts.block(step.text)) for step in procedure.steps))
    yield from (heading("stop"), Group(texts.block(procedure.stop)))
    if procedure.never:
        yield from (heading("never"), Lines(texts.lines(procedure.never), "cautions"))
    if procedure.is_not:
        yield from (heading("not"), Group(texts.block(procedure.is_not)))
    if procedure.afterwards:
        yield from (heading("afterwards"), Group(texts.block(procedure.afterwards)))

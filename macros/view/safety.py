"""Safety on a page: whom to call, what to check first, the dangers that a text comes near, and first aid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.catalogue.anchors import ids_of
from macros.catalogue.directory import Directory, Shared
from macros.catalogue.item import Item
from macros.schema.first_aid import FirstAid
from macros.schema.helpline import Helpline
from macros.schema.library import Gate as GateRecord
from macros.view.blocks import (
    AnyBlock,
    Blocks,
    Call,
    CallNow,
    Calls,
    CallsByPlace,
    EmergencyCall,
    First,
    FirstAidCard,
    Fold,
    Gate,
    Group,
    Heading,
    Lines,
    Paragraph,
    PlaceCalls,
    Step,
    Steps,
)
from macros.view.context import View
from macros.view.drawings import drawing_of_procedure
from macros.view.helplines import emergency_lines, numbers, ways
from macros.view.inlines import Inlines, RecordLink, Words
from macros.view.once import once

_CALLS_IN_SIGHT = 2
_CALLS_IN_A_PLACE = 2
EMERGENCY_PAGE = "pages/emergency"
"""The page of all emergencies."""


def call_now(view: View, said: Inlines) -> CallNow:
    """The emergency numbers as buttons, under what ``said`` asks."""
    directory, say = view.handbook.directory, view.say
    calls = [
        EmergencyCall(ways(shared.line, directory, say)[0], say.listed(shared.regions)) for shared in emergency_lines(directory)
    ]
    return CallNow(said, tuple(calls[:_CALLS_IN_SIGHT]), tuple(calls[_CALLS_IN_SIGHT:]), searched=False)


def first_line(view: View, names: Iterable[str], here: str = "") -> Iterator[First]:
    """What must be checked before all else where a text comes near some dangers; nothing where no danger asks for it.

    ``here`` is the id of the record whose page it is: the sheet that checks it does not send readers to itself.
    """
    gates = [view.handbook.require(f"gates/{name}", GateRecord) for name in names]
    check = f"worksheets/{view.handbook.paper.check_first}" if gates else ""
    if any(check in gate.leads_to for gate in gates):
        sheet = view.handbook.items[check]
        alone: Inlines = (Words(view.say("first-alone")), Words(" "), RecordLink(check, sheet.title), Words(" "))
        asks = () if here == check else alone
        urgent = numbers(view.handbook.directory, "", view.say)
        calls = replace(urgent, calls=urgent.calls[:_CALLS_IN_SIGHT], joiners=(" · ", " · "), bare=True)
        more = (Words(". "), RecordLink(EMERGENCY_PAGE, view.say("more-numbers")))
        yield First((*asks, Words(view.say("danger-now")), Words(" "), calls, *more), searched=False, on="screen")


def dangers(view: View, names: Iterable[str]) -> tuple[Inlines, ...]:
    """Each of some dangers in a sentence, with a link to all that is said about it."""
    lines = []
    for name in names:
        gate = view.handbook.require(f"gates/{name}", GateRecord)
        lines.append((*view.texts.line(gate.in_short), Words(" "), RecordLink(f"gates/{name}", gate.title)))
    return tuple(lines)


def gate_boxes(view: View, names: Iterable[str]) -> Blocks:
    """All that is said about some dangers, and whom to call about them."""
    names = tuple(names)
    return (*(gate_box(view, name) for name in names), *gate_calls(view, names))


@once
def gate_calls(view: View, names: tuple[str, ...]) -> tuple[Calls, ...]:
    """Whom to call about some dangers: the first line of each place for each of their topics; nothing where there is none."""
    calls = tuple(_call(view, shared) for topic in _topics(view, names) for shared in view.handbook.directory.first(topic))
    return (Calls(calls, searched=False),) if calls else ()


@once
def gate_box(view: View, name: str) -> Gate:
    """All that is said about a danger."""
    gate = view.handbook.require(f"gates/{name}", GateRecord)
    links = tuple(view.link(view.handbook.items[target]) for target in gate.leads_to)
    return Gate(gate.title, view.texts.block(gate.text, explained=False), links, searched=False, slug=name)


def calls_by_place(view: View, names: Iterable[str]) -> Iterator[AnyBlock]:
    """Whom to call about some dangers, the most urgent first, place by place, under a heading; nothing for no danger."""
    # A place has room for two lines: one about dying must not give way to one about treatment.
    urgency = list(view.handbook.directory.topics).index
    calls = calls_about(view, tuple(sorted(_topics(view, names), key=urgency)))
    if calls.places:
        yield Heading(view.say("numbers-to-call"), on="screen", searched=False)
        yield calls


@once
def calls_about(view: View, topics: tuple[str, ...]) -> CallsByPlace:
    """The first lines for some topics, two at most for each place; a place that is made of several has two for each of them."""
    directory = view.handbook.directory
    places = []
    for place, parts in directory.countries.items():
        ordered = [part for part in directory.smallest if part in parts]
        once: dict[str, Helpline] = {}
        for part in ordered:
            lines = dict.fromkeys(name for topic in topics for name in directory.here(topic, part)[:1])
            once |= {name: directory.lines[name] for name in list(lines)[:_CALLS_IN_A_PLACE]}
        # Within a place, only its parts must be told apart.
        calls = tuple(_call(view, Shared(line, _parts_with(directory, line, parts))) for line in once.values())
        if calls:
            places.append(PlaceCalls(directory.places[place].name, calls))
    return CallsByPlace(tuple(places), on="screen", searched=False)


def _parts_with(directory: Directory, line: Helpline, parts: frozenset[str]) -> tuple[str, ...]:
    """The parts of a place in which a line works, in few letters; none where it works in all of them."""
    own = parts.intersection(line.places)
    return () if own == parts else directory.short(own)


def _topics(view: View, names: Iterable[str]) -> list[str]:
    gates = (view.handbook.require(f"gates/{name}", GateRecord) for name in names)
    return list(dict.fromkeys(topic for gate in gates for topic in gate.topics))


def _call(view: View, shared: Shared) -> Call:
    line, say = shared.line, view.say
    return Call(say.listed(shared.regions), line.name, ways(line, view.handbook.directory, say)[0], line.call_note or "")


def first_aid_card(view: View, item: Item) -> FirstAidCard:
    """The short form of a procedure, with a link to its steps."""
    procedure = item.read(FirstAid)
    return FirstAidCard(procedure.title, view.texts.lines(procedure.short), view.link(item), searched=False)


def first_aid_fold(view: View, item: Item, shown: str | None = None) -> Fold:
    """The same with its drawing, to be opened where the danger is not the first thing on a page.

    ``shown`` is a drawing that the page has in any case.
    """
    card = first_aid_card(view, item)
    more = Paragraph((RecordLink(item.id, view.say("first-aid-more", title=card.title)),), on="screen")
    drawn = drawing_of_procedure(view, item.read(FirstAid), shown)
    return Fold(Heading(card.title, searched=False), (Lines(card.items, numbered=True), more, *drawn), searched=False, of=item.id)


def first_aid_drawing(view: View, item: Item, shown: str | None = None) -> Iterator[Fold]:
    """The drawing of a procedure, to be opened below its short form; nothing where there is none, or the page has it."""
    for drawn in drawing_of_procedure(view, item.read(FirstAid), shown):
        yield Fold(Heading(drawn.title, searched=False), (drawn,), on="screen", searched=False)


def first_aid_steps(view: View, item: Item, level: int = 1, *, named: bool = False) -> Iterator[AnyBlock]:
    """Signs, call, steps, and when to stop, under headings of a level.

    ``named`` is whether others can link to each step: on its own page alone, as names on a page must not be alike.
    """
    procedure, texts = item.read(FirstAid), view.texts
    ids = ids_of(procedure, "steps") if named else ((),) * len(procedure.steps)

    def heading(name: str) -> Heading:
        return Heading(view.say(f"first-aid-{name}"), level, f"{item.slug}-{name}")

    yield from (heading("signs"), Lines(texts.lines(procedure.signs)), Group(texts.block(procedure.call), "first-aid-call"))
    yield heading("steps")
    yield Steps(tuple(Step(step.title, texts.block(step.text), names) for step, names in zip(procedure.steps, ids, strict=True)))
    yield from (heading("stop"), Group(texts.block(procedure.stop)))
    if procedure.never:
        yield from (
            heading("never"),
            Lines(texts.lines(procedure.never), "cautions", ids=ids_of(procedure, "never") if named else ()),
        )
    if procedure.is_not:
        yield from (heading("not"), Group(texts.block(procedure.is_not)))
    if procedure.afterwards:
        yield from (heading("afterwards"), Group(texts.block(procedure.afterwards)))

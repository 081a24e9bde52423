"""The page of an entry as blocks: what all kinds have in common, around what a kind has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.catalogue.addresses import kind_address
from macros.catalogue.item import Item
from macros.schema.entry import Entry
from macros.schema.kinds import KINDS
from macros.schema.worksheet import Sheet
from macros.view.blocks import (
    AnyBlock,
    Blocks,
    Cards,
    Group,
    Heading,
    KindLine,
    Lines,
    LinkGroups,
    Medium,
    Paragraph,
    SheetList,
    Siblings,
    Spoken,
    Step,
    Steps,
)
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.inlines import Inlines, Words, words
from macros.view.record_parts import colophon, evidence, sources
from macros.view.safety import gate_boxes


@dataclass(frozen=True, slots=True)
class Own:
    """What a kind adds to the page that all entries have.

    Attributes:
        first: blocks below the summary.
        own: blocks below the plain words.
        after_care: blocks below the cautions.
        professional: blocks among those for professionals.
        plain: name of the heading of the plain words.
        steps: name of the heading of the steps.
        leads: name of the heading of the related entries; empty where they are not listed.
    """

    first: Blocks = ()
    own: Blocks = ()
    after_care: Blocks = ()
    professional: Blocks = ()
    plain: str = "in-plain-words"
    steps: str = "step-by-step"
    leads: str = "use-with"


def entry_page(view: View, item: Item, own: Own) -> Blocks:
    """All that the page of an entry says, below its title."""
    entry = item.read(Entry)
    return (
        KindLine(view.say(f"kind-{item.kind.name}"), kind_address(item.kind.name), entry.code, on="screen", searched=False),
        Paragraph(view.texts.line(entry.summary), "lead"),
        *also_called(view, entry.also_called),
        *own.first,
        Heading(view.say(own.plain)),
        Group(view.texts.block(entry.for_families), "family"),
        *drawing_if(view, entry.drawing),
        *own.own,
        *steps(view, entry, own.steps),
        *spoken(view, entry),
        *_care(view, entry),
        *own.after_care,
        *belonging(view, item),
        *related(view, item, own.leads),
        *professional(view, entry, own.professional),
        *sources(view, item),
        *closing(view, item),
    )


def also_called(view: View, names: tuple[str, ...], on: Medium = "everywhere") -> Iterator[AnyBlock]:
    """The other names of something."""
    if names:
        yield Paragraph(words(view.say("also-called", names=view.say.listed(names, "join"))), "also", on=on)


def headed_lines(view: View, name: str, lines: Iterable[str], role: str = "") -> Iterator[AnyBlock]:
    """A list of lines under a heading; nothing for no lines."""
    if found := view.texts.lines(lines):
        yield Heading(view.say(name))
        yield Lines(found, role)


def steps(view: View, entry: Entry, heading: str) -> Iterator[AnyBlock]:
    """The way to do it."""
    if entry.steps:
        yield Heading(view.say(heading))
        yield Steps(tuple(Step(step.title, view.texts.block(step.text)) for step in entry.steps))


def spoken(view: View, entry: Entry) -> Iterator[AnyBlock]:
    """Words to try, and words better not said."""
    if entry.say or entry.avoid:
        yield Heading(view.say("words"))
        yield Spoken(quoted(view, entry.say), quoted(view, entry.avoid))


def quoted(view: View, spoken: Iterable[str]) -> tuple[Inlines, ...]:
    """Words as they are spoken, in quotation marks."""
    before, after = view.say("quotation-mark-before"), view.say("quotation-mark-after")
    return tuple((Words(before), *line, Words(after)) for line in view.texts.lines(spoken))


def _care(view: View, entry: Entry) -> Iterator[AnyBlock]:
    boxes = gate_boxes(view, entry.touches)
    if boxes or entry.cautions:
        yield Heading(view.say("take-care"))
        yield from boxes
    if entry.cautions:
        yield Lines(view.texts.lines(entry.cautions), "cautions")


def belonging(view: View, item: Item) -> Iterator[AnyBlock]:
    """What belongs to a record, each kind under its heading: worksheets, letters and packs."""
    for kind in KINDS:
        if not kind.listed or not (found := view.belonging(item, kind.name)):
            continue
        # What bundles others is a document of its own: paper cannot lead to it.
        on: Medium = "screen" if kind.bundles else "everywhere"
        yield Heading(view.say(f"{kind.name}-for-this"), on=on, searched=False)
        if issubclass(kind.model, Sheet):
            yield SheetList(tuple(map(view.sheet_row, found)), on=on, searched=False)
        else:
            yield Cards(view.cards(found), "links", on=on, searched=False)


def related(view: View, item: Item, leads: str, on: Medium = "everywhere") -> Iterator[AnyBlock]:
    """The records that an item goes with, and those that go with it."""
    for name, groups in ((leads, view.related(item) if leads else ()), ("used-in", view.named_in(item))):
        if groups:
            yield Heading(view.say(name), searched=False, on=on)
            yield LinkGroups(groups, searched=False, on=on)


def professional(view: View, entry: Entry, own: Blocks, on: Medium = "everywhere") -> Iterator[AnyBlock]:
    """The reference layer: what professionals read, and what is known."""
    found = (*view.texts.block(entry.for_professionals), *own, *evidence(view, entry.evidence))
    if entry.for_professionals or entry.evidence:
        yield Heading(view.say("for-professionals"), on=on)
        yield Group(found, "pro", on=on)


def closing(view: View, item: Item) -> Iterator[AnyBlock]:
    """The state of the entry, and the way to its neighbors."""
    entry, say = item.read(Entry), view.say
    rows = [(say("code"), words(entry.code))]
    if view.handbook.release:
        rows.append((say("release"), words(view.handbook.release.name)))
    yield colophon(view, item, rows)
    before, after = view.sibling_links[item.id]
    title = say(f"kind-{item.kind.name}")
    yield Siblings(
        say("more-of", what=title.lower()),
        kind_address(item.kind.name),
        say("all-of", what=title.lower()),
        before,
        after,
        on="screen",
        searched=False,
    )

"""The end of a page: what belongs to it, what it goes with, what professionals read, and the state it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.catalogue.anchors import ids_of
from macros.catalogue.item import Item
from macros.schema.entry import Entry, Finding
from macros.schema.kinds import KINDS
from macros.schema.worksheet import Sheet
from macros.view.blocks import AnyBlock, Blocks, Card, Fold, Group, Heading, LinkGroups, Medium, Rows, Siblings
from macros.view.cite import cite, cite_row, is_short
from macros.view.context import View
from macros.view.inlines import words
from macros.view.practice import PART, in_reference
from macros.view.record_parts import also_called, colophon, evidence, sources

_ROWS_IN_SIGHT = 3


def belonging(view: View, item: Item) -> Iterator[AnyBlock]:
    """What belongs to a record: a few things to take along, then all of it. Paper, which cannot be opened, lists all at once."""
    packs = [found for kind in KINDS if kind.bundles for found in view.belonging(item, kind.name)]
    sheets = [found for kind in KINDS if kind.listed and not kind.bundles for found in view.belonging(item, kind.name)]
    # What belongs to few others says most about this one.
    sheets.sort(key=lambda sheet: len(sheet.read(Sheet).belongs_to))
    in_sight, rest = (*packs[:1], *sheets)[:_ROWS_IN_SIGHT], (*packs[:1], *sheets)[_ROWS_IN_SIGHT:] + tuple(packs[1:])
    if in_sight:
        yield Heading(view.say("take-with-you"), on="screen", searched=False)
        yield Rows(tuple(map(view.row, in_sight)), on="screen", searched=False)
    if rest:
        heading = Heading(view.say("more-to-take", count=len(rest)), searched=False)
        yield Fold(heading, (Rows(tuple(map(view.row, rest)), searched=False),), printed=False, on="screen", searched=False)
    if sheets:
        yield Heading(view.say("sheets-for-this"), on="paper", searched=False)
        yield Rows(tuple(map(view.row, sheets)), on="paper", searched=False)


def related(view: View, item: Item, leads: str, on: Medium = "everywhere") -> Iterator[AnyBlock]:
    """The records that an item goes with, and those that go with it."""
    groups: dict[str, tuple[Card, ...]] = {}
    for name, cards in (*(view.related(item) if leads else ()), *view.named_in(item)):
        groups[name] = groups.get(name, ()) + cards
    if groups:
        heading = Heading(view.say(leads or "used-in"), searched=False)
        yield Fold(heading, (LinkGroups(tuple(groups.items()), searched=False),), printed=False, on=on)


def professional(
    view: View, item: Item, own: Blocks, findings: Iterable[Finding], on: Medium = "everywhere"
) -> Iterator[AnyBlock]:
    """The reference layer: what professionals read, what is known, and the sources."""
    entry = item.read(Entry)
    findings = tuple(findings)
    # Those in sight above are the first of them.
    ids = ids_of(entry, "evidence")[len(entry.evidence) - len(findings) :]
    said = (*in_reference(view, item), *view.texts.block(entry.for_professionals), *own, *evidence(view, findings, 2, ids))
    if said:
        heading = Heading(view.say("for-professionals-and-sources"), anchor=PART)
        yield Fold(heading, (Group(said, "pro"), *sources(view, item, 2)), printed=False, on=on)
    else:
        heading, *rest = sources(view, item, 1)
        yield Fold(heading, tuple(rest), printed=False, on=on)


def closing(view: View, item: Item, about: Blocks = (), on: Medium = "screen") -> Iterator[AnyBlock]:
    """The state of the entry with what else there is about it, and the way to its neighbors."""
    entry, say = item.read(Entry), view.say
    if not is_short(item):
        yield from cite(view, item)
    rows = [(say("code"), words(entry.code))]
    if view.handbook.release:
        rows.append((say("release"), words(view.handbook.release.name)))
    if is_short(item):
        rows += cite_row(view, item)
    state = (*about, *also_called(view, entry.also_called), colophon(view, item, rows))
    yield Fold(Heading(say("about-this-page"), searched=False), state, printed=False, on=on, searched=False)
    before, after = view.sibling_links[item.id]
    yield Siblings(say("more-of", what=say(f"kind-{item.kind.name}").lower()), before, after, on="screen", searched=False)

"""The page of an entry as blocks: what all kinds have in common, around what a kind has of its own.

What is needed first stands first, and what guards a step stands before it. Below that, folds hold what can wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from macros.catalogue.item import Item
from macros.schema.entry import Entry, Finding
from macros.schema.kinds import KINDS
from macros.schema.worksheet import Sheet
from macros.view.blocks import (
    AnyBlock,
    Blocks,
    Fold,
    Group,
    Heading,
    Lines,
    LinkGroups,
    Medium,
    Paragraph,
    Rows,
    Siblings,
    Spoken,
    Step,
    Steps,
)
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.inlines import Inlines, Words, words
from macros.view.record_parts import colophon, evidence, sources
from macros.view.safety import call_now, calls_by_place, dangers, first_line, gate_boxes

_ROWS_IN_SIGHT = 3
_PLAIN_IN_SIGHT = 2


@dataclass(frozen=True, slots=True)
class Own:
    """What a kind adds to the page that all entries have.

    Attributes:
        call: what is asked above the emergency numbers; empty where no life is in danger.
        first: blocks below the summary.
        ahead: blocks below the plain words, above the cautions and the steps.
        own: blocks below the steps and the words to say.
        folded: folds of its own, the first of all.
        professional: blocks among those for professionals.
        plain: name of the heading of the plain words.
        is_plain_folded: whether they can wait until the steps have been read.
        steps: name of the heading of the steps.
        are_words_folded: whether the words to say can wait as well.
        leads: name of the heading of the related entries; empty where they are not listed.
        known: how many findings stand in sight.
    """

    call: Inlines = ()
    first: Blocks = ()
    ahead: Blocks = ()
    own: Blocks = ()
    folded: tuple[Fold, ...] = ()
    professional: Blocks = ()
    plain: str = "in-plain-words"
    is_plain_folded: bool = False
    steps: str = "step-by-step"
    are_words_folded: bool = False
    leads: str = "use-with"
    known: int = 0


def entry_page(view: View, item: Item, own: Own) -> Blocks:
    """All that the page of an entry says, below its title."""
    entry = item.read(Entry)
    heading, plain = Heading(view.say(own.plain)), view.texts.block(entry.for_families)
    return (
        *([call_now(view, own.call)] if own.call else ()),
        Paragraph(view.texts.line(entry.summary), "lead"),
        *also_called(view, entry.also_called, "paper"),
        *own.first,
        *first_line(view, entry.touches),
        *(() if own.is_plain_folded else (heading, *_plain_words(view, plain))),
        *drawing_if(view, entry.drawing),
        *own.ahead,
        *care(view, entry),
        *steps(view, entry, own.steps),
        *(_in_fold(spoken(view, entry)) if own.are_words_folded else spoken(view, entry)),
        *own.own,
        *evidence(view, entry.evidence[: own.known], 1),
        *calls_by_place(view, entry.touches),
        *belonging(view, item),
        *((Fold(heading, (Group(plain, "family"),)),) if own.is_plain_folded else ()),
        *own.folded,
        *related(view, item, own.leads),
        *professional(view, item, own.professional, entry.evidence[own.known :]),
        *closing(view, item),
    )


def _plain_words(view: View, plain: Blocks) -> Iterator[AnyBlock]:
    """The first paragraphs in sight, and the others one tap away. Paper has all of them at once."""
    at = _PLAIN_IN_SIGHT if len(plain) > _PLAIN_IN_SIGHT + 1 else len(plain)
    yield Group(plain[:at], "family")
    if rest := plain[at:]:
        yield Group(rest, "family", on="paper")
        yield Fold(Heading(view.say("read-on"), searched=False), rest, on="screen")


def also_called(view: View, names: tuple[str, ...], on: Medium = "everywhere") -> Iterator[AnyBlock]:
    """The other names of something."""
    if names:
        yield Paragraph(words(view.say("also-called", names=view.say.listed(names, "join"))), "also", on=on)


def headed_lines(view: View, name: str, lines: Iterable[str], role: str = "") -> Iterator[AnyBlock]:
    """A list of lines under a heading; nothing for no lines."""
    if found := view.texts.lines(lines):
        yield Heading(view.say(name))
        yield Lines(found, role)


def _in_fold(section: Iterable[AnyBlock]) -> Iterator[Fold]:
    """A section that has its heading first, in a fold; nothing for nothing."""
    blocks = tuple(section)
    if blocks and isinstance(blocks[0], Heading):
        yield Fold(blocks[0], blocks[1:])


def steps(view: View, entry: Entry, heading: str) -> Iterator[AnyBlock]:
    """The way to do it: at a glance, with how to do each step when it is opened."""
    if entry.steps:
        yield Heading(view.say(heading))
        yield Steps(tuple(Step(step.title, view.texts.block(step.text)) for step in entry.steps), folded=True)


def spoken(view: View, entry: Entry) -> Iterator[AnyBlock]:
    """Words to try, and words better not said."""
    if entry.say or entry.avoid:
        yield Heading(view.say("words"))
        yield Spoken(quoted(view, entry.say), quoted(view, entry.avoid))


def quoted(view: View, spoken: Iterable[str]) -> tuple[Inlines, ...]:
    """Words as they are spoken, in quotation marks."""
    before, after = view.say("quotation-mark-before"), view.say("quotation-mark-after")
    return tuple((Words(before), *line, Words(after)) for line in view.texts.lines(spoken))


def care(view: View, entry: Entry) -> Iterator[AnyBlock]:
    """The dangers that an entry comes near, and its own cautions. Paper, which leads nowhere, has all that is said about them."""
    near = dangers(view, entry.touches)
    if near or entry.cautions:
        yield Heading(view.say("take-care"))
    if near:
        yield Lines(near, "dangers", on="screen", searched=False)
        yield from (replace(box, on="paper") for box in gate_boxes(view, entry.touches))
    if entry.cautions:
        yield Lines(view.texts.lines(entry.cautions), "cautions")


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
    groups = (*(view.related(item) if leads else ()), *view.named_in(item))
    if groups:
        yield Fold(
            Heading(view.say(leads or "used-in"), searched=False), (LinkGroups(groups, searched=False),), printed=False, on=on
        )


def professional(
    view: View, item: Item, own: Blocks, findings: Iterable[Finding], on: Medium = "everywhere"
) -> Iterator[AnyBlock]:
    """The reference layer: what professionals read, what is known, and the sources."""
    entry = item.read(Entry)
    said = (*view.texts.block(entry.for_professionals), *own, *evidence(view, findings, 2))
    if said:
        heading = Heading(view.say("for-professionals-and-sources"), anchor="for-professionals")
        yield Fold(heading, (Group(said, "pro"), *sources(view, item, 2)), printed=False, on=on)
    else:
        heading, *rest = sources(view, item, 1)
        yield Fold(heading, tuple(rest), printed=False, on=on)


def closing(view: View, item: Item, about: Blocks = ()) -> Iterator[AnyBlock]:
    """The state of the entry with what else there is about it, and the way to its neighbors."""
    entry, say = item.read(Entry), view.say
    rows = [(say("code"), words(entry.code))]
    if view.handbook.release:
        rows.append((say("release"), words(view.handbook.release.name)))
    state = (*about, *also_called(view, entry.also_called), colophon(view, item, rows))
    yield Fold(Heading(say("about-this-page"), searched=False), state, printed=False, on="screen", searched=False)
    before, after = view.sibling_links[item.id]
    yield Siblings(say("more-of", what=say(f"kind-{item.kind.name}").lower()), before, after, on="screen", searched=False)

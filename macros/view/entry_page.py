"""The page of an entry as blocks: what all kinds have in common, around what a kind has of its own.

What is needed first stands first, and what guards a step stands before it. Below that, folds hold what can wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from macros.catalogue.anchors import ids_of
from macros.catalogue.item import Item
from macros.schema.entry import Entry
from macros.view.blocks import (
    AnyBlock,
    Blocks,
    Fold,
    Group,
    Heading,
    Lines,
    Paragraph,
    Spoken,
    Step,
    Steps,
)
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.inlines import Inlines, Words
from macros.view.page_end import belonging, closing, professional, related
from macros.view.record_parts import also_called, evidence
from macros.view.safety import call_now, calls_by_place, dangers, first_line, gate_boxes

_PLAIN_IN_SIGHT = 2


@dataclass(frozen=True, slots=True)
class Own:
    """What a kind adds to the page that all entries have.

    Attributes:
        call: what is asked above the emergency numbers; empty where no life is in danger.
        now: blocks below the summary: what can be done at once, before anything else.
        facts: blocks below the safety check.
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
    now: Blocks = ()
    facts: Blocks = ()
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
        *own.now,
        *first_line(view, entry.touches),
        *own.facts,
        *(() if own.is_plain_folded else (heading, *_plain_words(view, plain))),
        *drawing_if(view, entry.drawing),
        *own.ahead,
        *care(view, entry),
        *steps(view, entry, own.steps),
        *(_in_fold(spoken(view, entry)) if own.are_words_folded else spoken(view, entry)),
        *own.own,
        *evidence(view, entry.evidence[: own.known], 1, ids_of(entry, "evidence")),
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
    at = _PLAIN_IN_SIGHT
    # A list stands by the words that lead to it.
    while at < len(plain) and not isinstance(plain[at], Paragraph):
        at += 1
    if len(plain) <= at + 1:
        at = len(plain)
    yield Group(plain[:at], "family")
    if rest := plain[at:]:
        yield Group(rest, "family", on="paper")
        yield Fold(Heading(view.say("read-on"), searched=False), rest, on="screen")


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
        yield Steps(
            tuple(
                Step(step.title, view.texts.block(step.text), ids)
                for step, ids in zip(entry.steps, ids_of(entry, "steps"), strict=True)
            ),
            folded=True,
        )


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
        yield Lines(view.texts.lines(entry.cautions), "cautions", ids=ids_of(entry, "cautions"))

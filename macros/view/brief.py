"""An entry in brief, for paper that is handed out: what it is, when not, how, and in which words, on two pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.catalogue.addresses import printed_address
from macros.catalogue.item import Item
from macros.schema.entry import Entry
from macros.schema.library import Gate as GateRecord
from macros.view.blocks import AnyBlock, Blocks, Definition, Definitions, Drawing, Fold, Gate, Heading, Lines, Paragraph
from macros.view.context import View
from macros.view.entry_page import spoken, steps
from macros.view.helplines import EMERGENCY_TOPIC, numbers
from macros.view.inlines import Inlines, Words, words
from macros.view.pages import own_part
from macros.view.safety import call_now

MOST_PAGES = 2
"""How many pages an entry in brief may take: one sheet of paper, printed on both sides."""


def brief_of(view: View, item: Item) -> Blocks:
    """An entry without what leads on, without its evidence and its sources, and without what professionals read."""
    entry, own = item.read(Entry), own_part(view, item)
    more = view.say("more-with-sources", address=printed_address(entry.code, view.settings.site_url))
    return (
        *([call_now(view, own.call)] if own.call else ()),
        Paragraph(view.texts.line(entry.summary), "lead"),
        # Short forms of first aid that can wait on the screen have sheets of their own in a pack.
        *(block for block in own.now if not isinstance(block, Fold)),
        *_safety(view, entry.touches),
        *(block for block in own.facts if not isinstance(block, Drawing)),
        Heading(view.say(own.plain)),
        *view.texts.block(entry.for_families, explained=False),
        *own.ahead,
        *steps(view, entry, own.steps),
        *spoken(view, entry),
        *map(_condensed, own.own),
        *_cautions(view, entry.cautions),
        Paragraph(words(more)),
    )


def _condensed(block: AnyBlock) -> AnyBlock:
    """A fold as a name with what it means, which takes less room than a heading."""
    return Definitions((Definition(words(block.heading.text), block.blocks),), "duties") if isinstance(block, Fold) else block


def _safety(view: View, names: Iterable[str]) -> Iterator[Gate]:
    """What to check first about the dangers that an entry comes near, and whom to call; nothing for no danger."""
    gates = [view.handbook.require(f"gates/{name}", GateRecord) for name in names]
    if gates:
        paper, texts = view.handbook.paper, view.texts
        asks = any(f"worksheets/{paper.check_first}" in gate.leads_to for gate in gates)
        lines = ((paper.check_line,) if asks else ()) + tuple(gate.in_short for gate in gates)
        yield Gate(view.say("safety-first"), (Lines((*_calls(view), *texts.lines(lines))),), searched=False)


def _calls(view: View) -> Iterator[Inlines]:
    """Whom to call, in a line for each of the topics that every sheet has numbers for."""
    directory, say = view.handbook.directory, view.say
    for name in view.handbook.paper.topics:
        title = directory.topics[name].in_short
        about = say("danger-now") if name == EMERGENCY_TOPIC else say("topic-is", topic=title[:1].upper() + title[1:])
        yield Words(about), Words(" "), numbers(directory, name, say)


def _cautions(view: View, cautions: tuple[str, ...]) -> Iterator[AnyBlock]:
    if cautions:
        yield Heading(view.say("take-care"))
        yield Lines(view.texts.lines(cautions), "cautions")

"""The page of a procedure of first aid: in short, step by step, and what it rests on."""

from __future__ import annotations

from macros.catalogue.addresses import kind_address
from macros.catalogue.item import Item
from macros.schema.first_aid import FirstAid
from macros.view.blocks import Blocks, Findings, Heading, KindLine, Lines, LinkGroups, Now, Paragraph
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.entry_page import also_called
from macros.view.inlines import words
from macros.view.record_parts import colophon, source_lines
from macros.view.safety import first_aid_steps


def page(view: View, item: Item) -> Blocks:
    """The page of a procedure."""
    procedure, say, lines = item.read(FirstAid), view.say, view.texts.lines
    related = (*view.related(item), *view.named_in(item))
    where = (Heading(say("where-to-go-next"), searched=False), LinkGroups(related, searched=False)) if related else ()
    return (
        KindLine(say("kind-first-aid"), kind_address("first-aid"), on="screen", searched=False),
        Paragraph(view.texts.line(procedure.summary), "lead"),
        *also_called(view, procedure.also_called),
        Now(say("in-short"), "now", (Lines(lines(procedure.short), numbered=True),)),
        *drawing_if(view, procedure.drawing),
        *first_aid_steps(view, item),
        *where,
        Heading(say("what-it-rests-on"), searched=False),
        Findings(tuple(view.finding(finding) for finding in procedure.evidence)),
        Lines(source_lines(view, item), "sources", numbered=True, searched=False),
        Paragraph(words(say("no-substitute")), "practice", searched=False),
        colophon(view, item),
    )

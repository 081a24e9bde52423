"""The page of a procedure of first aid: in short, step by step, and what it rests on."""

from __future__ import annotations

from dataclasses import replace

from macros.catalogue.anchors import ids_of
from macros.catalogue.item import Item
from macros.schema.first_aid import FirstAid
from macros.view.blocks import Blocks, Findings, Fold, Heading, Lines, Now, Paragraph
from macros.view.cite import cite
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.inlines import words
from macros.view.page_end import related
from macros.view.record_parts import also_called, colophon, source_lines
from macros.view.safety import call_now, first_aid_steps


def page(view: View, item: Item) -> Blocks:
    """The page of a procedure."""
    procedure, say, lines = item.read(FirstAid), view.say, view.texts.lines
    rests_on = (
        Findings(
            tuple(
                replace(view.finding(found), ids=ids)
                for found, ids in zip(procedure.evidence, ids_of(procedure, "evidence"), strict=True)
            )
        ),
        Lines(source_lines(view, item), "sources", numbered=True, searched=False),
        Paragraph(words(say("no-substitute")), "practice", searched=False),
    )
    about = (*also_called(view, procedure.also_called), colophon(view, item))
    return (
        call_now(view, words(say("life-in-danger"))),
        Paragraph(view.texts.line(procedure.summary), "lead"),
        *also_called(view, procedure.also_called, "paper"),
        Now(say("in-short"), "now", (Lines(lines(procedure.short), numbered=True),)),
        *drawing_if(view, procedure.drawing),
        *first_aid_steps(view, item, named=True),
        *related(view, item, "where-to-go-next"),
        Fold(Heading(say("what-it-rests-on"), searched=False), rests_on, searched=False),
        *cite(view, item),
        Fold(Heading(say("about-this-page"), searched=False), about, printed=False, on="screen", searched=False),
    )

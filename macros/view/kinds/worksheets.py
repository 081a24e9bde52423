"""The page of a worksheet: the sheet itself comes first, as a form; everything about it comes below."""

from __future__ import annotations

from dataclasses import replace

from macros.catalogue.addresses import kind_address
from macros.catalogue.item import Item
from macros.schema.worksheet import Sheet
from macros.view.blocks import Blocks, Facts, Form, Heading, KindLine, Paragraph
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.entry_page import also_called, belonging, closing, professional, related, spoken, steps
from macros.view.files import sheet_files
from macros.view.inlines import words
from macros.view.record_parts import sources
from macros.view.safety import gate_boxes
from macros.view.sheets import sheet_form


def page(view: View, item: Item) -> Blocks:
    """The page of a worksheet."""
    return sheet_page(view, item)


def sheet_page(view: View, item: Item, ahead: Blocks = (), below: Blocks = ()) -> Blocks:
    """The page of a sheet, with blocks ahead of the form and blocks below it."""
    sheet, say = item.read(Sheet), view.say
    boxes = gate_boxes(view, sheet.touches)
    # On paper, the banner of the sheet itself names the danger and the numbers.
    on_screen = tuple(replace(box, on="screen") for box in boxes)
    before_use = (Heading(say("before-you-use-it"), searched=False, on="screen"), *on_screen) if boxes else ()
    return (
        KindLine(say(f"kind-{item.kind.name}"), kind_address(item.kind.name), sheet.code, on="screen", searched=False),
        Paragraph(view.texts.line(sheet.summary), "lead", on="screen"),
        *also_called(view, sheet.also_called, "reference"),
        _facts(view, sheet),
        *sheet_files(view, item),
        *ahead,
        Form(sheet_form(view, item)),
        *below,
        *drawing_if(view, sheet.drawing),
        *steps(view, sheet, "step-by-step"),
        *spoken(view, sheet),
        *before_use,
        *belonging(view, item),
        *related(view, item, "where-it-belongs", "reference"),
        *professional(view, sheet, (), "reference"),
        *sources(view, item, "reference"),
        *closing(view, item),
    )


def _facts(view: View, sheet: Sheet) -> Facts:
    say = view.say
    stages = say.listed([view.label(f"stages/{stage}") for stage in sheet.stages], "join")
    rows = (
        (say("who"), view.texts.line(sheet.filled_by)),
        (say("time"), words(say("about-minutes-short", minutes=sheet.minutes))),
        (say("on-paper"), words(say("pages", pages=sheet.most_pages))),
        (say("when"), words(stages)),
    )
    return Facts(rows, on="screen")

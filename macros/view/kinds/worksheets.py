"""The page of a worksheet: the sheet itself comes first, as a form; everything about it comes below."""

from __future__ import annotations

from dataclasses import replace

from macros.catalogue.item import Item
from macros.schema.worksheet import Sheet
from macros.view.blocks import Blocks, Facts, Form, Paragraph
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.entry_page import care, spoken, steps
from macros.view.files import card_files, sheet_files
from macros.view.inlines import words
from macros.view.page_end import belonging, closing, professional, related
from macros.view.safety import calls_by_place, first_line
from macros.view.sheets import sheet_form


def page(view: View, item: Item) -> Blocks:
    """The page of a worksheet."""
    return sheet_page(view, item)


def sheet_page(view: View, item: Item, ahead: Blocks = (), below: Blocks = ()) -> Blocks:
    """The page of a sheet, with blocks ahead of the form and blocks below it."""
    sheet, say = item.read(Sheet), view.say
    # On paper, the banner of the sheet itself names the danger and the numbers.
    on_screen = tuple(replace(block, on="screen") for block in care(view, sheet) if block.on != "paper")
    return (
        Paragraph(
            words(say("sheet-facts-coded", code=sheet.code, minutes=sheet.minutes, pages=sheet.most_pages)), "meta", on="screen"
        ),
        *first_line(view, sheet.touches, item.id),
        *ahead,
        Form(sheet_form(view, item)),
        *below,
        *drawing_if(view, sheet.drawing),
        *sheet_files(view, item),
        *card_files(view, item),
        *on_screen,
        *calls_by_place(view, sheet.touches),
        *steps(view, sheet, "step-by-step"),
        *spoken(view, sheet),
        *belonging(view, item),
        *related(view, item, "where-it-belongs", "reference"),
        *professional(view, item, (), sheet.evidence, "reference"),
        *closing(view, item, _about(view, sheet), "reference"),
    )


def _about(view: View, sheet: Sheet) -> Blocks:
    say = view.say
    stages = say.listed([view.label(f"stages/{stage}") for stage in sheet.stages], "join")
    rows = (
        (say("who"), view.texts.line(sheet.filled_by)),
        (say("time"), words(say("about-minutes-short", minutes=sheet.minutes))),
        (say("on-paper"), words(say("pages", pages=sheet.most_pages))),
        (say("when"), words(stages)),
    )
    return (Paragraph(view.texts.line(sheet.summary), "lead"), Facts(rows))

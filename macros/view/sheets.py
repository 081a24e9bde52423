"""A sheet as a form, on the screen or on paper: its head, its safety banner, and its sections of fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.catalogue.addresses import printed_address
from macros.catalogue.item import Item
from macros.catalogue.settings import Publisher
from macros.schema.letter import Letter
from macros.schema.worksheet import Sheet, Worksheet
from macros.view.blocks import Blocks
from macros.view.context import View
from macros.view.inlines import Inlines
from macros.view.letters import fills_of, letter_draft
from macros.view.safety_banner import Banner, banner_of
from macros.view.sheet_fields import FieldRow, rows_of
from macros.view.sheet_sections import sections_of

DRAFT_ANCHOR, CAUTIONS_ANCHOR = "part-letter", "take-care-with-it"
"""Where on its page the form has a place to write a letter, and what to take care of."""


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section of a form: its fields in rows, most of one field, some of two side by side."""

    title: str
    anchor: str
    blocks: Blocks
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class SheetForm:
    """All that a sheet says.

    Attributes:
        code: its code.
        title: its title.
        release: the release, as it is printed.
        publisher: who hands it out.
        purpose: what it is for, in one sentence.
        filled_by: who fills it in.
        time: how long it takes, in words.
        banner: what to do in danger, and whom to call.
        how: how it is used.
        sections: what there is to fill in and to read.
        cautions: what to take care of.
        law: what law must be checked before it is used; empty where none must.
        csv: whether its answers can be saved as a row of a table.
        address: the short address that is printed.
        draft: the beginning of a letter, with what is to be filled in in brackets; empty for a worksheet.
        fills: what stands in the brackets of a draft, by the name of the answer that goes there.
    """

    code: str
    title: str
    release: str
    publisher: Publisher | None
    purpose: Inlines
    filled_by: Inlines
    time: str
    banner: Banner
    how: Blocks
    sections: tuple[FormSection, ...]
    cautions: tuple[Inlines, ...]
    law: tuple[Inlines, ...]
    csv: bool
    address: str
    draft: str
    fills: Mapping[str, str]


def sheet_form(view: View, item: Item) -> SheetForm:
    """The form of a worksheet or a letter."""
    sheet, texts, release = item.read(Sheet), view.texts, view.handbook.release
    letter = sheet if isinstance(sheet, Letter) else None
    worksheet = sheet if isinstance(sheet, Worksheet) else None
    sections = (
        FormSection(section.title, f"part-{number}", texts.block(section.text), rows_of(view, section.fields))
        for number, section in enumerate(sections_of(sheet, view.say), 1)
    )
    return SheetForm(
        code=sheet.code,
        title=sheet.title,
        release=release.name if release else "",
        publisher=view.settings.publisher,
        purpose=texts.line(sheet.summary),
        filled_by=texts.line(sheet.filled_by),
        time=view.say("about-minutes", minutes=sheet.minutes),
        banner=banner_of(view, item),
        how=texts.block(sheet.for_families),
        sections=tuple(sections),
        cautions=texts.lines(sheet.cautions),
        law=texts.lines(worksheet.law) if worksheet else (),
        csv=bool(worksheet and worksheet.csv),
        address=printed_address(sheet.code, view.settings.site_url),
        draft=letter_draft(view, letter) if letter else "",
        fills=fills_of(view, letter) if letter else {},
    )

"""A sheet on paper: plain data for the Typst template, and what can be filled in."""

from __future__ import annotations

import datetime
import io
from dataclasses import asdict, dataclass
from typing import Any

import segno

from macros.catalogue.addresses import short_address
from macros.catalogue.item import Item
from macros.paper.room import ROOM
from macros.paper.sizes import Paper
from macros.print.compose.frame import UNDATED, frame
from macros.print.compose.letter_page import example_values, letter_values
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.sheet_field import Widget, field_values
from macros.schema.letter import Letter
from macros.schema.worksheet import Sheet as SheetFields
from macros.view.context import View
from macros.view.safety_banner import Banner
from macros.view.sheets import FormSection, SheetForm, sheet_form


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, ready to be set.

    Attributes:
        values: what the template sees, as JSON can hold it. A place to fill in is the number of its widget.
        widgets: everything that can be filled in, in the order of reading.
        paper: its size.
        date: the day of the release.
    """

    values: dict[str, Any]
    widgets: tuple[Widget, ...]
    paper: Paper
    date: datetime.date


def sheet(view: View, item: Item, paper: Paper) -> Sheet:
    """A worksheet or a letter on a size of paper."""
    widgets: list[Widget] = []
    values = {
        "most_pages": item.read(SheetFields).most_pages,
        "air": 1,
        "most_lines": 99,
        "letter_size": 1,
        "sheet_size": 1,
        "example_size": 1,
        "room": ROOM.values(paper.letters),
        **frame(view, paper),
        **sheet_values(view, sheet_form(view, item), widgets),
    }
    if isinstance(item.fields, Letter):
        values["letter"] = letter_values(view, item.fields, widgets)
        values["example"] = example_values(view, item.fields, PaperRenderer(view, whole=False))
    release = view.handbook.release
    return Sheet(values, tuple(widgets), paper, release.date if release else UNDATED)


def sheet_values(view: View, form: SheetForm, widgets: list[Widget]) -> dict[str, Any]:
    """What a sheet says, on any paper. What can be filled in is added to ``widgets``."""
    paper, base = PaperRenderer(view, whole=False), view.settings.site_url
    return {
        # It is shown in the title bar of a reader's window, on a screen that others may see.
        "document_title": view.say("document-title", code=form.code),
        "code": form.code,
        "title": form.title,
        "purpose": paper.line(form.purpose),
        "how": paper.blocks(form.how),
        "who": paper.line(form.filled_by),
        "time": form.time,
        "take_care": view.say("take-care-run-in"),
        "cautions": [paper.line(caution) for caution in form.cautions],
        "no_lawyer": view.say("no-lawyer"),
        "law": [paper.line(matter) for matter in form.law],
        "address": form.address,
        "qr": _qr(f"{base}{short_address(form.code)}") if base else "",
        "qr_says": view.say("qr-code", address=form.address) if base else "",
        "publisher": form.publisher.model_dump() if form.publisher else None,
        "strip": _banner(form.banner, paper),
        # A letter has two lists after its prompts: when not to use it, and what to check.
        "side_by_side": bool(form.draft),
        "sections": [_section(section, paper, widgets) for section in form.sections],
    }


def _qr(address: str) -> str:
    """A QR code as SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def _banner(banner: Banner, paper: PaperRenderer) -> dict[str, Any]:
    return {
        "title": f"{banner.title}. ",
        "lines": [paper.line(text) for text in banner.lines],
        "dangers": [paper.line(text) for text in banner.dangers],
        "dangers_title": paper.view.say("before-you-start"),
        "countries": [asdict(country) for country in banner.countries],
        "keep": paper.line(banner.keep),
    }


def _section(section: FormSection, paper: PaperRenderer, widgets: list[Widget]) -> dict[str, Any]:
    fields = [field_values(field, paper, widgets) for row in section.rows for field in row]
    return {"title": section.title, "text": paper.blocks(section.blocks), "fields": fields}

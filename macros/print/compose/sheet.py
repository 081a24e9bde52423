"""Handbook → the values of one sheet on paper: plain data for the Typst template, and what can be filled in."""

from __future__ import annotations

import datetime
import io
from dataclasses import asdict, dataclass
from typing import Any

import segno

from macros.catalogue.addresses import printed_address, short_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.settings import Settings
from macros.paper.sizes import Paper
from macros.print.compose.sheet_field import Widget, field_values
from macros.print.compose.text import blocks, line
from macros.schema.worksheet import Section
from macros.schema.worksheet import Sheet as SheetEntry
from macros.view.safety_banner import Strip, strip_of

# A handbook without a release still gives the same bytes each time.
UNDATED = datetime.date(2000, 1, 1)


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


def sheet(handbook: Handbook, item: Item, paper: Paper, settings: Settings) -> Sheet:
    """A worksheet on a size of paper."""
    worksheet = item.read(SheetEntry)
    widgets: list[Widget] = []
    sections = [_section(section, handbook, widgets) for section in worksheet.parts]
    values: dict[str, Any] = {
        "air": 1,
        "paper": {"width": paper.width, "height": paper.height, "letters": paper.letters},
        **_head(handbook, worksheet, settings),
        "strip": _strip(strip_of(handbook, item), handbook),
        "sections": sections,
    }
    release = handbook.release
    return Sheet(values, tuple(widgets), paper, release.date if release else UNDATED)


def _head(handbook: Handbook, worksheet: SheetEntry, settings: Settings) -> dict[str, Any]:
    base = settings.site_url
    release = handbook.release
    return {
        # Stands in the title bar of a reader's window, on a screen that others may see.
        "document_title": f"Alongside {worksheet.code}",
        "code": worksheet.code,
        "title": worksheet.title,
        "purpose": line(worksheet.summary, handbook),
        "how": blocks(worksheet.for_families, handbook),
        "who": line(worksheet.filled_by, handbook),
        "minutes": worksheet.minutes,
        "cautions": [line(caution, handbook) for caution in worksheet.cautions],
        "release": release.name if release else "",
        "address": printed_address(worksheet.code, base),
        "qr": _qr(f"{base}{short_address(worksheet.code)}") if base else "",
        "publisher": settings.publisher.model_dump() if settings.publisher else None,
    }


def _qr(address: str) -> str:
    """A QR code as SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def _strip(strip: Strip, handbook: Handbook) -> dict[str, Any]:
    return {
        "lines": [line(text, handbook) for text in strip.lines],
        "rows": [{"what": row.what, "calls": [asdict(call) for call in row.calls]} for row in strip.rows],
        "keep": line(strip.keep, handbook),
    }


def _section(section: Section, handbook: Handbook, widgets: list[Widget]) -> dict[str, Any]:
    return {
        "title": section.title,
        "text": blocks(section.text, handbook),
        "fields": [field_values(field, handbook, widgets) for field in section.fields],
    }

"""Cards to cut out that go with a worksheet: plain data for the Typst template, with the numbers of one country alone."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass
from typing import Any

from macros.catalogue.item import Item
from macros.paper.sizes import PAPERS, Paper
from macros.print.compose.frame import UNDATED, frame
from macros.print.compose.paper_renderer import PaperRenderer
from macros.print.compose.sheet_field import Widget
from macros.schema.card import Card
from macros.schema.first_aid import FirstAid
from macros.schema.worksheet import Worksheet
from macros.view.context import View
from macros.view.drawings import drawing_if
from macros.view.form_controls import name_of
from macros.view.helplines import EMERGENCY_TOPIC
from macros.view.plain import plain
from macros.view.safety_banner import calls_by_country

WIDTH, HEIGHT = 85.6, 54.0
"""The size of a card that is folded, in millimeters: as a bank card."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards, ready to be set.

    Attributes:
        values: what the template sees.
        widgets: what can be filled in. What is typed into one card is in all on the same page.
        paper: the size of the page that they are cut from.
        date: the day of the release.
    """

    values: dict[str, Any]
    widgets: tuple[Widget, ...]
    paper: Paper
    date: datetime.date


def cards(view: View, item: Item, country: str) -> Cards:
    """The cards of a worksheet for a country, on the paper that printers hold there.

    Raises:
        ValueError: if the worksheet has no cards.
    """
    sheet, release = item.read(Worksheet), view.handbook.release
    if sheet.card is None:
        raise ValueError(f"{item.id} has no cards")
    suffix = view.handbook.directory.places[country].paper
    paper = next(size for size in PAPERS if size.suffix == suffix)
    there = View(view.handbook.within(country), view.settings)
    lines = there.texts.lines(sheet.card.lines)
    # Cards on one page share their fields. Those on another page have their own: a viewer may not have drawn that page yet.
    widgets = tuple(Widget(f"{page}{name_of(plain(line))}", plain(line), "line") for page in ("", "hang-up:") for line in lines)
    values = {
        **frame(there, paper),
        **_words(there, sheet.code),
        **_inside(there, sheet.card, sheet.drawing),
        "lines": [{"label": PaperRenderer(there).line(line), "widgets": [at, at + len(lines)]} for at, line in enumerate(lines)],
    }
    return Cards(values, widgets, paper, release.date if release else UNDATED)


def _words(view: View, code: str) -> dict[str, Any]:
    """What is beside the cards, and how large they are."""
    pages = ("cards-for-a-wallet", "cards-outside", "cards-to-hang-up")
    return {
        "document_title": view.say("document-title", code=code),
        "code": code,
        "size": {"width": WIDTH, "height": HEIGHT},
        "pages": [{"title": view.say(page), "how": view.say(f"{page}-how")} for page in pages],
    }


def _inside(view: View, card: Card, drawn: str | None) -> dict[str, Any]:
    """What a card says, outside and inside."""
    paper = PaperRenderer(view, whole=False)
    procedures = [view.handbook.require(f"first-aid/{name}", FirstAid) for name in card.of]
    numbers = calls_by_country(view, [EMERGENCY_TOPIC, *card.topics])
    return {
        "outside": card.outside,
        "parts": [
            {"title": procedure.title, "steps": [paper.line(line) for line in view.texts.lines(procedure.short)]}
            for procedure in procedures
        ],
        "numbers": [asdict(topic) for country in numbers for topic in country.topics],
        "drawings": paper.blocks(drawing_if(view, drawn)),
    }

"""What a document of many parts is, and how a sheet stands in one that is not filled in on a screen."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from macros.catalogue.item import Item
from macros.paper.sizes import Paper
from macros.print.compose.letter_page import letter_values
from macros.print.compose.sheet import sheet_values
from macros.schema.letter import Letter
from macros.view.context import View
from macros.view.sheets import sheet_form


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a volume: a title, and the items in it, in order."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """A document of many parts, ready to be set.

    Attributes:
        values: what the template sees.
        paper: its size.
        date: the day of the release.
        template: what draws it.
    """

    values: dict[str, Any]
    paper: Paper
    date: datetime.date
    template: str


def sheet_in_volume(view: View, item: Item) -> dict[str, Any]:
    """A sheet as a part of a volume, with the letter that it leads to."""
    # The code is printed, and the address with it: in a volume a sheet needs no QR code, and the cover names the publisher.
    form = {**sheet_values(view, sheet_form(view, item), []), "publisher": None, "qr": "", "qr_says": ""}
    return {"sheet": form, "letter": letter_values(view, item.fields, []) if isinstance(item.fields, Letter) else []}

"""What the search answers in danger, as a script of its own: it comes with the first page, so the answer needs no load at all."""

from __future__ import annotations

from macros.catalogue.addresses import address
from macros.schema.urgent import UrgentWords
from macros.site.search_index import FOLDER, taken
from macros.view.context import View

DANGERS_URI = f"{FOLDER}dangers.js"


def dangers(view: View) -> str:
    """Each danger as ``[answers, phrases]``: answers are ``[address, title]``, phrases are as the library writes them."""
    found = []
    for _, urgent in view.handbook.all_of(UrgentWords):
        items = [view.handbook.items[answer] for answer in urgent.answers]
        answers = [[address(item), item.title] for item in items if not item.retired]
        if answers:
            found.append([answers, ",".join(urgent.phrases)])
    return taken("dangers", found)

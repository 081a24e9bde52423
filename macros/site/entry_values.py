"""The values that the template of an entry sees."""

from __future__ import annotations

from typing import Any

from macros.catalogue.addresses import document_address, printed_address
from macros.catalogue.item import Item
from macros.schema.entries import Situation
from macros.schema.entry import Entry
from macros.schema.letter import Letter
from macros.schema.pack import Pack
from macros.schema.worksheet import Sheet
from macros.site.procedures import procedure_view
from macros.view.form import form_of
from macros.view.letter_draft import beginning
from macros.view.page import Page
from macros.view.views import Link


def entry_values(page: Page, item: Item) -> dict[str, Any]:
    """Everything the template of an entry sees."""
    entry = item.read(Entry)
    before, after = page.siblings(item)
    procedures = entry.first_aid if isinstance(entry, Situation) else ()
    return {
        "item": item,
        "entry": entry,
        "kind_href": page.links.to_address(f"{item.kind.name}/"),
        "gates": page.gates(entry.touches),
        "gate_helplines": page.gate_helplines(entry.touches),
        "findings": page.findings(entry.evidence),
        "leads_to": page.leads_to(item),
        "named_in": page.named_in(item),
        "sources": page.sources(item),
        "release": page.handbook.release,
        "json_href": page.links.to_address(f"api/v1/{item.id}.json"),
        "before": before,
        "after": after,
        "procedures": [procedure_view(page, page.handbook.items[f"first-aid/{name}"]) for name in procedures],
        "sheets": page.sheets(item),
        "letters": page.sheets(item, "letters"),
        "packs": packs_for(page, item),
        **(_pack_values(page, item, entry) if isinstance(entry, Pack) else {}),
        **(_sheet_values(page, item) if isinstance(entry, Sheet) else {}),
    }


def _sheet_values(page: Page, item: Item) -> dict[str, Any]:
    """What the template of a worksheet sees beside."""
    return {
        "sheet": page.sheet(item),
        "beginning": beginning(item.fields, page.handbook) if isinstance(item.fields, Letter) else "",
        "form_view": form_of(page.handbook, item),
        "publisher": page.settings.publisher,
        "printed_address": printed_address(item.read(Sheet).code, page.settings.site_url),
    }


def packs_for(page: Page, item: Item) -> list[Link]:
    """The packs that say that they belong to an item."""
    named = (page.handbook.items[r.origin] for r in page.handbook.naming(item) if r.loc[0] == "belongs_to")
    return page.cards(pack for pack in dict.fromkeys(named) if pack.kind.name == "packs")


def _pack_values(page: Page, item: Item, pack: Pack) -> dict[str, Any]:
    """What the template of a pack sees beside."""
    return {
        "documents": page.volume_links(lambda ending: document_address(item, ending)),
        "contents": page.cards(page.handbook.items[held] for held in pack.contents),
    }

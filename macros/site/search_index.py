"""The search index: the sections that the engine found, joined with the other names that only the handbook knows."""

from __future__ import annotations

import json
from typing import Any

from macros.catalogue.addresses import address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.first_aid import FirstAid

# Where the site's own worker finds it. The engine's file stays as an empty stub: it is fetched with every first view.
URI = "search/handbook.json"
ENGINE_URI = "search/search_index.json"


def search_index(engine_index: str, handbook: Handbook) -> tuple[str, str]:
    """The index for our worker and the stub for the engine, from the engine's own index."""
    found = json.loads(engine_index)
    items = {address(item): item for item in handbook.items.values() if item.kind.has_page and not item.retired}
    documents = [_document(part, items) for part in found["docs"]]
    stub = {"config": found["config"], "docs": []}
    return json.dumps({"docs": documents}, ensure_ascii=False, separators=(",", ":")), json.dumps(stub)


def _document(part: dict[str, Any], items: dict[str, Item]) -> dict[str, Any]:
    document = {"location": part["location"], "title": part["title"], "text": part["text"]}
    item = items.get(part["location"])
    if item:
        document["kind"] = "First aid" if isinstance(item.fields, FirstAid) else item.kind.one.capitalize() if item.entry else ""
        code = [item.entry.code] if item.entry else []
        document["also_called"] = list(getattr(item.fields, "also_called", ()))
        hidden = (word for name in ("search_words", "slang") for word in getattr(item.fields, name, ()))
        document["search_words"] = [*hidden, *code]
    return document

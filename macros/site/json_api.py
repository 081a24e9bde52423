"""The handbook for programs: a JSON document for each entry and for the whole, and JSON Schema for each kind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from macros.catalogue.addresses import API_VERSION, address, short_address
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.language.words import words_of_language
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.kinds import KINDS, Kind
from macros.schema.library import DEFAULT_LANGUAGE

# Hurtful words are searched for and published nowhere else.
_SEARCHED_ONLY = {"slang"}


def documents(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Every document as its address from the site's root and its text."""
    described = {item.id: _entry(handbook, item, item.entry) for item in handbook.items.values() if item.entry}
    procedures = {item.id: record_document(handbook, item) for item, _ in handbook.all_of(FirstAid)}
    for item_id, document in {**described, **procedures}.items():
        yield f"api/{API_VERSION}/{item_id}.json", _text(document)
    release = handbook.release.model_dump(mode="json") if handbook.release else None
    yield (
        f"api/{API_VERSION}/handbook.json",
        _text({"release": release, "first_aid": list(procedures.values()), "entries": list(described.values())}),
    )
    yield from ((f"api/{API_VERSION}/schema/{name}", text) for name, text in schema_files().items())


def record_document(handbook: Handbook, item: Item) -> dict[str, Any]:
    """A record as data: what its file says, its address, and the records that link to it."""
    back = dict.fromkeys(r.origin for r in handbook.incoming(item) if r.mark.back)
    said = item.fields.model_dump(mode="json", exclude_none=True, exclude=_SEARCHED_ONLY)
    return {"id": item.id, "address": address(item), "linked_from": list(back), **said}


def _entry(handbook: Handbook, item: Item, entry: Entry) -> dict[str, Any]:
    return {"short_address": short_address(entry.code), **record_document(handbook, item)}


def schema(kind: Kind) -> dict[str, Any]:
    """JSON Schema of a kind's file: of one record, or of a list of records by name."""
    model = kind.model.model_json_schema()
    if kind.form != "list":
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model}
    parts = model.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words_of_language(DEFAULT_LANGUAGE)(f"kind-{kind.name}"),
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/Record"},
        "$defs": {**parts, "Record": model},
    }


@cache
def schema_files() -> Mapping[str, str]:
    """JSON Schema of every kind as a file, by name."""
    return MappingProxyType({f"{kind.name}.json": _text(schema(kind)) for kind in KINDS})


def _text(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

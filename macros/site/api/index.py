"""The index: every document by kind, with its title, its code, its addresses, and a fingerprint."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from macros.catalogue.addresses import json_address
from macros.catalogue.item import Item
from macros.schema.kinds import KINDS, Kind
from macros.site.api.documents import api_address, dumped, head_fields, schema_address
from macros.site.api.models import Index, Listed, ListedKind
from macros.view.context import View

_FINGERPRINT = 16  # hexadecimal digits: enough that no two states of a document share one


def index_document(view: View, found: list[tuple[Kind, Listed]]) -> dict[str, Any]:
    """The index of records that are published, of each its kind and what ``listed`` says of it."""
    kinds = (
        ListedKind(
            kind=kind.name,
            title=view.say(f"kind-{kind.name}"),
            described_by=schema_address(kind.name),
            documents=tuple(one for of, one in found if of is kind),
        )
        for kind in KINDS
        if kind.published
    )
    index = Index(
        **head_fields(view, "index"),
        handbook=api_address("handbook.json"),
        evidence_changes=api_address("evidence-changes.json"),
        kinds=tuple(kinds),
    )
    return dumped(index)


def listed(item: Item, document: dict[str, Any]) -> Listed:
    """What the index says of a record and its document."""
    return Listed(
        id=item.id,
        title=item.title,
        code=item.entry.code if item.entry else None,
        address=document.get("address"),
        document=json_address(item),
        fingerprint=fingerprint(document),
    )


def fingerprint(document: dict[str, Any]) -> str:
    """Letters and digits that change whenever a document says something else. The release is not counted: it is always new."""
    said = {name: value for name, value in document.items() if name != "release"}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:_FINGERPRINT]

"""The whole handbook in one document: the documents of all records, kind by kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.catalogue.item import Item
from macros.schema.kinds import KINDS, Kind
from macros.site.api.documents import dumped, head_fields
from macros.site.api.models import FullRelease, WholeHandbook
from macros.view.context import View

ENTRIES = "entries"
"""The list that holds the entries of all kinds. Every other kind has a list of its own."""


def list_name(kind: Kind) -> str:
    """The name of the list that holds the documents of a kind: ``first_aid``."""
    return ENTRIES if kind.is_entry else kind.name.replace("-", "_")


def kinds_by_list() -> Mapping[str, list[Kind]]:
    """The kinds whose documents each list holds, in the order of the kinds."""
    lists: dict[str, list[Kind]] = {}
    for kind in KINDS:
        if kind.published:
            lists.setdefault(list_name(kind), []).append(kind)
    return lists


def whole_document(view: View, records: list[tuple[Item, dict[str, Any]]]) -> dict[str, Any]:
    """The document of the whole handbook, made of records that are published, each with its document."""
    release = view.handbook.release
    full = FullRelease.model_validate(release.model_dump()) if release else None
    head = WholeHandbook(**{**head_fields(view, "handbook"), "release": full})
    lists: dict[str, list[dict[str, Any]]] = {name: [] for name in kinds_by_list()}
    for item, document in records:
        lists[list_name(item.kind)].append(document)
    return {**dumped(head), **lists}

"""The whole handbook in one document: the documents of all records, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.schema.kinds import KINDS, Kind
from macros.site.api.documents import dumped, head_fields, published_items, record_document
from macros.site.api.models import FullRelease, WholeHandbook
from macros.site.api.writing import within
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


def whole_pieces(view: View) -> Iterator[str]:
    """The text of the document of the whole handbook, piece by piece: its own fields, then one record after another."""
    release = view.handbook.release
    full = FullRelease.model_validate(release.model_dump()) if release else None
    head = WholeHandbook(**{**head_fields(view, "handbook"), "release": full})
    yield within(dumped(head), 0).removesuffix("\n}")
    for name, kinds in kinds_by_list().items():
        yield f',\n "{name}": ['
        before = ""
        for item in published_items(view):
            if item.kind in kinds:
                yield f"{before}\n  {within(record_document(view, item), 2)}"
                before = ","
        yield "\n ]" if before else "]"
    yield "\n}\n"

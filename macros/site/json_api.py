"""The handbook for programs: every file below ``api/``, by its address."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.addresses import json_address
from macros.site.api.described import schemas
from macros.site.api.documents import api_address, published_items, record_document
from macros.site.api.feed import feed_document
from macros.site.api.index import index_document, listed
from macros.site.api.whole import whole_pieces
from macros.site.api.writing import pieces
from macros.view.context import View


def json_files(view: View) -> Iterator[tuple[str, Iterator[str]]]:
    """A file for each record, the whole, an index, a feed of the evidence, and the JSON Schema of each, by its address.

    Texts come in pieces, and no document is there before its turn: all of them took a fifth of the memory of a large build.
    """
    found = []
    for item in published_items(view):
        document = record_document(view, item)
        found.append((item.kind, listed(item, document)))
        yield json_address(item), pieces(document)
    yield api_address("handbook.json"), whole_pieces(view)
    yield api_address("index.json"), pieces(index_document(view, found))
    yield api_address("evidence-changes.json"), pieces(feed_document(view))
    yield from ((api_address(f"schema/{name}"), pieces(schema)) for name, schema in schemas().items())

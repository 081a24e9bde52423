"""The handbook for programs: every file below ``api/``, by its address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.catalogue.addresses import json_address
from macros.site.api.described import schemas
from macros.site.api.documents import api_address, record_documents
from macros.site.api.feed import feed_document
from macros.site.api.index import index_document
from macros.site.api.whole import whole_document
from macros.view.context import View


def documents(view: View) -> Iterator[tuple[str, str]]:
    """A document for each record, the whole, an index, a feed of the evidence, and the JSON Schema of each: address and text."""
    records = record_documents(view)
    for item, document in records:
        yield json_address(item), _text(document)
    yield api_address("handbook.json"), _text(whole_document(view, records))
    yield api_address("index.json"), _text(index_document(view, records))
    yield api_address("evidence-changes.json"), _text(feed_document(view))
    yield from ((api_address(f"schema/{name}"), _text(schema)) for name, schema in schemas().items())


def _text(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

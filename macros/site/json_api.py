"""The handbook for programs: every file below ``api/``, by its address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any, TextIO

from macros.catalogue.addresses import json_address
from macros.site.api.described import schemas
from macros.site.api.documents import api_address, record_documents
from macros.site.api.feed import feed_document
from macros.site.api.index import index_document
from macros.site.api.whole import whole_document
from macros.view.context import View


def documents(view: View) -> Iterator[tuple[str, Any]]:
    """A document for each record, the whole, an index, a feed of the evidence, and the JSON Schema of each, by its address."""
    records = record_documents(view)
    for item, document in records:
        yield json_address(item), document
    yield api_address("handbook.json"), whole_document(view, records)
    yield api_address("index.json"), index_document(view, records)
    yield api_address("evidence-changes.json"), feed_document(view)
    yield from ((api_address(f"schema/{name}"), schema) for name, schema in schemas().items())


def write(document: Any, file: TextIO) -> None:
    """Writes a document piece by piece: as one text, that of the whole handbook took a fifth of the memory of a build."""
    json.dump(document, file, ensure_ascii=False, indent=1)
    file.write("\n")


def text_of(document: Any) -> str:
    """A document as ``write`` writes it."""
    file = StringIO()
    write(document, file)
    return file.getvalue()

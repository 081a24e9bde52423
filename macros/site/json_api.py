"""The handbook for programs: every file below ``api/``, by its address."""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any

from macros.catalogue.addresses import json_address
from macros.site.api.described import schemas
from macros.site.api.documents import api_address, record_documents
from macros.site.api.feed import feed_document
from macros.site.api.index import index_document
from macros.site.api.whole import whole_document
from macros.view.context import View

_ENCODER = JSONEncoder(ensure_ascii=False)


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
    return _written(document, "\n") + "\n"


def _written(value: Any, line: str) -> str:
    """A value, each level indented by a space; ``line`` begins a line of this one.

    ``json.dumps`` writes the same, but with an indent it passes each word through as many generators as there are levels.
    """
    within = f"{line} "
    if isinstance(value, dict) and value:
        rows = [f"{within}{_ENCODER.encode(str(name))}: {_written(one, within)}" for name, one in value.items()]
        return f"{{{','.join(rows)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{','.join([within + _written(one, within) for one in value])}{line}]"
    return _ENCODER.encode(value)

"""JSON Schema of the files that authors write, for their editors. What is published is described in ``site/api``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from macros.language.words import words_of_language
from macros.schema.kinds import KINDS, Kind
from macros.schema.library import DEFAULT_LANGUAGE


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
    return MappingProxyType(
        {f"{kind.name}.json": json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n" for kind in KINDS}
    )

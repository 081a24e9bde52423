"""JSON Schema of the files that authors write, for their editors. What is published is described in ``site/api``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from macros.catalogue.absent import DRAFT_HELP
from macros.catalogue.part import DRAFT
from macros.language.words import words_of_language
from macros.schema.kinds import KINDS, Kind
from macros.schema.library import DEFAULT_LANGUAGE


def schema(kind: Kind) -> dict[str, Any]:
    """JSON Schema of a kind's file: of one record, or of a list of records by name."""
    model = _as_read(kind.model.model_json_schema())
    model["properties"][DRAFT] = {"const": True, "description": DRAFT_HELP}
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


def _as_read(node: Any) -> Any:
    """The same rules for an editor, which resolves types, while our reader takes every value as text.

    A bare ``911`` or ``true`` is text to us; a number in quotes is a number; and no field may be empty.
    """
    if isinstance(node, list):
        return [_as_read(part) for part in node if part != _EMPTY]
    if not isinstance(node, dict):
        return node
    rules = {name: _as_read(part) for name, part in node.items() if not (name == "default" and part is None)}
    taken = rules.get("type")
    if taken == "string" and "enum" not in rules and "const" not in rules:
        return {**rules, "type": ["string", "number", "boolean"]}
    if isinstance(taken, str) and taken in _WRITTEN:
        about = {name: rules.pop(name) for name in ("title", "description", "default") if name in rules}
        return {**about, "anyOf": [rules, {"type": "string", "pattern": _WRITTEN[taken]}]}
    return rules


_EMPTY = {"type": "null"}
_WRITTEN = {
    "integer": r"^[-+]?[0-9]+$",
    "number": r"^[-+]?[0-9]+(\.[0-9]+)?$",
    "boolean": r"^([Tt]rue|[Ff]alse|yes|no|on|off|1|0)$",
}
"""How a value is written that our reader takes for a number or for true or false."""


@cache
def schema_files() -> Mapping[str, str]:
    """JSON Schema of every kind as a file, by name."""
    return MappingProxyType(
        {f"{kind.name}.json": json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n" for kind in KINDS}
    )

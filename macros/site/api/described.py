"""JSON Schema of the published documents, made from the models that the documents are made from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema as core

from macros.language.words import words_of_language
from macros.schema.field_help import title_of
from macros.schema.kinds import KINDS, Kind
from macros.schema.library import DEFAULT_LANGUAGE
from macros.schema.values import Record
from macros.site.api.documents import UNPUBLISHED, has_address, published_model
from macros.site.api.feed import EvidenceFeed
from macros.site.api.models import Index, RecordHead, WholeHandbook
from macros.site.api.whole import kinds_by_list

_RULES = "https://json-schema.org/draft/2020-12/schema"


class _AsPublished(GenerateJsonSchema):
    """What is none is left out of a document, and all else is in it, so no field is null and none has a default."""

    def nullable_schema(self, schema: core.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_is_required(self, field: Any, *_: Any, **__: Any) -> bool:
        said = field["schema"]
        return not (said["type"] == "default" and said.get("default", ...) is None)

    def field_title_should_be_set(self, *_: Any) -> bool:
        return False


@cache
def schemas() -> Mapping[str, Mapping[str, Any]]:
    """JSON Schema of the documents of each kind, of the whole and of the index, by the name of its file."""
    kinds = {kind.name: _of_kind(kind) for kind in KINDS if kind.published}
    others = {"evidence-changes": _of_model(EvidenceFeed), "handbook": _of_whole(), "index": _of_model(Index)}
    return MappingProxyType(
        {
            f"{name}.json": {"$schema": _RULES, "$id": f"{name}.json", **described}
            for name, described in {**kinds, **others}.items()
        }
    )


def _of_kind(kind: Kind) -> dict[str, Any]:
    """The schema of a record's document: its head, then what its file says."""
    model = published_model(kind)
    head, said = _of_model(RecordHead), _of_model(model)
    in_head = set(head["properties"]) - _never_said(kind)
    properties = {name: shape for name, shape in head["properties"].items() if name in in_head}
    properties["id"] = {**properties["id"], "pattern": f"^{kind.name}/"}
    needed = (set(head["required"]) | {"address", "short_address"}) & in_head
    return {
        **said,
        "title": kind.one.capitalize(),
        "properties": {**properties, **said["properties"]},
        "required": [*(name for name in properties if name in needed), *said.get("required", ())],
        "$defs": {**head["$defs"], **said.get("$defs", {})},
    }


def _never_said(kind: Kind) -> set[str]:
    """Fields of the head that no document of the kind has; all others of its addresses are in each."""
    return ({"short_address"} if not kind.is_entry else set()) | ({"address"} if not has_address(kind) else set())


def _of_whole() -> dict[str, Any]:
    """The schema of the whole: lists of documents, each as the schema of its kind, which lies beside, describes it."""
    head = _of_model(WholeHandbook)
    say = words_of_language(DEFAULT_LANGUAGE)
    lists = {
        name: {
            "type": "array",
            "description": ", ".join(say(f"kind-{kind.name}") for kind in kinds),
            "items": {"anyOf": [{"$ref": f"{kind.name}.json"} for kind in kinds]},
        }
        for name, kinds in kinds_by_list().items()
    }
    return {
        **head,
        "properties": {**head["properties"], **lists},
        "required": [*head["required"], *lists],
    }


def _of_model(model: type[Record]) -> dict[str, Any]:
    """The schema of what a model says where it is published."""
    found = model.model_json_schema(mode="serialization", schema_generator=_AsPublished)
    shapes = {name: shape for name, shape in found["properties"].items() if name not in UNPUBLISHED}
    needed = [name for name in found.get("required", ()) if name in shapes]
    return {**found, "title": title_of(model), "properties": shapes, "required": needed}

"""The text of a new record: every field with its help, the needed ones with an example and a place to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import indent, wrap

from macros.schema.field_help import FieldHelp, ModelHelp, help_for
from macros.schema.kinds import Kind

EXAMPLE = "#> "
"""How a line of an example begins."""


def blank_record(kind: Kind, known: Mapping[str, str], examples: Mapping[str, str]) -> list[str]:
    """The lines of a record that is to be filled in. Lines that begin with ``#`` are for the author.

    Args:
        kind: decides which fields there are, and what is said of them.
        known: the values that need no thought, by the name of the field.
        examples: an example of each needed field, as YAML.
    """
    first, *parts = help_for(kind)
    by_anchor = {part.anchor: part for part in parts}
    lines: list[str] = []
    for field in first.fields:
        example = "" if field.name in known else examples.get(field.name, "")
        # A field that a check asks for has an example, too.
        blank = _blank(field, known.get(field.name, ""), by_anchor, needed=field.required or bool(example))
        lines += [*_comment(field), *indent(example, EXAMPLE, lambda _: True).split("\n" if example else None), *blank, ""]
    return [line.rstrip() if line.startswith(EXAMPLE.rstrip()) else line for line in lines]


def _comment(field: FieldHelp) -> list[str]:
    need = "needed" if field.required else "may be left out"
    return [f"# {line}" for line in wrap(f"{field.help} ({field.type}; {need})", 110)]


def _blank(field: FieldHelp, value: str, parts: dict[str, ModelHelp], *, needed: bool) -> list[str]:
    """The field itself, ready to be filled in; a field that may be left out is a comment."""
    mark = "" if needed else "# "
    return [f"{mark}{line}" for line in _lines(field, value, parts)]


def _lines(field: FieldHelp, value: str, parts: dict[str, ModelHelp]) -> list[str]:
    if field.parts:
        needed = [part for part in parts[field.parts[0]].fields if part.required]
        first = sorted(needed, key=lambda part: not part.only)
        inner = [line for part in first for line in _lines(part, part.only, parts)]
        if field.type.startswith("list"):
            inner = [f"  - {inner[0]}", *(f"    {line}" for line in inner[1:])]
            if len(field.parts) > 1:
                kinds = ", ".join(part.only for name in field.parts for part in parts[name].fields if part.only)
                inner = [*(f"  # {line}" for line in wrap(f"The kinds are {kinds}.", 100)), *inner]
        else:
            inner = [f"  {line}" for line in inner]
        return [f"{field.name}:", *inner]
    if field.type.startswith("list"):
        return [f"{field.name}:", "  - "]
    if field.type == "text":
        return [f"{field.name}: |", "  "]
    return [f"{field.name}: {value}".rstrip()]

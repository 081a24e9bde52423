"""Writes the file of a new entry: every field with its help, the needed ones to fill in, the others as comments."""

from __future__ import annotations

import datetime
from pathlib import Path
from textwrap import wrap

from macros.catalogue.free_codes import codes_in_files, next_free_code
from macros.catalogue.parts import CONTENT
from macros.catalogue.settings_file import read_settings
from macros.schema.field_help import FieldHelp, ModelHelp, help_for
from macros.schema.kinds import BY_NAME, Kind
from macros.site.editor_schema import schema_files

SCHEMA_FOLDER = ".schema"


class NewEntryError(Exception):
    """The file was not written; the message says why."""


def make_entry(root: Path, kind_name: str, slug: str, today: datetime.date) -> Path:
    """Writes ``content/<kind>/<slug>.yml`` of the project itself and the schemas that editors use.

    Raises:
        NewEntryError: if the name cannot be an address, the file exists, or the kind has no code left.
    """
    kind = BY_NAME[kind_name]
    if not kind.may_be_called(slug):
        raise NewEntryError(f"'{slug}' cannot be an address. {kind.names_for(slug)}")
    path = root / CONTENT / kind.name / f"{slug}.yml"
    if path.exists():
        raise NewEntryError(f"{path.relative_to(root)} exists already.")
    code = next_free_code(codes_in_files(root, *read_settings(root)[0].layers), kind.letter)
    if not code:
        raise NewEntryError(
            f"No code with '{kind.letter}' is free any more: codes have up to four digits, and none is used twice."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(blank_entry(kind, slug, code, today), "utf-8")
    for name, text in schema_files().items():
        (root / SCHEMA_FOLDER).mkdir(exist_ok=True)
        (root / SCHEMA_FOLDER / name).write_text(text, "utf-8")
    return path


def blank_entry(kind: Kind, slug: str, code: str, today: datetime.date) -> str:
    """The text of a new file. Lines that begin with ``#`` are for the author; the schema alone decides what they say."""
    first, *parts = help_for(kind)
    known = {"title": slug.replace("-", " ").capitalize(), "code": code, "checked": today.isoformat()}
    by_anchor = {part.anchor: part for part in parts}
    lines = [f"# yaml-language-server: $schema=../../{SCHEMA_FOLDER}/{kind.name}.json", f"# {first.help}", ""]
    for field in first.fields:
        lines += [*_comment(field), *_blank(field, known.get(field.name, ""), by_anchor), ""]
    return "\n".join(lines)


def _comment(field: FieldHelp) -> list[str]:
    need = "needed" if field.required else "may be left out"
    return [f"# {line}" for line in wrap(f"{field.help} ({field.type}; {need})", 110)]


def _blank(field: FieldHelp, value: str, parts: dict[str, ModelHelp]) -> list[str]:
    """The field itself, ready to be filled in; a field that may be left out is a comment."""
    mark = "" if field.required else "# "
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

"""What belongs to whoever publishes a copy: its address, and the name on its sheets. Read from ``mkdocs.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, TypeAlias

import yaml
from pydantic import AfterValidator, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from macros.print.fonts import shown
from macros.reading.problem import Problem
from macros.reading.source import Loc, dotted
from macros.schema.values import WEB_PATTERN, Record, Words
from macros.schema.wording import failures

FILE = "mkdocs.yml"
# Where each setting stands in the engine's file.
_PLACES: dict[str, Loc] = {"site_url": ("site_url",), "publisher": ("extra", "publisher")}


def _printable(words: str) -> str:
    if missing := next((character for character in words if character not in shown()), None):
        raise PydanticCustomError("not_printable", "not printable", {"character": missing})
    return words


Printed: TypeAlias = Annotated[Words, AfterValidator(_printable)]


class Publisher(Record):
    """Who hands out the sheets: a practice, a service, a group."""

    name: Printed
    """Its name, as it stands at the head of every sheet."""
    contact: Printed | None = None
    """How it is reached: a telephone number, an address. Left out where it should not be printed."""


def _with_slash(address: str) -> str:
    return address if address.endswith("/") else f"{address}/"


class Settings(Record):
    """The part of ``mkdocs.yml`` that paper needs."""

    site_url: Annotated[str, StringConstraints(pattern=WEB_PATTERN), AfterValidator(_with_slash)] | None = None
    """Where this copy is published. While it is not set, paper bears a short address and no QR code."""
    publisher: Publisher | None = None
    """Who hands out the sheets."""


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings in ``root/mkdocs.yml``, and what is wrong with them; with problems, the settings are empty."""
    path = root / FILE
    try:
        # Composed and not constructed: the engine's file may bear tags that name Python objects.
        tree = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader) if path.is_file() else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return Settings(), [Problem(FILE, line, "", f"The file cannot be read: {error.problem}.")]
    found = {name: node for name, place in _PLACES.items() if (node := _at(tree, place))}
    try:
        return Settings.model_validate({name: _data(node) for name, node in found.items()}), []
    except ValidationError as error:
        return Settings(), [_problem(loc, message, found) for loc, message in failures(error, Settings, "setting")]


def _at(node: yaml.Node | None, place: Loc) -> yaml.Node | None:
    """The node at a place, if there is one."""
    for name in place:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    return node


def _data(node: yaml.Node) -> Any:
    """A node as data, every scalar as text, no value as none. A tag that only the engine knows makes it no text."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _data(value) for key, value in node.value}
    if isinstance(node, yaml.ScalarNode) and node.tag.startswith("tag:yaml.org"):
        return None if node.tag.endswith(":null") else node.value
    return [node.tag]


def _problem(loc: Loc, message: str, found: dict[str, yaml.Node]) -> Problem:
    name, *inner = loc
    node = found[str(name)]
    for end in range(len(inner), -1, -1):
        if (near := _at(node, tuple(inner[:end]))) is not None:
            node = near
            break
    return Problem(FILE, node.start_mark.line + 1, dotted((*_PLACES[str(name)], *inner)), message)

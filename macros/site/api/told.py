"""All that a page tells, also what leads no search to it: numbers, dangers, first aid. Who has the text alone needs them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from macros.view.blocks import Block
from macros.view.inlines import Inline

T = TypeVar("T")


def told(shown: T) -> T:
    """The same blocks, in which every word counts, however deep."""
    value: Any = shown
    if isinstance(value, Inline):
        return shown
    if type(value) is tuple:
        inner: Any = tuple(map(told, value))
        return inner  # type: ignore[no-any-return]
    if not is_dataclass(value) or isinstance(value, type):
        return shown
    parts = {field.name: told(getattr(value, field.name)) for field in fields(value) if field.init}
    changed: Any = replace(value, **(parts | ({"searched": True} if isinstance(value, Block) else {})))
    return changed  # type: ignore[no-any-return]

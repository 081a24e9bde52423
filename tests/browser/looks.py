"""The four looks in which every page must be without fault, and what axe says of one in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

from tests.browser.visitor import DESKTOP, PHONE

Scheme: TypeAlias = Literal["light", "dark"]
Look: TypeAlias = tuple[tuple[int, int], Scheme]

ON_A_PHONE: Look = (PHONE, "light")
LOOKS: tuple[Look, ...] = (ON_A_PHONE, (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark"))


def in_words(look: Look, violations: Iterable[dict[str, Any]]) -> Iterator[str]:
    """What axe has found in a look: the rule, and the first part of the page that breaks it."""
    (width, _), scheme = look
    yield from (f"{width} px, {scheme}: {found['id']}: {found['nodes'][0]['html'][:120]}" for found in violations)

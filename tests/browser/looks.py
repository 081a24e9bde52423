"""The four looks in which every page must be without fault, and how axe looks at a page in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

from tests.browser.visitor import DESKTOP, PHONE

Scheme: TypeAlias = Literal["light", "dark"]
Look: TypeAlias = tuple[tuple[int, int], Scheme]

LIGHT_PHONE: Look = (PHONE, "light")
DARK_DESK: Look = (DESKTOP, "dark")
LOOKS: tuple[Look, ...] = (LIGHT_PHONE, (PHONE, "dark"), (DESKTOP, "light"), DARK_DESK)

AXE = "axe.run({resultTypes: ['violations']}).then(results => results.violations)"
"""Runs axe in a page that has its script: it tells what is wrong, not all that is right."""


def in_words(look: Look, violations: Iterable[dict[str, Any]]) -> Iterator[str]:
    """What axe has found in a look: the rule, and the first part of the page that breaks it."""
    (width, _), scheme = look
    yield from (f"{width} px, {scheme}: {found['id']}: {found['nodes'][0]['html'][:120]}" for found in violations)

"""The marks by which a text names something else: ``[[kind/name]]``, ``[[kind/name|shown words]]`` and ``[[emergency]]``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# No '[' within: each look ends at the next one, so that a page full of them is read once and not once for each.
PATTERN = re.compile(r"\[\[(?P<id>[^\[\]|\n]{0,200})(?:\|(?P<words>[^\[\]\n]{0,400}))?\]\]")
EMERGENCY = "emergency"

_MACRO = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_CODE = re.compile(r"(^```.*?^```|`[^`\n]*`)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark as it was written.

    Attributes:
        id: what is named: ``kind/name``, or ``emergency`` for the emergency numbers.
        words: the words to show, empty where the title of the named record is to be shown.
        written: the mark itself.
    """

    id: str
    words: str
    written: str


def references(text: str) -> Iterator[Reference]:
    """All marks in a text, in order."""
    return (reference_in(match) for match in PATTERN.finditer(text))


def references_in_page(body: str) -> Iterator[tuple[int, Reference]]:
    """All marks in the Markdown of a page outside code, each with its line, from 0."""
    line = 0
    for number, part in enumerate(_CODE.split(body)):
        if number % 2 == 0:
            for match in PATTERN.finditer(part):
                yield line + part.count("\n", 0, match.start()), reference_in(match)
        line += part.count("\n")


def replace_in_page(body: str, replacement: Callable[[Reference], str]) -> str:
    """The Markdown of a page with every mark outside code replaced."""
    parts = _CODE.split(body)
    parts[::2] = [PATTERN.sub(lambda match: replacement(reference_in(match)), part) for part in parts[::2]]
    return "".join(parts)


def mask_references(match: re.Match[str]) -> str:
    """The words that a mark shows, filled up with spaces, so that places in the text stay what they were."""
    return (match["words"] or "").ljust(len(match[0]))


def without_macros(body: str) -> str:
    """The Markdown of a page with spaces in place of its macro calls: their arguments are names, not words."""
    return _MACRO.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)


def reference_in(match: re.Match[str]) -> Reference:
    """The mark that a match of ``PATTERN`` found."""
    return Reference(match["id"].strip(), (match["words"] or "").strip(), match[0])

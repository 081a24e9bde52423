"""Blocks and lines as plain words: for search, for descriptions, for what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from macros.view.blocks import Blocks, Bullets, Paragraph
from macros.view.inlines import (
    Badge,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Numbers,
    PageLink,
    RecordLink,
    Service,
    Strong,
    Term,
    WebLink,
    Words,
)


def plain(parts: Inlines, *, coded: bool = False) -> str:
    """The words of a line. ``coded`` is whether entries have their codes beside them, by which they are found from paper."""
    return "".join(plain_inline(part, coded=coded) for part in parts)


def plain_inline(part: Inline, *, coded: bool = False) -> str:  # noqa: PLR0911 - one arm for each kind of part
    """The words of one part of a line."""
    match part:
        case Words() | Badge():
            return part.text
        case Emphasis() | Strong() | WebLink():
            return plain(part.parts, coded=coded)
        case RecordLink():
            return f"{part.words} ({part.code})" if coded and part.code else part.words
        case PageLink() | Term():
            return part.words
        case LineBreak():
            return " "
        case Service():
            return f"{part.name} ({part.way.words})"
        case Numbers():
            return part.joined(words if part.bare else f"{words} ({places})" for _, words, places in part.calls)
    assert_never(part)


def paragraphs(blocks: Blocks, *, coded: bool = False) -> Iterator[str]:
    """The paragraphs and list items of a text, as they are read aloud."""
    for block in blocks:
        match block:
            case Paragraph():
                yield plain(block.parts, coded=coded)
            case Bullets():
                for item in block.items:
                    yield from paragraphs(item, coded=coded)

"""Cuts the book into sections: to lay out all of it at once takes gigabytes of memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from macros.print.compose.volume import Volume

ROOM = 1_000_000
"""Letters of JSON in a section: some 180 pages, for which Typst takes half a gigabyte. Each section brings its own fonts."""

_Values: TypeAlias = dict[str, Any]


def sections_of(book: Volume, room: int = ROOM) -> list[_Values]:
    """What the template sees of each section of a book, in order: the first has its front, the last the index.

    Each begins a page. One that ``continues`` goes on with the chapter that the section before began.
    """
    shared = {name: value for name, value in book.values.items() if name not in {"chapters", "index"}}
    pieces = list(_pieces(book.values["chapters"], room)) or [([], False)]
    sections = []
    for at, (chapters, continues) in enumerate(pieces):
        section = {
            **shared,
            "continues": continues,
            "front": at == 0,
            "contents": [_listed(chapter) for chapter in book.values["chapters"]] if at == 0 else [],
            "chapters": chapters,
            "index": book.values["index"] if at == len(pieces) - 1 else [],
            "own": list(dict.fromkeys(ids_in(chapters))),
        }
        sections.append(section)
    return sections


def ids_in(chapters: Iterable[_Values]) -> Iterator[str]:
    """What can be led to in chapters: their parts, and the headings that have a name."""
    for chapter in chapters:
        for part in chapter["parts"]:
            yield part["id"]
            yield from _named_headings(part)


def _named_headings(values: Any) -> Iterator[str]:
    if isinstance(values, dict):
        if values.get("kind") == "h" and values.get("id"):
            yield values["id"]
        for held in values.values():
            yield from _named_headings(held)
    elif isinstance(values, list):
        for held in values:
            yield from _named_headings(held)


def _pieces(chapters: Iterable[_Values], room: int) -> Iterator[tuple[list[_Values], bool]]:
    """Chapters that have room in one section. One that has not stands alone, cut; its later pieces go on with it."""
    held: list[_Values] = []
    for chapter in chapters:
        if held and _size(held) + _size(chapter) > room:
            yield held, False
            held = []
        first, *rest = _cut(chapter, room)
        held.append(first)
        if rest:
            yield held, False
            held = []
            yield from (([piece], True) for piece in rest)
    if held:
        yield held, False


def _cut(chapter: _Values, room: int) -> list[_Values]:
    """A chapter in pieces that have room in a section. One whose parts do not begin a page stays whole."""
    if is_list(chapter):
        return [chapter]
    pieces: list[list[_Values]] = [[]]
    filled = 0
    for part in chapter["parts"]:
        filled += _size(part)
        if pieces[-1] and filled > room:
            pieces.append([])
            filled = _size(part)
        pieces[-1].append(part)
    return [{**chapter, "parts": parts} for parts in pieces]


def is_list(chapter: _Values) -> bool:
    """Whether a chapter is a list, whose parts are lines."""
    return all(part["kind"] == "line" for part in chapter["parts"])


def _size(values: Any) -> int:
    return len(json.dumps(values, ensure_ascii=False))


def _listed(chapter: _Values) -> _Values:
    """A chapter and its parts in the table of contents."""
    parts = [] if is_list(chapter) else [part for part in chapter["parts"] if not part["opens"]]
    rows = [{"to": part["id"], "words": f"{part['code']} {part['title']}".strip()} for part in parts]
    return {"to": chapter["parts"][0]["id"], "words": chapter["title"], "parts": rows}

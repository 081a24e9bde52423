"""Joins tagged PDF files into one: pages, tags, bookmarks, and the links that lead from one file into another."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from macros.print.forms.pdf_file import written

AIM = "to:"
"""A link to this and a name leads to the place of that name, which may be in another file."""
_ABOVE = 10
"""Points between the upper edge of the window and the place that a link leads to: Typst leaves as much."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: its page, from 1, and how far from the left and from the top, in points."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that is joined to others.

    Attributes:
        pdf: the file, as Typst writes it.
        skipped: how many of its first pages are left out.
        places: where links may lead, by name; pages that are left out do not count.
        continues: whether it goes on with the chapter that the file before began. The title of the chapter is then on the first
            page that is left out, with a bookmark that holds all others.
    """

    pdf: bytes
    skipped: int
    places: Mapping[str, Place]
    continues: bool = False


def joined(pieces: Sequence[Piece]) -> bytes:
    """One file of several. What its first piece says of itself is said of the whole."""
    first, *rest = pieces
    with Pdf.open(io.BytesIO(first.pdf)) as whole:
        del whole.pages[: first.skipped]
        starts = [0]
        for number, piece in enumerate(rest, 1):
            starts.append(len(whole.pages))
            _append(whole, piece, f"{number}.")
        places = {
            name: (start + place.page, place)
            for start, piece in zip(starts, pieces, strict=True)
            for name, place in piece.places.items()
        }
        _lead(whole, places)
        return written(whole, anew=True)


def _append(whole: Pdf, piece: Piece, prefix: str) -> None:
    with Pdf.open(io.BytesIO(piece.pdf)) as source:
        kept = list(source.pages)[piece.skipped :]
        # A page alone would be copied without what it leads to. So all is copied in one go, as if pages were no pages.
        for page in source.pages:
            page.obj.Type = Name.Template
            del page.obj.Parent
        held = Dictionary(Pages=[page.obj for page in kept], Tags=source.Root.StructTreeRoot)
        if Name.Outlines in source.Root:
            held.Outlines = source.Root.Outlines
        copy = whole.copy_foreign(source.make_indirect(held))
        for copied in copy.Pages:
            copied.Type = Name.Page
            whole.pages.append(Page(copied))
    if piece.continues:
        del copy.Tags.K[0].K[0]
    _join_tags(whole.Root.StructTreeRoot, copy.Tags, copy.Pages, prefix)
    if Name.Outlines in copy:
        top = whole.Root.Outlines
        if piece.continues:
            _join_bookmarks(top.Last, copy.Outlines.First)
        else:
            _join_bookmarks(top, copy.Outlines)


# ---- tags ----


def _join_tags(tags: Object, more: Object, pages: Object, prefix: str) -> None:
    """Tags that come after others: one document holds all, and neither numbers nor names are there twice."""
    shift = int(tags.ParentTreeNextKey)
    for page in pages:
        for owner, key in ((page, Name.StructParents), *((note, Name.StructParent) for note in page.get("/Annots", ()))):
            if key in owner:
                owner[key] = int(owner[key]) + shift
    numbers: list[Any] = list(more.ParentTree.Nums)
    for at in range(0, len(numbers), 2):
        numbers[at] = int(numbers[at]) + shift
    tags.ParentTree.Nums.extend(numbers)
    tags.ParentTreeNextKey = shift + int(more.ParentTreeNextKey)
    document = tags.K[0]
    elements = list(more.K[0].K)
    for element in elements:
        element.P = document
    document.K.extend(elements)
    if Name.IDTree in more:
        _join_names(tags, more.IDTree.Names, prefix)


def _join_names(tags: Object, names: Object, prefix: str) -> None:
    """The cells that head others have names, of which each file has the same ones."""
    heads = [names[at] for at in range(1, len(names), 2)]
    for table in {table.objgen: table for table in map(_table_of, heads)}.values():
        for cell in _cells(table):
            for attribute in cell.get("/A", ()):
                if Name.Headers in attribute:
                    attribute.Headers = Array([String(f"{prefix}{name}") for name in attribute.Headers])
    for head in heads:
        head.ID = String(f"{prefix}{head.ID}")
    if Name.IDTree not in tags:
        tags.IDTree = Dictionary(Names=Array())
    held = tags.IDTree.Names
    pairs = [(bytes(held[at]), held[at + 1]) for at in range(0, len(held), 2)] + [(bytes(head.ID), head) for head in heads]
    pairs.sort(key=lambda pair: pair[0])
    tags.IDTree.Names = Array([part for name, head in pairs for part in (String(name), head)])


def _table_of(element: Object) -> Object:
    while Name.Table != element.S:
        element = element.P
    return element


def _cells(element: Object) -> Iterator[Object]:
    for kid in element.K:
        if isinstance(kid, Dictionary) and Name.S in kid:
            if kid.S in {Name.TH, Name.TD}:
                yield kid
            elif kid.S in {Name.TR, Name.THead, Name.TBody, Name.TFoot}:
                yield from _cells(kid)


# ---- bookmarks ----


def _join_bookmarks(parent: Object, other: Object) -> None:
    """Puts the bookmarks under another one after those under a first."""
    if Name.First not in other:
        return
    added = list(_siblings(other.First))
    for bookmark in added:
        bookmark.Parent = parent
    if Name.Last in parent:
        parent.Last.Next = added[0]
        added[0].Prev = parent.Last
    else:
        parent.First = added[0]
    parent.Last = added[-1]
    # Of a bookmark that is folded, the number is negative.
    folded = Name.Title in parent
    count = abs(int(parent.get("/Count", 0))) + len(added)
    parent.Count = -count if folded else count


def _siblings(bookmark: Object | None) -> Iterator[Object]:
    while bookmark is not None:
        yield bookmark
        bookmark = bookmark.get("/Next")


# ---- links ----


def _lead(whole: Pdf, places: Mapping[str, tuple[int, Place]]) -> None:
    """Makes of the links to names links to their places."""
    pages = [page.obj for page in whole.pages]
    for page in pages:
        for link in page.get("/Annots", ()):
            aim = str(link.get("/A", Dictionary()).get("/URI", ""))
            if aim.startswith(AIM):
                number, place = places[aim.removeprefix(AIM)]
                target = pages[number - 1]
                del link.A
                link.Contents = String(f"page {number}")
                link.Dest = Array([target, Name.XYZ, place.x, float(target.MediaBox[3]) - max(place.y - _ABOVE, 0), 0])

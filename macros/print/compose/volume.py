"""Handbook → the values of a document of many parts: a pack, a choice of sheets, or the whole handbook."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.settings import Settings
from macros.paper.sizes import Paper
from macros.print.compose.entry_nodes import EntryNodes
from macros.print.compose.nodes import heading, paragraph, strong, words
from macros.print.compose.page_nodes import page_nodes
from macros.print.compose.procedure_nodes import procedure
from macros.print.compose.sheet import UNDATED, sheet
from macros.print.compose.text import Node
from macros.schema.first_aid import FirstAid
from macros.schema.letter import Letter
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.schema.worksheet import Sheet
from macros.view.letter_draft import beginning


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a volume: a title, and the items in it, in order."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """A document of many parts, ready to be set.

    Attributes:
        values: what the template sees.
        paper: its size.
        date: the day of the release.
    """

    values: dict[str, Any]
    paper: Paper
    date: datetime.date


def volume(handbook: Handbook, chapters: Iterable[Chapter], paper: Paper, settings: Settings, **cover: Any) -> Volume:
    """A volume of chapters. ``cover`` holds ``code``, ``title``, ``about`` (nodes) and, for the book, ``index`` (rows)."""
    entries = EntryNodes(handbook)
    held = list(chapters)
    parts = [
        {"title": chapter.title, "parts": [_part(item, entries, paper, settings) for item in chapter.items]} for chapter in held
    ]
    release = handbook.release
    values = {
        "paper": {"width": paper.width, "height": paper.height, "letters": paper.letters},
        "release": release.name if release else "",
        "publisher": settings.publisher.model_dump() if settings.publisher else None,
        "keep": handbook.paper.keep,
        "known": [item.id for chapter in held for item in chapter.items],
        "chapters": parts,
        "index": [],
        **cover,
    }
    return Volume(values, paper, release.date if release else UNDATED)


def _part(item: Item, entries: EntryNodes, paper: Paper, settings: Settings) -> dict[str, Any]:
    code = item.entry.code if item.entry else ""
    named = {"id": item.id, "code": code, "title": item.title}
    if isinstance(item.fields, Sheet):
        values = sheet(entries.handbook, item, paper, settings).values
        return {**named, "kind": "sheet", "sheet": {**values, "publisher": None, "qr": ""}, "nodes": _letter(item, entries)}
    if isinstance(item.fields, PageHead):
        return {**named, "kind": "text", "nodes": page_nodes(item, entries)}
    if isinstance(item.fields, FirstAid):
        return {**named, "kind": "text", "nodes": procedure(entries, item)}
    if isinstance(item.fields, Source):
        return {**named, "kind": "line", "nodes": _source(item, entries)}
    return {**named, "kind": "text", "nodes": entries.of(item)}


def _letter(item: Item, entries: EntryNodes) -> list[Node]:
    """What a letter has beside its sheet: the beginning, and the example."""
    if not isinstance(item.fields, Letter):
        return []
    begun = [paragraph(words(text)) for text in beginning(item.fields, entries.handbook).split("\n\n")]
    made_up = paragraph([{"kind": "em", "parts": words("Made up. The people in it do not exist.")}])
    return [heading("Write it here"), *begun, heading("An example"), made_up, *entries.blocks(item.fields.example)]


def _source(item: Item, entries: EntryNodes) -> list[Node]:
    source = item.read(Source)
    found = " · ".join(
        filter(None, [source.doi and f"doi {source.doi}", source.pmid and f"PMID {source.pmid}", source.pmcid, source.url])
    )
    return [
        paragraph(words(f"{source.authors} ({source.year or 'undated'}). {source.title}. {source.where}. {found}")),
        paragraph([strong("It can show: "), *_run_on(entries.blocks(source.shows))]),
        paragraph([strong("It cannot show: "), *_run_on(entries.blocks(source.limits))]),
    ]


def _run_on(nodes: list[Node]) -> list[Node]:
    return [part for node in nodes for part in [*node.get("parts", ()), *words(" ")]]

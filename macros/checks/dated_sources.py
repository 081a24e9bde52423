"""Dated sources: what a reader does in danger rests on sources that say from when they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.place import Loc
from macros.reading.problem import Problem
from macros.reading.reference_syntax import references, references_in_page
from macros.schema.first_aid import FirstAid
from macros.schema.page import PageHead
from macros.schema.source import Source


def check(handbook: Handbook) -> Iterator[Problem]:
    """Safety texts that rest on undated sources alone. A page without a date may stand beside a source that has one."""
    undated = {f"sources/{item.slug}" for item, source in handbook.all_of(Source) if source.year is None}
    for item in handbook.items.values() if undated else ():
        for loc, pairs in groupby(_cited(item), key=lambda pair: pair[0]):
            cited = [source for _, source in pairs]
            if undated.issuperset(cited):
                name = cited[0].partition("/")[2]
                message = f"'{name}' has no year. A safety text rests on a dated source: find its year, or cite one beside it."
                yield item.problem(loc, message, words=f"[[{cited[0]}]]")


def _cited(item: Item) -> Iterator[tuple[Loc, str]]:
    """The sources under what a record says for safety, each with its text, its finding, or its line of a page."""
    for value, mark in item.texts():
        if mark.audience == "safety":
            yield from ((value.loc, found.id) for found in references(value.value) if found.id.startswith("sources/"))
    if isinstance(item.fields, FirstAid):
        for number, finding in enumerate(item.fields.evidence):
            yield from ((("evidence", number), f"sources/{name}") for name in finding.sources)
    if isinstance(item.fields, PageHead) and item.fields.reading == "safety":
        for line, found in references_in_page(item.body):
            if found.id.startswith("sources/"):
                yield ("body", item.body_line + line), found.id

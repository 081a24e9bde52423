"""Parts that entries, procedures and sources share: other names, findings, sources, and the state they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, repeat

from macros.catalogue.addresses import json_address
from macros.catalogue.anchors import Ids
from macros.catalogue.item import Item
from macros.schema.entry import Change, Entry
from macros.schema.entry import Finding as FindingRecord
from macros.schema.first_aid import FirstAid
from macros.schema.source import Source
from macros.view.blocks import AnyBlock, Facts, Findings, Heading, Lines, Medium, Paragraph
from macros.view.context import View, fact_id
from macros.view.inlines import Inlines, RecordLink, WebLink, Words, words


def also_called(view: View, names: tuple[str, ...], on: Medium = "everywhere") -> Iterator[AnyBlock]:
    """The other names of something."""
    if names:
        yield Paragraph(words(view.say("also-called", names=view.say.listed(names, "join"))), "also", on=on)


def evidence(view: View, findings: Iterable[FindingRecord], level: int, ids: Iterable[Ids] = ()) -> Iterator[AnyBlock]:
    """What is known, under its heading of a level; nothing for no findings. ``ids`` are their names for links."""
    pairs = zip(findings, chain(ids, repeat(())), strict=False)
    if found := tuple(replace(view.finding(finding), ids=names) for finding, names in pairs):
        yield Heading(view.say("what-is-known"), level)
        yield Findings(found)


def citation(view: View, item: Item, linked: Inlines) -> Inlines:
    """A source as it is cited in a list, with its title as given."""
    source = item.read(Source)
    year = str(source.year or view.say("undated"))
    return (Words(f"{source.authors} ({year}). "), *linked, Words(f". {source.where}."))


def source_lines(view: View, item: Item) -> tuple[Inlines, ...]:
    """Every source that an item names, as it is cited in a list."""
    return tuple(citation(view, source, (RecordLink(source.id, source.title),)) for source in view.sources_of(item))


def sources(view: View, item: Item, level: int) -> tuple[Heading, *tuple[AnyBlock, ...]]:
    """The sources of an entry under a heading of a level, and what the rest of it is."""
    lines = source_lines(view, item)
    listed = (Lines(lines, "sources", numbered=True, searched=False),) if lines else ()
    practice = Paragraph(words(view.say("rest-is-practice" if lines else "all-is-practice")), "practice", searched=False)
    return (Heading(view.say("sources"), level, searched=False), *listed, practice)


def changes_of(view: View, changes: Iterable[Change]) -> Iterator[tuple[str, Inlines]]:
    """A row for each change, with its day."""
    return ((view.say("changed-on", date=f"{change.date}"), view.texts.line(change.what)) for change in changes)


def colophon(view: View, item: Item, rows: Iterable[tuple[str, Inlines]] = ()) -> Facts:
    """The state of an entry or a procedure: when it was compared, who read it, what has changed."""
    record, say = item.fields, view.say
    assert isinstance(record, Entry | FirstAid)  # noqa: S101 - nothing else is reviewed
    reviews = [
        say("reviewed-by", date=f"{review.date}", role=review.role, verdict=say(f"verdict-{fact_id(review.verdict)}"))
        for review in record.reviews
    ]
    found = [
        *rows,
        (say("compared"), words(str(record.checked))),
        (say("reviewed"), words("; ".join(reviews) or say("not-reviewed"))),
        *changes_of(view, record.changes),
        *(row for finding in getattr(record, "evidence", ()) for row in changes_of(view, finding.changes)),
        (say("data"), (WebLink(json_address(item), words(say("file-json"))),)),
    ]
    return Facts(tuple(found), "colophon", on="screen", searched=False)

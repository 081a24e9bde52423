"""The page of a source: what it can show, what it cannot, and its record."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.item import Item
from macros.schema.source import Source
from macros.view.blocks import Blocks, Facts, Group, Heading, LinkGroups, Paragraph
from macros.view.cite import cite
from macros.view.context import View, fact_id
from macros.view.inlines import Inlines, Strong, WebLink, Words, words
from macros.view.record_parts import changes_of, citation


def page(view: View, item: Item) -> Blocks:
    """The page of a source."""
    source, say, texts = item.read(Source), view.say, view.texts
    named_in = view.named_in(item)
    used = (Heading(say("used-in"), searched=False), LinkGroups(named_in)) if named_in else ()
    year = str(source.year or say("undated"))
    return (
        Paragraph(words(f"{source.authors} ({year}). {source.where}."), "lead"),
        Heading(say("what-it-can-show")),
        Group(texts.block(source.shows)),
        Heading(say("what-it-cannot-show")),
        Group(texts.block(source.limits)),
        *used,
        Heading(say("the-record"), searched=False),
        Facts(tuple(_record(view, source)), "colophon"),
        *cite(view, item),
    )


def in_list(view: View, item: Item) -> Blocks:
    """A source in the list of a book: its record, what it can show and what it cannot."""
    source = item.read(Source)
    numbers = " · ".join(shown for _, shown, _ in _numbers(view, source))
    cited = citation(view, item, words(source.title))
    return (
        Paragraph((*cited, Words(f" {numbers}"))),
        *_said(view, "it-can-show", source.shows),
        *_said(view, "it-cannot-show", source.limits),
    )


def _said(view: View, name: str, text: str) -> Blocks:
    """A text that begins with a few strong words."""
    head: Inlines = (Strong(words(view.say(name))), Words(" "))
    first, *others = view.texts.block(text, explained=False)
    if isinstance(first, Paragraph):
        return (Paragraph((*head, *first.parts)), *others)
    return (Paragraph(head), first, *others)


def _record(view: View, source: Source) -> Iterator[tuple[str, Inlines]]:
    say = view.say
    yield say("kind-of-publication"), words(say(f"study-{fact_id(source.study)}"))
    for name, shown, address in _numbers(view, source):
        yield name, (WebLink(address, words(shown), shown=False),)
    yield say("confirmed"), words(say("confirmed-how", where=say(f"confirmed-{source.confirmed.lower()}"), how=source.how))
    yield from changes_of(view, source.changes)


def _numbers(view: View, source: Source) -> Iterator[tuple[str, str, str]]:
    """Where a source is found: the name of each number, the number, and its address."""
    if source.doi:
        yield view.say("doi"), source.doi, f"https://doi.org/{source.doi}"
    if source.pmid:
        yield view.say("pubmed"), source.pmid, f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    if source.pmcid:
        yield view.say("pubmed-central"), source.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{source.pmcid}/"
    if source.url:
        yield view.say("address"), source.url, source.url

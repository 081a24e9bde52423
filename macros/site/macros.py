"""What hand-written and generated pages can call. Each macro takes the page it stands on and returns Markdown or HTML.

An argument that names a record, a kind or the like bears a mark that says so: the check of pages reads it there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, TypeAlias

from macros.reading.reference_syntax import Reference
from macros.schema.entries import Situation
from macros.schema.field_help import all_help
from macros.schema.library import WordChoice
from macros.schema.source import Source
from macros.site.entry_values import entry_values
from macros.site.environment import fragment, render
from macros.site.first_aid_macros import first_aid, first_aid_list, first_aid_steps, show_procedure
from macros.site.sheet_macros import book_links, sheets_by_owner, sheets_by_stage, sheets_of, what_changed
from macros.view.comparison import comparison
from macros.view.macro_arguments import (
    AnyId,
    EntryId,
    EntryKind,
    FieldName,
    GateName,
    SourceName,
    TermName,
    TopicName,
)
from macros.view.page import Page


def show_entry(page: Page, entry: EntryId) -> str:
    """The whole of an entry: what an entry's own page consists of."""
    item = page.handbook.items[entry]
    return render(f"{item.kind.name}.md.j2", page, **entry_values(page, item))


def show_source(page: Page, source: SourceName) -> str:
    """The whole of a source: what a source's own page consists of."""
    item = page.handbook.items[f"sources/{source}"]
    kind_href = page.links.to_address("sources/")
    return render("source.md.j2", page, source=item.read(Source), named_in=page.named_in(item), kind_href=kind_href)


def link_to(page: Page, target: AnyId, words: str = "") -> str:
    """A link to anything that has an id."""
    return page.links.show(Reference(target, words, ""))


def entry_cards(page: Page, kind: EntryKind) -> str:
    """All entries of a kind as cards."""
    return fragment("cards.md.j2", page, cards=page.cards(page.handbook.of_kind(kind)))


def some_cards(page: Page, *entries: EntryId) -> str:
    """The named entries as cards, in the order given."""
    return fragment("cards.md.j2", page, cards=page.cards(page.handbook.items[entry] for entry in entries))


def situation_doors(page: Page) -> str:
    """The situations that have a place among the doors, in that order."""
    placed = [(situation.door, item.slug, item) for item, situation in page.handbook.all_of(Situation) if situation.door]
    ordered = [item for *_, item in sorted(placed, key=lambda door: door[:2])]
    return fragment("doors.md.j2", page, doors=page.cards(ordered))


def entry_table(page: Page, kind: EntryKind, *fields: Annotated[str, FieldName()]) -> str:
    """All entries of a kind side by side, a column for each of the named fields."""
    return fragment("table.md.j2", page, table=comparison(page.handbook, kind, fields))


def helpline_list(page: Page, topic: TopicName) -> str:
    """The helplines for one topic, with ways to reach them."""
    return fragment("helplines.md.j2", page, helplines=page.helplines(topic=topic), anchored=(), without=())


def helplines_by_region(page: Page) -> str:
    """All helplines under the names of the regions they work in. Each is anchored where it stands first."""
    directory = page.handbook.directory
    found = {name: views for name in directory.places if (views := page.helplines(region=name))}
    seen: set[str] = set()
    parts = []
    for name, views in found.items():
        anchored = {view.slug for view in views} - seen
        seen |= anchored
        boxes = fragment("helplines.md.j2", page, helplines=views, anchored=anchored, without=page.without_line(name))
        parts.append(f"## {directory.places[name].name} {{: #{name} }}\n\n{boxes}")
    headings = {name: directory.places[name].name for name in found}
    return "\n".join([fragment("jump.md.j2", page, headings=headings), *parts])


def gate_boxes(page: Page, *gates: GateName) -> str:
    """Safety boxes."""
    return fragment("gates.md.j2", page, gates=page.gates(gates), helplines=page.gate_helplines(gates))


def glossary_list(page: Page) -> str:
    """All words explained, in the order of the alphabet."""
    return fragment("glossary.md.j2", page, terms=page.handbook.of_kind("glossary"))


def glossary_term(page: Page, term: TermName, words: str = "") -> str:
    """A word with a link to its explanation."""
    return page.links.show(Reference(f"glossary/{term}", words, ""))


def source_list(page: Page) -> str:
    """All sources by title, as links to their pages."""
    cards = [page.citation(item) for item in page.handbook.of_kind("sources")]
    return fragment("cards.md.j2", page, cards=cards)


def scope_count(page: Page) -> str:
    """How many of the promised items the handbook holds, as 'n of 167'."""
    return page.handbook.carried


def grade_list(page: Page) -> str:
    """The grades of evidence with their meanings."""
    return fragment("grades.md.j2", page, grades=page.handbook.of_kind("grades"))


def page_cards(page: Page, folder: str) -> str:
    """The hand-written pages of a folder as cards, by title, without its index."""
    pages = [item for item in page.handbook.of_kind("pages") if item.slug.rpartition("/")[0] == folder]
    return fragment("cards.md.j2", page, cards=page.cards(item for item in pages if not item.slug.endswith("/index")))


def evidence_by_grade(page: Page) -> str:
    """All findings of all entries, by grade."""
    graded = [(grade, page.claims(grade.slug)) for grade in page.handbook.of_kind("grades")]
    return fragment("evidence.md.j2", page, graded=sorted(graded, key=lambda pair: pair[0].slug))


def word_table(page: Page) -> str:
    """The words that the handbook does not use, what it writes instead, and why."""
    return fragment("words.md.j2", page, choices=[choice for _, choice in page.handbook.all_of(WordChoice)])


def field_reference(page: Page) -> str:
    """Every field of every kind with its help, from the schema."""
    return fragment("fields.md.j2", page, models=all_help())


Macro: TypeAlias = Callable[..., str]

IN_A_SENTENCE = frozenset({"link_to", "glossary_term", "scope_count"})
"""The macros that give words within a sentence. All others give blocks, which stand alone on their line."""

MACROS: Mapping[str, Macro] = MappingProxyType(
    {
        macro.__name__: macro
        for macro in (
            show_entry,
            show_source,
            show_procedure,
            first_aid,
            first_aid_steps,
            first_aid_list,
            link_to,
            entry_cards,
            some_cards,
            situation_doors,
            entry_table,
            helpline_list,
            helplines_by_region,
            book_links,
            what_changed,
            sheets_of,
            sheets_by_stage,
            sheets_by_owner,
            gate_boxes,
            glossary_list,
            glossary_term,
            source_list,
            scope_count,
            grade_list,
            page_cards,
            evidence_by_grade,
            word_table,
            field_reference,
        )
    }
)
"""All macros by the names under which pages call them."""

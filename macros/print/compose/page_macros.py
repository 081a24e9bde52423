"""What the macros of hand-written pages show on paper. Each bears the name of the macro that shows it on the site."""

from __future__ import annotations

from collections.abc import Iterable

from macros.catalogue.item import Item
from macros.print.compose import procedure_nodes
from macros.print.compose.entry_nodes import EntryNodes
from macros.print.compose.nodes import bullets, heading, paragraph, reference, shown, strong, table, terms, words
from macros.print.compose.text import Node, line
from macros.reading.reference_syntax import Reference
from macros.schema.entries import Situation
from macros.schema.library import GlossaryTerm, Grade, WordChoice
from macros.view.comparison import comparison
from macros.view.on_paper import on_paper


def _cards(entries: EntryNodes, items: Iterable[Item]) -> list[Node]:
    return bullets(_card(entries, item) for item in items)


def _card(entries: EntryNodes, item: Item) -> list[Node]:
    about = getattr(item.fields, "summary", None) or getattr(item.fields, "description", None)
    more = [*words(". "), *line(about, entries.handbook)] if about else []
    return [entries.link(entries.page.link(item)), *more]


@shown
def show_entry(entries: EntryNodes, entry: str) -> list[Node]:
    """The whole of an entry."""
    return entries.of(entries.handbook.items[entry])


@shown
def show_procedure(entries: EntryNodes, procedure: str) -> list[Node]:
    """The whole of a procedure."""
    return procedure_nodes.procedure(entries, entries.handbook.items[f"first-aid/{procedure}"])


@shown
def first_aid(entries: EntryNodes, *procedures: str) -> list[Node]:
    """The short form of procedures."""
    return [node for name in procedures for node in procedure_nodes.card(entries, entries.handbook.items[f"first-aid/{name}"])]


@shown
def first_aid_steps(entries: EntryNodes, procedure: str) -> list[Node]:
    """The long form of a procedure within another page."""
    return procedure_nodes.steps(entries, entries.handbook.items[f"first-aid/{procedure}"], 2)


@shown
def first_aid_list(entries: EntryNodes) -> list[Node]:
    """All procedures."""
    return _cards(entries, entries.handbook.of_kind("first-aid"))


@shown
def link_to(entries: EntryNodes, target: str, text: str = "") -> list[Node]:
    """A link to anything that has an id."""
    return [reference(target, on_paper(Reference(target, text, ""), entries.handbook))]


@shown
def glossary_term(entries: EntryNodes, term: str, text: str = "") -> list[Node]:
    """A word that the glossary explains."""
    return link_to(entries, f"glossary/{term}", text)


@shown
def entry_cards(entries: EntryNodes, kind: str) -> list[Node]:
    """All entries of a kind."""
    return _cards(entries, entries.handbook.of_kind(kind))


@shown
def some_cards(entries: EntryNodes, *named: str) -> list[Node]:
    """The named entries."""
    return _cards(entries, (entries.handbook.items[entry] for entry in named))


@shown
def page_cards(entries: EntryNodes, folder: str) -> list[Node]:
    """The hand-written pages of a folder."""
    pages = (item for item in entries.handbook.of_kind("pages") if item.slug.rpartition("/")[0] == folder)
    return _cards(entries, (item for item in pages if not item.slug.endswith("/index")))


@shown
def situation_doors(entries: EntryNodes) -> list[Node]:
    """The situations that have a place among the doors."""
    placed = [(situation.door, item.slug, item) for item, situation in entries.handbook.all_of(Situation) if situation.door]
    ordered = sorted(placed, key=lambda door: door[:2])
    return bullets([entries.link(entries.page.link(item))] for *_, item in ordered)


@shown
def entry_table(entries: EntryNodes, kind: str, *fields: str) -> list[Node]:
    """All entries of a kind side by side."""
    found = comparison(entries.handbook, kind, fields)
    rows = [
        [[[entries.link(entries.page.link(row.item))]], *([line(text, entries.handbook) for text in cell] for cell in row.cells)]
        for row in found.rows
    ]
    return [table(found.headings, rows)]


@shown
def helpline_list(entries: EntryNodes, topic: str) -> list[Node]:
    """The helplines for one topic."""
    return entries.helplines(entries.page.helplines(topic=topic))


@shown
def helplines_by_region(entries: EntryNodes) -> list[Node]:
    """All helplines under the names of the regions they work in."""
    nodes: list[Node] = []
    for region, place in entries.handbook.directory.places.items():
        views = entries.page.helplines(region=region)
        nodes += [heading(place.name), *entries.helplines(views)] if views else []
        without = entries.page.without_line(region) if views else []
        nodes += bullets([strong(f"{topic}: "), *line(" ".join(says.split()), entries.handbook)] for topic, says in without)
    return nodes


@shown
def gate_boxes(entries: EntryNodes, *gates: str) -> list[Node]:
    """Safety boxes."""
    return entries.gates(gates)


@shown
def glossary_list(entries: EntryNodes) -> list[Node]:
    """All words explained."""
    return [terms((words(term.term), entries.blocks(term.means)) for _, term in entries.handbook.all_of(GlossaryTerm))]


@shown
def source_list(entries: EntryNodes) -> list[Node]:
    """All sources by title."""
    citations = (entries.page.citation(item) for item in entries.handbook.of_kind("sources"))
    return bullets([entries.link(link), *words(f": {link.about.striptags()}")] for link in citations)


@shown
def scope_count(entries: EntryNodes) -> list[Node]:
    """How many of the promised items the handbook holds."""
    return words(entries.handbook.carried)


@shown
def grade_list(entries: EntryNodes) -> list[Node]:
    """The grades of evidence with their meanings."""
    grades = ((item, item.read(Grade)) for item in entries.handbook.of_kind("grades"))
    return [terms((words(f"{item.slug}: {grade.label}"), entries.blocks(grade.means)) for item, grade in grades)]


@shown
def evidence_by_grade(entries: EntryNodes) -> list[Node]:
    """All findings of all entries, by grade."""
    nodes: list[Node] = []
    for item in sorted(entries.handbook.of_kind("grades"), key=lambda grade: grade.slug):
        nodes += [heading(f"{item.slug} · {item.read(Grade).label}"), *entries.blocks(item.read(Grade).means)]
        for claim in entries.page.claims(item.slug):
            cited = "; ".join(source.words for source in claim.finding.sources)
            head = [strong(f"For: {claim.finding.outcome}. "), entries.link(claim.entry), *words(f"; {cited}" if cited else "")]
            nodes += [paragraph(head), *entries.blocks(claim.finding.says)]
    return nodes


@shown
def word_table(entries: EntryNodes) -> list[Node]:
    """The words that the handbook does not use, and what it writes instead."""
    rows = [
        [[words(", ".join(choice.avoid[:3]))], [words(", or ".join(choice.use))], [line(choice.why, entries.handbook)]]
        for _, choice in entries.handbook.all_of(WordChoice)
    ]
    return [table(("You may hear", "We write", "Why"), rows)]

"""What is known of an entry as a table for professionals: no number without what it is out of, no grade without its result."""

from __future__ import annotations

from collections.abc import Iterable

from macros.catalogue.item import Item
from macros.schema.entry import Entry, Finding
from macros.view.blocks import Blocks, Table
from macros.view.context import View, fact_id
from macros.view.inlines import Inlines, Words, words
from macros.view.plain import paragraphs

_COLUMNS = ("for", "finding", "people", "compared", "tested", "grade", "source")


def outcomes_table(view: View, item: Item) -> Blocks:
    """All findings of an entry, a row for each; nothing where an entry has none."""
    findings = item.read(Entry).evidence
    headings = tuple(view.say(f"finding-column-{name}") for name in _COLUMNS)
    rows = tuple(_row(view, finding) for finding in findings)
    return (Table(view.say("outcomes-of", title=item.title), headings, rows, named=True),) if rows else ()


def _row(view: View, finding: Finding) -> tuple[tuple[Inlines, ...], ...]:
    say, shown = view.say, view.finding(finding)
    # Where nothing is said, the cell says so: an empty one is read as "none", and by some as "not needed".
    people = say("people-in-all", count=finding.people) if finding.people else say("not-told")
    tested = say(f"tested-{fact_id(finding.tested)}") if finding.tested else say("not-told")
    compared = view.texts.line(finding.compared_with) if finding.compared_with else words(say("not-compared"))
    return (
        (words(finding.outcome),),
        tuple(_found(view, finding)),
        (words(people),),
        (compared,),
        (words(tested),),
        (words(say("grade-and-label", grade=shown.grade, label=shown.label)),),
        tuple((source,) for source in shown.sources) or (words(say("practice-advice")),),
    )


def _found(view: View, finding: Finding) -> Iterable[Inlines]:
    """So many of 100 in each group, or what the finding says."""
    if finding.shares:
        return ((Words(view.say("dots-row", count=share.of_100, group=share.label)),) for share in finding.shares)
    return map(words, paragraphs(view.texts.block(finding.says, explained=False)))

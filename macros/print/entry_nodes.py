"""An entry as running text on paper: what its page on the site says, under the same headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.addresses import address
from macros.handbook import Handbook
from macros.item import Item
from macros.print.nodes import box, bullets, heading, numbered, paragraph, reference, strong, table, terms, words
from macros.print.text import Node, blocks, line
from macros.rendering.links import Links
from macros.rendering.page import Page
from macros.rendering.views import HelplineView, Link, LinkGroup, SheetView
from macros.schema import entries
from macros.schema.entry import Entry, Finding

_OPENNESS = {
    "invited": "Yes, they are invited",
    "surprise": "No, it is a surprise",
    "in stages": "Yes, it goes in stages",
    "not fixed": "Not fixed: it is decided each time",
}


class EntryNodes:
    """Turns entries of one handbook into nodes."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.page = Page(Links(handbook, ""))
        self._ids = {address(item): item.id for item in handbook.items.values() if item.kind.has_page}

    def of(self, item: Item) -> list[Node]:
        """All that the page of an entry says, without its title."""
        entry = item.read(Entry)
        nodes = [paragraph(line(entry.summary, self.handbook))]
        if entry.also_called:
            nodes.append(paragraph(words(f"Also called: {', '.join(entry.also_called)}.")))
        nodes += [*self._first(entry), *self._plain(entry), *self._own(entry), *self._steps(entry), *self._words(entry)]
        nodes += [
            *self.care(entry),
            *self._sheets(item),
            *self._relations(item),
            *self._professional(entry),
            *self._sources(item),
        ]
        return nodes

    def blocks(self, text: str | None) -> list[Node]:
        """A text of paragraphs and lists."""
        return blocks(text, self.handbook)

    def lines(self, texts: Iterable[str]) -> list[Node]:
        """A list of one-line texts."""
        return bullets(line(text, self.handbook) for text in texts)

    def link(self, link: Link) -> Node:
        """A link of the site as a reference, with the code of what it leads to."""
        shown = f"{link.words} ({link.meta})" if link.meta else link.words
        return reference(self._ids.get(link.href, ""), shown)

    def gates(self, touches: Iterable[str]) -> list[Node]:
        """The safety boxes that an entry calls for, and whom to call."""
        named = list(touches)
        found = [
            box(view.title, [*self.blocks(view.text), *bullets([self.link(link)] for link in view.links)])
            for view in self.page.gates(named)
        ]
        lines = self.page.gate_helplines(named)
        calls = ([*words(f"{', '.join(view.regions)}: {view.line.name}: "), strong(view.ways[0].words)] for view in lines)
        return [*found, paragraph([strong("Whom to call about this")]), *bullets(calls)] if lines else found

    def helplines(self, views: Iterable[HelplineView]) -> list[Node]:
        """Services, each with the ways to reach it, for whom it is, and what must stand beside it."""
        return [node for view in views for node in bullets([self._helpline(view)])]

    def _helpline(self, view: HelplineView) -> list[Node]:
        named = view.line
        ways = ", ".join(way.words for way in view.ways)
        about = [f"({', '.join(view.regions)}): {ways}.", named.for_whom]
        about += [f"Hours: {named.hours}."] if named.hours else []
        caution = line(" ".join(named.caution.split()), self.handbook) if named.caution else []
        return [strong(named.name), *words(f" {' '.join(about)} "), *caution]

    def _first(self, entry: Entry) -> Iterator[Node]:
        match entry:
            case entries.Situation():
                yield from [heading("Do this now"), *self.blocks(entry.now)]
            case entries.Coping():
                yield from [heading("A start in five minutes"), *self.blocks(entry.five_minutes)]
            case entries.InterventionType():
                yield paragraph([strong("The goal: "), *line(entry.goal, self.handbook)])
            case entries.InterventionModel():
                facts = {"Does the person know before?": _OPENNESS[entry.openness], "People": entry.people}
                yield self._facts({**facts, "Time": entry.time, "Cost": entry.cost})
            case entries.Technique():
                when = ", ".join(self.page.label(f"stages/{stage}") for stage in entry.stages)
                yield self._facts({"What it is for": entry.purpose, "When": when})

    def _facts(self, facts: dict[str, str]) -> Node:
        return terms((words(name), [paragraph(line(fact, self.handbook))]) for name, fact in facts.items())

    def _plain(self, entry: Entry) -> list[Node]:
        title = "What may be going on" if isinstance(entry, entries.Situation) else "In plain words"
        return [heading(title), *self.blocks(entry.for_families)]

    def _own(self, entry: Entry) -> Iterator[Node]:
        match entry:
            case entries.InterventionType():
                yield from self._headed({"When it fits": entry.fits, "When another goal fits better": entry.fits_not})
                yield from [heading("What follows"), *self.blocks(entry.follows)]
            case entries.InterventionModel():
                yield from self._headed({"When it may suit": entry.suits, "When another way is better": entry.suits_not})
                yield heading("What it rests on")
                yield terms((words(principle.name), self.blocks(principle.text)) for principle in entry.principles)
            case entries.Role():
                yield heading("What falls to you, stage by stage")
                yield terms((words(self.page.label(f"stages/{duty.stage}")), self.lines(duty.tasks)) for duty in entry.duties)
                yield from self._headed({"What helps in this role": entry.qualities})
            case entries.Coping():
                yield from self._headed({"What it is good for": entry.good_for})

    def _headed(self, lists: dict[str, tuple[str, ...]]) -> Iterator[Node]:
        for title, texts in lists.items():
            if texts:
                yield from [heading(title), *self.lines(texts)]

    def _steps(self, entry: Entry) -> list[Node]:
        title = "Next steps" if isinstance(entry, entries.Situation) else "Step by step"
        steps = numbered([paragraph([strong(step.title)]), *self.blocks(step.text)] for step in entry.steps)
        return [heading(title), *steps] if steps else []

    def _words(self, entry: Entry) -> Iterator[Node]:
        if entry.say or entry.avoid:
            yield heading("Words")
        for title, spoken in (("Try", entry.say), ("Better not", entry.avoid)):
            if spoken:
                quoted = ([*words("“"), *line(text, self.handbook), *words("”")] for text in spoken)
                yield from [heading(title, 2), *bullets(quoted)]

    def care(self, entry: Entry) -> list[Node]:
        """The safety boxes and cautions of an entry."""
        nodes = [*self.gates(entry.touches), *self.lines(entry.cautions)]
        more = self._headed({"When to get more help": entry.more_help}) if isinstance(entry, entries.Coping) else ()
        return [*([heading("Take care"), *nodes] if nodes else []), *more]

    def _sheets(self, item: Item) -> list[Node]:
        nodes = []
        for kind in ("worksheets", "letters"):
            if views := self.page.sheets(item, kind):
                nodes += [heading(f"{kind.capitalize()} for this"), *self.sheets(views)]
        return nodes

    def sheets(self, views: Iterable[SheetView]) -> list[Node]:
        """Worksheets or letters, each with its code."""
        return bullets([self.link(view.link)] for view in views)

    def _relations(self, item: Item) -> list[Node]:
        title = "Where to go next" if item.kind.name == "situations" else "Use with"
        nodes = []
        for name, groups in ((title, self.page.leads_to(item)), ("Used in", self.page.named_in(item))):
            if groups:
                nodes += [heading(name), *self.groups(groups)]
        return nodes

    def groups(self, groups: Iterable[LinkGroup]) -> list[Node]:
        """Groups of links, one line each."""
        return bullets([strong(f"{group.heading}: "), *self._joined(group.links)] for group in groups)

    def _joined(self, links: Iterable[Link]) -> list[Node]:
        parts: list[Node] = []
        for link in links:
            parts += [*words("; "), self.link(link)] if parts else [self.link(link)]
        return parts

    def _professional(self, entry: Entry) -> list[Node]:
        claimed = getattr(entry, "claimed", ())
        nodes = self.blocks(entry.for_professionals)
        if claimed:
            nodes += [heading("What its makers claim", 2), *self.lines(claimed)]
        if entry.evidence:
            nodes += [heading("What is known", 2), self.findings(entry.evidence)]
        return [heading("For professionals"), *nodes] if nodes else []

    def findings(self, findings: Iterable[Finding]) -> Node:
        """Findings as a table: for what, how sure, what, and from where."""
        rows = []
        for view in self.page.findings(findings):
            says: Any = [part for node in self.blocks(view.says) for part in node.get("parts", ())]
            tested = [words(view.tested)] if view.tested else []
            cited = "; ".join(source.words for source in view.sources) or "Practice advice"
            grade = [words(f"{view.grade}: {view.grade_label}"), *tested]
            rows.append([[words(view.outcome)], grade, [says], [words(cited)]])
        return table(("For", "Grade", "Finding", "Source"), rows)

    def _sources(self, item: Item) -> list[Node]:
        cited = [
            [
                *words(f"{source.authors} ({source.year or 'undated'}). "),
                self.link(link),
                *words(f" {source.title}. {source.where}."),
            ]
            for source, link in self.page.sources(item)
        ]
        known = "What has no source beside it is practice advice."
        none = "This page is practice advice: no study stands behind it."
        return [heading("Sources"), *bullets(cited), paragraph(words(known if cited else none))]

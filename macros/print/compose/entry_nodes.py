"""An entry as running text on paper: what its page on the site says, under the same headings."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.item import Item
from macros.print.compose.common_nodes import CommonNodes
from macros.print.compose.nodes import bullets, heading, numbered, paragraph, strong, terms, words
from macros.print.compose.procedure_nodes import card
from macros.print.compose.text import Node, line
from macros.schema import entries
from macros.schema.entry import Entry

_OPENNESS = {
    "invited": "Yes, they are invited",
    "surprise": "No, it is a surprise",
    "in stages": "Yes, it goes in stages",
    "not fixed": "Not fixed: it is decided each time",
}


class EntryNodes(CommonNodes):
    """Turns entries of one handbook into nodes."""

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

    def _first(self, entry: Entry) -> Iterator[Node]:
        match entry:
            case entries.Situation():
                yield from [heading("Do this now"), *self.blocks(entry.now)]
                for name in entry.first_aid:
                    yield from card(self, self.handbook.items[f"first-aid/{name}"])
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

    def _relations(self, item: Item) -> list[Node]:
        title = "Where to go next" if item.kind.name == "situations" else "Use with"
        nodes = []
        for name, groups in ((title, self.page.leads_to(item)), ("Used in", self.page.named_in(item))):
            if groups:
                nodes += [heading(name), *self.groups(groups)]
        return nodes

    def _professional(self, entry: Entry) -> list[Node]:
        claimed = getattr(entry, "claimed", ())
        nodes = self.blocks(entry.for_professionals)
        if claimed:
            nodes += [heading("What its makers claim", 2), *self.lines(claimed)]
        if entry.evidence:
            nodes += [heading("What is known", 2), self.findings(entry.evidence)]
        return [heading("For professionals"), *nodes] if nodes else []

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

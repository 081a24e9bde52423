"""Prepares what templates see on one page, so that a template decides nothing but the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from macros.catalogue.addresses import address, document_address
from macros.catalogue.directory import Shared
from macros.catalogue.handbook import Handbook, Relation
from macros.catalogue.item import Item
from macros.catalogue.settings import Settings
from macros.paper.availability import why_not
from macros.paper.sizes import PAPERS, VOLUME_PAPERS
from macros.project.preview import previewing
from macros.schema.entry import Entry, Finding
from macros.schema.helpline import Helpline
from macros.schema.letter import Letter
from macros.schema.library import Gate, Grade
from macros.schema.source import Source
from macros.schema.worksheet import LISTED_KINDS, Sheet
from macros.view.helplines import ways
from macros.view.links import Links, short_citation
from macros.view.markdown_subset import block_html, line_html
from macros.view.views import ClaimView, FindingView, GateView, HelplineView, Link, LinkGroup, SheetView


@dataclass(frozen=True, slots=True)
class Page:
    """Prepares values for one page. Its methods are what templates call."""

    links: Links
    settings: Settings = field(default_factory=Settings)

    @property
    def handbook(self) -> Handbook:
        """The handbook that is shown."""
        return self.links.handbook

    def block(self, text: str | None) -> Markup:
        """A text of paragraphs and lists as HTML; nothing for no text."""
        return block_html(text, self.links.show, self.links.explain) if text else Markup()

    def line(self, text: str) -> Markup:
        """A text of one line as HTML."""
        return line_html(text, self.links.show)

    def link(self, item: Item) -> Link:
        """A link to a record, with its summary where it has one."""
        about = getattr(item.fields, "summary", None) or getattr(item.fields, "description", None)
        code = item.entry.code if item.entry else ""
        return Link(self.links.to(item), item.title, self.line(about) if about else Markup(), code)

    def label(self, item_id: str) -> str:
        """The words for a record that is only named, such as a stage."""
        return self.handbook.items[item_id].title

    def gates(self, touches: Iterable[str]) -> list[GateView]:
        """The safety boxes that an entry calls for, in the order in which it names them."""
        views = []
        for name in touches:
            gate = self.handbook.the(f"gates/{name}", Gate)
            leads = (self.handbook.items[target] for target in gate.leads_to)
            elsewhere = tuple(self.link(item) for item in leads if address(item) != self.links.page)
            views.append(GateView(gate.title, gate.text, elsewhere))
        return views

    def gate_helplines(self, touches: Iterable[str]) -> list[HelplineView]:
        """Whom to call about the dangers an entry comes near: for each topic the first line of each place, by place."""
        gates = [self.handbook.the(f"gates/{name}", Gate) for name in touches]
        topics = dict.fromkeys(topic for gate in gates for topic in gate.topics)
        return [self._first_line(shared) for topic in topics for shared in self.handbook.directory.first(topic)]

    def _first_line(self, shared: Shared) -> HelplineView:
        return HelplineView("", shared.line, shared.regions, tuple(ways(shared.line, self.handbook.directory)), Markup())

    def findings(self, findings: Iterable[Finding]) -> list[FindingView]:
        """Findings with the meaning of their grades and links to their sources."""
        return [self._finding(finding) for finding in findings]

    def _finding(self, finding: Finding) -> FindingView:
        grade = self.handbook.the(f"grades/{finding.grade}", Grade)
        sources = tuple(self.citation(self.handbook.items[f"sources/{name}"]) for name in finding.sources)
        tested = f"tested {finding.tested}" if finding.tested else ""
        return FindingView(finding.outcome, finding.says, finding.grade, grade.label, tested, sources)

    def claims(self, grade: str) -> list[ClaimView]:
        """All findings of a grade, in the order of their entries."""
        return [
            ClaimView(self.link(item), self._finding(finding))
            for item, entry in self.handbook.all_of(Entry)
            for finding in entry.evidence
            if finding.grade == grade
        ]

    def citation(self, item: Item) -> Link:
        """A link to a source by its authors and year."""
        source = item.read(Source)
        return Link(self.links.to(item), short_citation(source), escape(source.title))

    def sources(self, item: Item) -> list[tuple[Source, Link]]:
        """Every source that an item names, in a field or in a text, once each, in the order of naming."""
        named = dict.fromkeys(r.target for r in self.handbook.named_by(item) if r.target.startswith("sources/"))
        return [(self.handbook.the(target, Source), self.citation(self.handbook.items[target])) for target in named]

    def leads_to(self, item: Item) -> list[LinkGroup]:
        """The records that an item declares it goes with, under the headings that the schema gives."""
        relations = [r for r in self.handbook.named_by(item) if r.mark.reads]
        # What belongs to the kind comes first; what merely stands beside it, last.
        return self._grouped((r.mark.reads, r.target) for r in sorted(relations, key=lambda r: r.loc[0] == "see_also"))

    def named_in(self, item: Item) -> list[LinkGroup]:
        """The records that declare that they go with an item: the inverse, without those it names itself."""
        own = {r.target for r in self.handbook.named_by(item) if r.mark.reads}
        return self._grouped((r.mark.back, r.origin) for r in self._shown_back(item) if r.origin not in own)

    def sheet(self, item: Item) -> SheetView:
        """A worksheet or a letter, for a list of them."""
        sheet = item.read(Sheet)
        documents = () if why_not() else tuple(self._document(item, f"-{paper.suffix}.pdf", paper.label) for paper in PAPERS)
        texts = ((".docx", "Word"), (".txt", "Text")) if isinstance(sheet, Letter) else ()
        edited = tuple(self._document(item, ending, words) for ending, words in texts)
        return SheetView(item, self.link(item), sheet.code, sheet.minutes, sheet.most_pages, edited, documents)

    def _document(self, item: Item, ending: str, words: str) -> Link:
        return Link(self.links.to_address(document_address(item, ending)), words, Markup())

    def volume_links(self, address_of: Callable[[str], str]) -> list[Link]:
        """Links to a document of many parts in each of its sizes; none where no PDF can be made, and in the preview."""
        papers = () if why_not() or previewing() else VOLUME_PAPERS
        return [Link(self.links.to_address(address_of(f"-{paper.suffix}.pdf")), paper.label, Markup()) for paper in papers]

    def sheets(self, item: Item, kind: str = "worksheets") -> list[SheetView]:
        """The worksheets, or the letters, that say that they belong to an item."""
        named = (self.handbook.items[r.origin] for r in self.handbook.naming(item) if r.mark.back)
        return [self.sheet(origin) for origin in dict.fromkeys(named) if origin.kind.name == kind]

    def _shown_back(self, item: Item) -> list[Relation]:
        """Without worksheets and letters: they have lists of their own."""
        named = ((r, self.handbook.items[r.origin].kind) for r in self.handbook.naming(item) if r.mark.back)
        return [relation for relation, kind in named if kind.has_page and kind.name not in LISTED_KINDS]

    def _grouped(self, pairs: Iterable[tuple[str, str]]) -> list[LinkGroup]:
        groups: dict[str, dict[str, None]] = {}
        for heading, target in pairs:
            groups.setdefault(heading, {})[target] = None
        return [
            LinkGroup(heading, tuple(self.link(self.handbook.items[target]) for target in targets))
            for heading, targets in groups.items()
        ]

    def siblings(self, item: Item) -> tuple[Link | None, Link | None]:
        """The entries before and after an entry within its kind."""
        kind = self.handbook.of_kind(item.kind.name)
        at = kind.index(item)
        before = self.link(kind[at - 1]) if at else None
        after = self.link(kind[at + 1]) if at + 1 < len(kind) else None
        return before, after

    def cards(self, items: Iterable[Item]) -> list[Link]:
        """Links with summaries, for cards."""
        return [self.link(item) for item in items]

    def helplines(self, *, region: str = "", topic: str = "") -> list[HelplineView]:
        """Helplines, all or those of a region, the most urgent topic first; those of a topic by place."""
        directory = self.handbook.directory
        listed = sorted(self.handbook.all_of(Helpline), key=lambda pair: directory.urgency(pair[1], topic))
        shown = [item for item, line in listed if region in {"", *directory.regions(line.places)} and topic in {"", *line.topics}]
        return [self._helpline(item) for item in shown]

    def without_line(self, region: str) -> list[tuple[str, str]]:
        """The topics for which a region has no line, each with what is said there instead."""
        directory = self.handbook.directory
        empty = (cell for cell in directory.cells() if cell.place == region and not cell.lines and cell.instead)
        return [(directory.topics[cell.topic].title, cell.instead) for cell in empty]

    def _helpline(self, item: Item) -> HelplineView:
        line = item.read(Helpline)
        # A caution may be prepared and not shown, so it must not use up the first use of a word on the page.
        caution = block_html(line.caution, self.links.show) if line.caution else Markup()
        directory = self.handbook.directory
        return HelplineView(item.slug, line, directory.short(line.places), tuple(ways(line, directory)), caution)

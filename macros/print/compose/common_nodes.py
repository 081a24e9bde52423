"""What entries and hand-written pages share on paper: links, safety boxes, services, lists, findings."""

from __future__ import annotations

from collections.abc import Iterable

from macros.catalogue.addresses import address
from macros.catalogue.handbook import Handbook
from macros.print.compose.nodes import box, bullets, lines_of, paragraph, reference, strong, table, words
from macros.print.compose.text import Node, blocks, line
from macros.schema.entry import Finding
from macros.view.links import Links
from macros.view.page import Page
from macros.view.views import HelplineView, Link, LinkGroup, SheetView


class CommonNodes:
    """Turns what one handbook shows in many places into nodes."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.page = Page(Links(handbook, ""))
        self._ids = {address(item): item.id for item in handbook.items.values() if item.kind.has_page}

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
        # Paper cannot be clicked: a chat is named by its address.
        ways = ", ".join(f"chat at {way.href.partition('://')[2]}" if way.kind == "chat" else way.words for way in view.ways)
        about = [f"({', '.join(view.regions)}): {ways}."]
        about += [f"After the call is answered: {named.call_note}."] if named.call_note else []
        about += [named.for_whom]
        about += [f"Hours: {named.hours}."] if named.hours else []
        about += [f"Languages: {', '.join(named.languages)}."] if named.languages else []
        about += [f"By text: {', '.join(named.text_languages)}."] if named.text_languages else []
        about += [f"Text telephone: {named.tty}."] if named.tty else []
        caution = line(" ".join(named.caution.split()), self.handbook) if named.caution else []
        return [strong(named.name), *words(f" {' '.join(about)} "), *caution]

    def sheets(self, views: Iterable[SheetView]) -> list[Node]:
        """Worksheets or letters, each with its code."""
        return bullets([self.link(view.link)] for view in views)

    def groups(self, groups: Iterable[LinkGroup]) -> list[Node]:
        """Groups of links, one line each."""
        return bullets([strong(f"{group.heading}: "), *self._joined(group.links)] for group in groups)

    def _joined(self, links: Iterable[Link]) -> list[Node]:
        parts: list[Node] = []
        for link in links:
            parts += [*words("; "), self.link(link)] if parts else [self.link(link)]
        return parts

    def findings(self, findings: Iterable[Finding]) -> Node:
        """Findings as a table: for what, how sure, what, and from where."""
        rows = []
        for view in self.page.findings(findings):
            tested = [words(view.tested)] if view.tested else []
            cited = "; ".join(source.words for source in view.sources) or "Practice advice"
            grade = [words(f"{view.grade}: {view.grade_label}"), *tested]
            rows.append([[words(view.outcome)], grade, lines_of(self.blocks(view.says)), [words(cited)]])
        return table(("For", "Grade", "Finding", "Source"), rows)

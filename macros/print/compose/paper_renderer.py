"""Blocks as running text on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from macros.print.compose.nodes import (
    Node,
    box,
    bullets,
    heading,
    lines_of,
    listed,
    paragraph,
    picture,
    reference,
    strong,
    table,
    terms,
    words,
)
from macros.print.compose.plan_page import plan_nodes
from macros.view import blocks as b
from macros.view import inlines as i
from macros.view.context import View
from macros.view.kinds.letters import MADE_UP
from macros.view.plain import plain, plain_inline


@dataclass(frozen=True, slots=True)
class PaperRenderer:
    """Shows blocks in a document. ``whole`` is whether the document is the whole handbook, which has the reference layer too."""

    view: View
    whole: bool = True

    def blocks(self, blocks: Iterable[b.AnyBlock]) -> list[Node]:
        """Blocks as nodes, without those for the screen."""
        left_out = {"screen"} if self.whole else {"screen", "reference"}
        return [node for block in blocks if block.on not in left_out for node in self.block(block)]

    # One arm for each kind of block: what is left out, the type checker reports.
    def block(self, block: b.AnyBlock) -> list[Node]:  # noqa: C901, PLR0911, PLR0912
        """One block."""
        match block:
            case b.Heading():
                return [heading(block.text, block.level)]
            case b.Paragraph():
                parts = self.line(block.parts)
                return [paragraph([{"kind": "em", "parts": parts}] if block.role == MADE_UP else parts)]
            case b.Bullets():
                return listed(map(self.blocks, block.items), numbered=block.numbered)
            case b.Lines():
                return bullets(map(self.line, block.items), numbered=block.numbered)
            case b.Group():
                return self.blocks(block.blocks)
            case b.Fold():
                return self.blocks((block.heading, *block.blocks))
            case b.Now():
                return [heading(block.heading), *self.blocks(block.blocks)]
            case b.CallNow():
                return [paragraph([strong(plain(block.words)), *words(f" {self._numbers(block)}")])]
            case b.First():
                return [paragraph(self.line(block.parts))]
            case b.Facts():
                return [terms((words(name), [paragraph(self.line(fact))]) for name, fact in block.rows)]
            case b.Definitions():
                return [terms((self.line(row.name), self.blocks(row.blocks)) for row in block.rows)]
            case b.Steps():
                items = ([paragraph([strong(step.title)]), *self.blocks(step.blocks)] for step in block.steps)
                return listed(items, numbered=True)
            case b.Spoken():
                return self._spoken(block)
            case b.Gate():
                return [box(block.title, [*self.blocks(block.blocks), *bullets(self.inline(link) for link in block.links)])]
            case b.Calls():
                return [paragraph([strong(self.view.say("whom-to-call"))]), *bullets(map(self._call, block.calls))]
            case b.CallsByPlace():
                return bullets(map(self._call, (call for place in block.places for call in place.calls)))
            case b.Helplines():
                return bullets(map(self._helpline, block.helplines))
            case b.Cards():
                return bullets(map(self._card, block.cards))
            case b.LinkGroups():
                return bullets(self._links(title, cards) for title, cards in block.groups)
            case b.Rows():
                return bullets(self.inline(row.link) for row in block.rows)
            case b.Findings():
                return self._findings(block)
            case b.Table():
                return [table(block.headings, [[list(map(self.line, cell)) for cell in row] for row in block.rows])]
            case b.FirstAidCard():
                more = [paragraph(self.inline(block.link))] if block.link else []
                return [paragraph([strong(block.title)]), *bullets(map(self.line, block.items), numbered=True), *more]
            case b.Drawing():
                return [picture(block.svg, block.says, filter(None, (block.title, block.unchecked)))]
            case b.Plan():
                return plan_nodes(self, block.plan)
            case b.Form() | b.Files() | b.SearchField() | b.Siblings() | b.Jump() | b.FieldList():
                return []  # a form is drawn as a sheet; the others can only be clicked, or are for authors
        assert_never(block)

    def line(self, parts: i.Inlines) -> list[Node]:
        """A line of text as parts."""
        return [node for part in parts for node in self.inline(part)]

    def inline(self, part: i.Inline) -> list[Node]:
        """One part of a line."""
        match part:
            case i.Emphasis():
                return [{"kind": "em", "parts": self.line(part.parts)}]
            case i.Strong():
                return [{"kind": "strong", "parts": self.line(part.parts)}]
            case i.LineBreak():
                return [{"kind": "break"}]
            case i.RecordLink():
                # A code is how an entry is found from paper.
                return [reference(part.target, plain_inline(part, coded=True))]
            case i.WebLink():
                # Paper cannot be clicked, so the address is printed beside the words.
                address = words(f" ({part.address.partition('://')[2]})") if part.shown else []
                return [*self.line(part.parts), *address]
            case i.Words() | i.Badge() | i.PageLink() | i.Term() | i.Service() | i.Numbers():
                # A number without a place beside it is the one to call: it must be seen at once.
                alone = isinstance(part, i.Numbers) and part.bare
                return [strong(plain_inline(part))] if alone else words(plain_inline(part))
        assert_never(part)

    def _spoken(self, block: b.Spoken) -> list[Node]:
        nodes: list[Node] = []
        for name, spoken in (("words-to-try", block.say), ("words-to-avoid", block.avoid)):
            nodes += [heading(self.view.say(name), 2), *bullets(map(self.line, spoken))] if spoken else []
        return nodes

    def _numbers(self, block: b.CallNow) -> str:
        return "; ".join(f"{call.way.words} ({call.places})" for call in (*block.first, *block.others))

    def _call(self, call: b.Call) -> list[Node]:
        note = words(f" ({call.note})") if call.note else []
        return [*words(f"{call.places}: {call.name}: "), strong(call.way.words), *note]

    def _helpline(self, line: b.Helpline) -> list[Node]:
        # Paper cannot be clicked: a chat is named by its address.
        say = self.view.say
        ways = say.listed(
            [say("way-chat-at", address=way.href.partition("://")[2]) if way.kind == "chat" else way.words for way in line.ways]
        )
        about = " ".join([f"({line.places}): {ways}.", *line.about])
        caution = [part for parts in lines_of(self.blocks(line.caution)) for part in (*words(" "), *parts)]
        return [strong(line.name), *words(f" {about}"), *caution]

    def _card(self, card: b.Card) -> list[Node]:
        about = [*words(". "), *self.line(card.about)] if card.about else []
        return [*self.inline(card.link), *about]

    def _links(self, title: str, cards: Iterable[b.Card]) -> list[Node]:
        parts: list[Node] = []
        for card in cards:
            parts += [*(words("; ") if parts else ()), *self.inline(card.link)]
        return [strong(f"{title}: "), *parts]

    def _findings(self, block: b.Findings) -> list[Node]:
        """Findings of one entry as a table; those of many entries one after the other."""
        say = self.view.say
        if any(finding.entry for finding in block.findings):
            return [node for finding in block.findings for node in self._claim(finding)]
        rows = []
        for finding in block.findings:
            cited = "; ".join(source.words for source in finding.sources) or say("practice-advice")
            grade = [words(say("grade-and-label", grade=finding.grade, label=finding.label))]
            grade += [words(finding.tested)] if finding.tested else []
            rows.append([[words(finding.outcome)], grade, lines_of(self.blocks(finding.blocks)), [words(cited)]])
        headings = [say(f"finding-column-{name}") for name in ("for", "grade", "finding", "source")]
        return [table(headings, rows)] if rows else []

    def _claim(self, finding: b.Finding) -> list[Node]:
        cited = "".join(f"; {source.words}" for source in finding.sources)
        outcome = strong(self.view.say("sentence", words=self.view.say("finding-for", outcome=finding.outcome)))
        entry = self.inline(finding.entry) if finding.entry else []
        tested = words(f" {finding.tested}") if finding.tested else []
        head = [outcome, *tested, *words(" "), *entry, *(words(cited) if cited else ())]
        return [paragraph(head), *self.blocks(finding.blocks)]

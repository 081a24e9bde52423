"""Blocks in the whole handbook: what many pages repeat is printed once, and every other page leads there by its page number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from macros.catalogue.item import Item
from macros.print.compose.nodes import Node, heading, listed, paragraph, place, places, strong, words
from macros.print.compose.paper_renderer import PaperRenderer
from macros.schema.library import Gate
from macros.schema.worksheet import Sheet
from macros.view import blocks as b
from macros.view import inlines as i
from macros.view.plain import plain
from macros.view.safety import EMERGENCY_PAGE

_ENDS = (".", "?", "!")
GATES_PAGE, HELPLINES_PAGE = "pages/gates/index", "pages/helplines/index"


@dataclass(frozen=True, slots=True)
class BookRenderer(PaperRenderer):
    """Shows blocks of the page of one record, ``here``, in the book, which holds the records with the ids in ``held``.

    The boxes of dangers with whom to call stand on the page of all gates, first aid on its own pages and among the emergencies,
    what is known of a helpline in the list of all, a source in full at the end, and each finding with its entry.
    """

    here: Item = field(kw_only=True)
    held: frozenset[str] = field(kw_only=True)

    # One arm for each kind of block that the book has in a way of its own.
    def block(self, block: b.AnyBlock) -> list[Node]:  # noqa: C901, PLR0911, PLR0912
        """One block."""
        match block:
            case b.Heading():
                return [{**heading(block.text, block.level), **self._anchor(block.anchor)}]
            case b.Paragraph(role="lead"):
                return [{"kind": "lead", "parts": self.line(block.parts)}]
            case b.Paragraph(role="practice", parts=parts) if plain(parts) == self.view.say("rest-is-practice"):
                return []  # the page behind the cover says it for all
            case b.Now():
                return [{**heading(block.heading), "now": True}, *self.blocks(block.blocks)]
            case b.CallNow():
                return [{"kind": "call", "nodes": PaperRenderer.block(self, block)}]
            case b.Gate(slug=slug) if slug:
                return [self._danger(slug)]
            case b.Calls() if self.here.id != GATES_PAGE:
                return []
            case b.FirstAidCard(link=i.RecordLink() as link) if self.here.id != EMERGENCY_PAGE:
                return self._referred(link.target, link.words)
            case b.FirstAidCard():
                _, *card = PaperRenderer.block(self, block)
                return [heading(block.title, 2), *card]
            case b.Fold(of=of) if of:
                return self._referred(of, block.heading.text)
            case b.Helplines() if self.here.id != HELPLINES_PAGE:
                return self._numbers_alone(block.helplines)
            case b.Steps():
                return listed(map(self._step, block.steps), numbered=True)
            case b.Facts() if isinstance(self.here.fields, Sheet):
                return []  # the sheet has them at its head
            case b.Facts():
                return [paragraph(self._facts(block))]
            case b.Cards() if all(card.link.target in self.held for card in block.cards):
                return places((card.link.target, _coded(card.link)) for card in block.cards)
            case b.Fold(blocks=(b.LinkGroups() as links,)):
                led = self._led_on(links)
                return [heading(block.heading.text, block.heading.level), paragraph(led)] if led else []
            case b.Rows():
                return places((row.link.target, _coded(row.link)) for row in block.rows)
            case b.Findings() if any(finding.entry for finding in block.findings):
                return places(
                    (finding.entry.target, f"{finding.outcome}: {_coded(finding.entry)}")
                    for finding in block.findings
                    if finding.entry
                )
            case b.Lines(role="sources"):
                return self._cited(block)
            case _:
                return PaperRenderer.block(self, block)

    def inline(self, part: i.Inline) -> list[Node]:
        """One part of a line. A link has the page it leads to; a source is found by its name."""
        if isinstance(part, i.RecordLink) and part.role != "cite":
            return [place(part.target, part.words, part.code)]
        return PaperRenderer.inline(self, part)

    def _anchor(self, anchor: str) -> Node:
        """What makes a heading a place to lead to: it is that of a record which has no page of its own."""
        name = f"{self.here.slug.partition('/')[0]}/{anchor}"
        return {"id": name} if name in self.view.handbook.items else {}

    def _danger(self, name: str) -> Node:
        """A danger in a sentence, and where all is that is said about it."""
        gate = self.view.handbook.require(f"gates/{name}", Gate)
        parts = [*self.line(self.view.texts.line(gate.in_short)), *words(" "), place(f"gates/{name}", gate.title)]
        return {"kind": "danger", "parts": parts}

    def _referred(self, target: str, title: str) -> list[Node]:
        """Where a procedure stands."""
        kind = self.view.say(f"kind-{target.partition('/')[0]}")
        return [{"kind": "danger", "parts": [strong(self.view.say("topic-is", topic=kind)), *words(" "), place(target, title)]}]

    def _numbers_alone(self, helplines: Iterable[b.Helpline]) -> list[Node]:
        """The name and the first number of each line, and where the rest is."""
        say = self.view.say
        lines = say.listed(
            [say("line-in-short", name=line.name, places=line.places, way=line.ways[0].words) for line in helplines]
        )
        more = [*words(" "), place(HELPLINES_PAGE, say("all-lines"))]
        return [paragraph([*words(say("sentence", words=lines)), *more])]

    def _step(self, step: b.Step) -> list[Node]:
        """A step whose title begins its text."""
        title = step.title if step.title.endswith(_ENDS) else self.view.say("sentence", words=step.title)
        first, *others = self.blocks(step.blocks) or [paragraph(())]
        if first["kind"] != "p":
            first, others = paragraph(()), [first, *others]
        return [paragraph([strong(title), *words(" "), *first["parts"]]), *others]

    def _facts(self, block: b.Facts) -> Iterator[Node]:
        """Facts, one a line."""
        for at, (name, fact) in enumerate(block.rows):
            yield from [{"kind": "break"}] if at else []
            asked = name if name.endswith(_ENDS) else self.view.say("topic-is", topic=name)
            yield from [strong(asked), *words(" "), *self.line(fact)]

    def _led_on(self, block: b.LinkGroups) -> list[Node]:
        """What an entry says that it goes with, by codes and pages, without what it belongs to, and what names it."""
        relations = self.view.handbook.outgoing(self.here)
        own = {self.view.say(f"relation-{said.mark.reads}") for said in relations if said.mark.reads and not said.mark.lists}
        parts: list[Node] = []
        for title, cards in (group for group in block.groups if group[0] in own):
            parts += [*(words(" ") if parts else ()), strong(self.view.say("topic-is", topic=title)), *words(" ")]
            for at, card in enumerate(cards):
                parts += [*(words("; ") if at else ()), place(card.link.target, card.link.code or card.link.words)]
            parts += words(".")
        return parts

    def _cited(self, block: b.Lines) -> list[Node]:
        """The names under which the sources are found at the end of the book."""
        view = self.view
        named = [part.target for line in block.items for part in line if isinstance(part, i.RecordLink)]
        cited = [view.citation(view.handbook.items[target]).words for target in named]
        return [paragraph(words(view.say("sentence", words="; ".join(cited))))]


def _coded(link: i.RecordLink) -> str:
    return f"{link.code} {link.words}" if link.code else plain((link,))

"""First aid as running text on paper: what a procedure's page on the site says, under the same headings."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.print.compose.common_nodes import CommonNodes
from macros.print.compose.nodes import heading, numbered, paragraph, strong, words
from macros.print.compose.text import Node, line
from macros.schema.first_aid import FirstAid


def procedure(common: CommonNodes, item: Item) -> list[Node]:
    """All that the page of a procedure says, without its title."""
    said = item.read(FirstAid)
    called = [paragraph(words(f"Also called: {', '.join(said.also_called)}."))] if said.also_called else []
    related = [*common.page.leads_to(item), *common.page.named_in(item)]
    return [
        paragraph(line(said.summary, common.handbook)),
        *called,
        heading("In short"),
        *_short(common, said),
        *steps(common, item),
        *([heading("Where to go next"), *common.groups(related)] if related else []),
        heading("What it rests on"),
        common.findings(said.evidence),
    ]


def card(common: CommonNodes, item: Item) -> list[Node]:
    """The short form of a procedure, which leads to its page."""
    said = item.read(FirstAid)
    return [paragraph([strong(said.title)]), *_short(common, said), paragraph([common.link(common.page.link(item))])]


def steps(common: CommonNodes, item: Item, level: int = 1) -> list[Node]:
    """Signs, call, steps, and when to stop, under headings of a level."""
    said = item.read(FirstAid)
    nodes = [heading("How to know it", level), *common.lines(said.signs), *common.blocks(said.call)]
    done = numbered([paragraph([strong(step.title)]), *common.blocks(step.text)] for step in said.steps)
    nodes += [heading("Until help comes", level), *done, heading("When to stop", level), *common.blocks(said.stop)]
    nodes += [heading("What not to do", level), *common.lines(said.never)] if said.never else []
    nodes += [heading("Not to be confused with", level), *common.blocks(said.is_not)] if said.is_not else []
    return [*nodes, heading("Afterwards", level), *common.blocks(said.afterwards)] if said.afterwards else nodes


def _short(common: CommonNodes, said: FirstAid) -> list[Node]:
    return numbered([paragraph(line(text, common.handbook))] for text in said.short)

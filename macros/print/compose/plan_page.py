"""The plan on paper: question by question, with what each answer leads to. Who reads there chooses by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.print.compose.nodes import Node, bullets, heading, paragraph, strong, words
from macros.view.plan import PlanAnswer, PlanForm, PlanSuggestion

if TYPE_CHECKING:
    from macros.print.compose.paper_renderer import PaperRenderer


def plan_nodes(paper: PaperRenderer, plan: PlanForm) -> list[Node]:
    """The questions of a plan with their answers, then the two ways. Country and paper are chosen on a screen alone."""
    nodes = [*paper.blocks(plan.intro), *bullets([_suggested(paper, plan.check)])]
    for question in plan.questions:
        asked = paper.view.say("plan-number", number=question.number)
        nodes += [heading(f"{asked} {question.asks}"), paragraph(paper.line(question.why))]
        # No list within a list: the typeface has one bullet.
        nodes += [node for one in question.answers for node in (paragraph([strong(one.says)]), *_answered(paper, one))]
    return [*nodes, heading(paper.view.say("plan-two-ways")), *paper.blocks((*plan.alone, *plan.guided))]


def _answered(paper: PaperRenderer, answer: PlanAnswer) -> list[Node]:
    if answer.stop:
        read = bullets(paper.inline(thing.link) for thing in answer.stop.read)
        return [
            paragraph(paper.line(answer.stop.says)),
            *paper.blocks((answer.stop.urgent,)),
            *read,
            *paper.blocks(answer.stop.calls),
        ]
    pack = [[*words(f"{paper.view.say('plan-pack')} "), *paper.inline(answer.pack)]] if answer.pack else []
    return bullets([*(_suggested(paper, suggestion) for suggestion in answer.adds), *pack])


def _suggested(paper: PaperRenderer, suggestion: PlanSuggestion) -> list[Node]:
    facts = words(f" {suggestion.thing.facts}") if suggestion.thing.facts else []
    return [*paper.inline(suggestion.thing.link), *words(". "), *paper.line(suggestion.why), *facts]

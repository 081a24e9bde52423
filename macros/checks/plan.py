"""The plan: no answer is idle, danger leads to help, and every way through the questions gives a list of a size that helps."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.plan_ways import PlanWay, check_first, plan_ways
from macros.reading.place import Loc
from macros.reading.problem import Problem, did_you_mean
from macros.schema.entries import Situation
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.page import PageHead
from macros.schema.plan import Answer, Plan, Question

FEWEST, MOST = 3, 9
"""How many things a list may hold: fewer are no plan, and more are not read."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """What is wrong with the questions, and where all is well with them, with the ways through them."""
    for item, plan in handbook.all_of(Plan):
        if not handbook.get("paper/paper"):
            yield item.problem((), "The safety check comes first in a plan. Name it in library/paper.yml.")
            return
        problems = [*_names(item, plan), *_answers(handbook, item, plan)]
        yield from problems
        named = [mark.id_of(value.value) for value, mark in item.refs()]
        if not problems and all(handbook.get(name) for name in named):
            yield from _ways(handbook, item, plan)


def _names(item: Item, plan: Plan) -> Iterator[Problem]:
    """Names that stand twice, and names of questions and answers that are not there."""
    answers = {f"{question.name}/{answer.name}" for question in plan.questions for answer in question.answers}
    if len(answers) < sum(len(question.answers) for question in plan.questions):
        yield item.problem(("questions",), "Two questions, or two answers to one question, have the same name.")
    for loc, question, answer in _each(plan):
        later = [other.name for other in plan.questions[plan.questions.index(question) + 1 :]]
        for number, name in enumerate(answer.skips):
            if name not in later:
                near = did_you_mean(name, later)
                yield item.problem((*loc, "skips", number), f"'{name}' is not the name of a later question.{near}")
        for number, suggestion in enumerate(answer.adds):
            for place, name in enumerate(suggestion.beside):
                if name not in answers:
                    message = f"'{name}' is no answer. Write it as question/answer.{did_you_mean(name, answers)}"
                    yield item.problem((*loc, "adds", number, "beside", place), message)


def _answers(handbook: Handbook, item: Item, plan: Plan) -> Iterator[Problem]:
    """Answers that do nothing, or two things at once, and danger that leads to no help."""
    if not any(answer.stop for answer in plan.questions[0].answers):
        yield item.problem(("questions", 0), "The first question must be about danger: one of its answers needs a 'stop'.")
    for loc, _, answer in _each(plan):
        if answer.stop and (answer.adds or answer.skips or answer.pack or answer.unchecked):
            yield item.problem(loc, f"The answer '{answer.name}' shows help, and nothing else. Remove all but 'stop'.")
        elif not (answer.stop or answer.adds or answer.skips):
            yield item.problem(loc, f"The answer '{answer.name}' changes nothing. Say what it adds, or remove it.")
        first = handbook.get(answer.stop.read[0]) if answer.stop else None
        if first and not _helps(handbook, first):
            message = f"'{first.id}' does not say what to do now. Name a situation, a procedure or a page on safety first."
            yield item.problem((*loc, "stop", "read", 0), message)
        for number, suggestion in enumerate(answer.adds):
            if suggestion.item == check_first(handbook):
                yield item.problem((*loc, "adds", number), "The safety check comes first by itself. Remove it here.")


def _helps(handbook: Handbook, item: Item) -> bool:
    safety = isinstance(item.fields, PageHead) and item.fields.reading == "safety"
    return safety or isinstance(item.fields, Situation | FirstAid) or item.id == check_first(handbook)


def _ways(handbook: Handbook, item: Item, plan: Plan) -> Iterator[Problem]:
    """Lists that are too short or too long, or lead to a talk unchecked, each told once; and what is on no list."""
    ways = [way for way in plan_ways(handbook, plan) if not way.stopped]
    wrong = next((way for way in ways if not FEWEST <= len(way.items) <= MOST), None)
    if wrong:
        message = f"{_told(wrong)} leads to a list of {len(wrong.items)}. It needs {FEWEST} to {MOST} things."
        yield item.problem(("questions",), message)
    unsafe = ((way, found) for way in ways if way.unchecked for found in way.items if _leads_to_talk(handbook, plan, found))
    for way, found in list(unsafe)[:1]:
        yield item.problem(("questions",), f"{_told(way)} leads to '{found}', which leads to a talk, without the safety check.")
    listed = {found for way in ways for found in way.items}
    for loc, _, answer in _each(plan):
        for number, suggestion in enumerate(answer.adds):
            if suggestion.item not in listed:
                yield item.problem((*loc, "adds", number), f"'{suggestion.item}' is on no list: no answers lead to it together.")


def _leads_to_talk(handbook: Handbook, plan: Plan, name: str) -> bool:
    entry = handbook.items[name].entry
    return isinstance(entry, Entry) and not set(plan.talks).isdisjoint(entry.touches)


def _told(way: PlanWay) -> str:
    return f"The way {', '.join(way.names)}"


def _each(plan: Plan) -> Iterator[tuple[Loc, Question, Answer]]:
    for at, question in enumerate(plan.questions):
        for number, answer in enumerate(question.answers):
            yield ("questions", at, "answers", number), question, answer

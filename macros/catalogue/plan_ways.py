"""Every way through the questions of the plan: the answers that are given, and the list or the help that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.catalogue.handbook import Handbook
from macros.schema.entries import Technique
from macros.schema.pack import Pack
from macros.schema.plan import Answer, Plan, Question, Suggestion
from macros.schema.worksheet import Sheet

_CHECK, _READ, _NOW, _STAGES, _PACKS = range(5)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given, with the question."""

    question: Question
    answer: Answer

    @property
    def name(self) -> str:
        """By which suggestions ask for it: ``who/partner``."""
        return f"{self.question.name}/{self.answer.name}"


@dataclass(frozen=True, slots=True)
class PlanWay:
    """One way through the questions.

    Attributes:
        given: the answers, in the order of the questions that were asked.
        items: ids of what the list holds, in its order; none where the way ends with help.
    """

    given: tuple[Given, ...]
    items: tuple[str, ...]

    @property
    def stopped(self) -> bool:
        """Whether it ends with help."""
        return any(given.answer.stop for given in self.given)

    @property
    def unchecked(self) -> bool:
        """Whether its list goes without the safety check."""
        return any(given.answer.unchecked for given in self.given)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the answers."""
        return tuple(given.name for given in self.given)


def plan_ways(handbook: Handbook, plan: Plan) -> Iterator[PlanWay]:
    """Every way, in the order of the questions and their answers."""
    yield from (PlanWay(given, _items(handbook, given)) for given in _from(plan.questions, (), frozenset()))


def check_first(handbook: Handbook) -> str:
    """The id of the safety check, which comes first."""
    return f"worksheets/{handbook.paper.check_first}"


def place_in_plan(handbook: Handbook, suggestion: Suggestion) -> tuple[int, int]:
    """Where something stands in a list: the safety check, what is read, what is for now, then stage by stage; packs are last."""
    item = handbook.items[suggestion.item]
    if item.id == check_first(handbook):
        return _CHECK, 0
    if isinstance(item.fields, Pack):
        return _PACKS, 0
    if suggestion.now:
        return _NOW, 0
    if not isinstance(item.fields, Sheet | Technique):
        return _READ, 0
    stages = {stage.slug: at for at, stage in enumerate(handbook.of_kind("stages"))}
    # The check on references tells a stage that is not there.
    return _STAGES, min(stages.get(name, 0) for name in item.fields.stages)


def _from(questions: tuple[Question, ...], given: tuple[Given, ...], skipped: frozenset[str]) -> Iterator[tuple[Given, ...]]:
    if not questions:
        yield given
        return
    question, *later = questions
    if question.name in skipped:
        yield from _from(tuple(later), given, skipped)
        return
    for answer in question.answers:
        so_far = (*given, Given(question, answer))
        if answer.stop:
            yield so_far
        else:
            yield from _from(tuple(later), so_far, skipped.union(answer.skips))


def _items(handbook: Handbook, given: tuple[Given, ...]) -> tuple[str, ...]:
    if any(one.answer.stop for one in given):
        return ()
    names = {one.name for one in given}
    added = [suggestion for one in given for suggestion in one.answer.adds if _is_added(suggestion, names)]
    ordered = dict.fromkeys(one.item for one in sorted(added, key=lambda one: place_in_plan(handbook, one)))
    checked = () if any(one.answer.unchecked for one in given) else (check_first(handbook),)
    return (*checked, *(item for item in ordered if item not in checked))


def _is_added(suggestion: Suggestion, names: Iterable[str]) -> bool:
    return not suggestion.beside or any(name in names for name in suggestion.beside)

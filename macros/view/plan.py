"""The plan: its questions, what each answer adds, and what a pack that is made in the browser needs."""

from __future__ import annotations

from dataclasses import dataclass

from macros.catalogue.item import Item
from macros.catalogue.plan_ways import check_first, place_in_plan
from macros.schema import plan as schema
from macros.schema.kinds import SHEET_KINDS
from macros.schema.worksheet import Sheet
from macros.view import safety
from macros.view.blocks import Blocks, CallNow
from macros.view.context import View
from macros.view.inlines import Inlines, RecordLink, Words
from macros.view.plan_numbers import PlanCountry, countries_of


@dataclass(frozen=True, slots=True)
class PlanThing:
    """Something that a plan can hold.

    Attributes:
        link: where it is.
        facts: how long it takes and how many pages it has; empty for what is only read.
        is_sheet: whether it can be a part of a pack that is made in the browser.
    """

    link: RecordLink
    facts: str
    is_sheet: bool


@dataclass(frozen=True, slots=True)
class PlanSuggestion:
    """Something that many families take next, and why.

    Attributes:
        thing: what it is.
        why: why it helps here.
        place: its place in a list: what has a smaller number comes first.
        beside: names of answers, of which one must be given; none where it is always added.
    """

    thing: PlanThing
    why: Inlines
    place: int
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanStop:
    """Help in place of a plan: what comes first, the emergency numbers, what to read, and whom else to call."""

    says: Inlines
    urgent: CallNow
    read: tuple[PlanThing, ...]
    calls: Blocks


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """An answer: what it says, what it adds, the nearest pack, which questions it skips; or help, where it is about danger."""

    name: str
    says: str
    adds: tuple[PlanSuggestion, ...]
    pack: RecordLink | None
    skips: tuple[str, ...]
    unchecked: bool
    stop: PlanStop | None


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """A question with its answers, and why it is asked."""

    name: str
    number: int
    asks: str
    why: Inlines
    answers: tuple[PlanAnswer, ...]


@dataclass(frozen=True, slots=True)
class PlanForm:
    """All that the page of the plan says.

    Attributes:
        questions: the questions, without the one about country and paper.
        where: the question about country and paper. Its answers are ``countries``.
        where_why: why it is asked.
        countries: the countries that have numbers.
        check: the safety check, which comes first.
        intro: what stands above a list.
        alone: the way without a professional.
        guided: the way with one.
        sheets: all worksheets, then all letters, each kind with its heading.
        topics: names of the topics whose numbers stand on every sheet.
        keep: the line about who might find what is printed.
    """

    questions: tuple[PlanQuestion, ...]
    where: str
    where_why: Inlines
    countries: tuple[PlanCountry, ...]
    check: PlanSuggestion
    intro: Blocks
    alone: Blocks
    guided: Blocks
    sheets: tuple[tuple[str, tuple[PlanThing, ...]], ...]
    topics: tuple[str, ...]
    keep: Inlines

    @property
    def last(self) -> int:
        """The number of the question about country and paper."""
        return len(self.questions) + 1


def plan_form(view: View, plan: schema.Plan) -> PlanForm:
    """The page of a plan."""
    texts = view.texts
    check = view.handbook.items[check_first(view.handbook)]
    return PlanForm(
        questions=tuple(_question(view, number, question) for number, question in enumerate(plan.questions, 1)),
        where=plan.country.asks,
        where_why=texts.line(plan.country.why),
        countries=tuple(countries_of(view)),
        check=PlanSuggestion(_thing(view, check), texts.line(plan.check_why), 0),
        intro=texts.block(plan.intro),
        alone=texts.block(plan.alone),
        guided=texts.block(plan.guided),
        sheets=tuple(
            (view.say(f"kind-{kind}"), tuple(_thing(view, item) for item in _by_code(view, kind))) for kind in SHEET_KINDS
        ),
        topics=view.handbook.paper.topics,
        keep=texts.line(view.handbook.paper.keep),
    )


def _question(view: View, number: int, question: schema.Question) -> PlanQuestion:
    answers = tuple(_answer(view, question, answer) for answer in question.answers)
    return PlanQuestion(question.name, number, question.asks, view.texts.line(question.why), answers)


def _answer(view: View, question: schema.Question, answer: schema.Answer) -> PlanAnswer:
    pack = view.handbook.items[f"packs/{answer.pack}"] if answer.pack else None
    return PlanAnswer(
        name=f"{question.name}/{answer.name}",
        says=answer.says,
        adds=tuple(_suggestion(view, suggestion) for suggestion in answer.adds),
        pack=view.link(pack) if pack else None,
        skips=answer.skips,
        unchecked=answer.unchecked,
        stop=_stop(view, answer.stop) if answer.stop else None,
    )


def _stop(view: View, stop: schema.Stop) -> PlanStop:
    return PlanStop(
        says=view.texts.line(stop.says),
        urgent=safety.call_now(view, (Words(view.say("danger-now")),)),
        read=tuple(_thing(view, view.handbook.items[target]) for target in stop.read),
        calls=tuple(safety.calls_by_place(view, stop.gates)),
    )


def _suggestion(view: View, suggestion: schema.Suggestion) -> PlanSuggestion:
    group, stage = place_in_plan(view.handbook, suggestion)
    stages = len(view.handbook.of_kind("stages"))
    thing = _thing(view, view.handbook.items[suggestion.item])
    return PlanSuggestion(thing, view.texts.line(suggestion.why), group * stages + stage, suggestion.beside)


def _thing(view: View, item: Item) -> PlanThing:
    is_sheet = isinstance(item.fields, Sheet)
    return PlanThing(view.link(item), view.row(item).facts if is_sheet else "", is_sheet)


def _by_code(view: View, kind: str) -> list[Item]:
    return sorted(view.handbook.of_kind(kind), key=lambda item: item.read(Sheet).code)

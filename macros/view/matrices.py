"""Tables of one kind beside another: goals and ways, ways and risks, techniques and ways, people and stages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from macros.catalogue.item import Item
from macros.schema.entries import InterventionModel, InterventionType, Role, Way
from macros.schema.library import Risk
from macros.schema.practice import RiskLimit
from macros.view.blocks import AnyBlock, Blocks, Heading, Table
from macros.view.context import View, fact_id
from macros.view.inlines import Inlines, Strong, words
from macros.view.practice import needed, reason

Cell: TypeAlias = tuple[Inlines, ...]
Rows: TypeAlias = tuple[tuple[Cell, ...], ...]


def type_matrix(view: View) -> Blocks:
    """Every way in a row, every goal in a column: how well the one serves the other, and why."""
    goals = [(item, item.read(InterventionType)) for item in view.handbook.of_kind("types")]
    reasons = {(way.model, item.id): way for item, goal in goals for way in goal.ways}
    rows = tuple(
        (_name(view, model), *(_fit(view, reasons.get((model.slug, goal.id))) for goal, _ in goals))
        for model in view.handbook.of_kind("models")
    )
    return _table(view, "goals-and-ways", ("the-way-column",), tuple(goal.title for goal, _ in goals), rows)


def ways_to_hold(view: View, goal: InterventionType) -> Blocks:
    """The ways for one goal, as its file orders them."""
    rows = tuple((_name(view, view.handbook.items[f"models/{way.model}"]), _fit(view, way)) for way in goal.ways)
    return _table(view, "goals-and-ways", ("the-way-column", "how-it-fits"), (), rows)


def goals_served(view: View, model: Item) -> Blocks:
    """The goals that a way can serve. One that it should not serve is no goal of it."""
    ways = ((goal, way) for goal, kind in view.handbook.all_of(InterventionType) for way in kind.ways)
    rows = tuple((_name(view, goal), _fit(view, way)) for goal, way in ways if way.model == model.slug and way.fits != "avoid")
    return _table(view, "goals-and-ways", ("the-goal-column", "how-it-fits"), (), rows)


def risk_matrix(view: View) -> Blocks:
    """First the words alone, every way in a row; then risk by risk, with what is needed, the reason and its sources."""
    limits = {
        (item.slug, limit.risk): limit
        for item, model in view.handbook.all_of(InterventionModel)
        for limit in (model.practice.risks if model.practice else ())
    }
    models = [item for item, model in view.handbook.all_of(InterventionModel) if model.practice]
    risks = [(item, risk) for item, risk in view.handbook.all_of(Risk) if risk.asked_of_models]
    short = tuple((_name(view, m), *(_may(view, limits.get((m.slug, r.slug))) for r, _ in risks)) for m in models)
    overview = _table(view, "ways-and-risks", ("the-way-column",), tuple(risk.label for _, risk in risks), short)
    return (*overview, *(part for item, risk in risks for part in _one_risk(view, item, risk, models, limits)))


def _one_risk(
    view: View, item: Item, risk: Risk, models: list[Item], limits: dict[tuple[str, str], RiskLimit]
) -> Iterator[AnyBlock]:
    found = ((model, limits.get((model.slug, item.slug))) for model in models)
    rows = tuple((_name(view, model), _reason(view, limit)) for model, limit in found if limit)
    if rows:
        yield Heading(risk.label, 2)
        yield from _table(view, "ways-and-risks", ("the-way-column", "what-it-means-for-it"), (), rows)


def technique_matrix(view: View) -> Blocks:
    """Every technique in a row, with the ways that it is part of."""
    models = list(view.handbook.all_of(InterventionModel))
    rows = tuple(
        (_name(view, item), tuple((view.link(model),) for model, fields in models if item.slug in fields.techniques))
        for item in view.handbook.of_kind("techniques")
    )
    return _table(view, "techniques-and-ways", ("the-technique-column", "part-of-these-ways"), (), rows)


def role_matrix(view: View) -> Blocks:
    """Stage by stage, who does what."""
    return tuple(part for stage in view.handbook.of_kind("stages") for part in _one_stage(view, stage))


def _one_stage(view: View, stage: Item) -> Iterator[AnyBlock]:
    duties = ((item, duty) for item, role in view.handbook.all_of(Role) for duty in role.duties)
    rows = tuple((_name(view, item), view.texts.lines(duty.tasks)) for item, duty in duties if duty.stage == stage.slug)
    if rows:
        yield Heading(stage.title, 2)
        yield from _table(view, "people-and-stages", ("the-role-column", "what-they-do"), (), rows)


def _name(view: View, item: Item) -> Cell:
    return ((view.link(item),),)


def _fit(view: View, way: Way | None) -> Cell:
    return (_word(view.say(f"fits-{fact_id(way.fits)}")), view.texts.line(way.why)) if way else ()


def _may(view: View, limit: RiskLimit | None) -> Cell:
    return (_word(view.say(f"may-{fact_id(limit.may)}")),) if limit else ()


def _reason(view: View, limit: RiskLimit) -> Cell:
    return (*_may(view, limit), *needed(view, limit), reason(view, limit))


def _word(text: str) -> Inlines:
    """A word that stands out: what it says never hangs on a color."""
    return (Strong(words(text)),)


def _table(view: View, label: str, first: tuple[str, ...], others: tuple[str, ...], rows: Rows) -> Blocks:
    """A table whose first headings are words of the language; nothing for no rows."""
    headings = (*map(view.say, first), *others)
    return (Table(view.say(label), headings, rows, named=True),) if rows else ()

"""The plan: a few questions, what each answer adds to a list to go on with, and what shows help instead."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

from macros.schema.annotations import Ref
from macros.schema.values import FamilyLine, FamilyText, Label, Named, Record, SafetyLine, Slug

GivenAnswer: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=121)]


class Suggestion(Record):
    """A sheet, a letter, a page or a pack that many families take next, and why."""

    item: Annotated[str, Ref(any="readable")]
    """What it is, as kind/name or pages/name."""
    why: Annotated[FamilyLine, StringConstraints(max_length=160)]
    """Why it helps here, in one sentence."""
    now: bool = False
    """Whether it comes right after the safety check: it is for today, and not a part of what is planned."""
    beside: tuple[GivenAnswer, ...] = ()
    """Answers to other questions, as question/answer: it is added where one of them was given. Without any, it always is."""


class Stop(Record):
    """What an answer shows in place of a plan: help, and nothing else."""

    says: SafetyLine
    """What comes before all planning, in one or two sentences."""
    read: Annotated[tuple[Annotated[str, Ref(any="readable")], ...], Field(min_length=1, max_length=3)]
    """Where to go, as kind/name or pages/name: first the page that says what to do now."""
    gates: tuple[Annotated[Named, Ref(("gates",))], ...] = ()
    """Dangers from library/gates.yml whose numbers are shown. The emergency numbers are shown in any case."""


class Answer(Record):
    """An answer in the words of a family."""

    name: Slug
    """Its name among the answers to the question, by which other answers can ask for it."""
    says: Label
    """The answer, as a reader would say it."""
    adds: tuple[Suggestion, ...] = ()
    """What it adds to the plan."""
    pack: Annotated[Named, Ref(("packs",))] | None = None
    """The ready pack that is closest to it."""
    skips: tuple[Named, ...] = ()
    """Later questions that need not be asked after it, by name."""
    unchecked: bool = False
    """Whether the list that it leads to goes without the safety check, as it leads to no talk: the one for a child."""
    stop: Stop | None = None
    """What it shows in place of a plan. It then adds nothing."""


class Question(Record):
    """One question with its answers. One of them is chosen."""

    name: Slug
    """Its name, by which answers can skip it or ask for one of its answers."""
    asks: Label
    """The question."""
    why: Annotated[FamilyLine, StringConstraints(max_length=200)]
    """Why it is asked, in one sentence."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=10)]
    """The answers, in order."""


class Country(Record):
    """The question about country and paper. Its answers are the places of library/places.yml."""

    asks: Label
    """The question."""
    why: Annotated[FamilyLine, StringConstraints(max_length=200)]
    """Why it is asked, in one sentence."""


class Plan(Record):
    """Up to six questions, and what many families take next after each answer. Nothing is prescribed."""

    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=5)]
    """The questions in their order; the one about country and paper is asked after them. What may be a danger comes first."""
    country: Country
    """The question about country and paper."""
    check_why: FamilyLine
    """Why the safety check comes first."""
    talks: Annotated[tuple[Annotated[Named, Ref(("gates",))], ...], Field(min_length=1)]
    """The dangers from library/gates.yml that a sheet or a letter touches which leads to a talk or a limit."""
    intro: FamilyText
    """What stands above the list, however it was found."""
    alone: FamilyText
    """The way without a professional. It is offered below each list."""
    guided: FamilyText
    """The way with a professional. It is offered below each list."""

"""One model for each kind of entry: what it holds beside what all entries hold."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, computed_field

from macros.schema.annotations import Fact, Ref
from macros.schema.entry import Entry, NextPlace, ProcedureId
from macros.schema.library import StageId
from macros.schema.overlay import Overlay
from macros.schema.practice import PartOfPractice, Practice, Reference
from macros.schema.values import FamilyLine, FamilyText, Label, Named, ProfessionalLine, Record, SafetyLine, SafetyText

Lines: TypeAlias = Annotated[tuple[FamilyLine, ...], Field(min_length=1, max_length=7)]
"""A short list, as readers can hold it."""
Warnings: TypeAlias = Annotated[tuple[SafetyLine, ...], Field(min_length=1, max_length=7)]
"""A short list of cases in which to stop or turn elsewhere, plain enough for the worst hour."""


class Way(Record):
    """How well a model serves the goal of a type."""

    model: Annotated[Named, Ref(("models",))]
    """The model: a name from content/models."""
    fits: Annotated[Literal["fits", "possible", "avoid"], Fact()]
    """Whether it serves this goal: 'fits', 'possible', or 'avoid'."""
    why: FamilyLine
    """The reason, in one or two short sentences."""


class InterventionType(Entry):
    """A type says what an intervention is for: its goal. How it is held is a model."""

    goal: FamilyLine
    """What the family wants to reach, in one sentence."""
    fits: Lines
    """When this goal fits, one case a line."""
    fits_not: Warnings
    """When another goal fits better, one case a line."""
    follows: FamilyText
    """What comes after it, whatever the answer was."""
    ways: tuple[Way, ...] = ()
    """How well each model serves this goal, and why. Every model is named once; the best ways come first."""
    techniques: tuple[Annotated[Named, Ref(("techniques",), reads="techniques-for-it", back="used-for-these-goals")], ...] = ()
    """Techniques that serve this goal."""
    practice: PartOfPractice | None = None
    """The reference layer: for interventionists and clinicians."""

    @computed_field
    def models(self) -> tuple[str, ...]:
        """Models that can serve this goal: those of its ways that are not to be avoided."""
        return tuple(way.model for way in self.ways if way.fits != "avoid")


class Principle(Record):
    """One idea that a model rests on."""

    name: Label
    """The idea in a few words."""
    text: FamilyText
    """What it means in practice, in one to three short sentences."""


class InterventionModel(Entry):
    """A model says how an intervention is held: its method. What it is for is a type."""

    openness: Annotated[Literal["no meeting", "invited", "in stages", "surprise", "not fixed"], Fact()]
    """Whether the person knows beforehand: 'no meeting' that they could know of, 'invited', 'in stages' (invited first),
    'surprise', or 'not fixed' by the model."""
    principles: Annotated[tuple[Principle, ...], Field(min_length=1, max_length=7)]
    """The ideas it rests on."""
    people: FamilyLine
    """Who takes part, and how many."""
    time: FamilyLine
    """How long the preparation and the meeting take. Say so where nothing is published."""
    cost: FamilyLine
    """What it costs a family. Say so where nothing is published."""
    meeting: FamilyLine
    """Whether a meeting is needed, and of which kind. Begins with yes or no, where that can be said."""
    leader: FamilyLine
    """Whether a trained leader is needed, and what can be done without one."""
    after_no: FamilyLine
    """What happens after a no."""
    suits: Lines
    """When it may suit, one case a line."""
    suits_not: Warnings
    """When another way is better, one case a line."""
    claimed: tuple[ProfessionalLine, ...] = ()
    """Benefits that its makers or providers claim, one a line, in neutral words."""
    roles: tuple[Annotated[Named, Ref(("roles",), reads="people-in-it", back="takes-part-in-these-models")], ...] = ()
    """Roles it needs."""
    techniques: tuple[Annotated[Named, Ref(("techniques",), reads="techniques-in-it", back="used-in-these-models")], ...] = ()
    """Techniques it uses."""
    practice: Practice | None = None
    """The reference layer: for interventionists and clinicians. It has a page of its own."""


class Duty(Record):
    """What a role does in one stage."""

    stage: StageId
    """The stage: a name from library/stages.yml."""
    tasks: Lines
    """What is done then, one task a line."""


class Role(Entry):
    """Someone who takes part, and what falls to them."""

    duties: Annotated[tuple[Duty, ...], Field(min_length=1)]
    """What the role does, stage by stage."""
    qualities: tuple[FamilyLine, ...] = ()
    """What helps someone in this role, one quality a line."""
    techniques: tuple[Annotated[Named, Ref(("techniques",), reads="techniques-for-it", back="used-by-these-people")], ...] = ()
    """Techniques this role uses."""
    coping: tuple[Annotated[Named, Ref(("coping",), reads="looking-after-yourself", back="helps-these-people")], ...] = ()
    """Coping entries that help someone in this role."""
    practice: PartOfPractice | None = None
    """The reference layer: for interventionists and clinicians."""


class Technique(Entry):
    """Something one does in preparing or holding a talk."""

    purpose: FamilyLine
    """What it is for, in one sentence."""
    stages: Annotated[tuple[StageId, ...], Field(min_length=1)]
    """When it is used: names from library/stages.yml."""
    techniques: tuple[Annotated[Named, Ref(("techniques",), reads="use-with", back="used-with")], ...] = ()
    """Techniques it goes together with."""
    practice: Practice | None = None
    """The reference layer: for interventionists and clinicians. It has a page of its own."""


class Coping(Entry):
    """Something a relative does for their own sake."""

    good_for: Lines
    """What it helps with, one thing a line."""
    five_minutes: FamilyText
    """A start that takes five minutes, today."""
    more_help: Warnings
    """When it is not enough, and where to turn."""
    coping: tuple[Annotated[Named, Ref(("coping",), reads="goes-well-with", back="goes-well-with")], ...] = ()
    """Coping entries it goes together with."""


class Door(Record):
    """Where readers find a situation among the others."""

    group: Literal["danger", "use", "talk", "care", "family", "money"]
    """What it is about first of all: danger (a life may be in danger, so the page begins with the emergency numbers), use, talk,
    care, family or money."""
    place: Annotated[int, Field(ge=1, le=99)]
    """Its order in the group, from 1: what is most urgent comes first."""


class Situation(Entry):
    """A door into the handbook: what is happening, in the reader's own words."""

    now: SafetyText
    """The one thing to do now."""
    first_aid: Annotated[tuple[ProcedureId, ...], Field(max_length=3), Overlay.ADDS] = ()
    """Procedures whose short form stands under it: names from library/first-aid.yml."""
    leads_to: Annotated[tuple[NextPlace, ...], Field(min_length=1)]
    """Where the reader goes next, as kind/name, or pages/name for a hand-written page."""
    door: Door
    """Where readers find it among the others."""


class Case(Entry):
    """A case that is planned otherwise than most: what differs, what is settled first, and when there is no meeting."""

    differs: Lines
    """What is different here, one thing a line."""
    first: Warnings
    """What is settled before anything else, one thing a line."""
    not_when: Warnings
    """When there is no meeting, and who leads instead, one case a line."""
    who: Reference
    """Who has to be asked or brought in, and why, one a line."""
    law: Reference
    """What law or rule must be checked, where, and by whom. It says what to ask, and never what the answer is."""
    record: Reference
    """What to write down, one thing a line."""
    models: tuple[Annotated[Named, Ref(("models",), reads="ways-to-hold-it", back="used-in-these-cases")], ...] = ()
    """Models that can serve in it."""
    techniques: tuple[Annotated[Named, Ref(("techniques",), reads="techniques-for-it", back="used-in-these-cases")], ...] = ()
    """Techniques that serve in it."""

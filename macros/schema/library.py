"""The library: lists that entries draw on. One model for an item of each list."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

from macros.schema.annotations import Ref
from macros.schema.helpline import TopicId
from macros.schema.overlay import Overlay
from macros.schema.values import (
    LANGUAGE_PATTERN,
    Day,
    EvidenceText,
    FamilyLine,
    FamilyText,
    Label,
    Named,
    OtherName,
    ProfessionalLine,
    Record,
    Remark,
    SafetyLine,
    SafetyText,
    Words,
)

DEFAULT_LANGUAGE = "en"
StageId: TypeAlias = Annotated[Named, Ref(("stages",))]


class GlossaryTerm(Record):
    """A special word, explained."""

    term: Label
    """The word."""
    means: FamilyText
    """What it means, in one or two sentences."""
    also_called: tuple[OtherName, ...] = ()
    """Other names for it."""
    forms: tuple[Words, ...] = ()
    """Other written forms of the word, such as its plural."""


class WordChoice(Record):
    """A word the handbook does not use, and what it says instead."""

    avoid: Annotated[tuple[Words, ...], Field(min_length=1)]
    """The exact words to look for, in small letters."""
    use: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What to write instead."""
    why: FamilyLine | None = None
    """Why, in one kind sentence."""
    basis: Remark
    """Who says so, or 'our choice'."""
    allowed_phrases: tuple[Words, ...] = ()
    """Phrases in which the word may stand, such as the name of an organization."""
    allowed_in: tuple[Annotated[str, Ref(("glossary",), any="readable")], ...] = ()
    """Entries, pages or glossary terms that speak about the word itself, as kind/name."""


class Grade(Record):
    """A grade of evidence."""

    label: Label
    """The grade in words that a family understands."""
    means: EvidenceText
    """What it takes to earn the grade."""
    needs_source: Annotated[bool, Overlay.CLOSED]
    """Whether a finding with this grade must name a source. The grade that need not is practice advice."""


class Stage(Record):
    """A stage of the journey."""

    label: Label
    """The stage in a few words."""
    means: FamilyLine
    """What happens in it, in one sentence."""
    beside: StageId | None = None
    """The stage in whose place it comes, where the way divides: after a no comes in the place of after a yes."""
    back_to: StageId | None = None
    """The stage to which the way may lead back from it."""


class Gate(Record):
    """A danger, with what to check about it. Every entry that comes near it says so in short."""

    title: Label
    """The danger in a few words."""
    text: SafetyText
    """What to check, and what to do instead."""
    words: tuple[Words, ...] = ()
    """Words by which a text comes near the danger. An entry that uses them for families must name it under touches."""
    in_short: SafetyLine
    """What to check in one or two sentences, for the entries and the sheets that come near the danger."""
    topics: tuple[TopicId, ...] = ()
    """What its helplines are for, by name from library/topics.yml. A page shows two lines of each place, the strip of a sheet
    those for the first topic alone."""
    leads_to: tuple[Annotated[str, Ref(any="readable")], ...] = ()
    """Where to read more, as kind/name or pages/name."""


class Risk(Record):
    """A risk that decides which ways of working are out of the question."""

    label: Label
    """Its name, as it stands at the head of a column."""
    means: ProfessionalLine
    """What counts as this risk, in one sentence."""
    gate: Annotated[Named, Ref(("gates",))] | None = None
    """The safety check that it belongs to: a name from library/gates.yml."""
    asked_of_models: bool = False
    """Whether every model of intervention has to say what this risk means for it."""


class ScopeItem(Record):
    """Something that the handbook has promised to hold."""

    item: Label
    """The item in a few words."""
    section: Label
    """The part of the source articles' inventory it belongs to."""


class EarlierRelease(Record):
    """A state of the content that someone may hold in print."""

    name: Label
    """Its name, as it stands on paper."""
    date: Day
    """Its day, as 2026-11-21."""


class Release(Record):
    """A dated state of the content."""

    name: Label
    """Name of the release, as it is printed on paper."""
    date: Day
    """Its day, as 2026-11-21."""
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)] = DEFAULT_LANGUAGE
    """The language of the content, as a folder of macros/language is named: 'en'."""
    before: tuple[EarlierRelease, ...] = ()
    """Earlier releases, the newest first. The page of changes says what is new since each."""


class Paper(Record):
    """What stands on every sheet, beside its own words."""

    strip: SafetyLine
    """The line of the safety strip at the head of a sheet: what to do in danger. The numbers follow, a line for each country."""
    check_first: Annotated[Named, Ref(("worksheets",)), Overlay.CLOSED]
    """The sheet that asks whether a plan is safe at all."""
    check_line: SafetyLine
    """The line under the strip that points to that sheet. The dangers a sheet touches follow. It is not on that sheet itself."""
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1), Overlay.ADDS]
    """What the numbers on every sheet are for: names from library/topics.yml. Those of the dangers a sheet touches are added."""
    keep: SafetyLine
    """The line at the foot of each page about who might find it."""

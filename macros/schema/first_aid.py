"""What hands do in an emergency: each procedure is said once, here, and shown by reference wherever it is needed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.schema.entry import Change, DrawingId, Finding, Moved, NextPlace, Review
from macros.schema.values import Day, Label, OtherName, Record, SafetyLine, SafetyText, SearchedWords, Slug, Words


class HandStep(Record):
    """One step that hands do, with its numbers."""

    title: Label
    """What is done, in a few words, beginning with a verb."""
    text: SafetyText
    """How it is done: where the hands go, how many, how fast, how long."""


class FirstAid(Record):
    """A procedure for one emergency: how to know it, whom to call, what hands do, and when to stop."""

    title: Label
    """The emergency in the reader's words."""
    summary: Annotated[SafetyLine, StringConstraints(max_length=200)]
    """What it is for, in one sentence."""
    signs: Annotated[tuple[SafetyLine, ...], Field(min_length=1, max_length=8)]
    """How to know it, one sign a line."""
    call: SafetyText
    """Whom to call, when, and what to say. It stands before all steps."""
    steps: Annotated[tuple[HandStep, ...], Field(min_length=1, max_length=8)]
    """What to do until help comes, in order, with numbers and rates."""
    stop: SafetyText
    """When to stop, and what decides the next step."""
    never: Annotated[tuple[SafetyLine, ...], Field(max_length=7)] = ()
    """What not to do, one thing a line."""
    is_not: SafetyText | None = None
    """What it is mistaken for, and what this is not a substitute for."""
    afterwards: SafetyText | None = None
    """What comes when help has arrived or the danger has passed."""
    short: Annotated[tuple[SafetyLine, ...], Field(min_length=2, max_length=6)]
    """The same in six lines at most. It stands wherever another page, a sheet or a letter needs it."""
    drawing: DrawingId | None = None
    """A drawing that stands under the short form: a name from library/drawings.yml."""
    own_words: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Words by which its key steps are known. Written by hand anywhere else, they are told: show this procedure instead."""
    also_called: tuple[OtherName, ...] = ()
    """Other names for it. They are shown."""
    search_words: tuple[SearchedWords, ...] = ()
    """Names of things that a reader might type. Each must stand in view on the page, or among its other names."""
    slang: tuple[SearchedWords, ...] = ()
    """Slang, misspellings, whole questions and words we do not use. Searched for, never shown and never published."""
    evidence: Annotated[tuple[Finding, ...], Field(min_length=1)]
    """What the steps rest on, each with its grade and its sources."""
    leads_to: tuple[NextPlace, ...] = ()
    """Where to read on, as kind/name, or pages/name for a hand-written page."""
    quiet: bool = False
    """Whether the title of the window says nothing about the page, and its first line says what the browser keeps."""
    checked: Day
    """The day on which it was last compared with its sources, as 2026-11-21."""
    since: Day | None = None
    """The day on which it first stood in the handbook."""
    reviews: tuple[Review, ...] = ()
    """Readings by people who know the field. Left out until there is one."""
    changes: tuple[Change, ...] = ()
    """What a holder of an older printed copy must know."""
    moved: tuple[Moved, ...] = ()
    """Published names of steps, findings and cautions that have new words. Links to them lead on."""
    was: tuple[Slug, ...] = ()
    """Earlier names of the procedure. Their addresses lead here."""

"""The library: lists that entries draw on. One model for an item of each list."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from macros.schema.entry import READABLE
from macros.schema.marks import Ref
from macros.schema.values import (
    EvidenceText,
    FamilyLine,
    FamilyText,
    Label,
    Number,
    Record,
    Remark,
    SafetyLine,
    SafetyText,
    Slug,
    Web,
    Words,
)

Confirmation: TypeAlias = Literal["C", "S", "U"]
"""C: seen in a published source. S: seen in a second-hand source only. U: not seen; never stated as a fact."""


class Source(Record):
    """A publication that the handbook rests on."""

    authors: Remark
    """Who wrote it, as 'Miller WR, Meyers RJ', or the body that published it."""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """Year of publication. Left out where the page bears no date."""
    title: Annotated[Label, StringConstraints(max_length=300)]
    """Its title, unchanged."""
    where: Annotated[Label, StringConstraints(max_length=300)]
    """Journal with volume and pages, publisher, or body."""
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    """Digital object identifier, without an address before it."""
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = None
    """PubMed number."""
    pmcid: Annotated[str, StringConstraints(pattern=r"^PMC\d{4,9}$")] | None = None
    """PubMed Central number, with PMC before it."""
    url: Web | None = None
    """Address of a published page."""
    study: Literal[
        "randomized trial",
        "meta-analysis",
        "systematic review",
        "observational study",
        "uncontrolled study",
        "survey",
        "guideline",
        "official page",
        "law",
        "article",
        "provider page",
        "book",
    ]
    """What kind of publication it is."""
    shows: EvidenceText
    """What it can show, in our own words, with figures and what they are out of."""
    limits: EvidenceText
    """What it cannot show."""
    confirmed: Literal["C", "S"]
    """C where the record was seen at its publisher or an official body, S where only second hand."""
    how: Remark
    """How it was confirmed, such as 'abstract read in a stored copy'."""


class GlossaryTerm(Record):
    """A special word, explained."""

    term: Label
    """The word."""
    means: FamilyText
    """What it means, in one or two sentences."""
    also_called: tuple[Words, ...] = ()
    """Other names for it."""
    forms: tuple[Words, ...] = ()
    """Other written forms of the word, such as its plural."""


Country: TypeAlias = Literal["US", "Canada", "England", "Scotland", "Wales", "Northern Ireland"]
Topic: TypeAlias = Literal[
    "emergency", "suicide", "any-crisis", "overdose-poison", "violence", "children", "families", "treatment", "veterans"
]


class Helpline(Record):
    """A service that can be reached. The only place for telephone numbers."""

    name: Label
    """Name of the service."""
    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    """Where it works."""
    topic: Topic
    """What it is for."""
    for_whom: SafetyLine
    """Who may use it, in one plain sentence."""
    call: Number | None = None
    """Number to call, as it is printed."""
    call_note: SafetyLine | None = None
    """What to do once connected, such as 'then press 1'."""
    tty: Number | None = None
    """Number for text telephones."""
    text_to: Number | None = None
    """Number to send a text message to."""
    text_word: Words | None = None
    """Word to send, where one is needed."""
    chat: Web | None = None
    """Address of its online chat."""
    web: Web | None = None
    """Address of its own site."""
    hours: Words | None = None
    """When it answers. Left out where it was not found."""
    languages: tuple[Words, ...] = ()
    """Languages on the telephone."""
    text_languages: tuple[Words, ...] = ()
    """Languages by text message, where they differ."""
    caution: SafetyText | None = None
    """What must stand beside the number."""
    source: Web
    """Where the number was found."""
    confirmed: Literal["C", "S"]
    """C where it was seen on the service's own or an official page, S where only second hand."""
    how: Remark
    """How it was checked, such as 'found in a published page, not dialed'."""
    last_verified: datetime.date
    """When, as 2026-11-21."""
    verify_by: datetime.date
    """By when it must be checked again, as 2027-05-21."""


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
    allowed_in: tuple[Words, ...] = ()
    """Ids of entries or pages that speak about the word itself, as kind/name."""


class Grade(Record):
    """A grade of evidence."""

    label: Label
    """The grade in words that a family understands."""
    means: EvidenceText
    """What it takes to earn the grade."""
    needs_source: bool
    """Whether a finding with this grade must name a source. The grade that need not is practice advice."""


class Stage(Record):
    """A stage of the journey."""

    label: Label
    """The stage in a few words."""
    means: FamilyLine
    """What happens in it, in one sentence."""


class Gate(Record):
    """A safety box, placed on every entry that touches its danger."""

    title: Label
    """The danger in a few words."""
    text: SafetyText
    """What to check, and what to do instead."""
    helplines: tuple[Annotated[Slug, Ref(("helplines",))], ...] = ()
    """Whom to call about it, by name from library/helplines.yml, for every country."""
    leads_to: tuple[Annotated[str, Ref(READABLE)], ...] = ()
    """Where to read more, as kind/name or pages/name."""


class ScopeItem(Record):
    """Something that the handbook has promised to hold."""

    item: Label
    """The item in a few words."""
    section: Label
    """The part of the source articles' inventory it belongs to."""


class Release(Record):
    """A dated state of the content."""

    name: Words
    """Name of the release, as it is printed on paper."""
    date: datetime.date
    """Its day, as 2026-11-21."""

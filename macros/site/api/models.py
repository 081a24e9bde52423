"""What published documents say beside the fields of their record."""

from __future__ import annotations

from macros.schema.entry import Change, Review
from macros.schema.values import Day, Record


class License(Record):
    """A license."""

    name: str
    """Its short name, such as CC BY 4.0."""
    address: str
    """Where the license is explained."""
    credit: str
    """The words by which the origin is named. Link to the license too, and say whether you changed anything."""


class ReleaseName(Record):
    """A dated state of the content."""

    name: str
    """Name of the release, as it is printed on paper."""
    date: Day
    """Its day, as 2026-11-21."""


class FullRelease(ReleaseName):
    """A dated state of the content, and those before it."""

    language: str
    """The language of the content."""
    before: tuple[ReleaseName, ...] = ()
    """Earlier releases, the newest first."""


class Head(Record):
    """What every document begins with."""

    described_by: str
    """Address of the JSON Schema of this document. All addresses are relative to the root of the site."""
    license: License
    """On what terms the text may be used."""
    release: ReleaseName | None = None
    """The release it belongs to. Left out in a copy that names none."""
    reviewed: tuple[Review, ...] = ()
    """Verdicts of people who know the field, on the document as it stands. Empty where nobody outside has reviewed it."""


class PlaceOnPage(Record):
    """A part of the page that can be linked to."""

    field: str
    """The field that holds it, such as steps."""
    number: int
    """Its place in that field, from 1."""
    anchor: str
    """Its name on the page."""
    address: str
    """Where it is read."""


class RecordHead(Head):
    """What the document of a record begins with."""

    id: str
    """Its name among all records, as kind/name. References in texts name it: [[techniques/impact-letter]]."""
    address: str | None = None
    """Where it is read: its page, or its place on the page of its kind."""
    short_address: str | None = None
    """The address that is printed on paper. It never changes."""
    anchors: tuple[PlaceOnPage, ...] | None = None
    """Steps, findings and cautions that can be linked to. Left out where there are none."""
    linked_from: tuple[str, ...] = ()
    """Ids of the records that name it; of a record with a page of its own, those to which that page leads back."""


class PageSection(Record):
    """A stretch of a page below one heading."""

    title: str
    """The heading; for the first section, the title of the page."""
    address: str
    """Where it begins."""
    text: str
    """Its words without any marks, a passage on each line."""


class PageDocument(Record):
    """A page that was written by hand."""

    title: str
    """Its title."""
    summary: str
    """What it says, in one sentence."""
    also_called: tuple[str, ...] = ()
    """Other names for what it is about."""
    since: Day | None = None
    """The day on which it first stood in the handbook. Left out for what the first release held."""
    changes: tuple[Change, ...] = ()
    """What a holder of an older copy must know."""
    sections: tuple[PageSection, ...]
    """What it says, heading by heading."""


class Listed(Record):
    """A document in the index."""

    id: str
    """Its name among all records, as kind/name."""
    title: str
    """Its title, term or name."""
    code: str | None = None
    """The permanent code of an entry, such as W01."""
    address: str | None = None
    """Where it is read on the site."""
    document: str
    """Address of the document."""
    fingerprint: str
    """Changes when, and only when, the document does. The release that it bears is not counted."""


class ListedKind(Record):
    """The documents of one kind, in the order of the handbook."""

    kind: str
    """Its name, as it stands in ids and addresses."""
    title: str
    """The kind in words."""
    described_by: str
    """Address of the JSON Schema of its documents."""
    documents: tuple[Listed, ...]
    """Every document of the kind."""


class Index(Head):
    """Every document there is, by kind."""

    handbook: str
    """Address of the document that holds all others."""
    evidence_changes: str
    """Address of the feed of what has changed in the evidence."""
    kinds: tuple[ListedKind, ...]
    """The kinds, in the order in which readers meet them."""


class WholeHandbook(Head):
    """The documents of all records, in one: beside its own fields, a list for each kind. Entries of all kinds share one."""

    release: FullRelease | None = None
    """The release, its language, and the releases before it. Left out in a copy that names none."""

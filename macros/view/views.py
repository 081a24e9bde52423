"""The values that templates see: prepared, and without behavior."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.catalogue.item import Item
from macros.schema.first_aid import FirstAid
from macros.schema.helpline import Helpline
from macros.view.helplines import Way


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a record: where it leads, its words, and one sentence about it."""

    href: str
    words: str
    about: Markup
    meta: str = ""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet or a letter in a list: where it is filled in, how long it takes, and its documents.

    ``texts`` are the files of a letter that are edited, ``documents`` those that are printed.
    """

    item: Item
    link: Link
    code: str
    minutes: int
    pages: int
    texts: tuple[Link, ...]
    documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HelplineView:
    """A helpline with its ways to reach it."""

    slug: str
    line: Helpline
    regions: tuple[str, ...]
    ways: tuple[Way, ...]
    caution: Markup


@dataclass(frozen=True, slots=True)
class GateView:
    """A safety box. Its text is rendered where it stands, so that words are explained at their first use."""

    title: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """A procedure of first aid, and where its steps stand."""

    procedure: FirstAid
    href: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its grade spelled out."""

    outcome: str
    says: str
    grade: str
    grade_label: str
    tested: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A finding with the entry it stands in."""

    entry: Link
    finding: FindingView

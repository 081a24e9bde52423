"""The kinds of records: their names, where they stand, and the model each is read with. A new kind is a line here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from macros.schema import (
    advice,
    drawing,
    entries,
    first_aid,
    helpline,
    letter,
    library,
    pack,
    plan,
    source,
    typed,
    urgent,
    worksheet,
)
from macros.schema.annotations import Group, Ref
from macros.schema.entry import Entry
from macros.schema.overlay import Overlay
from macros.schema.page import PageHead
from macros.schema.values import DEVICE, RIGHT_FORMS, SLUG_LENGTH, SLUG_PATTERN, Record, is_device

_NAMES = f"{RIGHT_FORMS[SLUG_PATTERN]} At most {SLUG_LENGTH} characters are allowed."


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of record.

    Attributes:
        name: its folder or file in ``content``, the first part of its ids and of its addresses.
        one: a single one of it, in plain words.
        model: the schema.
        form: ``entry`` (a YAML file each), ``list`` (all in one file), ``single`` (one record, one file), ``page`` (Markdown).
        letter: first character of its codes; only entries have codes.
        slug: pattern of its names.
        names: what the pattern asks for, in plain words.
        has_page: whether each record has a page of its own.
        in_file_order: whether the order in the file is the order in which readers see the records.
        listed: whether its records belong to others, whose pages list them by themselves.
        mentioned: whether texts may name its records: they have a page, a place on the page of their kind, or numbers.
        anchored: whether its records have a place on the page of their kind.
        grows: whether authors add to the list as they write, so that a name that is missing may be a new one.
        published: whether programs get a document of each of its records.
        bundles: whether it only puts others together: it is no part of a pack or of the book.
        overlay: what a layer may do with it.
        weight: how much a search prefers it, beside 1 for most.
    """

    name: str
    one: str
    model: type[Record]
    form: Literal["entry", "list", "single", "page"]
    letter: str = ""
    slug: str = SLUG_PATTERN
    names: str = _NAMES
    has_page: bool = False
    in_file_order: bool = False
    listed: bool = False
    mentioned: bool = False
    anchored: bool = False
    grows: bool = False
    published: bool = False
    bundles: bool = False
    overlay: Overlay = Overlay.OPEN
    weight: float = 1

    @property
    def is_entry(self) -> bool:
        """Whether its records are entries, each with a code and a file of its own."""
        return self.form == "entry"

    @property
    def has_index(self) -> bool:
        """Whether its records link to a page that lists them all."""
        return self.form != "page" and (self.has_page or self.anchored)

    def may_be_called(self, name: str) -> bool:
        """Whether a record of this kind can have the name."""
        return len(name) <= SLUG_LENGTH and bool(re.fullmatch(self.slug, name)) and not is_device(name)

    def names_for(self, name: str) -> str:
        """What to call a record instead of a name that it cannot have."""
        return DEVICE if is_device(name) else self.names


def _entry(name: str, letter: str, one: str, model: type[Entry], **more: Any) -> Kind:
    return Kind(
        name=name, one=one, model=model, form="entry", letter=letter, has_page=True, mentioned=True, published=True, **more
    )


def _list(name: str, one: str, model: type[Record], **more: Any) -> Kind:
    return Kind(name=name, one=one, model=model, form="list", **more)


_GRADE = r"^[A-Z]$"
_GRADE_NAMES = "A grade is one capital letter."
_SCOPE_ID = r"^[A-Z]{1,2}[0-9]{1,2}[a-z]?$"
_SCOPE_NAMES = "Write one or two capital letters and a number, such as T1."
_PAGE_ID = r"^[a-z0-9-]+(/[a-z0-9-]+)+$"
_PAGE_ID_NAMES = "Write the page as kind/name, such as situations/they-said-no."
_PAGE_PATH = r"^[a-z0-9-]+(/[a-z0-9-]+)*$"

KINDS: tuple[Kind, ...] = (
    _entry("situations", "S", "situation", entries.Situation, weight=1.6),
    _entry("types", "T", "type of intervention", entries.InterventionType),
    _entry("models", "M", "model of intervention", entries.InterventionModel),
    _entry("roles", "R", "role", entries.Role),
    _entry("techniques", "Q", "technique", entries.Technique),
    _entry("coping", "C", "way of coping", entries.Coping),
    _entry("cases", "K", "case", entries.Case, weight=0.6),
    _entry("worksheets", "W", "worksheet", worksheet.Worksheet, listed=True),
    _entry("letters", "L", "letter", letter.Letter, listed=True),
    _entry("packs", "P", "pack", pack.Pack, listed=True, bundles=True),
    _list(
        "first-aid",
        "procedure",
        first_aid.FirstAid,
        has_page=True,
        mentioned=True,
        in_file_order=True,
        published=True,
        weight=1.6,
        overlay=Overlay.CLOSED,
    ),
    _list("sources", "source", source.Source, has_page=True, mentioned=True, published=True, grows=True, weight=0.12),
    _list("glossary", "glossary term", library.GlossaryTerm, mentioned=True, anchored=True, published=True, grows=True),
    _list(
        "helplines", "helpline", helpline.Helpline, mentioned=True, anchored=True, in_file_order=True, published=True, grows=True
    ),
    _list("places", "place", helpline.Place, in_file_order=True, published=True, grows=True, overlay=Overlay.ADDS),
    _list("topics", "topic", helpline.Topic, mentioned=True, in_file_order=True, published=True),
    _list("words", "word choice", library.WordChoice),
    _list("dangerous-advice", "danger", advice.DangerousAdvice, overlay=Overlay.ADDS),
    _list("urgent-words", "group of urgent words", urgent.UrgentWords, in_file_order=True, overlay=Overlay.ADDS),
    _list("typed-words", "page's typed words", typed.TypedWords, slug=_PAGE_ID, names=_PAGE_ID_NAMES, overlay=Overlay.ADDS),
    _list("word-groups", "word group", advice.WordGroup, overlay=Overlay.ADDS),
    _list("grades", "grade", library.Grade, slug=_GRADE, names=_GRADE_NAMES, published=True),
    _list("stages", "stage", library.Stage, in_file_order=True, published=True),
    _list("drawings", "drawing", drawing.Drawing, overlay=Overlay.ADDS),
    _list(
        "gates",
        "safety check",
        library.Gate,
        mentioned=True,
        anchored=True,
        in_file_order=True,
        published=True,
        overlay=Overlay.ADDS,
    ),
    _list("risks", "risk", library.Risk, in_file_order=True, published=True, overlay=Overlay.ADDS),
    _list("scope", "scope item", library.ScopeItem, slug=_SCOPE_ID, names=_SCOPE_NAMES, overlay=Overlay.CLOSED),
    Kind(name="release", one="release", model=library.Release, form="single"),
    Kind(name="paper", one="frame of the sheets", model=library.Paper, form="single"),
    Kind(name="plan", one="plan", model=plan.Plan, form="single", overlay=Overlay.CLOSED),
    Kind(name="pages", one="page", model=PageHead, form="page", slug=_PAGE_PATH, has_page=True, mentioned=True, published=True),
)
"""Every kind, in the order in which readers meet them. A new kind is a line here, its model, and its module in ``view/kinds``."""

BY_NAME = {kind.name: kind for kind in KINDS}
ENTRY_KINDS = tuple(kind.name for kind in KINDS if kind.is_entry)
SHEET_KINDS = tuple(kind.name for kind in KINDS if issubclass(kind.model, worksheet.Sheet))

_PAGES = tuple(kind for kind in KINDS if kind.form == "page")
_GROUPS: Mapping[Group, tuple[Kind, ...]] = MappingProxyType(
    {
        "entry": tuple(kind for kind in KINDS if kind.is_entry),
        "readable": tuple(kind for kind in KINDS if kind.has_page and kind.model is not source.Source),
        "owner": tuple(kind for kind in KINDS if kind.is_entry and not kind.listed) + _PAGES,
        "part": tuple(kind for kind in KINDS if kind.is_entry and not kind.bundles) + _PAGES,
        "paged": tuple(kind for kind in KINDS if kind.has_page),
        "any": KINDS,
    }
)


def allowed_by(mark: Ref) -> tuple[str, ...]:
    """The names of the kinds that a reference may name."""
    return (*mark.to, *(kind.name for kind in _GROUPS[mark.any])) if mark.any else mark.to

"""The kinds of records: their names, where they stand, and the model each is read with. A new kind is a line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from macros.schema import entries, library
from macros.schema.entry import Entry
from macros.schema.page import PageHead
from macros.schema.values import SLUG_PATTERN, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of record.

    Attributes:
        name: its folder or file in ``content``, the first part of its ids and of its addresses.
        one: a single one of it, in plain words.
        title: heading for several of it.
        model: the schema.
        form: ``entry`` (a YAML file each), ``list`` (all in one file), ``single`` (one record, one file), ``page`` (Markdown).
        letter: first character of its codes; only entries have codes.
        slug: pattern of its names.
        has_page: whether each record has a page of its own.
    """

    name: str
    one: str
    title: str
    model: type[Record]
    form: Literal["entry", "list", "single", "page"]
    letter: str = ""
    slug: str = SLUG_PATTERN
    has_page: bool = False


def _entry(name: str, letter: str, one: str, title: str, model: type[Entry]) -> Kind:
    return Kind(name=name, one=one, title=title, model=model, form="entry", letter=letter, has_page=True)


def _list(name: str, one: str, title: str, model: type[Record], slug: str = SLUG_PATTERN) -> Kind:
    return Kind(name=name, one=one, title=title, model=model, form="list", slug=slug)


KINDS: tuple[Kind, ...] = (
    _entry("situations", "S", "situation", "Situations", entries.Situation),
    _entry("types", "T", "type of intervention", "Types", entries.InterventionType),
    _entry("models", "M", "model of intervention", "Models", entries.InterventionModel),
    _entry("roles", "R", "role", "Roles", entries.Role),
    _entry("techniques", "Q", "technique", "Techniques", entries.Technique),
    _entry("coping", "C", "way of coping", "Looking after yourself", entries.Coping),
    Kind(name="sources", one="source", title="Sources", model=library.Source, form="list", has_page=True),
    _list("glossary", "glossary term", "Words explained", library.GlossaryTerm),
    _list("helplines", "helpline", "Helplines", library.Helpline),
    _list("words", "word choice", "Words we choose", library.WordChoice),
    _list("grades", "grade", "Grades of evidence", library.Grade, r"^[A-Z]$"),
    _list("stages", "stage", "Stages", library.Stage),
    _list("gates", "safety box", "Safety boxes", library.Gate),
    _list("scope", "scope item", "Scope", library.ScopeItem, r"^[A-Z]{1,2}\d{1,2}[a-z]?$"),
    Kind(name="release", one="release", title="Release", model=library.Release, form="single"),
    Kind(name="pages", one="page", title="Pages", model=PageHead, form="page", slug=r"^[a-z0-9-]+(/[a-z0-9-]+)*$", has_page=True),
)

BY_NAME = {kind.name: kind for kind in KINDS}

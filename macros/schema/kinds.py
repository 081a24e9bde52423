"""The kinds of records: their names, where they stand, and the model each is read with. A new kind is a line here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from macros.schema import advice, entries, first_aid, helpline, letter, library, pack, source, worksheet
from macros.schema.entry import Entry
from macros.schema.page import PageHead
from macros.schema.values import RIGHT_FORMS, SLUG_LENGTH, SLUG_PATTERN, Record

_NAMES = f"{RIGHT_FORMS[SLUG_PATTERN]} At most {SLUG_LENGTH} characters are allowed."


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
        names: what the pattern asks for, in plain words.
        has_page: whether each record has a page of its own.
        in_file_order: whether the order in the file is the order in which readers see the records.
    """

    name: str
    one: str
    title: str
    model: type[Record]
    form: Literal["entry", "list", "single", "page"]
    letter: str = ""
    slug: str = SLUG_PATTERN
    names: str = _NAMES
    has_page: bool = False
    in_file_order: bool = False

    def may_be_called(self, name: str) -> bool:
        """Whether a record of this kind can have the name."""
        return len(name) <= SLUG_LENGTH and bool(re.fullmatch(self.slug, name))


def _entry(name: str, letter: str, one: str, title: str, model: type[Entry]) -> Kind:
    return Kind(name=name, one=one, title=title, model=model, form="entry", letter=letter, has_page=True)


def _list(name: str, one: str, title: str, model: type[Record]) -> Kind:
    return Kind(name=name, one=one, title=title, model=model, form="list")


_GRADE = r"^[A-Z]$"
_GRADE_NAMES = "A grade is one capital letter."
_SCOPE_ID = r"^[A-Z]{1,2}\d{1,2}[a-z]?$"
_SCOPE_NAMES = "Write one or two capital letters and a number, such as T1."
_PAGE_PATH = r"^[a-z0-9-]+(/[a-z0-9-]+)*$"

KINDS: tuple[Kind, ...] = (
    _entry("situations", "S", "situation", "Situations", entries.Situation),
    _entry("types", "T", "type of intervention", "Types", entries.InterventionType),
    _entry("models", "M", "model of intervention", "Models", entries.InterventionModel),
    _entry("roles", "R", "role", "Roles", entries.Role),
    _entry("techniques", "Q", "technique", "Techniques", entries.Technique),
    _entry("coping", "C", "way of coping", "Looking after yourself", entries.Coping),
    _entry("worksheets", "W", "worksheet", "Worksheets", worksheet.Worksheet),
    _entry("letters", "L", "letter", "Letters", letter.Letter),
    _entry("packs", "P", "pack", "Packs", pack.Pack),
    Kind(
        name="first-aid",
        one="procedure",
        title="First aid",
        model=first_aid.FirstAid,
        form="list",
        has_page=True,
        in_file_order=True,
    ),
    Kind(name="sources", one="source", title="Sources", model=source.Source, form="list", has_page=True),
    _list("glossary", "glossary term", "Words explained", library.GlossaryTerm),
    replace(_list("helplines", "helpline", "Helplines", helpline.Helpline), in_file_order=True),
    replace(_list("places", "place", "Places", helpline.Place), in_file_order=True),
    replace(_list("topics", "topic", "Topics", helpline.Topic), in_file_order=True),
    _list("words", "word choice", "Words we choose", library.WordChoice),
    replace(_list("grades", "grade", "Grades of evidence", library.Grade), slug=_GRADE, names=_GRADE_NAMES),
    _list("stages", "stage", "Stages", library.Stage),
    _list("gates", "safety box", "Safety boxes", library.Gate),
    _list("dangerous-advice", "danger", "Dangerous advice", advice.DangerousAdvice),
    _list("word-groups", "word group", "Word groups", advice.WordGroup),
    replace(_list("scope", "scope item", "Scope", library.ScopeItem), slug=_SCOPE_ID, names=_SCOPE_NAMES),
    Kind(name="release", one="release", title="Release", model=library.Release, form="single"),
    Kind(name="paper", one="frame of the sheets", title="Paper", model=library.Paper, form="single"),
    Kind(name="pages", one="page", title="Pages", model=PageHead, form="page", slug=_PAGE_PATH, has_page=True),
)

BY_NAME = {kind.name: kind for kind in KINDS}

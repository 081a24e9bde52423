"""The field reference: every field of every kind with its help, a page for each kind, for those who write entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from macros.catalogue.field_pages import FieldPage, field_pages
from macros.schema.field_help import FieldHelp, ModelHelp, help_for
from macros.schema.kinds import BY_NAME, KINDS, Kind
from macros.view.arguments import KindName
from macros.view.blocks import AnyBlock, Blocks, Definition, Definitions, FieldList, FieldRow, Heading, Paragraph
from macros.view.context import View
from macros.view.inlines import WebLink, words


def field_reference(view: View) -> Blocks:
    """The kinds as links to the pages of their fields, each with what it is for."""
    by_form: dict[str, list[FieldPage]] = {}
    for page in field_pages(view.handbook):
        by_form.setdefault(page.kind.form, []).append(page)
    return tuple(block for form, pages in by_form.items() for block in _group(view.say(f"form-{form}"), pages))


def _group(title: str, pages: Iterable[FieldPage]) -> Blocks:
    # What a kind is for leads a search to its page, so it need not lead to the list as well.
    rows = Definitions(tuple(map(_kind_row, pages)), "fields", on="screen", searched=False)
    return (Heading(title, on="screen", searched=False), rows)


def _kind_row(page: FieldPage) -> Definition:
    first, *_ = help_for(page.kind)
    link = WebLink(page.address, words(first.title), shown=False)
    # All fields stood on this page once, each kind under this anchor: links to it lead to the row.
    return Definition((link,), (Paragraph(words(first.help)),), first.anchor)


def fields_title(view: View, kind: Kind) -> str:
    """The title of the page with the fields of a kind."""
    return view.say("fields-of", kind=help_for(kind)[0].title)


def fields_of(view: View, kind: KindName) -> Blocks:
    """The fields of a kind with their help, then those of the smaller models that it is made of."""
    first, *parts = help_for(BY_NAME[kind])
    return (
        Paragraph(words(first.help), "lead", on="screen"),
        _fields(view, first),
        *(block for part in parts for block in _part(view, part, searched=_first_with()[part.anchor] == kind)),
    )


def _part(view: View, part: ModelHelp, *, searched: bool) -> Iterator[AnyBlock]:
    yield Heading(part.title, anchor=part.anchor, on="screen", searched=searched)
    yield Paragraph(words(part.help), on="screen")
    yield _fields(view, part)


@cache
def _first_with() -> dict[str, str]:
    """The first kind with each of the smaller models: many kinds share one, and a search leads to one page of them."""
    return {part.anchor: kind.name for kind in reversed(KINDS) for part in help_for(kind)[1:]}


def _fields(view: View, model: ModelHelp) -> FieldList:
    return FieldList(tuple(_row(view, field) for field in model.fields), on="screen")


def _row(view: View, field: FieldHelp) -> FieldRow:
    takes = view.say("field-needed", takes=field.type) if field.required else field.type
    parts = tuple((part, part.replace("-", " ")) for part in field.parts)
    return FieldRow(field.name, takes, field.help, parts)

"""Hand-written pages: they hold no program but macro calls that can be made, and none is missing."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks.columns import column_message
from macros.checks.references import field_message
from macros.reading.page_code import MacroCall, code_in
from macros.reading.problem import Problem, did_you_mean
from macros.reading.reference_syntax import references_in_page
from macros.schema.annotations import Ref
from macros.schema.kinds import BY_NAME, KINDS, allowed_by
from macros.schema.page import PageHead
from macros.view.arguments import Choice, FieldName
from macros.view.macros import IN_A_SENTENCE, MACROS

_BESIDE = re.compile(r"\{\[\[|\]\][{}]")

_RULE = re.compile(r"^\s*\|?\s*:?-{3,}")


def check(handbook: Handbook) -> Iterator[Problem]:
    """Programs and macro calls that would fail, tables without headings, and missing index pages."""
    pages = [item for item, _ in handbook.all_of(PageHead)]
    for item in pages:
        yield from _calls(item, handbook)
        yield from _braces(item)
        yield from _tables(item)
    yield from _needed(handbook, {item.slug for item in pages})


def _calls(item: Item, handbook: Handbook) -> Iterator[Problem]:
    """Whatever the template engine would run, and calls that would fail."""
    for found in code_in(item.body, MACROS):
        line = ("body", item.body_line + found.line - 1)
        if isinstance(found, MacroCall):
            yield from (item.problem(line, message) for message in _arguments(found, handbook))
            if found.name not in IN_A_SENTENCE and not _alone(item.body.split("\n")[found.line - 1]):
                yield item.problem(
                    line, f"{found.name}(…) shows a block. Put the call on a line of its own, with an empty line above."
                )
        else:
            yield item.problem(line, f"{found.message}{did_you_mean(found.name, MACROS)}")


def _alone(line: str) -> bool:
    """Whether nothing but the macro call, or a part of one, stands on a line."""
    return not re.search(r"[^\s].*\{\{|\}\}.*[^\s]", line)


def _braces(item: Item) -> Iterator[Problem]:
    """Braces in or beside a reference: when it is filled in, they could become a program."""
    for line, reference in references_in_page(item.body):
        if "{" in reference.words or "}" in reference.words:
            yield item.problem(
                ("body", item.body_line + line), f"'{reference.words}': Braces are not allowed in the words of a link."
            )
    for number, text in enumerate(item.body.split("\n"), item.body_line):
        if _BESIDE.search(text):
            yield item.problem(("body", number), "A brace is next to a reference. Put a space between them.")


def _arguments(call: MacroCall, handbook: Handbook) -> Iterator[str]:
    try:
        bound = inspect.signature(MACROS[call.name]).bind(None, *call.args, **call.named)
    except TypeError as error:
        yield f"{call.name}(…): {error}."
        return
    hints = get_type_hints(MACROS[call.name], include_extras=True)
    for parameter, given in bound.arguments.items():
        for value in given if isinstance(given, tuple) else (given,):
            if isinstance(value, str) and (message := _wrong(value, hints[parameter], bound.arguments, handbook)):
                yield f"{call.name}(…): {message}"


def _wrong(value: str, hint: Any, arguments: Mapping[str, Any], handbook: Handbook) -> str:
    """What is wrong with an argument, by the mark on its parameter; empty if nothing is."""
    mark = next(iter(get_args(hint)[1:]), None) if get_origin(hint) is Annotated else None
    if isinstance(mark, Ref):
        return field_message(handbook, mark.id_of(value), allowed_by(mark))
    if isinstance(mark, Choice) and value not in mark.allowed:
        return f"'{value}' is not a {mark.what}.{did_you_mean(value, mark.allowed)}"
    if isinstance(mark, FieldName) and (kind := BY_NAME.get(str(arguments.get("kind")))):
        return column_message(kind, value)
    return ""


def _tables(item: Item) -> Iterator[Problem]:
    """Tables with a column that has no heading: a screen reader cannot say what its cells are."""
    lines = item.body.split("\n")
    for number, (line, below) in enumerate(pairwise(lines), item.body_line):
        if _RULE.match(below) and "|" in below and any(not cell.strip() for cell in line.strip().strip("|").split("|")):
            yield item.problem(("body", number), "A column of the table has no heading. Name what its cells are.")


def _needed(handbook: Handbook, pages: set[str]) -> Iterator[Problem]:
    """Entries link to the page of their kind, terms and helplines to the page that lists them."""
    missing = [("index", "the home page")] if "index" not in pages else []
    for kind in KINDS:
        if kind.has_index and handbook.of_kind(kind.name):
            names = {f"{kind.name}/index", kind.name}
            if not names & pages:
                missing.append((f"{kind.name}/index", f"the page that lists every {kind.one}"))
    for name, what in missing:
        yield Problem(f"content/pages/{name}.md", 1, "", f"The file is missing. It is {what}, and other pages link to it.")

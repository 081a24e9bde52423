"""The words of the language: whatever the code asks for is there with all that it is given, and nothing else is."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Junk, Message, MessageReference, VariableReference

from macros.catalogue.changes import Dated
from macros.catalogue.evidence_changes import ORDER
from macros.language.words import words_of_language
from macros.paper.sizes import PAPERS
from macros.schema.annotations import Fact, Ref
from macros.schema.entries import Door
from macros.schema.entry import Entry, Review
from macros.schema.kinds import BY_NAME, ENTRY_KINDS, KINDS
from macros.schema.practice import Practice
from macros.schema.source import Source
from macros.view.comparison import columns_of
from macros.view.context import fact_id
from tests.helpers import ROOT

LANGUAGE = ROOT / "macros/language/en"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SPEAKING = ("catalogue", "checks", "view", "site", "print", "word")
"""The parts of the package that say something in the language of the handbook. Commands speak English."""


def _entries() -> Iterator[Any]:
    for path in sorted(LANGUAGE.glob("*.ftl")):
        yield from FluentParser().parse(path.read_text("utf-8")).body


MESSAGES = {entry.id.name: entry for entry in _entries() if isinstance(entry, Message)}


def _within(node: object) -> Iterator[BaseNode]:
    """A node of Fluent and all that it is made of."""
    if isinstance(node, list):
        yield from chain.from_iterable(map(_within, node))
    elif isinstance(node, BaseNode):
        yield node
        yield from chain.from_iterable(map(_within, vars(node).values()))


@cache
def _referred(name: str) -> frozenset[str]:
    """The messages that a message is made of, itself included."""
    own = {node.id.name for node in _within(MESSAGES[name]) if isinstance(node, MessageReference)}
    return frozenset({name}).union(*map(_referred, own))


def _variables(name: str) -> set[str]:
    nodes = (node for part in _referred(name) for node in _within(MESSAGES[part]))
    return {node.id.name for node in nodes if isinstance(node, VariableReference)}


# What the code asks for


def _modules() -> list[Path]:
    return [path for part in _SPEAKING for path in sorted((ROOT / "macros" / part).rglob("*.py"))]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls of ``say``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "say":
                yield node


def _constants(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _pattern(made: ast.JoinedStr) -> str:
    """An f-string with ``{}`` for what is filled in: ``kind-{}``."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in made.values)


def _templates() -> list[str]:
    return [path.read_text("utf-8") for path in sorted((ROOT / "macros/site/templates").glob("*.j2"))]


def _theme() -> list[str]:
    return [path.read_text("utf-8") for path in sorted((ROOT / "overrides").rglob("*.html"))]


def _in_templates() -> set[str]:
    """The names in the templates, of which some are handed on before they are said."""
    return {name for text in (*_templates(), *_theme()) for name in re.findall(r'"([a-z0-9-]+)"', text)}


def _words(annotation: Any) -> Iterator[str]:
    """The values of a type that is made of one of a few words."""
    if get_origin(annotation) is Literal:
        yield from map(fact_id, get_args(annotation))
    else:
        yield from chain.from_iterable(map(_words, get_args(annotation)))


def _models(model: Any) -> Iterator[Any]:
    """A model and the models of its parts."""
    if isinstance(model, type) and hasattr(model, "model_fields"):
        yield model
        yield from chain.from_iterable(_models(info.annotation) for info in model.model_fields.values())
    else:
        yield from chain.from_iterable(map(_models, get_args(model)))


def _fields() -> Iterator[tuple[str, Any]]:
    """Every field of every model."""
    for model in {found for kind in KINDS for found in _models(kind.model)}:
        yield from model.model_fields.items()


def _marks(annotation: Any, metadata: list[Any]) -> Iterator[Any]:
    yield from metadata
    for part in get_args(annotation):
        if get_origin(part) is not Literal:
            yield from _marks(part, list(getattr(part, "__metadata__", ())))


def _relations() -> set[str]:
    marks = (mark for _, info in _fields() for mark in _marks(info.annotation, info.metadata))
    return {heading for mark in marks if isinstance(mark, Ref) for heading in (mark.reads, mark.back) if heading}


def _facts() -> set[str]:
    """Each fact as the field's name with one of its words."""
    found = ((name, info) for name, info in _fields() if any(isinstance(m, Fact) for m in _marks(info.annotation, info.metadata)))
    return {f"{name}-{word}" for name, info in found for word in _words(info.annotation)}


def _with(before: str, words: Any) -> set[str]:
    return {f"{before}-{word}" for word in words}


_COLUMNS = {column.replace("_", "-") for kind in ENTRY_KINDS for column in columns_of(BY_NAME[kind])}
_UNCODED = {kind.name for kind in KINDS if issubclass(kind.model, Dated) and not issubclass(kind.model, Entry)}
FROM_THE_SCHEMA = {
    "kind-{}": _with("kind", (kind.name for kind in KINDS if kind.form != "single")),
    "kind-{}-one": {f"kind-{kind.name}-one" for kind in KINDS if kind.has_page and kind.form != "page"},
    "relation-{}": _with("relation", _relations()),
    "field-{}": _with("field", _COLUMNS),
    "short-openness-{}": _with("short", (fact for fact in _facts() if fact.startswith("openness"))),
    "{}-{}": _facts(),
    "openness-{}": {fact for fact in _facts() if fact.startswith("openness")},
    "tested-{}": {fact for fact in _facts() if fact.startswith("tested")},
    "study-{}": _with("study", _words(Source.model_fields["study"].annotation)),
    "confirmed-{}": _with("confirmed", (word.lower() for word in _words(Source.model_fields["confirmed"].annotation))),
    "verdict-{}": _with("verdict", _words(Review.model_fields["verdict"].annotation)),
    "paper-{}": _with("paper", (paper.suffix for paper in PAPERS)),
    "changed-{}": _with("changed", _UNCODED),
    "evidence-{}": _with("evidence", ORDER),
    "practice-{}": _with("practice", (name.replace("_", "-") for name in Practice.model_fields if name != "read")),
    "read-{}": {fact for fact in _facts() if fact.startswith("read")},
    "may-{}": {fact for fact in _facts() if fact.startswith("may")},
    "form-{}": _with("form", (kind.form for kind in KINDS)),
    "door-{}": _with("door", _words(Door.model_fields["group"].annotation)),
}
"""The names that are made of what the schema has: all that can come up."""


def _asked(tree: ast.AST) -> Iterator[str]:
    """The names that a module asks for, as far as they can be read in it."""
    constants = _constants(tree)
    yield from constants
    for call in _calls(tree):
        if isinstance(call.args[0], ast.JoinedStr):
            pattern = _pattern(call.args[0])
            # Of what is filled in and does not come from the schema, the words are in the same module.
            yield from FROM_THE_SCHEMA.get(pattern) or {pattern.replace("{}", word) for word in constants}


def _unused(trees: Sequence[ast.AST]) -> set[str]:
    speaking = [
        tree for tree in trees if {"say", "listed"} & {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(tree)}
    ]
    asked = (_in_templates() | set(chain.from_iterable(map(_asked, speaking)))) & set(MESSAGES)
    return set(MESSAGES).difference(*map(_referred, asked))


def _trees() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in _modules()]


def _unknown(tree: ast.AST) -> Iterator[str]:
    """The names in calls of ``say`` that are no message; the values that are not those of the message."""
    for call in _calls(tree):
        if not isinstance(call.args[0], ast.Constant):
            continue
        name, given = str(call.args[0].value), {str(word.arg) for word in call.keywords}
        if name not in MESSAGES:
            yield f"{name} is no message"
        elif given != _variables(name):
            yield f"{name} is given {sorted(given)}"


def test_the_files_can_be_read_and_say_nothing_twice() -> None:
    assert [entry.content for entry in _entries() if isinstance(entry, Junk)] == []
    names = Counter(entry.id.name for entry in _entries() if isinstance(entry, Message))
    assert [name for name, count in names.items() if count > 1] == []
    assert [name for name in names if not _NAME.fullmatch(name)] == []


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_module_says_is_a_message_with_its_values(path: Path) -> None:
    assert list(_unknown(ast.parse(path.read_text("utf-8")))) == []


def test_what_a_template_says_is_a_message() -> None:
    said = {name for text in _templates() for name in re.findall(r'say\("([^"]+)"', text)}
    assert said
    assert said - set(MESSAGES) == set()


def test_what_the_theme_says_is_a_message_of_its_file() -> None:
    said = {name for text in _theme() for name in re.findall(r'say\["([^"]+)"\]', text)}
    assert said == set(words_of_language("en").of_file("theme", release="1", emergency="112", names="a"))


@pytest.mark.parametrize("pattern", FROM_THE_SCHEMA)
def test_every_name_that_the_schema_makes_is_a_message(pattern: str) -> None:
    assert FROM_THE_SCHEMA[pattern]
    assert FROM_THE_SCHEMA[pattern] - set(MESSAGES) == set()


def test_every_name_from_the_schema_is_asked_for() -> None:
    made = {_pattern(call.args[0]) for tree in _trees() for call in _calls(tree) if isinstance(call.args[0], ast.JoinedStr)}
    assert set(FROM_THE_SCHEMA) <= made


def test_no_message_is_unused() -> None:
    assert _unused(_trees()) == set()


def test_a_message_that_nobody_asks_for_is_found() -> None:
    trees = [ast.parse('say("sources")\nsay.listed(names, "join-or")\nsay(f"moved-{name}")\nnames = ("title",)')]
    unused = _unused(trees)
    assert "when-it-fits" in unused
    assert not {"sources", "join-or", "moved-title"} & unused


@pytest.mark.parametrize(
    "planted",
    ['say("sorces")', 'view.say("no-message")', 'say("sentence")', 'say("pages", count=1)', 'self.view.say("sources", of="x")'],
)
def test_what_is_not_said_right_is_found(planted: str) -> None:
    assert list(_unknown(ast.parse(planted)))


@pytest.mark.parametrize(
    "fine", ['say("sources")', 'view.say("sentence", words=x)', 'say("sheet-facts", minutes=1, pages=2)', "say(name)"]
)
def test_what_is_said_right_is_let_through(fine: str) -> None:
    assert list(_unknown(ast.parse(fine))) == []

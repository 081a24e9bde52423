"""What is read: files of the content, settings, lists of what is published, and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, Literal, TypeAlias

import yaml
from jinja2 import Environment

from macros.catalogue.published import FILE as PUBLISHED
from macros.catalogue.published import read_published
from macros.catalogue.settings_file import FILE as SETTINGS
from macros.catalogue.settings_file import read_settings
from macros.reading.page_code import only_calls_macros
from macros.reading.page_file import split_page
from macros.reading.plain_file import decode
from macros.reading.problem import Problem
from macros.reading.reference_syntax import references_in_page, replace_in_page
from macros.reading.source_file import parse
from macros.schema.kinds import KINDS
from macros.view.macros import MACROS
from macros.view.page_markdown import page_parser, with_whole_references
from tests.fuzz import inert
from tests.fuzz.material import MARKUP, NAMES, ODD, VALUE, YAML, as_bytes, damaged, hostile_text, marked_yaml
from tests.helpers import TINY

Verdict: TypeAlias = Literal["refused", "accepted"]

_SITE = re.compile(r"https?://[^\s\"'<>\\?#@]+/")


@dataclass(frozen=True)
class Reading:
    """Tries what is read. ``folder`` is an empty one that it may write in."""

    folder: Path

    @cached_property
    def files(self) -> list[Path]:
        return sorted(path for path in (TINY / "content").rglob("*") if path.suffix in {".yml", ".md"})

    @cached_property
    def records(self) -> list[Path]:
        return [path for path in self.files if VALUE.search(path.read_text("utf-8"))]

    def yaml(self, chance: Random) -> Verdict:
        """A file of the content: of pieces, one with damage, or one with a single mark of YAML that is not used here."""
        kind = chance.random()
        if kind < 0.4:
            raw = damaged(chance.choice(self.files).read_bytes(), chance)
        elif kind < 0.8:
            raw = as_bytes(hostile_text(chance, 25, YAML, YAML, ODD, MARKUP))
        else:
            raw = as_bytes(marked_yaml(chance.choice(self.records).read_text("utf-8"), chance))
        text, problems = decode(raw, "f.yml")
        if problems:
            return refused(problems, raw.decode("utf-8", "replace"))
        source, problems = parse(raw, "f.yml")
        if source is None:
            return refused(problems, text)
        assert not problems
        assert (marks := list(_marks_of(text))) == [], marks
        assert all(value is None or isinstance(value, str | dict | list) for value in _values(source.data, 0))
        assert all(1 <= span.first <= span.last <= len(source.lines) + 1 for span in source.spans.values())
        return "accepted"

    def page(self, chance: Random) -> Verdict:
        """A hand-written page. What is let through makes macro calls and does nothing else."""
        head = "---\ntitle: x\ndescription: y\n---\n" if chance.random() < 0.9 else hostile_text(chance, 5, YAML)
        text = head + hostile_text(
            chance, 20, MARKUP, MARKUP, ODD, ('{{ link_to("techniques/kind-letter") }}', "{{ glossary_list() }}")
        )
        page, problems = split_page(as_bytes(text), "f.md")
        if page is None or problems:
            return refused(problems, text)
        for line, reference in references_in_page(page.body):
            assert 0 <= line < len(text.split("\n"))
            assert reference.written in page.body
        body = replace_in_page(page.body, lambda found: found.words)
        page_parser().parse(with_whole_references(page.body))
        if not only_calls_macros(body, MACROS):
            return "refused"
        _Guarded().from_string(body).render({name: lambda *_, **__: "" for name in MACROS})
        return "accepted"

    def settings(self, chance: Random) -> Verdict:
        """The settings of a copy. What is let through leads to a page elsewhere and to no folder outside."""
        lines = [
            f"site_url: {_setting(chance)}",
            "extra:",
            "  leave_to: 'https://www.bbc.com/weather'",
            f"  layers: [{_setting(chance)}]",
        ]
        lines += [f"  publisher: {{name: {_setting(chance)}, contact: {_setting(chance)}}}"]
        keep = [line for line in lines if chance.random() < 0.6]
        raw = as_bytes("\n".join(keep) + "\n") if chance.random() < 0.7 else damaged(as_bytes("\n".join(lines)), chance)
        (self.folder / SETTINGS).write_bytes(raw)
        settings, problems = read_settings(self.folder)
        if problems:
            return refused(problems)
        assert all((self.folder / layer).resolve().is_relative_to(self.folder.resolve()) for layer in settings.layers)
        assert settings.site_url is None or _SITE.fullmatch(settings.site_url), settings.site_url
        return "accepted"

    def published(self, chance: Random) -> Verdict:
        """The list of what is published."""
        names = [f"{hostile_text(chance, 1, NAMES)}: {hostile_text(chance, 1, NAMES)}\n" for _ in range(chance.randint(1, 4))]
        anchors = chance.choice(("", "anchors:\n  techniques/x: a b\n", "anchors: x\n", "anchors:\n", "anchors: [x]\n"))
        raw = as_bytes("".join(names) if chance.random() < 0.4 else "techniques/x: Q02\npages/y: page\n") + as_bytes(anchors)
        path = self.folder / PUBLISHED
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(damaged(raw, chance) if chance.random() < 0.4 else raw)
        found, problems = read_published(self.folder)
        if problems:
            return refused(problems)
        assert all(re.fullmatch(r"[A-Z][0-9]{2,4}", code) for code in found.codes)
        assert all(re.fullmatch(r"[a-z0-9/-]+", name) for name in found.names)
        return "accepted"

    def names(self, chance: Random) -> Verdict:
        """A name of a record. What is let through is a file of the project on every system."""
        kind, name = chance.choice(KINDS), hostile_text(chance, 2, NAMES, NAMES, ODD)
        if not kind.may_be_called(name):
            return "refused"
        assert re.fullmatch(r"[A-Za-z0-9/-]+", name), name
        parts = name.split("/")
        assert all(parts)
        assert not any(re.fullmatch(r"con|prn|aux|nul|(com|lpt)[0-9]", part.lower()) for part in parts), name
        assert len(name) <= 60
        return "accepted"


class _Guarded(Environment):
    """A template engine that does nothing but call."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ARG002 - the engine's signature
        raise AssertionError(attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ARG002 - the engine's signature
        raise AssertionError(argument)


def _setting(chance: Random) -> str:
    return repr(hostile_text(chance, 2, MARKUP, NAMES, ODD)) if chance.random() < 0.6 else "'https://e.org/x'"


def refused(problems: list[Problem], text: str = "") -> Verdict:
    """Looks at what is told: each is one line that orders nothing, at a line that the file has."""
    assert problems
    for problem in problems:
        assert problem.line >= 1
        assert not text or problem.line <= len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text)), problem
        inert.message_is_inert(str(problem))
    return "refused"


def _marks_of(text: str) -> Iterator[yaml.Event]:
    """What a file of ours never holds, as PyYAML itself finds it: what repeats a value, a list with a mark, a second file."""
    documents = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        documents += isinstance(event, yaml.DocumentStartEvent)
        marked = isinstance(event, yaml.CollectionStartEvent) and (event.anchor or event.tag)
        if documents > 1 or marked or isinstance(event, yaml.AliasEvent):
            yield event


def _values(data: Any, depth: int) -> Iterator[Any]:
    assert depth <= 10
    yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _values(inner, depth + 1)

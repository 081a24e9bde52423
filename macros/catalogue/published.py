"""What is published: every code with its entry, and every page. It stands on paper and in other people's links, for good."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from macros.reading.problem import Problem
from macros.reading.source_file import Source
from macros.reading.strict_yaml import decode, parse
from macros.reading.whole_file import write_whole
from macros.schema.values import CODE_PATTERN, code_order

FILE = "content/library/published.yml"
PAGE = "page"
"""What stands in the place of a code for a page that has none."""

_NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)+")
_HEAD = """\
# What stands on paper and in other people's links: each code with its entry, and each page. A line never changes its meaning.
# 'handbook release' adds to this list. Do not change a line or remove one: 'handbook check' says what to do instead.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """The list as it was read; empty where there is none, so that nothing is compared with it.

    Attributes:
        names: the code of each entry by the entry's name, and ``PAGE`` by the name of each other page.
        source: the file, for messages.
    """

    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    source: Source | None = None

    @property
    def codes(self) -> set[str]:
        """Every code that was ever published."""
        return set(self.names.values()) - {PAGE}

    def problem(self, name: str, message: str) -> Problem:
        """A problem at the line of a name."""
        return self.source.problem((name,), message) if self.source else Problem(FILE, 1, name, message)


def read_published(root: Path) -> tuple[Published, list[Problem]]:
    """The list in ``root``, and what is wrong with it."""
    path = root / FILE
    if not path.is_file():
        return Published(), []
    text, problems = decode(path.read_bytes(), FILE)
    source = None
    if not problems:
        source, problems = parse(text, FILE)
    if source is None:
        return Published(), problems
    if wrong := list(_wrong(source)):
        return Published(), wrong
    return Published(MappingProxyType(source.data), source), []


def _wrong(source: Source) -> Iterator[Problem]:
    for name, code in source.data.items():
        if not _NAME.fullmatch(name):
            yield source.problem((name,), f"'{name}' is not the name of an entry or a page. Names are of the form kind/name.")
        if not isinstance(code, str) or not (code == PAGE or re.fullmatch(CODE_PATTERN, code)):
            yield source.problem((name,), f"Here a code, such as Q02, or the word '{PAGE}' is expected.")


def write_published(root: Path, names: Mapping[str, str]) -> None:
    """Writes the list: entries by code, then the other pages by name."""
    lines = (f"{name}: {code}\n" for name, code in sorted(names.items(), key=_order))
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, (_HEAD + "".join(lines)).encode())


def _order(line: tuple[str, str]) -> tuple[object, ...]:
    name, code = line
    return (code == PAGE, () if code == PAGE else code_order(code), name)

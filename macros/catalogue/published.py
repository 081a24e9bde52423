"""What is published: every code with its entry, and every page. It stands on paper and in other people's links, for good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType

from macros.reading.plain_file import is_plain, raw_of
from macros.reading.problem import Problem
from macros.reading.source_file import Source, parse
from macros.reading.whole_file import write_whole
from macros.schema.values import CODE_PATTERN, code_order

FILE = "content/library/published.yml"
ANCHORS = "anchors"
"""Under this word stand the names of places within pages."""
PAGE = "page"
"""What stands in the place of a code for a page that has none."""

_NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)+")
_HEAD = """\
# What stands on paper and in other people's links: each code with its entry, and each page. A line never changes its meaning.
# 'handbook release' adds to this list. Do not change a line or remove one: 'handbook check' says what to do instead.
"""


@dataclass(frozen=True, slots=True)
class PublishedList:
    """The list of the handbook itself, or of a layer over it, as it was read.

    Attributes:
        file: its path from the project's root, whether it exists or not.
        names: the code of each entry by the entry's name, and ``PAGE`` by the name of each other page.
        source: the file, for messages; nothing where there is none.
        anchors: the names of steps, findings and cautions, by the name of the entry on whose page they stand.
    """

    file: str
    names: Mapping[str, str]
    source: Source | None = None
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The folder of the layer with a slash at its end; empty for the handbook itself."""
        return self.file.removesuffix(FILE)

    def problem(self, name: str, message: str) -> Problem:
        """A problem at the line of a name."""
        return self.source.problem((name,), message) if self.source else Problem(self.file, 1, name, message)


@dataclass(frozen=True, slots=True)
class Published:
    """All that is published: the list of the handbook itself, then that of each layer. Without a list, nothing is compared."""

    lists: tuple[PublishedList, ...] = ()

    @property
    def names(self) -> Mapping[str, str]:
        """The names of all lists with their codes."""
        return {name: code for published in self.lists for name, code in published.names.items()}

    @property
    def codes(self) -> set[str]:
        """Every code that was ever published."""
        return set(self.names.values()) - {PAGE}

    def list_of(self, name: str) -> PublishedList:
        """The list that has a name.

        Raises:
            StopIteration: if none has it.
        """
        return next(published for published in self.lists if name in published.names)


def read_published(root: Path, *layers: str) -> tuple[Published, list[Problem]]:
    """The lists of the project and of its layers, and what is wrong with them."""
    lists: list[PublishedList] = []
    problems: list[Problem] = []
    for layer in ("", *layers):
        file = (Path(layer) / FILE).as_posix()
        source, wrong = _read(root, file)
        if source and not wrong:
            wrong = list(_taken(lists, source))
        problems += wrong
        kept = None if wrong else source
        lists.append(_list(file, kept))
    return Published(tuple(lists)), problems


def _list(file: str, source: Source | None) -> PublishedList:
    data = source.data if source else {}
    names = {name: code for name, code in data.items() if name != ANCHORS}
    anchors = {name: frozenset(said.split()) for name, said in data.get(ANCHORS, {}).items()}
    return PublishedList(file, MappingProxyType(names), source, MappingProxyType(anchors))


def _read(root: Path, file: str) -> tuple[Source | None, list[Problem]]:
    if not is_plain(root, root / file):  # ``parts_of`` tells of a link
        return None, []
    source, problems = parse(raw_of(root / file), file)
    return source, problems or (list(_wrong(source)) if source else [])


def _taken(lists: Iterable[PublishedList], source: Source) -> Iterator[Problem]:
    """Names and codes of a layer that mean something else in a list below it."""
    for published in lists:
        holders = {code: name for name, code in published.names.items() if code != PAGE}
        for name, code in source.data.items():
            if name == ANCHORS:
                continue
            if published.names.get(name, code) != code:
                message = f"'{name}' is published as '{published.names[name]}' in {published.file}. Remove the line here."
                yield source.problem((name,), message)
            elif name not in published.names and code in holders:
                message = f"'{code}' is published for '{holders[code]}' in {published.file}. Two entries cannot share a code."
                yield source.problem((name,), message)


def _wrong(source: Source) -> Iterator[Problem]:
    for name, code in source.data.items():
        if name == ANCHORS:
            yield from _wrong_anchors(source, code)
            continue
        if not _NAME.fullmatch(name):
            yield source.problem((name,), f"'{name}' is not the name of an entry or a page. Names are of the form kind/name.")
        if not isinstance(code, str) or not (code == PAGE or re.fullmatch(CODE_PATTERN, code)):
            yield source.problem((name,), f"Here a code, such as Q02, or the word '{PAGE}' is expected.")


def _wrong_anchors(source: Source, anchors: object) -> Iterator[Problem]:
    said = anchors if isinstance(anchors, dict) else {"": None}
    for name, names in said.items():
        if not isinstance(names, str):
            at = (ANCHORS, name) if name else (ANCHORS,)
            yield source.problem(at, "Here the names of places within pages are expected, by the name of the entry.")


def write_published(
    root: Path, names: Mapping[str, str], file: str = FILE, anchors: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> None:
    """Writes a list: entries by code, then the other pages by name, then the places within pages."""
    lines = [f"{name}: {code}\n" for name, code in sorted(names.items(), key=_order)]
    places = [f"  {name}:\n{_folded(sorted(said))}" for name, said in sorted(anchors.items())]
    lines = [*lines, *([f"{ANCHORS}:\n", *places] if places else [])]
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, (_HEAD + "".join(lines)).encode())


def _folded(names: Iterable[str]) -> str:
    """Names in a row, on as many lines as they need."""
    return "".join(f"    {line}\n" for line in wrap(" ".join(names), 120, break_long_words=False, break_on_hyphens=False))


def _order(line: tuple[str, str]) -> tuple[object, ...]:
    name, code = line
    return (code == PAGE, () if code == PAGE else code_order(code), name)

"""A handbook of as many entries as wanted: the real one, and copies of its entries in other words, with relations of their own.

Each copy has all kinds in their real proportions. About two words in five are other words, every title, code and name is its own,
and an entry that named another names the one of its own copy, or now and then one of the copy before. The sheet that asks whether
it is safe is there once, as packs and letters of all copies begin with it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.project.loading import load_project
from macros.reading.folding import folded
from macros.reading.place import Loc
from macros.reading.reference_syntax import PATTERN
from macros.schema.advice import DangerousAdvice
from macros.schema.annotations import Ref, Text
from macros.schema.kinds import ENTRY_KINDS
from macros.schema.values import SLUG_LENGTH
from tests.bench.vocabulary import SEED, Wording, invented, words_in
from tests.helpers import ROOT, project

_ELSEWHERE = 0.15
"""How often an entry names one of the copy before instead of its own."""
_FREE = {"see_also", "coping", "techniques"}
"""Fields in which it may do so: no rule asks for what they name."""
_DROPPED = ("was", "moved", "reviews", "changes", "retired", "since", "place")
"""What only the entry itself can have."""
_RULED = {"glossary", "gates", "topics"}
"""Kinds whose words stay what they are, so that texts hold glossary terms as often as the real ones do."""
_UNSEEN = {"search_words", "slang", "title"}
"""What does not show that a page says a word; the title is another one in the end."""
_USUAL = 5_000
"""How many of the invented words are for texts alone; the others name entries, each word one of them."""


def synthetic_handbook(folder: Path, entries: int) -> Path:
    """A project with the real handbook and so many whole copies that it has at least so many entries."""
    root = project(folder, content=ROOT / "content", documents=False)
    _Copies(root).write(entries)
    return root


class _Copies:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.handbook = load_project(root).handbook
        self.chance = random.Random(SEED)  # noqa: S311 - nothing secret
        self.once = f"worksheets/{self.handbook.paper.check_first}"
        self.real = [item for kind in ENTRY_KINDS for item in self.handbook.of_kind(kind)]
        self.copied = {item.id: item for item in self.real if item.id != self.once}
        self.kept = words_in(_ruled(self.handbook))
        self.vocabulary = invented(_words_of(root / "content"))
        self.names = self.vocabulary[_USUAL:]
        self.code = {
            kind: max(int(i.entry.code[1:]) for i in self.real if i.kind.name == kind and i.entry) for kind in ENTRY_KINDS
        }

    def write(self, entries: int) -> None:
        count = max(0, -(-(entries - len(self.real)) // len(self.copied)))
        for number in range(1, count + 1):
            wording = Wording(number, self.vocabulary, self.kept)
            for item in self.copied.values():
                self._save(item.kind.name, _named(item.slug, number), self._copy(item, number, wording))
        for item in self.handbook.of_kind("types"):
            for number in range(count + 1):
                self._answer_for_all(_file(self.root, "types", _named(item.slug, number)), number, count)

    def _copy(self, item: Item, number: int, wording: Wording) -> dict[str, Any]:
        data = {name: deepcopy(value) for name, value in item.data.items() if name not in _DROPPED}
        for value in item.values:
            if value.loc[0] in data and isinstance(_at(data, value.loc), str):
                _put(data, value.loc, self._said(value.mark, value.loc, value.value, number, wording))
        data |= _searched(data, wording)
        data["left_out"] = [left for left in data.get("left_out", ()) if left["what"] != self.once]
        self.code[item.kind.name] += 1
        code = f"{item.kind.letter}{self.code[item.kind.name]:02}"
        given = {"title": _title(data["title"], self.names.pop()), "code": code}
        return {name: value for name, value in (data | given).items() if value != []}

    def _said(self, mark: object, loc: Loc, value: str, number: int, wording: Wording) -> str:
        if isinstance(mark, Text):
            # Some labels have no room for a letter more.
            if mark.audience == "label" and len(wording.of(value)) > len(value):
                return value
            return PATTERN.sub(
                lambda match: f"[[{self._name(match['id'], number)}{match[0][2 + len(match['id']) :]}", wording.of(value)
            )
        if isinstance(mark, Ref):
            other = self.chance.random() < _ELSEWHERE and loc[0] in _FREE
            name = self._name(mark.id_of(value), number - 1 if other else number)
            return name.partition("/")[2] if mark.has_bare_names else name
        return value

    def _name(self, name: str, number: int) -> str:
        """What a copy calls an entry that the real one calls by a name."""
        return _named(name, number) if name in self.copied else name

    def _answer_for_all(self, path: Path, number: int, count: int) -> None:
        """Lets a type say of every model how well it serves the goal, as a rule asks."""
        data = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - our own file, every scalar as text
        real = {way["model"].removesuffix(f"-v{number}" if number else ""): way for way in data["ways"]}
        data["ways"] = [{**way, "model": _named(slug, copy)} for slug, way in real.items() for copy in range(count + 1)]
        _write(path, data)

    def _save(self, kind: str, slug: str, data: Mapping[str, Any]) -> None:
        _write(_file(self.root, kind, slug), data)


def _words_of(content: Path) -> frozenset[str]:
    """Every word in the files, also those that only rules look for."""
    return words_in(path.read_text("utf-8") for path in content.rglob("*") if path.suffix in {".yml", ".md"})


def _ruled(handbook: Handbook) -> Iterator[str]:
    """Texts whose words rules look for. Without them, a warning would read as dangerous advice."""
    for item in handbook.items.values():
        if item.kind.name in _RULED:
            yield from (value.value for value, _ in item.texts())
    for _, advice in handbook.all_of(DangerousAdvice):
        yield from advice.spared


def _searched(data: Mapping[str, Any], wording: Wording) -> dict[str, list[str]]:
    """Search words and slang. A name that the page no longer shows is slang: it is searched for, and no rule asks for it."""
    texts = _texts({name: value for name, value in data.items() if name not in _UNSEEN})
    page = [f" {folded(PATTERN.sub(' ', text))} " for text in texts]
    said = [wording.of(words) for words in data.get("search_words", ())]
    shown = [words for words in said if any(f" {folded(words)} " in text for text in page)]
    hidden = [words for words in said if words not in shown]
    slang = [wording.of(words) for words in data.get("slang", ())]
    return {"search_words": shown, "slang": [words for words in dict.fromkeys([*hidden, *slang]) if words not in shown]}


def _texts(value: Any) -> Iterator[str]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    # One word alone is a name or a choice, and no text.
    said = [value] if isinstance(value, str) and " " in value else []
    yield from said or (text for part in parts for text in _texts(part))


def _title(title: str, name: str) -> str:
    """A title of its own, no longer than the real one, as sentences that name it have limits."""
    words = title.split()
    return " ".join([*(words[:-1] or words), name])


def _named(name: str, number: int) -> str:
    """The name of an entry, or its id, in a copy."""
    kind, slash, slug = name.rpartition("/")
    ending = f"-v{number}"
    return f"{kind}{slash}{slug[: SLUG_LENGTH - len(ending)].rstrip('-')}{ending}" if number else name


def _file(root: Path, kind: str, slug: str) -> Path:
    return root / "content" / kind / f"{slug}.yml"


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(yaml.dump(dict(data), Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110), "utf-8")


def _at(data: Any, loc: Loc) -> Any:
    for key in loc:
        data = data[key]
    return data


def _put(data: Any, loc: Loc, value: str) -> None:
    _at(data, loc[:-1])[loc[-1]] = value

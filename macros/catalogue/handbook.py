"""The handbook as a whole: immutable, with look-up by id and code, relations, and their inverses."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import TypeVar

from macros.catalogue.absent import Absent
from macros.catalogue.directory import Directory, directory_of
from macros.catalogue.glossary import Glossary, glossary_of
from macros.catalogue.item import Item, R, sort_key
from macros.catalogue.page_files import PageFile
from macros.catalogue.pictures import Picture
from macros.catalogue.published import Published
from macros.reading.place import Loc
from macros.schema.annotations import Ref
from macros.schema.helpline import Helpline, Place, Topic
from macros.schema.kinds import BY_NAME
from macros.schema.library import DEFAULT_LANGUAGE, GlossaryTerm, Paper, Release, ScopeItem
from macros.schema.source import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Relation:
    """One record names another.

    Attributes:
        origin: id of the record that names.
        target: id of the record that is named, whether it exists or not.
        loc: the place in the origin.
        mark: what the schema says of the relation; for a mention in a text, a mark without headings.
    """

    origin: str
    target: str
    loc: Loc
    mark: Ref


class Handbook:
    """All items by id, and how they hang together. Nothing in it changes once it is made."""

    def __init__(
        self,
        items: Iterable[Item],
        published: Published | None = None,
        pictures: Mapping[str, Picture] | None = None,
        absent: Absent | None = None,
        page_files: Mapping[str, PageFile] | None = None,
    ) -> None:
        self.published = published or Published()
        self.pictures: Mapping[str, Picture] = pictures or {}
        self.absent: Absent = absent or {}
        self.page_files: Mapping[str, PageFile] = page_files or {}
        self.items: Mapping[str, Item] = MappingProxyType({item.id: item for item in sorted(items, key=sort_key)})

    def get(self, item_id: str) -> Item | None:
        """The item with this id."""
        return self.items.get(item_id)

    def of_kind(self, name: str, *, retired: bool = False) -> tuple[Item, ...]:
        """The items of a kind, entries by code, others by title; without the retired ones unless asked for."""
        return tuple(item for item in self._by_kind.get(name, ()) if retired or not item.retired)

    def with_code(self, code: str) -> Item | None:
        """The entry with this code."""
        return self._by_code.get(code)

    def require(self, item_id: str, model: type[R]) -> R:
        """The fields of a record that is known to exist, as its model.

        Raises:
            KeyError: if nothing has the id. The checks refuse such an id before anything is rendered.
        """
        return self.items[item_id].read(model)

    def all_of(self, model: type[R]) -> list[tuple[Item, R]]:
        """Every record of a model that is kept, with its fields, in the order of the handbook."""
        return [(item, item.fields) for item in self.items.values() if isinstance(item.fields, model) and not item.retired]

    def within(self, country: str) -> Handbook:
        """The same for readers in one country: of no other are there numbers.

        Raises:
            KeyError: if the directory has no such country.
        """
        kept = {country, *self.directory.countries[country]}
        items = (item for item in self.items.values() if item.kind.model is not Place or item.slug in kept)
        return Handbook(items, self.published, self.pictures, self.absent, self.page_files)

    @cached_property
    def release(self) -> Release | None:
        """The state of the content, where the library names it."""
        return next((release for _, release in self.all_of(Release)), None)

    @property
    def language(self) -> str:
        """The language of the content, such as ``en``."""
        return self.release.language if self.release else DEFAULT_LANGUAGE

    @cached_property
    def paper(self) -> Paper:
        """What stands on every sheet.

        Raises:
            KeyError: if the library does not say it. The checks refuse sheets without it before anything is rendered.
        """
        return self.require("paper/paper", Paper)

    @cached_property
    def glossary(self) -> Glossary:
        """The words that the glossary explains."""
        return glossary_of(self.all_of(GlossaryTerm))

    @cached_property
    def directory(self) -> Directory:
        """The helplines by topic and place."""
        return directory_of(self.all_of(Place), self.all_of(Topic), self.all_of(Helpline))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation, declared in a field or made by a mention, in the order of items and fields."""
        return tuple(relation for item in self.items.values() for relation in _relations(item))

    def outgoing(self, item: Item) -> tuple[Relation, ...]:
        """The relations from an item to others."""
        return self._forward.get(item.id, ())

    def incoming(self, item: Item) -> tuple[Relation, ...]:
        """The relations from others to an item: the computed inverse."""
        return self._back.get(item.id, ())

    @cached_property
    def covered(self) -> Mapping[str, tuple[Item, ...]]:
        """The items that carry each item of the scope, by scope id."""
        carriers: defaultdict[str, list[Item]] = defaultdict(list)
        for item in self.items.values():
            for scope_id in () if item.retired else getattr(item.fields, "covers", ()):
                carriers[scope_id].append(item)
        return MappingProxyType({scope_id: tuple(items) for scope_id, items in carriers.items()})

    @property
    def scope_coverage(self) -> tuple[int, int]:
        """How many of the promised items are covered, and how many there are."""
        promised = self.all_of(ScopeItem)
        return sum(item.slug in self.covered for item, _ in promised), len(promised)

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Item, ...]]:
        return _grouped((item.kind.name, item) for item in self.items.values())

    @cached_property
    def _by_code(self) -> Mapping[str, Item]:
        return {item.entry.code: item for item in reversed(list(self.items.values())) if item.entry}

    @cached_property
    def _forward(self) -> Mapping[str, tuple[Relation, ...]]:
        return _grouped((relation.origin, relation) for relation in self.relations)

    @cached_property
    def _back(self) -> Mapping[str, tuple[Relation, ...]]:
        live = (relation for relation in self.relations if not self.items[relation.origin].retired)
        return _grouped((relation.target, relation) for relation in live)


def _relations(item: Item) -> Iterable[Relation]:
    # Thousands of records name the same few thousand: each id is kept once.
    yield from (Relation(item.id, sys.intern(mark.id_of(value.value)), value.loc, mark) for value, mark in item.refs())
    for loc, reference in item.mentions():
        yield Relation(item.id, sys.intern(reference.id), loc, _mark_of_mention(reference.id.partition("/")[0]))


@cache
def _mark_of_mention(kind: str) -> Ref:
    """A source is used wherever a text cites it; other mentions are links, not relations with a name."""
    is_source = kind in BY_NAME and BY_NAME[kind].model is Source
    return Ref((kind,), back="used-in" if is_source else "")


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})

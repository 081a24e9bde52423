"""What is new or different since an earlier release, by code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.handbook import Handbook
from macros.item import Item
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.library import EarlierRelease


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry that is new or different.

    Attributes:
        item: the entry.
        code: its code; empty for a procedure, which has none and comes first.
        whats: what is different, the newest first; empty for an entry that is new.
    """

    item: Item
    code: str
    whats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """All that is new or different since a release."""

    release: EarlierRelease
    changed: tuple[Changed, ...]


def changes(handbook: Handbook) -> Iterator[Since]:
    """For each earlier release what is new or different since, by code."""
    for release in handbook.release.before if handbook.release else ():
        records: list[tuple[Item, Entry | FirstAid]] = [*handbook.all_of(FirstAid), *handbook.all_of(Entry)]
        found = (_since(item, record, release) for item, record in records)
        yield Since(release, tuple(sorted(filter(None, found), key=lambda changed: changed.code)))


def _since(item: Item, entry: Entry | FirstAid, release: EarlierRelease) -> Changed | None:
    code = item.entry.code if item.entry else ""
    if entry.since and entry.since > release.date:
        return Changed(item, code, ())
    newest_first = sorted(entry.changes, key=lambda change: change.date, reverse=True)
    whats = tuple(change.what for change in newest_first if change.date > release.date)
    return Changed(item, code, whats) if whats else None

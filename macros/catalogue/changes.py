"""What is new or different since an earlier release: procedures first, then pages, then entries by code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.library import EarlierRelease
from macros.schema.page import PageHead

Dated: TypeAlias = Entry | FirstAid | PageHead
"""What says since when it stands in the handbook, and what has changed in it."""


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """One record that is new or different.

    Attributes:
        item: the record.
        code: the code of an entry; empty for a procedure or a page.
        notes: what is different, the newest first; empty for what is new.
    """

    item: Item
    code: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReleaseDiff:
    """All that is new or different since a release."""

    release: EarlierRelease
    changed: tuple[ChangedEntry, ...]


def changes(handbook: Handbook) -> Iterator[ReleaseDiff]:
    """For each earlier release what is new or different since."""
    records: list[tuple[Item, Dated]] = [*handbook.all_of(FirstAid), *handbook.all_of(PageHead), *handbook.all_of(Entry)]
    for release in handbook.release.before if handbook.release else ():
        found = (_since(item, record, release) for item, record in records)
        yield ReleaseDiff(release, tuple(filter(None, found)))


def _since(item: Item, record: Dated, release: EarlierRelease) -> ChangedEntry | None:
    code = record.code if isinstance(record, Entry) else ""
    if record.since and record.since > release.date:
        return ChangedEntry(item, code, ())
    newest_first = sorted(record.changes, key=lambda change: change.date, reverse=True)
    notes = tuple(change.what for change in newest_first if change.date > release.date)
    return ChangedEntry(item, code, notes) if notes else None

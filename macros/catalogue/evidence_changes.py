"""What is new or different in the evidence: sources and findings, release by release."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.schema.entry import Entry, Finding
from macros.schema.first_aid import FirstAid
from macros.schema.library import EarlierRelease
from macros.schema.source import Source

What: TypeAlias = Literal["regraded", "changed", "new-finding", "new-source"]
"""What happened, what matters most to a holder of an older copy first."""
ORDER: tuple[What, ...] = ("regraded", "changed", "new-finding", "new-source")


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """One change.

    Attributes:
        kind: what happened.
        day: when.
        item: the source, or the entry or procedure that the finding stands in.
        finding: the finding; none where the source itself is new or different.
        note: what is different; empty for what is new.
        before: the grade until then; empty where it stayed.
        after: the grade from then on; empty where it stayed.
    """

    kind: What
    day: datetime.date
    item: Item
    finding: Finding | None = None
    note: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ReleasedChanges:
    """The changes that came with a release: the newest first, and of a day by what happened."""

    release: EarlierRelease
    changes: tuple[EvidenceChange, ...]


def evidence_changes(handbook: Handbook) -> list[ReleasedChanges]:
    """The changes of each release that has some, the newest release first. A change is in the first release from its day on."""
    now = handbook.release
    if not now:
        return []
    releases = [EarlierRelease(name=now.name, date=now.date), *now.before]
    found: dict[str, list[EvidenceChange]] = {release.name: [] for release in releases}
    for change in sorted(_all(handbook), key=lambda change: (-change.day.toordinal(), ORDER.index(change.kind))):
        later = [release for release in releases if release.date >= change.day]
        # What is newer than the last release is of the one that is being made, which has its name until then.
        found[min(later, key=lambda release: release.date).name if later else now.name].append(change)
    return [ReleasedChanges(release, tuple(found[release.name])) for release in releases if found[release.name]]


def _all(handbook: Handbook) -> Iterator[EvidenceChange]:
    records: list[tuple[Item, Entry | FirstAid]] = [*handbook.all_of(FirstAid), *handbook.all_of(Entry)]
    for item, record in records:
        for finding in () if item.retired else record.evidence:
            if day := finding.since or record.since:
                yield EvidenceChange("new-finding", day, item, finding)
            yield from _changes(item, finding)
    for item, source in handbook.all_of(Source):
        if source.since:
            yield EvidenceChange("new-source", source.since, item)
        for change in source.changes:
            yield EvidenceChange("changed", change.date, item, note=change.what)


def _changes(item: Item, finding: Finding) -> Iterator[EvidenceChange]:
    """The changes of a finding. The grade after one is the grade before the next, or that of today."""
    after = finding.grade
    for change in sorted(finding.changes, key=lambda change: change.date, reverse=True):
        if before := change.grade_before:
            yield EvidenceChange("regraded", change.date, item, finding, change.what, before, after)
            after = before
        else:
            yield EvidenceChange("changed", change.date, item, finding, change.what)

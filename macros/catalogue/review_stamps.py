"""What a reviewer judges: entries and their findings, each with a stamp that changes when its words do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.source_file import Loc
from macros.schema.entry import Entry, Finding, Review
from macros.schema.first_aid import FirstAid

# What may change without a new review: records of changes and reviews, and words that are searched, not shown.
_NOT_JUDGED = frozenset({"reviews", "changes", "checked", "search_words", "slang", "own_words", "was", "covers", "since"})


@dataclass(frozen=True, slots=True)
class Judged:
    """Something that a reviewer reads and judges.

    Attributes:
        item: the entry it belongs to.
        loc: its place in the entry; empty for the entry as a whole.
        stamp: eight characters made from what it says.
        reviews: the verdicts that have come back.
    """

    item: Item
    loc: Loc
    stamp: str
    reviews: tuple[Review, ...]

    @property
    def finding(self) -> Finding:
        """The finding, where one is judged and not the whole."""
        judged_in = self.item.fields
        assert isinstance(judged_in, Entry | FirstAid)  # noqa: S101 - nothing else has findings
        return judged_in.evidence[int(self.loc[1])]

    @property
    def outdated(self) -> list[tuple[int, Review]]:
        """The verdicts on words that have changed since, with their numbers."""
        return [(number, review) for number, review in enumerate(self.reviews) if review.of != self.stamp]


def judged(handbook: Handbook) -> Iterator[Judged]:
    """Every procedure, then every entry, each with its findings: what hands do in an emergency is read first."""
    records: list[tuple[Item, Entry | FirstAid]] = [*handbook.all_of(FirstAid), *handbook.all_of(Entry)]
    for item, record in records:
        yield Judged(item, (), stamp(record), record.reviews)
        for number, finding in enumerate(record.evidence):
            yield Judged(item, ("evidence", number), stamp(finding), finding.reviews)


def stamp(record: Entry | FirstAid | Finding) -> str:
    """Eight characters that change whenever the record says something else."""
    said = _without_records(record.model_dump(mode="json", exclude_none=True))
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:8]


def _without_records(said: Any) -> Any:
    """The same without what is not judged, at any depth."""
    if isinstance(said, dict):
        return {name: _without_records(value) for name, value in said.items() if name not in _NOT_JUDGED}
    return [_without_records(value) for value in said] if isinstance(said, list) else said

"""What a reviewer judges: entries and their findings, each with a stamp that changes when its words do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.place import Loc
from macros.schema.entry import Entry, Finding, Review
from macros.schema.first_aid import FirstAid


@dataclass(frozen=True, slots=True)
class Reviewable:
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
    def stale_reviews(self) -> list[tuple[int, Review]]:
        """The verdicts on words that have changed since, with their numbers."""
        return [(number, review) for number, review in enumerate(self.reviews) if review.of != self.stamp]


def reviewables(handbook: Handbook) -> Iterator[Reviewable]:
    """Every procedure, then every entry, each with its findings: what hands do in an emergency is read first."""
    records: list[tuple[Item, Entry | FirstAid]] = [*handbook.all_of(FirstAid), *handbook.all_of(Entry)]
    for item, record in records:
        yield Reviewable(item, (), stamp(item), record.reviews)
        for number, finding in enumerate(record.evidence):
            loc = ("evidence", number)
            yield Reviewable(item, loc, stamp(item, loc), finding.reviews)


def stamp(item: Item, loc: Loc = ()) -> str:
    """Eight characters that change whenever the record, or the part of it at ``loc``, says or names something else.

    They are made from what a reviewer reads, not from the model, so a new field of the schema changes none of them.
    """
    read = [[value.loc[len(loc) :], value.value] for value in item.values if value.mark.judged and value.loc[: len(loc)] == loc]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()[:8]

"""Reviews: a verdict holds for the words that were read. When they change, someone must be asked again."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.review_stamps import reviewables
from macros.reading.problem import Problem


def check(handbook: Handbook) -> Iterator[Problem]:
    """A note for each verdict whose words have changed since."""
    for thing in reviewables(handbook):
        for number, review in thing.stale_reviews:
            what = "finding" if thing.loc else "entry"
            message = (
                f"The {what} has changed since the {review.role} read it on {review.date}. "
                f"Its stamp is now '{thing.stamp}'. Ask for a new verdict, or remove this one."
            )
            yield thing.item.problem((*thing.loc, "reviews", number, "of"), message, level="note")

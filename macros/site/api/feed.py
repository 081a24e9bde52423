"""What changed in the evidence as a feed that readers of feeds understand: JSON Feed 1.1 with a few fields of our own."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import Field

from macros.catalogue.addresses import address
from macros.catalogue.evidence_changes import EvidenceChange, evidence_changes
from macros.schema.library import EarlierRelease
from macros.schema.values import Record
from macros.site.api.documents import dumped, head_fields
from macros.site.api.models import Head, ReleaseName
from macros.view.context import View

_DIGITS = 12  # of the end of an id: enough that no two changes share one


class FeedItemOfOurs(Record):
    """What an item says beside the fields of JSON Feed."""

    release: ReleaseName
    """The release it came with."""
    what: str
    """What happened: new-source, new-finding, regraded or changed."""
    record: str
    """Id of the source, or of the entry or procedure that the finding stands in."""
    outcome: str | None = None
    """What the grade of the finding is for. Left out where the change is one of a source."""
    grade: str | None = None
    """The grade of the finding today or, where it was regraded, after this change."""
    grade_before: str | None = None
    """The grade until then. Left out where it stayed."""


class FeedItem(Record):
    """One change, as JSON Feed has it."""

    id: str
    """Never changes, and belongs to no other item."""
    url: str
    """Where the source or the finding is read. Relative to the root of the site where this copy knows no address of its own."""
    title: str
    """What is new or different."""
    content_text: str
    """What the finding says today, or what the source shows; before it, what changed."""
    date_published: str
    """The day of the change, as 2026-11-26T00:00:00Z."""
    alongside: FeedItemOfOurs = Field(serialization_alias="_alongside")
    """What else is known of the change."""


class EvidenceFeed(Head):
    """New sources, new and regraded findings, and corrections, the newest first."""

    version: str
    """The version of JSON Feed."""
    title: str
    """What the feed is of."""
    home_page_url: str
    """The page that says the same to people."""
    items: tuple[FeedItem, ...]
    """The changes."""


def feed_document(view: View) -> dict[str, Any]:
    """The feed of what changed in the evidence."""
    root = view.settings.site_url or ""
    feed = EvidenceFeed(
        **head_fields(view, "evidence-changes"),
        version="https://jsonfeed.org/version/1.1",
        title=view.say("evidence-feed", site=view.say("site-name")),
        home_page_url=f"{root}evidence/changes/",
        items=tuple(
            _item(view, change, released.release, root)
            for released in evidence_changes(view.handbook)
            for change in released.changes
        ),
    )
    return dumped(feed)


def _item(view: View, change: EvidenceChange, release: EarlierRelease, root: str) -> FeedItem:
    finding, item = change.finding, change.item
    outcome = finding.outcome if finding else ""
    told = finding.says if finding else str(getattr(item.fields, "shows", ""))
    same = hashlib.sha256(f"{change.kind} {item.id} {outcome} {change.day} {change.note}".encode()).hexdigest()
    ours = FeedItemOfOurs(
        release=ReleaseName(name=release.name, date=release.date),
        what=change.kind,
        record=item.id,
        outcome=outcome or None,
        grade=change.after or (finding.grade if finding else None),
        grade_before=change.before or None,
    )
    return FeedItem(
        id=f"{item.id}#{same[:_DIGITS]}",
        url=f"{root}{address(item)}",
        title=view.say("topic-is", topic=item.title) + f" {outcome}" if outcome else item.title,
        content_text=f"{change.note}\n\n{told}".strip(),
        date_published=f"{change.day}T00:00:00Z",
        alongside=ours,
    )

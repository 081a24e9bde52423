"""What changed in the evidence, as lists: a heading for each release, a fold for what is new by the hundred."""

from __future__ import annotations

from macros.catalogue.addresses import kind_address
from macros.catalogue.evidence_changes import ORDER, EvidenceChange
from macros.catalogue.evidence_changes import evidence_changes as changes_by_release
from macros.view.blocks import AnyBlock, Blocks, Fold, Heading, Lines, Paragraph
from macros.view.context import View
from macros.view.inlines import Inlines, WebLink, Words, words

_MOST = 60  # more are no list that anyone reads; the feed for programs has them all


def evidence_changes(view: View) -> Blocks:
    """New and different sources and findings, the newest release first."""
    say, blocks = view.say, list[AnyBlock]()
    for released in changes_by_release(view.handbook):
        name, day = released.release.name, str(released.release.date)
        blocks += [Heading(say("evidence-of-release", name=name), anchor=f"release-{day}", searched=False)]
        for kind in ORDER:
            if found := [change for change in released.changes if change.kind == kind]:
                heading = Heading(say(f"evidence-{kind}"), 2, f"{kind}-{day}", searched=False)
                if len(found) > _MOST:
                    sources = WebLink(kind_address("sources"), words(say("kind-sources")), shown=False)
                    blocks += [heading, Paragraph((Words(say("evidence-many", count=len(found))), Words(" "), sources))]
                    continue
                lines = tuple(_line(view, change) for change in found)
                blocks.append(Fold(heading, (Lines(lines, "changes", searched=False),), searched=False))
    return tuple(blocks) or (Paragraph(words(say("first-release"))),)


def _line(view: View, change: EvidenceChange) -> Inlines:
    if not change.finding:
        note = (Words(" "), *view.texts.line(change.note)) if change.note else ()
        return (view.citation(change.item), Words(f". {change.item.title}."), *note)
    said = [change.note, view.say("grade-changed", before=change.before, after=change.after) if change.before else ""]
    told = " ".join(filter(None, said)) or view.say("evidence-grade-is", grade=change.finding.grade)
    return (view.link(change.item), Words(f": {change.finding.outcome}. "), *view.texts.line(told))

"""Lists of many records: helplines by place, findings by grade, sheets by stage, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from macros.catalogue.addresses import changes_address
from macros.catalogue.changes import ChangedEntry, changes
from macros.catalogue.item import Item
from macros.schema.entry import Entry
from macros.schema.helpline import Helpline as HelplineRecord
from macros.schema.kinds import KINDS
from macros.schema.library import Grade
from macros.schema.source import Source
from macros.schema.worksheet import Sheet
from macros.view.arguments import TopicName
from macros.view.blocks import (
    AnyBlock,
    Blocks,
    Bullets,
    Cards,
    Findings,
    Group,
    Heading,
    Helpline,
    Helplines,
    Jump,
    Lines,
    Paragraph,
    Rows,
)
from macros.view.context import View, fact_id
from macros.view.files import volume_links
from macros.view.helplines import ways
from macros.view.inlines import Inline, Inlines, RecordLink, Strong, Words, words
from macros.view.safety import calls_about


def sheet_list(view: View, sheets: Iterable[Item]) -> Blocks:
    """Some worksheets or letters."""
    return (Rows(tuple(map(view.row, sheets))),)


def sheets_under(view: View, kind: str, owners: Iterable[Item], belongs: Callable[[Sheet, Item], bool]) -> Blocks:
    """The sheets of a kind under the title of each owner that has some."""
    first = f"worksheets/{view.handbook.paper.check_first}"
    # Whether all is safe is asked before anything else.
    sheets = [(item, item.read(Sheet)) for item in sorted(view.handbook.of_kind(kind), key=lambda item: item.id != first)]
    owned = [(owner, [item for item, sheet in sheets if belongs(sheet, owner)]) for owner in owners]
    lists = [block for owner, own in owned if own for block in (Heading(owner.title, anchor=owner.slug), *sheet_list(view, own))]
    return _with_jump(lists)


def _with_jump(blocks: Iterable[AnyBlock]) -> Blocks:
    """Blocks after links to their headings."""
    found = tuple(blocks)
    headings = tuple((block.anchor, block.text) for block in found if isinstance(block, Heading))
    return (Jump(headings, on="screen"), *found)


def helpline_list(view: View, topic: TopicName) -> Blocks:
    """The helplines for a topic, by place: two of each place on a screen, where the others are one tap away; all on paper."""
    directory = view.handbook.directory
    lines = [(item, line) for item, line in view.handbook.all_of(HelplineRecord) if topic in line.topics]
    ordered = sorted(lines, key=lambda pair: directory.urgency(pair[1], topic))
    return (calls_about(view, (topic,)), Helplines(tuple(helpline(view, item) for item, _ in ordered), on="paper"))


def helplines_by_region(view: View) -> Blocks:
    """All helplines under the names of the places they work in. Each is anchored where it appears first."""
    directory = view.handbook.directory
    ordered = sorted(view.handbook.all_of(HelplineRecord), key=lambda pair: directory.urgency(pair[1]))
    blocks: list[AnyBlock] = []
    seen: set[str] = set()
    for name, place in directory.places.items():
        here = [item for item, line in ordered if name in directory.regions(line.places)]
        if here:
            lines = tuple(helpline(view, item, anchored=item.slug not in seen) for item in here)
            seen |= {item.slug for item in here}
            blocks += [Heading(place.name, anchor=name), Helplines(lines), *_without_line(view, name)]
    return _with_jump(blocks)


def _without_line(view: View, place: str) -> Blocks:
    """The topics for which a place has no line, each with what is said there instead."""
    directory = view.handbook.directory
    empty = [cell for cell in directory.cells() if cell.place == place and not cell.lines and cell.instead]
    lines = tuple(_instead(view, directory.topics[cell.topic].title, cell.instead) for cell in empty)
    return (Lines(lines, "helplines-none"),) if lines else ()


def _instead(view: View, topic: str, instead: str) -> Inlines:
    return (Strong(words(view.say("topic-is", topic=topic))), *_in_one_line(view.texts.block(instead)))


def _in_one_line(blocks: Blocks) -> Iterator[Inline]:
    """The paragraphs and list items of a text, each after a space: a list has room for one line."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (Words(" "), *block.parts)
        elif isinstance(block, Bullets):
            yield from (part for item in block.items for part in _in_one_line(item))


def helpline(view: View, item: Item, *, anchored: bool = False) -> Helpline:
    """A service with all that is known of it."""
    line, say = item.read(HelplineRecord), view.say
    said = (
        ("call-note", line.call_note),
        ("", line.for_whom),
        ("hours", line.hours),
        ("languages", say.listed(line.languages)),
        ("text-languages", say.listed(line.text_languages)),
        ("tty", line.tty),
    )
    about = tuple(say(f"helpline-{name}", what=what) if name else what for name, what in said if what)
    page = say("helpline-page-date", date=line.page_date) if line.page_date else say("helpline-page-undated")
    how = say("sentence", words=f"{line.how[:1].upper()}{line.how[1:]}")
    # A caution may not use up the first use of a word on the page, so its words are not explained.
    caution = view.texts.block(line.caution, explained=False)
    places = say.listed(view.handbook.directory.short(line.places))
    return Helpline(item.slug, line.name, places, ways(line, view.handbook.directory, say), about, caution, (how, page), anchored)


def evidence_of_grade(view: View, name: str) -> Blocks:
    """What the grade means, then all findings of it in all entries, kind by kind."""
    blocks: list[AnyBlock] = [Group(view.texts.block(view.handbook.require(f"grades/{name}", Grade).means), "grade-means")]
    for kind in KINDS:
        found = tuple(
            view.finding(finding, view.link(item))
            for item in (view.handbook.of_kind(kind.name) if kind.is_entry else ())
            for finding in item.read(Entry).evidence
            if finding.grade == name
        )
        if found:
            blocks += [Heading(view.say(f"kind-{kind.name}"), anchor=f"{kind.name}-{name.lower()}"), Findings(found)]
    return tuple(blocks)


def sources_by_study(view: View, studies: Iterable[str]) -> Blocks:
    """The sources of some kinds of study, kind by kind."""
    blocks: list[AnyBlock] = []
    for study in studies:
        found = [item for item, source in view.handbook.all_of(Source) if source.study == study]
        if found:
            name = fact_id(study)
            blocks += [Heading(view.say("studies-of-kind", kind=view.say(f"study-{name}"), count=len(found)), anchor=name)]
            blocks += [Cards(view.cards(found), "links")]
    return tuple(blocks)


def what_changed(view: View) -> Blocks:
    """What is new or different since each earlier release."""
    say = view.say
    blocks: list[AnyBlock] = [*volume_links(view, changes_address, "pdf-of", "")]
    releases = list(changes(view.handbook))
    for since in releases:
        name, day = since.release.name, str(since.release.date)
        blocks.append(Heading(say("since-release", name=name), anchor=f"since-{day}"))
        blocks.append(Paragraph(words(say("release-of", name=name, date=day))))
        lines = tuple(_changed(view, changed) for changed in since.changed)
        blocks.append(Lines(lines, "changes") if lines else Paragraph(words(say("nothing-changed"))))
    return tuple(blocks) if releases else (*blocks, Paragraph(words(say("first-release"))))


def _changed(view: View, changed: ChangedEntry) -> Inlines:
    label = changed.code or view.say(f"changed-{changed.item.kind.name}")
    notes = [part for what in changed.notes for part in (*view.texts.line(what), Words(" "))] or words(view.say("new"))
    link = RecordLink(changed.item.id, changed.item.title)
    return (Strong(words(label)), Words(" "), link, Words(": "), *notes)

"""The reference layer of an entry as a page of its own: each part under a heading that can be linked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.catalogue.addresses import address
from macros.catalogue.anchors import Ids, ids_of
from macros.catalogue.item import Item
from macros.catalogue.practice_pages import PracticePage, practice_page_of
from macros.schema.entry import Entry
from macros.schema.library import Risk
from macros.schema.practice import CommonError, Practice, RiskLimit
from macros.schema.values import Record
from macros.view.arguments import EntryId
from macros.view.blocks import AnyBlock, Blocks, Fold, Group, Heading, Lines, Paragraph, Table
from macros.view.context import View, fact_id
from macros.view.inlines import Inlines, WebLink, Words, words
from macros.view.outcomes import outcomes_table
from macros.view.record_parts import sources

PART = "for-professionals"
"""The anchor of what professionals read on the page of an entry."""
_PARTS = (
    "as_practiced",
    "our_change",
    "indications",
    "risks",
    "dose",
    "procedure",
    "fidelity",
    "errors",
    "record",
    "ethics",
    "competence",
)
_LINKED = frozenset({"fidelity", "risks"})
_NUMBERED = frozenset({"procedure", "fidelity"})


def practice_title(view: View, page: PracticePage) -> str:
    """The title of the page."""
    return view.say("practice-of", what=page.of.title)


def practice_about(view: View, page: PracticePage) -> str:
    """The page in a sentence."""
    return view.say("practice-of-about", what=page.of.title)


def practice_of(view: View, entry: EntryId) -> Blocks:
    """All that the page for professionals about an entry says, below its title.

    Raises:
        KeyError: if the entry has no reference layer.
    """
    item = view.handbook.items[entry]
    page = practice_page_of(item)
    if not page:
        raise KeyError(entry)
    heading, *rest = sources(view, item, 1)
    return (
        Paragraph(words(practice_about(view, page)), "lead"),
        Paragraph((Words(view.say("practice-family-page")), Words(" "), view.link(item))),
        *_seen(view, page.practice),
        *_parts(view, page.practice),
        *_findings(view, item, page.practice),
        heading,
        *rest,
    )


def in_reference(view: View, item: Item) -> Iterator[AnyBlock]:
    """The reference layer below the page of its entry: a link on the screen, all of it in the whole handbook on paper."""
    if page := practice_page_of(item):
        yield Lines(((practice_link(view, page),),), "links", on="screen", searched=False)
        blocks = (*_seen(view, page.practice), *_parts(view, page.practice), *_quoting(view, page.practice))
        yield Group(tuple(_lower(block) for block in blocks), "pro", on="paper")


def practice_link(view: View, page: PracticePage) -> WebLink:
    """A link to the page."""
    return WebLink(page.address, words(practice_title(view, page)), shown=False)


def professional_index(view: View) -> Blocks:
    """Where professionals read about each entry, kind by kind: the page of the reference layer, or else a part of its page."""
    groups: dict[str, list[Inlines]] = {}
    for item in view.handbook.items.values():
        if item.entry and not item.retired and (place := _place_for_professionals(item)):
            line = (Words(item.entry.code), Words(" "), WebLink(place, words(item.title), shown=False))
            groups.setdefault(item.kind.name, []).append(line)
    return tuple(_of_kind(view, kind, lines) for kind, lines in groups.items())


def _place_for_professionals(item: Item) -> str:
    """The address of what professionals read about an entry; empty where there is nothing."""
    if page := practice_page_of(item):
        return page.address
    return f"{address(item)}#{PART}" if item.read(Entry).for_professionals else ""


def _of_kind(view: View, kind: str, lines: list[Inlines]) -> Fold:
    heading = Heading(view.say("count-of-kind", kind=view.say(f"kind-{kind}"), count=len(lines)), 2, searched=False)
    return Fold(heading, (Lines(tuple(lines), "links", searched=False),), searched=False)


def _seen(view: View, practice: Record) -> Iterator[Paragraph]:
    if isinstance(practice, Practice):
        yield Paragraph(words(view.say(f"read-{fact_id(practice.read)}")), "practice")


def _parts(view: View, practice: Record) -> Iterator[AnyBlock]:
    for name in _PARTS:
        if value := getattr(practice, name, None):
            yield Heading(view.say(f"practice-{name.replace('_', '-')}"), anchor=name.replace("_", "-"))
            yield from _part(view, name, value, ids_of(practice, name) if name in _LINKED else ())


def _part(view: View, name: str, value: object, ids: tuple[Ids, ...]) -> Blocks:
    if isinstance(value, str):
        return view.texts.block(value)
    parts = value if isinstance(value, tuple) else ()
    if limits := [part for part in parts if isinstance(part, RiskLimit)]:
        return (_risks(view, limits, ids),)
    if errors := [part for part in parts if isinstance(part, CommonError)]:
        return (_errors(view, errors),)
    return (Lines(view.texts.lines(map(str, parts)), numbered=name in _NUMBERED, ids=ids),)


def _risks(view: View, limits: Iterable[RiskLimit], ids: tuple[Ids, ...]) -> Table:
    headings = (view.say("name-of-a-risk"), view.say("may-it-be-used"), view.say("why"))
    rows = tuple(_risk(view, limit) for limit in limits)
    return Table(view.say("practice-risks"), headings, rows, named=True, anchors=tuple(name for name, *_ in ids))


def _risk(view: View, limit: RiskLimit) -> tuple[tuple[Inlines, ...], ...]:
    label = words(view.handbook.require(f"risks/{limit.risk}", Risk).label)
    return (label,), (words(view.say(f"may-{fact_id(limit.may)}")), *needed(view, limit)), (reason(view, limit),)


def needed(view: View, limit: RiskLimit) -> tuple[Inlines, ...]:
    """What must be there first while a risk is there, in a line; nothing where it is never, or possible as it is."""
    return (view.texts.line(limit.only_with),) if limit.only_with else ()


def reason(view: View, limit: RiskLimit) -> Inlines:
    """Why a risk means what it means, with who says so."""
    cited = (view.citation(view.handbook.items[f"sources/{name}"]) for name in limit.sources)
    return (*view.texts.line(limit.why), *(part for link in cited for part in (Words(" "), link)))


def _errors(view: View, errors: Iterable[CommonError]) -> Table:
    rows = tuple(((view.texts.line(one.error),), (view.texts.line(one.repair),)) for one in errors)
    return Table(view.say("practice-errors"), (view.say("what-goes-wrong"), view.say("its-repair")), rows)


def _quoting(view: View, practice: Record) -> Iterator[AnyBlock]:
    if quoting := getattr(practice, "quoting", None):
        yield Heading(view.say("practice-quoting"), anchor="quoting")
        yield from view.texts.block(quoting)


def _findings(view: View, item: Item, practice: Record) -> Iterator[AnyBlock]:
    if item.read(Entry).evidence:
        yield Heading(view.say("what-is-known"), anchor="outcomes")
        yield from outcomes_table(view, item)
    yield from _quoting(view, practice)


def _lower(block: AnyBlock) -> AnyBlock:
    return replace(block, level=2, anchor="") if isinstance(block, Heading) else block

"""What every page draws on: the handbook, the settings of this copy, the words of its language, and which documents it has."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any

from macros.catalogue.addresses import address, document_address
from macros.catalogue.handbook import Handbook, Relation
from macros.catalogue.item import Item
from macros.catalogue.settings import Settings
from macros.language.words import Words as Say
from macros.language.words import words_of_language
from macros.paper.sizes import PAPERS, VOLUME_PAPERS, Paper
from macros.schema.entry import Finding as FindingRecord
from macros.schema.kinds import BY_NAME
from macros.schema.letter import Letter
from macros.schema.library import Grade
from macros.schema.pack import Pack
from macros.schema.source import Source
from macros.schema.worksheet import Sheet, Worksheet
from macros.view.blocks import Card, File, Finding, Paragraph, Row
from macros.view.citations import short_citation
from macros.view.dots import dots
from macros.view.inlines import RecordLink, words
from macros.view.made import Made
from macros.view.once import once
from macros.view.texts import Texts


class View:
    """Prepares what pages show of one handbook. It is the same for the screen and for paper.

    Attributes:
        handbook: what is shown.
        settings: what belongs to this copy.
        say: the words of the handbook's language.
        texts: the handbook's texts as typed parts.
        sheet_papers: the sizes in which sheets can be had; none on a computer that makes no PDF.
        volume_papers: the sizes in which packs and the book can be had.
        made: what is known of the documents that were made already, by their addresses from the site's root.
        made_once: what ``once`` and ``lately`` keep.
    """

    def __init__(
        self,
        handbook: Handbook,
        settings: Settings | None = None,
        sheet_papers: tuple[Paper, ...] = PAPERS,
        volume_papers: tuple[Paper, ...] = VOLUME_PAPERS,
        made: Mapping[str, Made] | None = None,
    ) -> None:
        self.handbook = handbook
        self.settings = settings or Settings()
        self.sheet_papers = sheet_papers
        self.volume_papers = volume_papers
        self.made = made or {}
        self.say: Say = words_of_language(handbook.language)
        self.texts = Texts(handbook, self.say)
        self.made_once: dict[Hashable, Any] = {}

    @once
    def link(self, item: Item) -> RecordLink:
        """A link that a page makes to a record."""
        return RecordLink(item.id, item.title, item.entry.code if item.entry else "")

    def card(self, item: Item) -> Card:
        """A link to a record, with a sentence about it where it has one."""
        if isinstance(item.fields, Source):
            return Card(self.citation(item), words(item.title))
        about = getattr(item.fields, "summary", None) or getattr(item.fields, "description", None)
        return Card(self.link(item), self.texts.line(about))

    def cards(self, items: Iterable[Item]) -> tuple[Card, ...]:
        """Links with sentences."""
        return tuple(map(self.card, items))

    @once
    def citation(self, item: Item) -> RecordLink:
        """A link to a source by its authors and year."""
        return RecordLink(item.id, short_citation(item.read(Source), self.say), role="cite")

    def label(self, item_id: str) -> str:
        """The words for a record that is only named, such as a stage."""
        return self.handbook.items[item_id].title

    def finding(self, record: FindingRecord, entry: RecordLink | None = None) -> Finding:
        """A finding with the meaning of its grade and links to its sources."""
        grade = self.handbook.require(f"grades/{record.grade}", Grade)
        sources = tuple(self.citation(self.handbook.items[f"sources/{name}"]) for name in record.sources)
        tested = self.say(f"tested-{fact_id(record.tested)}") if record.tested else ""
        other = (words(self.say("found-compared", what=name)) for name in (record.compared_with,) if name)
        beside = (Paragraph(line, "practice") for line in other)
        said = (*self.texts.block(record.says), *dots(self.say, record.shares), *beside)
        return Finding(record.outcome, record.grade, grade.label, tested, said, sources, entry)

    def related(self, item: Item) -> tuple[tuple[str, tuple[Card, ...]], ...]:
        """The records that an item declares it goes with, under the headings of the relations."""
        relations = [relation for relation in self.handbook.outgoing(item) if relation.mark.reads]
        # What belongs to the kind comes first; what may be read beside it, last.
        ordered = sorted(relations, key=lambda relation: relation.mark.last)
        return self._grouped((relation.mark.reads, relation.target) for relation in ordered)

    def named_in(self, item: Item) -> tuple[tuple[str, tuple[Card, ...]], ...]:
        """The records that declare that they go with an item: the inverse, without those it names itself."""
        own = {relation.target for relation in self.handbook.outgoing(item) if relation.mark.reads}
        shown = (relation for relation in self._shown_back(item) if relation.origin not in own)
        return self._grouped((relation.mark.back, relation.origin) for relation in shown)

    def _shown_back(self, item: Item) -> list[Relation]:
        """Without the kinds that have lists of their own."""
        named = ((r, self.handbook.items[r.origin].kind) for r in self.handbook.incoming(item) if r.mark.back)
        return [relation for relation, kind in named if kind.has_page and not kind.listed]

    def _grouped(self, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, tuple[Card, ...]], ...]:
        groups: dict[str, dict[str, None]] = {}
        for heading, target in pairs:
            groups.setdefault(heading, {})[target] = None
        return tuple(
            (self.say(f"relation-{heading}"), self.cards(self.handbook.items[target] for target in targets))
            for heading, targets in groups.items()
        )

    def belonging(self, item: Item, kind: str) -> list[Item]:
        """The records of a kind that say that they belong to an item."""
        named = (
            r.origin for r in self.handbook.incoming(item) if r.mark.back and r.mark.lists and r.origin.startswith(f"{kind}/")
        )
        return [self.handbook.items[origin] for origin in dict.fromkeys(named)]

    def row(self, item: Item) -> Row:
        """A worksheet, a letter or a pack, for a list of them."""
        match item.fields:
            case Sheet(minutes=minutes, most_pages=pages):
                return Row(self.link(item), self.say("sheet-facts", minutes=minutes, pages=pages))
            case Pack(contents=contents):
                return Row(self.link(item), self.say("pack-facts", parts=len(contents)))
        raise TypeError(item.id)

    def edited_files(self, item: Item) -> tuple[File, ...]:
        """The files of a sheet that are edited: of a letter, and of a worksheet whose words are changed before it is used."""
        match item.fields:
            case Letter():
                kinds = ["docx", "txt"]
            case Worksheet(word=True):
                kinds = ["docx"]
            case _:
                kinds = []
        code = item.read(Sheet).code
        return tuple(
            File(document_address(item, f".{kind}"), self.say(f"file-{kind}"), self.say(f"file-{kind}-spoken", code=code))
            for kind in kinds
        )

    def printed_files(self, item: Item) -> tuple[File, ...]:
        """The documents of a worksheet or a letter, one for each size of paper."""
        code = item.read(Sheet).code
        return tuple(self._printed(paper, lambda ending: document_address(item, ending), code) for paper in self.sheet_papers)

    def volume_files(self, address_of: Callable[[str], str]) -> tuple[File, ...]:
        """A document of many parts, one for each size of paper."""
        return tuple(self._printed(paper, address_of, "") for paper in self.volume_papers)

    def _printed(self, paper: Paper, address_of: Callable[[str], str], code: str) -> File:
        label = self.say(f"paper-{paper.suffix}")
        spoken = self.say("file-pdf-spoken", code=code, paper=label) if code else ""
        return File(address_of(f"-{paper.suffix}.pdf"), label, spoken)

    def source_numbers(self, page: str) -> Mapping[str, int]:
        """The sources that the record on a page names, each with its number in the order of naming, by id."""
        return self._source_numbers.get(page, {})

    @cached_property
    def _source_numbers(self) -> Mapping[str, Mapping[str, int]]:
        shown = (item for item in self.handbook.items.values() if item.kind.has_page)
        return {address(item): {source.id: number for number, source in enumerate(self.sources_of(item), 1)} for item in shown}

    def sources_of(self, item: Item) -> list[Item]:
        """Every source that a record names, in a field or in a text, once each, in the order of naming."""
        named = dict.fromkeys(relation.target for relation in self.handbook.outgoing(item))
        found = (self.handbook.get(target) for target in named)
        return [source for source in found if source and isinstance(source.fields, Source)]

    @cached_property
    def sibling_links(self) -> dict[str, tuple[RecordLink | None, RecordLink | None]]:
        """The entries before and after each entry within its kind, by id."""
        found: dict[str, tuple[RecordLink | None, RecordLink | None]] = {}
        for kind in BY_NAME.values():
            links = [self.link(item) for item in self.handbook.of_kind(kind.name)] if kind.form == "entry" else []
            for link, before, after in zip(links, [None, *links], [*links[1:], None], strict=False):
                found[link.target] = (before, after)
        return found


def fact_id(value: str) -> str:
    """The part of a message's name that stands for one of a few words of the schema: ``as a book`` is ``as-a-book``."""
    return value.replace(" ", "-")

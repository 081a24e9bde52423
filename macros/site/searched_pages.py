"""What a search finds: a page with its names and its words, heading by heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from macros.catalogue.addresses import address
from macros.catalogue.item import Item
from macros.catalogue.made_pages import MadePage
from macros.catalogue.practice_pages import PracticePage
from macros.schema.source import Source
from macros.schema.typed import TypedWords, phrases_of
from macros.view.blocks import AnyBlock, Fold, Form, Heading, Now, unfolded
from macros.view.context import View
from macros.view.field_reference import fields_of, fields_title
from macros.view.pages import page_of
from macros.view.plain import plain
from macros.view.plain_page import words_of_block, words_of_blocks, words_of_field, words_of_form
from macros.view.practice import practice_about, practice_of, practice_title
from macros.view.sheets import CAUTIONS_ANCHOR, DRAFT_ANCHOR

_LINE = 160  # characters of a page's own words, where nobody wrote a sentence about it


@dataclass(slots=True)
class Section:
    """A stretch of a page below one heading; the first of a page has the page's title and no anchor."""

    title: str
    anchor: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, a passage on each line."""
        return "\n".join(filter(None, self.words))


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page that a search can find.

    Attributes:
        address: where it is, from the root of the site.
        kind: what a hit is called behind its title; empty for hand-written pages.
        weight: how much a search prefers it, beside 1 for most.
        line: a sentence about it.
        names: its other names, which readers see.
        hidden: words and phrases that are searched and never shown, and its code.
        typed: how people ask who need it.
        sections: what stands on it; the first is the page itself.
        is_source: whether it only names a study.
    """

    address: str
    kind: str
    weight: float
    line: str
    names: tuple[str, ...]
    hidden: tuple[str, ...]
    sections: tuple[Section, ...]
    typed: tuple[str, ...] = ()
    is_source: bool = False

    @property
    def title(self) -> str:
        """The title of the page."""
        return self.sections[0].title


def searched_page(view: View, item: Item) -> SearchedPage:
    """The page of a record."""
    sections = tuple(sections_of(view, item.title, page_of(view, item)))
    hidden = (word for name in ("search_words", "slang") for word in getattr(item.fields, name, ()))
    code = [item.entry.code] if item.entry else []
    typed = view.handbook.get(f"typed-words/{item.id}")
    return SearchedPage(
        address=address(item),
        kind=view.say(f"kind-{item.kind.name}-one") if item.kind.form != "page" else "",
        weight=getattr(item.fields, "weight", item.kind.weight),
        line=_line(plain(view.card(item).about), sections),
        names=tuple(getattr(item.fields, "also_called", ())),
        hidden=(*hidden, *code),
        sections=sections,
        typed=tuple(phrases_of(typed.fields)) if typed and isinstance(typed.fields, TypedWords) else (),
        is_source=isinstance(item.fields, Source),
    )


def searched_made_page(view: View, page: MadePage) -> SearchedPage:
    """A page that has no record."""
    if isinstance(page, PracticePage):
        title, blocks, about = practice_title(view, page), practice_of(view, page.of.id), practice_about(view, page)
    else:
        title, blocks, about = fields_title(view, page.kind), fields_of(view, page.kind.name), ""
    sections = tuple(sections_of(view, title, blocks))
    return SearchedPage(page.address, "", page.weight, _line(about, sections), (), (), sections)


def _line(about: str, sections: tuple[Section, ...]) -> str:
    """One clean line about a page."""
    told = " ".join((about or sections[0].text).split())
    return told if about or len(told) <= _LINE else f"{told[:_LINE].rpartition(' ')[0]} …"


def sections_of(view: View, title: str, blocks: Iterable[AnyBlock]) -> list[Section]:
    """A page in sections. What is below a heading that is not searched leads no search anywhere."""
    sections = [Section(title)]
    searched = True
    for block in _spread(blocks):
        if isinstance(block, Heading):
            searched = block.searched and block.on != "paper"
            sections += [Section(block.text, block.anchor)] if searched else []
        elif not searched or not block.searched or block.on == "paper":
            continue
        elif isinstance(block, Now):
            sections.append(Section(block.heading, block.anchor, list(words_of_blocks(block.blocks))))
        elif isinstance(block, Form):
            sections[-1].words += words_of_form(block.form)
            sections += _form_sections(view, block)
        else:
            sections[-1].words += words_of_block(block)
    return sections


def _spread(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Blocks with what is in each fold; where its heading only says that there is more, as a part of what is above it."""
    for block in blocks:
        says_more = isinstance(block, Fold) and block.searched and not block.heading.searched
        yield from unfolded(block.blocks if isinstance(block, Fold) and says_more else (block,))


def _form_sections(view: View, block: Form) -> Iterator[Section]:
    form = block.form
    for section in form.sections:
        fields = (words for row in section.rows for one in row for words in words_of_field(one))
        yield Section(section.title, section.anchor, [*words_of_blocks(section.blocks), *fields])
    if form.draft:
        yield Section(view.say("write-it-here"), DRAFT_ANCHOR, [form.draft])
    if form.cautions:
        yield Section(view.say("take-care"), CAUTIONS_ANCHOR, list(map(plain, form.cautions)))

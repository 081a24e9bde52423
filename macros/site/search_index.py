"""The search index: every page in sections, heading by heading, with the other names that readers never see."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.catalogue.addresses import address
from macros.catalogue.field_pages import FieldPage, field_pages
from macros.catalogue.item import Item
from macros.view.blocks import AnyBlock, Fold, Form, Heading, Now, unfolded
from macros.view.context import View
from macros.view.field_reference import fields_of, fields_title
from macros.view.pages import page_of
from macros.view.plain import plain
from macros.view.plain_page import words_of_block, words_of_blocks, words_of_field, words_of_form
from macros.view.sheets import CAUTIONS_ANCHOR, DRAFT_ANCHOR

# Where the site's own worker finds it. The engine's file stays as an empty stub: the theme asks for it with every first view.
URI = "search/handbook.json"
ENGINE_URI = "search/search_index.json"
STUB = '{"config":{"lang":["en"],"separator":"[\\\\s]+","pipeline":[],"fields":{}},"docs":[]}'


@dataclass(slots=True)
class _Section:
    """A stretch of a page below one heading."""

    title: str
    anchor: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, a passage on each line."""
        return "\n".join(filter(None, self.words))


def search_index(view: View) -> str:
    """The index for the site's worker: one document for each section of each page that readers can open."""
    shown = (item for item in view.handbook.items.values() if item.kind.has_page and not item.retired)
    of_records = (document for item in shown for document in _of_record(view, item))
    of_fields = (document for page in field_pages(view.handbook) for document in _of_fields(view, page))
    documents = [*of_records, *of_fields]
    language = {"stop_words": view.say("stop-words").split(), "endings": view.say("word-endings")}
    return json.dumps({"language": language, "docs": documents}, ensure_ascii=False, separators=(",", ":"))


def _of_record(view: View, item: Item) -> Iterator[dict[str, Any]]:
    # Who searches at night needs help before literature: titles of studies are full of the same words.
    weight = getattr(item.fields, "weight", item.kind.weight)
    return _documents(address(item), _sections(view, item.title, page_of(view, item)), weight, _names(view, item))


def _of_fields(view: View, page: FieldPage) -> Iterator[dict[str, Any]]:
    sections = _sections(view, fields_title(view, page.kind), fields_of(view, page.kind.name))
    return _documents(page.address, sections, page.weight, {"kind": "", "also_called": [], "search_words": []})


def _documents(place: str, sections: list[_Section], weight: float, names: dict[str, Any]) -> Iterator[dict[str, Any]]:
    first, *others = sections
    yield {"location": place, "title": first.title, "text": first.text, "weight": weight, **names}
    for section in others:
        # A section counts half of its page.
        yield {"location": f"{place}#{section.anchor}", "title": section.title, "text": section.text, "weight": weight / 2}


def _names(view: View, item: Item) -> dict[str, Any]:
    """What leads to a page as a whole: its kind, its other names, and the words that are searched and never shown."""
    hidden = (word for name in ("search_words", "slang") for word in getattr(item.fields, name, ()))
    code = [item.entry.code] if item.entry else []
    return {
        "kind": view.say(f"kind-{item.kind.name}-one") if item.kind.form != "page" else "",
        "also_called": list(getattr(item.fields, "also_called", ())),
        "search_words": [*hidden, *code],
    }


def _sections(view: View, title: str, blocks: Iterable[AnyBlock]) -> list[_Section]:
    """A page in sections. What is below a heading that is not searched leads no search anywhere."""
    sections = [_Section(title)]
    searched = True
    for block in _spread(blocks):
        if isinstance(block, Heading):
            searched = block.searched and block.on != "paper"
            sections += [_Section(block.text, block.anchor)] if searched else []
        elif not searched or not block.searched or block.on == "paper":
            continue
        elif isinstance(block, Now):
            sections.append(_Section(block.heading, block.anchor, list(words_of_blocks(block.blocks))))
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


def _form_sections(view: View, block: Form) -> Iterator[_Section]:
    form = block.form
    for section in form.sections:
        fields = (words for row in section.rows for one in row for words in words_of_field(one))
        yield _Section(section.title, section.anchor, [*words_of_blocks(section.blocks), *fields])
    if form.draft:
        yield _Section(view.say("write-it-here"), DRAFT_ANCHOR, [form.draft])
    if form.cautions:
        yield _Section(view.say("take-care"), CAUTIONS_ANCHOR, list(map(plain, form.cautions)))

"""Links from one page: every id an author writes becomes an address relative to the page it is shown on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from macros.catalogue.addresses import address, page_address, relative
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.reference_syntax import EMERGENCY, Reference
from macros.schema.helpline import Helpline, Topic
from macros.schema.library import GlossaryTerm
from macros.schema.source import Source
from macros.view.helplines import EMERGENCY_TOPIC, emergency_row, in_a_sentence, topic_numbers
from macros.view.markdown_subset import plain


@dataclass(frozen=True, slots=True)
class Links:
    """Links as seen from the page at address ``page``.

    ``explained`` holds what the page has said in full so far: glossary terms, which are linked where they are used first, and
    the places of the emergency numbers.
    """

    handbook: Handbook
    page: str
    explained: set[str] = field(default_factory=set)

    def to(self, item: Item) -> str:
        """The address of a record, for an ``href``."""
        return relative(address(item), self.page)

    def to_address(self, target: str) -> str:
        """An address from the site's root, for an ``href``."""
        return relative(target, self.page)

    def show(self, reference: Reference) -> Markup:
        """A reference in running text as HTML.

        Raises:
            KeyError: if nothing has the id; the checks refuse such a reference before anything is rendered.
        """
        if reference.id == EMERGENCY:
            return self._emergency()
        item = self.handbook.items[reference.id]
        if isinstance(item.fields, Topic):
            return topic_numbers(self.handbook, item.slug)
        if isinstance(item.fields, Helpline):
            return in_a_sentence(item.fields, self.handbook.directory, reference.words)
        words = words_of(reference, self.handbook)
        if item.kind.name == "glossary":
            return self._term(item, words)
        kind = "cite" if item.kind.name == "sources" else "ref"
        return Markup('<a class="{}" href="{}">{}</a>').format(kind, self.to(item), words)

    def _emergency(self) -> Markup:
        """The emergency numbers: where they stand first on the page with their places, from then on in one short row."""
        if EMERGENCY in self.explained:
            return emergency_row(self.handbook)
        self.explained.add(EMERGENCY)
        return topic_numbers(self.handbook, EMERGENCY_TOPIC)

    def explain(self, words: str) -> Markup:
        """Plain words as HTML, with a link at the first use of each word that the glossary explains."""
        glossary, end, parts = self.handbook.glossary, 0, []
        for match in glossary.pattern.finditer(words):
            item = self.handbook.items[f"glossary/{glossary.slugs[match[0].lower()]}"]
            parts += [escape(words[end : match.start()]), self._term(item, match[0])]
            end = match.end()
        return Markup("").join([*parts, escape(words[end:])])

    def _term(self, item: Item, words: str) -> Markup:
        if item.slug in self.explained or self.page == "glossary/":
            return escape(words)
        self.explained.add(item.slug)
        means = plain(item.read(GlossaryTerm).means, lambda reference: words_of(reference, self.handbook))
        return Markup('<a class="term" href="{}" data-means="{}">{}</a>').format(self.to(item), means, words)


def words_of(reference: Reference, handbook: Handbook) -> str:
    """The words a reference shows, without the link."""
    if reference.id == EMERGENCY:
        return reference.words or str(topic_numbers(handbook, EMERGENCY_TOPIC).striptags())
    item = handbook.get(reference.id)
    if item and isinstance(item.fields, Topic):
        return reference.words or str(topic_numbers(handbook, item.slug).striptags())
    if reference.words or item is None:
        return reference.words or reference.id
    return f"({short_citation(item.fields)})" if isinstance(item.fields, Source) else item.title


def short_citation(source: Source) -> str:
    """Authors and year as they stand in a sentence: ``Miller and others, 1999``, or a body's name up to its first comma."""
    listed = source.authors.removesuffix(" and others")
    parts = listed.split(", ")
    surnames = [surname for part in parts if (surname := _surname(part))]
    if not surnames:
        return f"{parts[0]}, {source.year or 'undated'}"
    more = len(surnames) > 2 or listed != source.authors
    named = f"{surnames[0]} and others" if more else " and ".join(surnames)
    return f"{named}, {source.year or 'undated'}"


def _surname(author: str) -> str:
    """The surname of a person, who is listed with initials; empty for a body and for a remark."""
    *names, last = author.split(" ")
    return " ".join(names) if names and last.isupper() and len(last) <= 3 else ""


def links_on(page: Any, handbook: Handbook) -> Links:
    """Links as seen from the page that an engine is rendering: MkDocs' page, or Zensical's.

    All macros on a page share what has been explained on it.
    """
    uri = page.file.src_uri if hasattr(page, "file") else page.path
    return Links(handbook, page_address(uri), page.meta.setdefault("explained", set()))

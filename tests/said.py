"""What pages say, and which words of their records they do not: for tests over the tiny handbook and over the real one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import escape

from lxml.html import HtmlElement, fragment_fromstring
from markdown import markdown
from pydantic import BaseModel

from macros.catalogue.addresses import kind_address
from macros.catalogue.item import Item
from macros.catalogue.practice_pages import practice_page_of
from macros.reading.folding import folded
from macros.reading.reference_syntax import replace_in_page
from macros.schema.annotations import Marked, Text
from macros.schema.helpline import Helpline
from macros.schema.letter import PLACEHOLDER, Letter
from macros.view.blocks import Blocks
from macros.view.context import View
from macros.view.inlines import Inline
from macros.view.markdown_subset import passages
from macros.view.pages import page_of
from macros.view.plain import paragraphs, plain, plain_inline
from macros.view.practice import practice_of
from tests.helpers import shown

ELSEWHERE = {
    "title": "It is the heading of the page, which the engine makes.",
    "card": "It is on the cards, a document of its own: `tests/print/test_cards.py` reads them.",
    "pages.description": "It is in the head of the page, for search engines.",
    "pages.nav": "It is in the navigation.",
    "pages.also_called": "They lead a search to the page, and are in the index of the book.",
    "pages.changes": "They are on the page of changes.",
}
"""The texts that are not among the blocks of their page, and where they are instead."""


_NAMES = {"address", "anchor", "href", "kind", "kind_address", "on", "role", "slug", "target"}
"""What a block has for styles, links and programs, not for readers."""


def lines_of(shown: object) -> Iterator[str]:
    """Every line of words in blocks, however deep: what a reader reads in one go."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, Inline):
        yield plain_inline(shown)
    elif isinstance(shown, tuple) and shown and all(isinstance(part, Inline) for part in shown):
        yield plain(shown)
    else:
        for part in _parts(shown):
            yield from lines_of(part)


def _parts(shown: object) -> list[object]:
    if is_dataclass(shown):
        return [getattr(shown, field.name) for field in fields(shown) if field.name not in _NAMES]
    if isinstance(shown, BaseModel):
        return [value for _, value in shown]
    return list(shown) if isinstance(shown, tuple | list) else []


def unsaid(view: View, item: Item, page: Blocks | None = None) -> list[str]:
    """The passages of a record's texts that its pages do not say, but for those that are said elsewhere.

    ``page`` is another page than its own.
    """
    pages = (page_of(view, item) if page is None else page, practice_of(view, item.id) if practice_page_of(item) else ())
    said = f" {' '.join(map(folded, lines_of(pages)))} "
    return [words for words in _expected(view, item) if f" {folded(words)} " not in said]


def _expected(view: View, item: Item) -> Iterator[str]:
    for value, mark in item.texts():
        field = str(value.loc[0])
        if field not in ELSEWHERE and f"{item.kind.name}.{field}" not in ELSEWHERE:
            yield from _passages(view, item, value, mark)


def _passages(view: View, item: Item, value: Marked, mark: Text) -> Iterator[str]:
    is_body = isinstance(item.fields, Letter) and value.loc == ("body",)
    text = _with_words(item.read(Letter)) if is_body else value.value
    for passage in passages(text, lambda reference: plain_inline(view.texts.mention(reference)), block=mark.block):
        yield passage.words


def _with_words(letter: Letter) -> str:
    """The body with the words that stand in the places to fill in."""
    says = {placeholder.name: placeholder.says for placeholder in letter.placeholders}
    return PLACEHOLDER.sub(lambda match: says[match["name"]], letter.body)


_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_GAP = "¦"
_OWN_WORDS = "//p | //li[not(p)] | //td | //th | //h2 | //h3 | //h4"


def unsaid_of_page(view: View, item: Item) -> list[str]:
    """The lines that a hand-written page has on the site, as its engine reads them, and not among its blocks.

    What macros show is left out, and code, which authors alone read.
    """
    said = f" {' '.join(map(folded, lines_of(page_of(view, item))))} "
    text = replace_in_page(item.body, lambda reference: escape(plain_inline(view.texts.mention(reference))))
    html = markdown(_CALL.sub("<hr>", text), extensions=["attr_list", "fenced_code", "md_in_html", "tables"])
    page = fragment_fromstring(html, create_parent=True)
    lines = [text for element in page.xpath(_OWN_WORDS) for text in _between_calls(element)]
    return [line for line in lines if f" {folded(line)} " not in said]


def _between_calls(element: HtmlElement) -> list[str]:
    """The words of an element itself: before, between and after the lists, the code and the macro calls in it."""
    for inner in element.xpath(".//hr | .//ul | .//ol | .//code"):
        inner.text, inner[:] = _GAP, []
    return [text for text in element.text_content().split(_GAP) if folded(text)]


def page_of_helplines(view: View) -> HtmlElement:
    """The page that lists all helplines, as the site shows it."""
    item = view.handbook.items["pages/helplines/index"]
    return fragment_fromstring(shown(view, page_of(view, item), kind_address("helplines")), create_parent=True)


_WORDS = (
    "name",
    "call",
    "then_press",
    "call_note",
    "text_to",
    "text_word",
    "hours",
    "tty",
    "caution",
    "for_whom",
    "how",
    "page_date",
)


def unsaid_of_helpline(view: View, page: HtmlElement, slug: str) -> list[str]:
    """The fields of a helpline that are filled in and that the page of helplines does not say of it."""
    line = view.handbook.require(f"helplines/{slug}", Helpline)
    (place,) = page.xpath("//li[@id = $slug]", slug=slug)
    said = f" {folded(place.text_content())} "
    expected = {name: getattr(line, name) or "" for name in _WORDS}
    expected["caution"] = " ".join(paragraphs(view.texts.block(line.caution)))
    missing = [name for name, words in expected.items() if folded(words) and f" {folded(words)} " not in said]
    missing += [language for language in (*line.languages, *line.text_languages) if folded(language) not in said]
    return missing + [address for address in (line.chat, line.web) if address and address not in place.xpath(".//@href")]

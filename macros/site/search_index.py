"""The search index in two stages, made for a bad line.

First ``search/pages.js``: a record for each page, which answers at once. Then the headings, and pieces of the full text, each
loaded when a word of a query needs it. What the first stage has no room for comes in batches of records, each loaded when the
full text finds a page of it: sources, authors' pages, and whatever is too much in a handbook of thousands of pages. All are
scripts that hand over data, so that they load from a disk as well as from a host.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.site.indexed_pages import IndexedPage, indexed_pages
from macros.site.search_pieces import pieces
from macros.site.search_words import words_of
from macros.site.searched_pages import SearchedPage
from macros.view.context import View

FOLDER = "search/"
PAGES_URI = f"{FOLDER}pages.js"
HEADINGS_URI = f"{FOLDER}headings.js"

FIRST = 178_500
"""Characters of records in the first stage: about 60 kB over the wire."""
BATCH = 12
"""Pages of a batch of records."""
_COMMON = 8
"""A heading on more pages than these is the form of a kind, and tells no page from another."""


def search_files(view: View) -> Mapping[str, str]:
    """The files of the search by their addresses."""
    say = view.say
    language = {
        "stop": say("stop-words").split(),
        "soft": say("soft-words").split(),
        "roles": say("role-words").split(),
        "same": [words.split() for words in say("same-words").split("|")],
        "endings": say("word-endings"),
    }
    return files_of(indexed_pages(view), language)


def files_of(indexed: Sequence[IndexedPage], language: Mapping[str, Any]) -> dict[str, str]:
    """The files of a search through some pages, which are numbered in their order."""
    pages = [one.page for one in indexed]
    left_out, common = frozenset(language["stop"]), _common_headings(pages)
    records = [_record(page, left_out) for page in pages]
    headings = [list(_headings(page, common)) for page in pages]
    known = _known(records)
    parts = pieces(indexed, known, left_out)
    first = {"language": language, "count": len(pages), "batch": BATCH, "parts": " ".join(parts), "records": records[:known]}
    files = {PAGES_URI: taken("pages", first), HEADINGS_URI: taken("headings", headings[:known])}
    for number, start in enumerate(range(known, len(pages), BATCH)):
        files[f"{FOLDER}more-{number}.js"] = taken(f"more-{number}", records[start : start + BATCH])
    for name, text in parts.items():
        files[f"{FOLDER}words-{name.encode().hex()}.js"] = taken(f"words-{name}", text)
    return files


def taken(name: str, data: object) -> str:
    """A script that hands data over to the search, under a name. Nothing in the data can end the script's text."""
    return f"self.handbookSearch?.take({_json(name)},{_json(data)})"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _known(records: Sequence[Any]) -> int:
    """How many records the first stage has room for."""
    size = 0
    for number, record in enumerate(records):
        size += len(_json(record)) + 1
        if size > FIRST:
            return number
    return len(records)


def _record(page: SearchedPage, left_out: frozenset[str]) -> list[Any]:
    """``[address, title, kind, weight, line, names, hidden]``, without what is empty at the end."""
    line = "" if page.is_source else page.line
    record: list[Any] = [page.address, page.title, page.kind, page.weight, line, list(page.names), _hidden(page, left_out)]
    while not record[-1]:
        record.pop()
    return record


def _hidden(page: SearchedPage, left_out: frozenset[str]) -> list[str]:
    """The phrases that nobody reads, without the words that tell nothing: many are alike then, or like a name of the page."""

    def telling(phrase: str) -> list[str]:
        said = words_of(phrase)
        return [word for word in said if word not in left_out] or said

    known = {frozenset(telling(name)) for name in (page.title, *page.names)}
    hidden = {frozenset(said): " ".join(said) for said in map(telling, reversed(page.hidden))}
    return [phrase for said, phrase in reversed(hidden.items()) if said not in known]


def _headings(page: SearchedPage, common: frozenset[str]) -> Iterator[str]:
    """The headings of a hand-written page, each behind its anchor and a space. Those of entries are alike in all of a kind."""
    for section in () if page.kind else page.sections[1:]:
        if section.title not in common:
            yield f"{section.anchor} {section.title}"


def _common_headings(pages: Sequence[SearchedPage]) -> frozenset[str]:
    counts = Counter(section.title for page in pages for section in page.sections[1:])
    return frozenset(title for title, count in counts.items() if count > _COMMON)

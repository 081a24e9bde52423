"""How much a query loads: of the handbook as it is, and of one that is many times as large."""

from __future__ import annotations

import gzip
import random
from collections.abc import Mapping
from itertools import accumulate

import pytest

from macros.project.loading import LoadedProject
from macros.site.indexed_pages import IndexedPage, indexed
from macros.site.search_index import BATCH, FIRST, HEADINGS_URI, PAGES_URI, files_of, search_files
from macros.site.search_pieces import MOST_PAGES
from macros.site.searched_pages import SearchedPage, Section
from tests.searching import data_of, searched_pages

KB = 1000
_QUERY = "husband seizure stopped drinking suddenly shaking"
"""Six words that tell something: a long query."""


def _size(text: str) -> int:
    """Bytes over the wire."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


def _loaded(files: Mapping[str, str], query: str, batches: int) -> int:
    """The bytes that a query loads: records, headings, the piece of each word, and the batches of so many hits."""
    names = set(data_of(files[PAGES_URI])["parts"].split())
    pieces = {next(word[:end] for end in range(len(word), 0, -1) if word[:end] in names) for word in query.split()}
    more = sorted((uri for uri in files if "/more-" in uri), key=lambda uri: -_size(files[uri]))[:batches]
    uris = [PAGES_URI, HEADINGS_URI, *(f"search/words-{name.encode().hex()}.js" for name in pieces), *more]
    return sum(_size(files[uri]) for uri in uris)


def test_a_query_of_the_handbook_loads_little(real: LoadedProject) -> None:
    files = search_files(real.view)
    assert _size(files[PAGES_URI]) <= 60 * KB
    assert _loaded(files, _QUERY, batches=2) <= 150 * KB
    # Nearly every page for readers is in the first stage, and each that is preferred.
    known = {record[0] for record in data_of(files[PAGES_URI])["records"]}
    readers = {page.address: page.weight for page in searched_pages(real.view) if page.weight >= 1}
    assert len(readers.keys() & known) >= 0.95 * len(readers)
    assert {place for place, weight in readers.items() if weight > 1} <= known


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    """The files of a handbook of 5,000 entries, whose words are as unevenly used as those of a language."""
    chance = random.Random(13)  # noqa: S311 - nothing secret
    letters, usual = "etaoinshrdlcumwfgypbvk", [12, 9, 8, 8, 7, 7, 6, 6, 6, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1]
    made = ("".join(chance.choices(letters, usual, k=chance.randint(3, 9))) for _ in range(20_000))
    vocabulary = list(dict.fromkeys([*_QUERY.split(), *made]))
    how_often = list(accumulate(1 / (rank + 5) for rank in range(len(vocabulary))))

    def text(count: int) -> str:
        return " ".join(chance.choices(vocabulary, cum_weights=how_often, k=count))

    def entry(number: int) -> IndexedPage:
        hidden = tuple(text(3) for _ in range(20))
        sections = tuple(Section(text(3), f"s{part}", [text(100)]) for part in range(4))
        return indexed(SearchedPage(f"entries/{number}/", "Entry", 1, text(15), (text(2),), hidden, sections))

    return files_of([entry(number) for number in range(5000)], {"stop": []})


def test_a_query_of_five_thousand_entries_loads_little(many: dict[str, str]) -> None:
    assert _loaded(many, _QUERY, batches=10) <= 250 * KB


def test_all_entries_have_a_record_in_the_first_stage_or_in_a_batch(many: dict[str, str]) -> None:
    first = data_of(many[PAGES_URI])["records"]
    batches = [data_of(many[f"search/more-{number}.js"]) for number in range(sum("/more-" in uri for uri in many))]
    found = {record[0] for batch in [first, *batches] for record in batch}
    assert found == {f"entries/{number}/" for number in range(5000)}
    assert all(len(batch) == BATCH for batch in batches[:-1])
    assert len(many[PAGES_URI]) < FIRST * 1.1


def test_a_word_of_nearly_every_page_names_the_strongest_ones(many: dict[str, str]) -> None:
    rows = [row for uri, text in many.items() if "/words-" in uri for row in data_of(text).split("\n")]
    places = {row.split(" ")[0]: row.split(" ")[1:] for row in rows}["husband"]
    assert int(places[0]) > MOST_PAGES == len(places) - 1

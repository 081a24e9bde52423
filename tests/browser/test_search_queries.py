"""What people type leads to pages that help: ``lay_queries.tsv``, typed into the real box.

``fresh_queries.tsv`` holds harder ones on which nothing was tuned: how the search does with words it has not seen.

The figures are printed by group: ``pytest tests/browser/test_search_queries.py -s``.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.project.loading import LoadedProject
from macros.reading.folding import folded
from macros.schema.typed import TypedWords, phrases_of
from macros.schema.urgent import UrgentWords
from tests.browser.parts import SEARCH, SEARCH_FIELD
from tests.browser.searching import at_the_search, found

pytestmark = pytest.mark.thorough

_MIN = {
    "lay_queries": {"relatives": (0.8, 0.95), "professionals": (0.8, 0.95), "danger": (0.8, 1.0)},
    "fresh_queries": {"relatives": (0.68, 0.8), "professionals": (0.76, 0.88), "danger": (0.78, 0.98)},
}
"""The least part of each group of a list that is right at the first place, and in the first three."""


@dataclass(frozen=True, slots=True)
class Query:
    """What someone typed.

    Attributes:
        name: its number.
        group: who typed it.
        typed: the words.
        pages: the addresses that help, any of them.
    """

    name: str
    group: str
    typed: str
    pages: frozenset[str]


def _queries(name: str) -> list[Query]:
    text = Path(__file__).with_name(f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Query(row["id"], row["group"], row["query"], frozenset(row["pages"].split())) for row in rows]


@pytest.mark.parametrize("name", _MIN)
def test_a_list_is_long_and_each_page_of_it_exists(real_site: Path, name: str) -> None:
    queries = _queries(name)
    assert len(queries) >= 200
    assert len({query.name for query in queries}) == len(queries) == len({query.typed for query in queries})
    missing = {page for query in queries for page in query.pages if not (real_site / page / "index.html").is_file()}
    assert missing == set()


def test_fresh_queries_are_no_phrases_that_the_search_was_given(real: LoadedProject) -> None:
    given = {phrase for _, typed in real.handbook.all_of(TypedWords) for phrase in phrases_of(typed)}
    assert {query.typed for query in _queries("fresh_queries") if folded(query.typed) in given} == set()


@pytest.mark.parametrize("name", _MIN)
def test_what_people_type_leads_to_a_page_that_helps(browser: Browser, base: str, name: str) -> None:
    places: defaultdict[str, list[int]] = defaultdict(list)
    with at_the_search(browser, base) as visitor:
        for query in _queries(name):
            addresses = found(visitor, query.typed)[:3]
            places[query.group].append(next((n for n, address in enumerate(addresses, 1) if address in query.pages), 0))
        assert visitor.complaints == []
    parts = {group: (sum(n == 1 for n in found), sum(n > 0 for n in found), len(found)) for group, found in places.items()}
    for group, (first, three, all_of_them) in parts.items():
        print(f"{name}, {group}: {first} first and {three} in three, of {all_of_them}")  # noqa: T201 - whoever changes the ranking compares them
    for group, (first, three, all_of_them) in parts.items():
        assert first >= _MIN[name][group][0] * all_of_them, group
        assert three >= _MIN[name][group][1] * all_of_them, group


_TYPES = """async phrases => {
  const dialog = document.getElementById('search');
  const field = dialog.querySelector('input');
  const status = dialog.querySelector('[data-status]');
  const urgent = dialog.querySelector('[data-urgent]');
  const wrong = [], seen = new Set();
  const type = async (text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const atOnce = !urgent.hidden && dialog.querySelector('.pinned a');
    while (status.textContent === dialog.dataset.busy) await new Promise(done => setTimeout(done, 0));
    return atOnce;
  };
  for (const [phrase, start] of phrases) {
    for (let end = start; end <= phrase.length; end += 1) {
      const text = phrase.slice(0, end);
      if (seen.has(text)) continue;
      seen.add(text);
      const pinned = await type(text);
      if (status.textContent === dialog.dataset.none) wrong.push(`${text}: nothing found`);
      if (end === phrase.length && !pinned) wrong.push(`${text}: no answer`);
    }
  }
  return wrong;
}"""


def _phrases(written: str) -> list[tuple[str, int]]:
    """The phrases that an urgent phrase stands for, each of its words at least once, and from which letter on to look.

    The first is typed letter by letter; of those that differ in a word, all but the whole would be the same again.
    """
    places = [place.split("/") for place in written.split()]
    most = max(map(len, places))
    phrases = [" ".join(place[number % len(place)] for place in places) for number in range(most)]
    return [(phrase, len(phrase) if number else 1) for number, phrase in enumerate(phrases)]


@pytest.fixture(scope="module")
def urgent(real: LoadedProject) -> list[tuple[str, int]]:
    records = real.handbook.all_of(UrgentWords)
    return [phrase for _, record in records for written in record.phrases for phrase in _phrases(written)]


def test_urgent_words_are_answered_letter_by_letter(browser: Browser, base: str, urgent: list[tuple[str, int]]) -> None:
    with at_the_search(browser, base) as visitor:
        assert visitor.page.evaluate(_TYPES, urgent) == []


def test_urgent_words_are_answered_before_anything_has_loaded(browser: Browser, base: str) -> None:
    with at_the_search(browser, base) as visitor:
        visitor.page.route("**/search/pages.js", lambda _: None)  # never answers
        visitor.page.reload()
        visitor.page.locator(SEARCH).click()
        visitor.page.locator(SEARCH_FIELD).press_sequentially("he wont wake")
        pinned = visitor.page.locator("#search .pinned a").first
        assert (pinned.get_attribute("href") or "").endswith("situations/cannot-wake-them/")
        assert visitor.page.locator("#search [data-urgent] a[href^='tel:']").first.is_visible()

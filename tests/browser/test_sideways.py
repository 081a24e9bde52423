"""Nothing on a phone is hidden at the side: a row of a table becomes a record that is read downwards."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.parts import OPEN_ALL, TABLES
from tests.browser.places import Place
from tests.browser.visitor import plant, visiting

_HIDDEN = """() => {
  const pixels = one => {
    const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX) && !one.matches('textarea, input, select');
    const beyond = one.matches('table, tr, td, th') ? Math.round(one.getBoundingClientRect().right - innerWidth) : 0;
    return Math.max(scrolls ? one.scrollWidth - one.clientWidth : 0, beyond);
  };
  const found = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && pixels(one) > 1);
  return found.filter(one => !found.some(other => other !== one && other.contains(one)))
    .map(one => `${pixels(one)} px of ${one.outerHTML.slice(0, 60)}`);
}"""
"""What can be scrolled sideways, and what of tables is beyond the edge of the screen: the outermost of each."""


def _found(page: Page) -> list[str]:
    page.evaluate(OPEN_ALL)
    found: list[str] = page.evaluate(_HIDDEN)
    return found


@pytest.mark.thorough
def test_nothing_is_hidden_sideways(browser: Browser, base: str, examples: list[Place], with_tables: list[Place]) -> None:
    wrong = []
    with visiting(browser, base) as visitor:
        for place in dict.fromkeys([*examples, *with_tables]):
            visitor.page.goto(base + place.address)
            wrong += [f"{place.name}: {what}" for what in _found(visitor.page)]
    assert wrong == []


def test_each_field_of_a_table_in_a_form_has_its_label_in_sight_on_a_phone(browser: Browser, base: str) -> None:
    unlabeled = """() => [...document.querySelectorAll('table.cells td')].filter(cell => {
      const words = getComputedStyle(cell, '::before').content;
      const own = cell.querySelector('.column')?.checkVisibility();
      return !own && !/[\\p{L}]/u.test(words.replace(/^(none|normal)$/, ''));
    }).length"""
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + TABLES)
        assert visitor.page.locator("table.cells td").count() > 4
        assert visitor.page.evaluate(unlabeled) == 0


_WIDE = "<table style='inline-size: 900px'><tr><td>A</td><td>B</td></tr></table>"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<table><tr><td>A</td><td>B</td></tr></table>", 0),
        (f"<div style='overflow-x: auto'>{_WIDE}", 1),
        (f"<div style='overflow: hidden'>{_WIDE}", 1),
        (f"<details><summary>More</summary><div style='overflow-x: auto'>{_WIDE}", 1),
        ("<div style='overflow-x: scroll'>Short</div><textarea wrap=off>" + "long " * 99, 0),
    ],
)
def test_what_is_hidden_is_found(browser: Browser, base: str, body: str, count: int) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, body)
        assert len(_found(visitor.page)) == count

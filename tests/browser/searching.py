"""A reader at the search box."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.browser.parts import HITS, SEARCH, SEARCH_FIELD, SITUATION
from tests.browser.visitor import DESKTOP, Visitor, visiting

_SETTLED = """async field => {
  const dialog = document.getElementById('search');
  const status = dialog.querySelector('[data-status]');
  while (status.textContent === dialog.dataset.busy) await new Promise(done => setTimeout(done, 5));
}"""
_FOUND = "(links, root) => links.map(link => link.href.slice(root.length))"


@contextmanager
def at_the_search(browser: Browser, base: str, size: tuple[int, int] = DESKTOP, where: str = SITUATION) -> Iterator[Visitor]:
    """A visitor who has opened the search on a page."""
    with visiting(browser, base, size) as visitor:
        visitor.page.goto(base + where)
        visitor.page.locator(SEARCH).click()
        yield visitor


def settle(page: Page) -> None:
    """Waits until the search has loaded all that a query needs."""
    page.evaluate(_SETTLED)


def found(visitor: Visitor, query: str) -> list[str]:
    """The addresses that a query finds, best first, as if it was pasted."""
    visitor.page.locator(SEARCH_FIELD).fill(query)
    settle(visitor.page)
    addresses: list[str] = visitor.page.locator(HITS).evaluate_all(_FOUND, visitor.base)
    return addresses

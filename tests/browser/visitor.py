"""A reader on a device, and what the site did to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Request, Route

PHONE = (390, 844)
DESKTOP = (1280, 900)
PATIENCE = 120_000
"""Milliseconds until a test gives up: far more than anything takes, also on a machine that is busy with other things."""

_STORAGE = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(database => database.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@dataclass
class Visitor:
    """A page, the addresses it asked for, and what it complained of."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def foreign(self) -> list[str]:
        """Requests to any other host."""
        own = self.base.split("/")[2]
        return [url for url in self.requests if not url.startswith("data:") and url.split("/")[2] != own]

    def stored(self) -> dict[str, object]:
        """Everything the site left in the browser; all of it should be empty."""
        found = self.page.evaluate(_STORAGE)
        return {name: value for name, value in found.items() if value}


@contextmanager
def visiting(
    browser: Browser,
    base: str,
    size: tuple[int, int] = PHONE,
    *,
    dark: bool = False,
    scripts: bool = True,
    elsewhere: bool = False,
) -> Iterator[Visitor]:
    """A fresh visitor, with nothing kept from any other.

    Args:
        browser: one that cannot reach other hosts; what a page asks of them is noted.
        base: the address of the home page.
        size: of the window, in pixels.
        dark: whether the visitor prefers a dark screen.
        scripts: whether scripts run.
        elsewhere: whether other hosts answer, each with a blank page. It makes every page slow, as nothing is kept in a cache.
    """
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
        has_touch=size == PHONE,
    )
    context.set_default_timeout(PATIENCE)
    visitor = Visitor(context.new_page(), base)

    def note(request: Request) -> None:
        visitor.requests.append(request.url)

    def answer(route: Route) -> None:
        route.fulfill(body="<title>Elsewhere</title>", content_type="text/html")

    if elsewhere:
        host = base.split("/")[2]
        context.route(lambda url: url.split("/")[2] != host, answer)
    context.on("request", note)
    visitor.page.on("console", lambda m: visitor.complaints.append(m.text) if m.type in {"error", "warning"} else None)
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    yield visitor
    context.close()


def plant(visitor: Visitor, html: str) -> None:
    """Shows a page of the test's own, as a browser reads it from a phone."""
    whole = f"<!doctype html><html lang=en><title>A page</title><meta name=viewport content='width=device-width'>{html}"
    visitor.page.unroute("**/planted/")
    answer = {"body": whole, "content_type": "text/html; charset=utf-8"}
    visitor.page.route("**/planted/", lambda route: route.fulfill(**answer))
    visitor.page.goto(f"{visitor.base}planted/")

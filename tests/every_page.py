"""Looks at every page of the site in ``site/``, several at a time in one browser. For commands; tests have their own visitor."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from playwright.async_api import Page, ViewportSize, async_playwright

from macros.project.loading import load_project
from tests.browser.chromium import FLAGS, find
from tests.browser.places import Place, StaleSiteError, places, sampled
from tests.browser.serving import serving
from tests.browser.visitor import PATIENCE, PHONE
from tests.helpers import ROOT

SITE = ROOT / "site"
T = TypeVar("T")
Look: TypeAlias = Callable[[Page, Place], Awaitable[T]]

# A page waits for its files now and then: one more than there are cores keeps all of them at work.
_AT_ONCE = (os.cpu_count() or 1) + 1


def at_every_page(look: Look[T], site: Path = SITE) -> list[T]:
    """What a look at each page found, in the order of the pages; it begins on a phone. Of the sources, a few stand for all.

    Ends the program where there is no site, no browser, or a site of other content.
    """
    browser = find()
    if not browser:
        sys.exit("No Chromium; run: python -m tests.browser.chromium")
    try:
        found = sampled(places(load_project(ROOT).handbook, site))
    except StaleSiteError as error:
        sys.exit(str(error))
    with serving(site) as base:
        return asyncio.run(_walk(browser, base, found, look))


async def _walk(browser: str, base: str, found: list[Place], look: Look[T]) -> list[T]:
    seen: dict[Place, T] = {}
    waiting = iter(found)
    async with (
        async_playwright() as playwright,
        await playwright.chromium.launch(executable_path=browser, args=FLAGS) as chromium,
    ):
        size = ViewportSize(width=PHONE[0], height=PHONE[1])
        context = await chromium.new_context(viewport=size, has_touch=True)
        context.set_default_timeout(PATIENCE)

        async def visit() -> None:
            page = await context.new_page()
            for place in waiting:
                await page.goto(base + place.address)
                await page.evaluate("document.fonts.ready.then(() => true)")
                seen[place] = await look(page, place)

        await asyncio.gather(*(visit() for _ in range(_AT_ONCE)))
    return [seen[place] for place in found]

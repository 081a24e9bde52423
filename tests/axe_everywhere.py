"""Runs axe on every page in ``site/`` on a phone and a desk, in light and in dark: ``python -m tests.axe_everywhere``.

After ``make site``. Ends with 1 where axe finds anything. ``make test`` looks at a sample.
"""

from __future__ import annotations

import sys

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

from tests.browser.looks import AXE, LOOKS, in_words
from tests.browser.places import Place
from tests.every_page import at_every_page


async def _violations(page: Page, place: Place) -> list[str]:
    await page.evaluate(AXE_SCRIPT)
    found: list[str] = []
    for look in LOOKS:
        (width, height), scheme = look
        await page.set_viewport_size({"width": width, "height": height})
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{place.name}: {what}" for what in in_words(look, await page.evaluate(AXE))]
    return found


def main() -> int:
    pages = at_every_page(_violations)
    found = [what for of_page in pages for what in of_page]
    print("\n".join([*found, f"{len(pages)} pages in {len(LOOKS)} looks: axe finds {len(found) or 'nothing'}."]))  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""axe-core on the largest page of each kind, on a phone in light and on a desk in dark.

``python -m tests.axe_everywhere`` looks at every page in all four looks.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from macros.project.loading import load_project
from tests.browser.looks import AXE, DARK_DESK, LIGHT_PHONE, Look, in_words
from tests.browser.places import Place, kinds
from tests.browser.visitor import visiting
from tests.helpers import ROOT

_KINDS = kinds(load_project(ROOT).handbook)


def _violations(page: Page, looks: tuple[Look, ...]) -> list[str]:
    """What axe finds on the page that is shown, in each look."""
    page.evaluate(AXE_SCRIPT)
    found: list[str] = []
    for look in looks:
        (width, height), scheme = look
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += in_words(look, page.evaluate(AXE))
    return found


@pytest.mark.parametrize("kind", _KINDS)
def test_axe_finds_nothing(browser: Browser, base: str, examples: list[Place], kind: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + next(place.address for place in examples if place.kind == kind))
        assert _violations(visitor.page, (LIGHT_PHONE, DARK_DESK)) == []


def test_axe_finds_what_is_wrong(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base)
        visitor.page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"x.png\">')")
        assert "image-alt" in " ".join(_violations(visitor.page, (LIGHT_PHONE,)))

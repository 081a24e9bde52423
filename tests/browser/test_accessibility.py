"""axe-core on every hand-written page on a phone, and on the first pages and one of each kind in all four looks.

``python -m tests.axe_everywhere`` looks at every page in all of them.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from macros.catalogue.addresses import address
from macros.project.loading import load_project
from tests.browser.looks import LOOKS, ON_A_PHONE, Look, in_words
from tests.browser.visitor import Visitor, visiting
from tests.helpers import ROOT

_HANDBOOK = load_project(ROOT).handbook
_KINDS = dict.fromkeys(item.kind for item in _HANDBOOK.items.values() if item.kind.has_page and item.kind.form != "page")
_EXAMPLES = ["", "emergency/", "helplines/", *(address(_HANDBOOK.of_kind(kind.name)[0]) for kind in _KINDS)]
_PAGES = [address(item) for item in _HANDBOOK.of_kind("pages")]


def violations(visitor: Visitor, looks: tuple[Look, ...]) -> list[str]:
    """What axe finds on the page that is shown, in each look."""
    found: list[str] = []
    for look in looks:
        (width, height), scheme = look
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        seen: list[dict[str, Any]] = Axe().run(visitor.page).response["violations"]
        found += in_words(look, seen)
    return found


@pytest.mark.parametrize("where", sorted(_PAGES), ids=lambda where: where or "home")
def test_axe_finds_nothing_on_a_page(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        assert violations(visitor, (ON_A_PHONE,)) == []


@pytest.mark.parametrize("where", _EXAMPLES, ids=lambda where: where or "home")
def test_axe_finds_nothing_in_any_look(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        assert violations(visitor, LOOKS) == []


def test_axe_finds_what_is_wrong(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base)
        visitor.page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"x.png\">')")
        found = Axe().run(visitor.page).response["violations"]
        assert "image-alt" in [violation["id"] for violation in found]

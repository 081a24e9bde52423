"""axe-core on every hand-written page and on one page of each kind, light and dark, phone and desktop."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from macros.addresses import address
from macros.opening import open_handbook
from tests.browser.visitor import DESKTOP, PHONE, visiting
from tests.helpers import ROOT

_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def addresses() -> list[str]:
    handbook = open_handbook(ROOT).handbook
    kinds = dict.fromkeys(item.kind for item in handbook.items.values() if item.kind.has_page and item.kind.form != "page")
    examples = [handbook.of_kind(kind.name)[0] for kind in kinds]
    return sorted(address(item) for item in [*handbook.of_kind("pages"), *examples])


@pytest.mark.parametrize("where", addresses(), ids=lambda where: where or "home")
def test_axe_finds_nothing(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        found = []
        for width, height in (PHONE, DESKTOP):
            visitor.page.set_viewport_size({"width": width, "height": height})
            for scheme in _SCHEMES:
                visitor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                violations: list[dict[str, Any]] = Axe().run(visitor.page).response["violations"]
                found += [f"{width} px, {scheme}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations]
        assert found == []


def test_axe_finds_what_is_wrong(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base)
        visitor.page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"x.png\">')")
        found = Axe().run(visitor.page).response["violations"]
        assert "image-alt" in [violation["id"] for violation in found]

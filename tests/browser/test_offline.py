"""The handbook from a disk: it looks and works as on the web, and asks nobody for anything."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.project.offline import FOLDER, offline_zip
from tests.browser.parts import HITS, SEARCH, SEARCH_FIELD
from tests.browser.visitor import visiting
from tests.building import built_once


@pytest.fixture(scope="module")
def unpacked(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    offline_zip(built_once(shared, "tiny"), folder / "handbook.zip")
    with zipfile.ZipFile(folder / "handbook.zip") as packed:
        packed.extractall(folder)
    return folder / FOLDER


def test_a_reader_walks_through_it(browser: Browser, unpacked: Path) -> None:
    with visiting(browser, f"{unpacked.as_uri()}/") as visitor:
        page = visitor.page
        page.goto(f"{visitor.base}index.html")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"
        page.get_by_role("link", name="Emergency", exact=True).first.click()
        expect(page.locator("h1")).to_have_text("Emergency")
        page.locator("#menu-button").click()
        page.locator("#menu a").first.click()
        assert page.url.endswith("/index.html")
        page.locator(SEARCH).click()
        page.locator(SEARCH_FIELD).fill("kind letter")
        page.locator(HITS).first.click()
        expect(page.locator("h1")).to_have_text("Kind letter")
        assert [url for url in visitor.requests if not url.startswith("file:")] == []
        assert visitor.complaints == []

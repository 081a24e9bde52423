from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from macros.project.loading import LoadedProject
from tests.browser.chromium import FLAGS, find
from tests.browser.places import Place, largest_of_each_kind, places
from tests.browser.serving import serving
from tests.browser.visitor import PATIENCE
from tests.conftest import SUB_PATH


@pytest.fixture(scope="session")
def base(real_site: Path) -> Iterator[str]:
    """The address of the site's home page."""
    with serving(real_site, SUB_PATH) as address:
        yield address


@pytest.fixture(scope="session")
def site_places(real: LoadedProject, real_site: Path) -> list[Place]:
    """Every page of the site."""
    return places(real.handbook, real_site)


@pytest.fixture(scope="session")
def examples(site_places: list[Place]) -> list[Place]:
    """The page of each kind with the most HTML."""
    return largest_of_each_kind(site_places)


@pytest.fixture(scope="session")
def with_tables(site_places: list[Place], real_site: Path) -> list[Place]:
    """Every page that has a table."""
    return [place for place in site_places if "<table" in place.file(real_site).read_text("utf-8")]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[..., Browser]]:
    """Starts a Chromium, with Playwright's own settings changed where asked."""
    path = find()
    assert path, "No Chromium; run: python -m tests.browser.chromium"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield partial(playwright.chromium.launch, executable_path=path, args=FLAGS)


@pytest.fixture(scope="session")
def browser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def remembering(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser that keeps pages in memory for Back, as readers' browsers do; Playwright turns that off."""
    with chromium(ignore_default_args=["--disable-back-forward-cache"]) as browser:
        yield browser

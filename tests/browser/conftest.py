from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import FLAGS, find
from tests.browser.serving import serving
from tests.browser.visitor import PATIENCE
from tests.conftest import SUB_PATH


@pytest.fixture(scope="session")
def base(real_site: Path) -> Iterator[str]:
    """The address of the site's home page."""
    with serving(real_site, SUB_PATH) as address:
        yield address


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

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import FLAGS, find
from tests.browser.visitor import PATIENCE
from tests.conftest import SUB_PATH


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files, and the site's own page for a missing address, as static hosts do."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass

    def send_error(self, code: int, *_: object) -> None:
        page = Path(self.directory, SUB_PATH, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="session")
def base(real_site: Path) -> Iterator[str]:
    """The address of the site's home page."""
    folder = real_site.parents[SUB_PATH.count("/")]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()


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

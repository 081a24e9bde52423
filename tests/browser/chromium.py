"""Finds a Chromium for the browser tests, and sets one up where there is none: ``python -m tests.browser.chromium``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without these, a browser in a closed network waits for its maker's hosts.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Pages of a site must ask nothing of other hosts: where one does, no test reaches them.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def find() -> str | None:
    """Path of a Chromium: the one that CHROMIUM names, one on PATH, or the one that Playwright has fetched."""
    named = os.environ.get("CHROMIUM")
    on_path = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return named or on_path or _fetched()


def _fetched() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    """Sets Chromium up: from Debian where we may install packages, else by Playwright's own download."""
    if find():
        return 0
    print("No Chromium found; setting one up for the browser tests.")  # noqa: T201
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, stdout=subprocess.DEVNULL)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not find():
        print("No Chromium could be set up. Install one, or name it: make test CHROMIUM=/path/to/chromium")  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

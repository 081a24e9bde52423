"""A browser that crashes opens its pages again, with what was typed into them: into ours nothing is written back."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import firefox
from tests.browser.chromium import FLAGS, find
from tests.browser.parts import OPEN_ALL, SEARCH, SEARCH_FIELD, WORKSHEET

pytestmark = pytest.mark.thorough

_OURS, _OTHER = "quokkazephyr", "wombatmistral"
"""What is typed into the fields of a sheet and into the search, and into a field of no page of ours, which is kept."""
_SECONDS = 60
_PLANT = "document.body.append(Object.assign(document.createElement('textarea'), { id: 'planted', name: 'planted' }))"
_FOCUS = "document.querySelector({!r}).focus()"
_FIELD = "form[data-code] textarea"


def _holds(profile: Path, word: str) -> list[str]:
    """The files of a browser's profile in which a word stands, as either browser writes it."""
    written = (word.encode(), word.encode("utf-16-le"))
    files = (path for path in profile.rglob("*") if path.is_file())
    return [path.name for path in files if any(form in _bytes(path) for form in written)]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # The browser has just taken it away, or holds it.
        return b""


def _use(run: Callable[[str], object], type_: Callable[[str], object]) -> None:
    """Types into a sheet, into the search, and last into the planted field."""
    run(OPEN_ALL)
    run(_FOCUS.format(_FIELD))
    type_(_OURS)
    run(f"document.querySelector({SEARCH!r}).click()")
    type_(_OURS)
    run("document.getElementById('search').close()")
    run(_PLANT)
    run(_FOCUS.format("#planted"))
    type_(_OTHER)


def _left(profile: Path) -> list[str]:
    """The files with what was typed into our fields, once the browser has written down what it would open again."""
    end = time.monotonic() + _SECONDS
    while not _holds(profile, _OTHER):
        assert time.monotonic() < end, "The browser wrote nothing down, so this proves nothing."
        time.sleep(0.2)
    return _holds(profile, _OURS)


def test_chromium_would_open_no_answer_again(browser: Browser, base: str, tmp_path: Path) -> None:
    with browser.browser_type.launch_persistent_context(tmp_path, executable_path=find(), args=FLAGS) as context:
        page = context.pages[0]
        page.goto(base + WORKSHEET)
        _use(page.evaluate, page.keyboard.type)
        assert page.locator(_FIELD).first.input_value() == _OURS
        assert page.locator(SEARCH_FIELD).input_value() == ""
        assert _left(tmp_path) == []


@pytest.mark.skipif(not firefox.find(), reason="No Firefox here: what it keeps was not looked at. Install firefox-esr.")
def test_firefox_would_open_no_answer_again(base: str, tmp_path: Path) -> None:
    with firefox.firefox(tmp_path) as window:
        window.go(base + WORKSHEET)
        _use(window.run, window.type)
        assert window.run(f"return document.querySelector({_FIELD!r}).value") == _OURS
        assert _left(tmp_path) == []

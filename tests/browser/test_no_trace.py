"""A reader uses pages of all kinds, and nothing stays: in Chromium, and in Firefox where there is one, down to its files."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import firefox
from tests.browser.parts import EMERGENCY, HELPLINES, HITS, HOME, MODEL, OPEN_ALL, SEARCH, SEARCH_FIELD, SITUATION, WORKSHEET
from tests.browser.visitor import visiting

pytestmark = pytest.mark.thorough

PAGES = (
    HOME,
    EMERGENCY,
    SITUATION,
    MODEL,
    WORKSHEET,
    "letters/",
    "techniques/impact-letter/",
    "safety/violence/",
    "privacy/",
    HELPLINES,
    "go/#W01.W16",
    "plan/#W01.W16",
    "no/such/page/",
)

_USE = f"""
const until = async (met) => {{ for (let at = 0; at < 600 && !met(); at += 1) await new Promise((on) => setTimeout(on, 100)); }};
window.print = () => {{}};
{OPEN_ALL};
for (const field of document.querySelectorAll('form[data-code] :is(textarea, input)')) {{
  if (field.type === 'file') continue;
  if (field.type === 'checkbox' || field.type === 'radio') field.click();
  else field.value = 'my sister';
  field.dispatchEvent(new Event('input', {{ bubbles: true }}));
}}
for (const button of document.querySelectorAll('[data-tools]:first-of-type [data-do]:not([data-do=clear])')) button.click();
const search = document.querySelector({json.dumps(SEARCH)});
if (search) {{
  search.click();
  const query = document.querySelector({json.dumps(SEARCH_FIELD)});
  query.value = 'afraid';
  query.dispatchEvent(new Event('input', {{ bubbles: true }}));
  await until(() => document.querySelector({json.dumps(HITS)}));
  query.form.requestSubmit();
}}
"""
"""Opens folds, fills a sheet, saves and prints it, and searches."""

_LEFT_OF = """
const names = async (found) => { const all = []; for await (const name of found) all.push(name); return all; };
const isRemembered = (field) => (field.getAttribute('autocomplete') || field.form?.getAttribute('autocomplete')) !== 'off';
const asked = performance.getEntriesByType('resource').map((entry) => entry.name).filter((url) => /^(http|ws)/.test(url));
const shown = {
  query: location.search,
  name: window.name,
  state: history.state ? ['a state'] : [],
  foreign: asked.filter((url) => new URL(url).origin !== location.origin),
  asked: asked.filter((url) => new URL(url).search),
  remembered: [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), textarea')]
    .filter(isRemembered).map((field) => field.name),
};
const stored = %s;
return Object.fromEntries(Object.entries({ ...shown, ...stored }).filter(([, value]) => value.length));
"""
"""What can be seen from a page afterwards, by what it is; fields are named that a browser would remember."""
_STORED = """{
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((database) => database.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
  files: await names((await navigator.storage.getDirectory()).keys()),
}"""
_LEFT = _LEFT_OF % _STORED
_SHOWN = _LEFT_OF % "{}"
"""The same but for what is stored: already the question makes a folder in Firefox, which is then looked for."""

_PLANTS = {
    "cookies": "document.cookie = 'a=b'",
    "local": "localStorage.a = 'b'",
    "session": "sessionStorage.a = 'b'",
    "databases": "await new Promise((on) => { indexedDB.open('a').onsuccess = on; })",
    "caches": "await caches.open('a')",
    "files": "await (await navigator.storage.getDirectory()).getFileHandle('a', { create: true })",
    "query": "history.replaceState(null, '', '?a=b')",
    "name": "window.name = 'a'",
    "state": "history.replaceState({ a: 'b' }, '')",
    "asked": "await (await fetch('?a=b')).text(); await new Promise((on) => setTimeout(on, 500))",
    "remembered": "document.body.append(Object.assign(document.createElement('input'), { name: 'a' }))",
}


@pytest.mark.parametrize("where", PAGES, ids=lambda where: where or "home")
def test_in_chromium_a_page_that_was_used_leaves_nothing(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        page = visitor.page
        page.goto(base + where)
        page.evaluate(f"async () => {{ {_USE} }}")
        assert page.evaluate(f"async () => {{ {_LEFT} }}") == {}
        assert page.url == base + where
        assert page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}
        assert [
            url for url in visitor.requests if not url.startswith(("blob:", "data:")) and ("?" in url or base not in url)
        ] == []


@pytest.mark.parametrize("what", _PLANTS)
def test_each_trace_is_found(browser: Browser, base: str, what: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base)
        visitor.page.evaluate(f"async () => {{ {_PLANTS[what]} }}")
        assert list(visitor.page.evaluate(f"async () => {{ {_LEFT} }}")) == [what]


_DATABASES = {"cookies.sqlite": "moz_cookies", "formhistory.sqlite": "moz_formhistory", "webappsstore.sqlite": "webappsstore2"}
"""Where Firefox keeps cookies, what was typed into forms, and storage of the older kind."""


def _kept(profile: Path) -> Iterator[str]:
    """What a profile holds of a site that was visited, but for its history."""
    for name, table in _DATABASES.items():
        if (profile / name).exists():
            with closing(sqlite3.connect(profile / name)) as database:
                found: Any = database.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a name from above
            yield from [f"{found[0]} rows in {name}"] if found[0] else []
    yield from (f"storage of {folder.name}" for folder in sorted(profile.glob("storage/*/http*")))
    if (profile / "serviceworker.txt").exists() and "127.0.0.1" in (profile / "serviceworker.txt").read_text("utf-8"):
        yield "a service worker"


def _shown(window: firefox.Firefox) -> Any:
    """What can be seen of a page afterwards. The search leads away from it: who asks just then gets no answer, and asks again."""
    answers = (window.run(_SHOWN) for _ in range(50))
    return next((answer for answer in answers if answer is not None), None)


@pytest.mark.skipif(not firefox.find(), reason="No Firefox here: what it keeps was not looked at. Install firefox-esr.")
def test_in_firefox_pages_that_were_used_leave_nothing(base: str, tmp_path: Path) -> None:
    with firefox.firefox(tmp_path) as window:
        for where in PAGES:
            window.go(base + where)
            window.run(_USE)
            assert (where, _shown(window)) == (where, {})
        window.go(base)
        window.run(f"document.querySelector({json.dumps(SEARCH)}).click();")
        window.type("afraid\ue007")  # Enter
        assert window.run(f"return document.querySelector({json.dumps(SEARCH_FIELD)}).value;") == "afraid"
    assert list(_kept(tmp_path)) == []


@pytest.mark.skipif(not firefox.find(), reason="No Firefox here: what it keeps was not looked at. Install firefox-esr.")
def test_what_firefox_keeps_is_found(base: str, tmp_path: Path) -> None:
    with firefox.firefox(tmp_path) as window:
        window.go(base)
        window.run("document.cookie = 'a=b; max-age=9999'; localStorage.a = 'b'; await caches.open('a');")
    assert [line.partition(" of ")[0] for line in _kept(tmp_path)] == ["1 rows in cookies.sqlite", "storage"]

"""The live preview as an author sees it: the page follows a save by itself, and says what is going on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.helpers import project
from tests.site.test_preview import preview

_PATIENCE = 60_000  # milliseconds


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_an_open_page_follows_each_save_and_keeps_its_place(browser: Browser, tmp_path: Path) -> None:
    file = project(tmp_path) / "content/techniques/kind-letter.yml"
    with preview(tmp_path) as site, browser.new_context(viewport={"width": 400, "height": 500}) as context:
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        page.goto(f"http://{site.place}techniques/kind-letter/")
        bar = page.locator("body > div[role=status]")
        expect(bar).to_be_hidden(timeout=_PATIENCE)
        page.evaluate("scrollTo(0, 700)")

        _replace(file, "title: Kind letter", "title: A letter that is new")
        expect(page.locator("h1")).to_have_text("A letter that is new", timeout=_PATIENCE)
        page.wait_for_function("scrollY === 700")

        # What is to fix stays in sight above the page as it was.
        problems = page.locator("body > details")
        _replace(file, "code: ", "cod: ")
        expect(problems.locator("summary")).to_have_text("2 to fix", timeout=_PATIENCE)
        expect(problems.locator("li").first).to_be_in_viewport()
        expect(page.locator("h1")).to_have_text("A letter that is new")
        _replace(file, "cod: ", "code: ")
        expect(problems).to_have_count(0, timeout=_PATIENCE)
        expect(bar).to_be_hidden(timeout=_PATIENCE)

        # A page that has changed elsewhere is one tap away.
        _replace(tmp_path / "content/pages/about.md", "title: About this handbook", "title: About us")
        bar.get_by_role("link", name="About us").click(timeout=_PATIENCE)
        expect(page.locator("h1")).to_have_text("About us", timeout=_PATIENCE)
        expect(bar).to_be_hidden(timeout=_PATIENCE)

        # Whoever ends the preview sees it on the page.
        site.process.terminate()
        expect(bar).to_contain_text("The preview has ended", timeout=_PATIENCE)

"""The parts of a page that tests look for: each has one mark, and this is the one list of them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from macros.language.words import words_of_language

_SAY = words_of_language("en")

HOME = ""
EMERGENCY = "emergency/"
HELPLINES = "helplines/"
SITUATION = "situations/cannot-wake-them/"
WORKSHEET = "worksheets/boundary-builder/"
TABLES = "worksheets/my-week/"
MODEL = "models/craft/"

SEARCH = "#search-button"
SEARCH_FIELD = "#query"
HITS = "#search .hits > li > h2 > a"
"""What the search has found: the pages alone, best first."""
MENU_BUTTON = "#menu-button"
MENU = "#menu"
PRINT_PART = "button.print-part"
"""What prints the part for professionals alone."""
LEVELS = ("call", "now", "first")
"""The classes of the three levels of urgency."""

OPEN_ALL = """document.querySelectorAll('details').forEach(fold => { fold.removeAttribute('name'); fold.open = true; })"""
"""Opens every fold, also those of which a page keeps only one open."""


def ways_out(page: Page) -> dict[str, Locator]:
    """What must be in sight on every page, whatever the size of its text."""
    return {
        "Leave this page": page.get_by_role("link", name=_SAY("leave-this-page")).first,
        "Emergency": page.get_by_role("link", name=_SAY("go-to-emergency"), exact=True).first,
        "Search": page.locator(SEARCH),
    }

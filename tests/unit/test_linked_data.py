from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.project.loading import LoadedProject
from macros.site.linked_data import MOST, linked_data
from macros.view.context import View
from tests.helpers import SMALL, Files, entry

Make = Callable[[Files], Handbook]


def _of(handbook: Handbook, name: str, title: str = "A title", about: str = "About it.", **settings: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(linked_data(View(handbook, Settings(**settings)), title, about, handbook.items[name]))
    return found


def test_a_page_says_what_it_is_and_claims_no_review(make: Make) -> None:
    found = _of(make({**SMALL, "techniques/a": entry(code="Q07", checked="2026-01-01")}), "techniques/a")
    assert (found["@context"], found["@type"]) == ("https://schema.org", "WebPage")
    assert (found["name"], found["description"], found["identifier"]) == ("A title", "About it.", "Q07")
    assert (found["dateModified"], found["isAccessibleForFree"]) == ("2026-01-01", True)
    assert not {"url", "reviewedBy", "lastReviewed"} & set(found)


def test_the_address_is_told_where_the_site_has_one(make: Make) -> None:
    handbook = make({**SMALL, "techniques/a": entry()})
    assert _of(handbook, "techniques/a", site_url="https://example.org/")["url"] == "https://example.org/techniques/a/"


def test_a_quiet_page_says_nothing_of_itself(make: Make) -> None:
    found = _of(make({**SMALL, "techniques/a": entry(quiet=True)}), "techniques/a")
    assert set(found) == {"@context", "@type", "name", "inLanguage"}
    assert found["name"] == "Alongside"


def test_no_text_ends_the_element(make: Make) -> None:
    handbook = make({**SMALL, "techniques/a": entry()})
    title = "</script><script>alert(1)</script><!-- & \u2028"
    text = linked_data(View(handbook), title, "", handbook.items["techniques/a"])
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == title


def test_every_page_of_the_real_handbook_is_short_and_names_what_it_is_of(real: LoadedProject) -> None:
    for item in real.handbook.items.values():
        if item.kind.has_page:
            text = linked_data(real.view, item.title, "x" * 200, item)
            assert len(text.encode()) <= MOST, item.id
            assert json.loads(text)["name"] in {item.title, "Alongside"}


def test_the_page_of_a_source_names_the_publication(real: LoadedProject) -> None:
    found = json.loads(linked_data(real.view, "x", "x", real.handbook.items["sources/miller-1999"]))
    assert found["citation"]["@type"] == "CreativeWork"
    assert found["citation"]["identifier"].startswith("https://doi.org/10.")

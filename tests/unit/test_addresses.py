from __future__ import annotations

import pytest

from macros.catalogue.addresses import address, page_address, relative, short_address, source_uri
from macros.catalogue.handbook import Handbook


@pytest.mark.parametrize(
    ("uri", "found"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("techniques/index.md", "techniques/"),
        ("techniques/kind-letter.md", "techniques/kind-letter/"),
        ("a/b/c.md", "a/b/c/"),
        ("my-index.md", "my-index/"),
    ],
)
def test_a_page_stands_where_its_file_says(uri: str, found: str) -> None:
    assert page_address(uri) == found


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("about/", "", "about/"),
        ("", "about/", "../"),
        ("about/", "about/", "./"),
        ("models/a/", "techniques/b/", "../../models/a/"),
        ("techniques/a/", "techniques/b/", "../a/"),
        ("techniques/", "techniques/b/", "../"),
        ("techniques/b/", "techniques/", "b/"),
        ("", "techniques/b/", "../../"),
        ("glossary/#relapse", "techniques/b/", "../../glossary/#relapse"),
        ("glossary/#relapse", "glossary/", "#relapse"),
        ("glossary/#relapse", "", "glossary/#relapse"),
        ("api/v1/models/a.json", "models/a/", "../../api/v1/models/a.json"),
        ("models/a/", "go/M01/", "../../models/a/"),
        ("print/a.pdf", "", "print/a.pdf"),
    ],
)
def test_a_link_is_relative_to_its_page(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


@pytest.mark.parametrize(
    ("item_id", "uri", "found"),
    [
        ("techniques/kind-letter", "techniques/kind-letter.md", "techniques/kind-letter/"),
        ("sources/example-trial", "sources/example-trial.md", "sources/example-trial/"),
        ("pages/index", "index.md", ""),
        ("pages/about", "about.md", "about/"),
        ("pages/helplines/index", "helplines/index.md", "helplines/"),
    ],
)
def test_a_record_with_a_page_has_its_address(tiny: Handbook, item_id: str, uri: str, found: str) -> None:
    assert (source_uri(tiny.items[item_id]), address(tiny.items[item_id])) == (uri, found)


def test_a_record_of_a_list_has_a_place_on_the_page_of_its_kind(tiny: Handbook) -> None:
    assert address(tiny.items["glossary/relapse"]) == "glossary/#relapse"


def test_a_short_address_is_the_code() -> None:
    assert short_address("W16") == "go/W16/"

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.catalogue.handbook import Handbook
from macros.reading.reference_syntax import Reference
from macros.schema.source import Source
from macros.view.links import Links, links_on, short_citation, words_of
from macros.view.markdown_subset import block_html
from tests.helpers import source


def _show(handbook: Handbook, item_id: str, words: str = "", page: str = "") -> str:
    return str(Links(handbook, page).show(Reference(item_id, words, "")))


@pytest.mark.parametrize(
    ("item_id", "words", "page", "html"),
    [
        ("techniques/kind-letter", "", "", '<a class="ref" href="techniques/kind-letter/">Kind letter</a>'),
        ("techniques/kind-letter", "a letter", "about/", '<a class="ref" href="../techniques/kind-letter/">a letter</a>'),
        ("pages/index", "", "about/", '<a class="ref" href="../">What is happening?</a>'),
        ("glossary/relapse", "", "glossary/", "relapse"),
        ("sources/example-trial", "", "", '<a class="cite" href="sources/example-trial/">(Doe and others, 2001)</a>'),
        ("sources/example-trial", "the trial", "", '<a class="cite" href="sources/example-trial/">the trial</a>'),
        ("situations/said-no", "", "", '<a class="ref" href="situations/said-no/">They said &#34;no&#34;. Now what?</a>'),
        (
            "helplines/us-example-line",
            "",
            "",
            'Example Line (<a class="tel" href="tel:+12025550101">call 202-555-0101, press 2</a>)',
        ),
        (
            "helplines/us-example-line",
            "the line",
            "",
            'the line (<a class="tel" href="tel:+12025550101">call 202-555-0101, press 2</a>)',
        ),
        ("techniques/kind-letter", "<b>", "", '<a class="ref" href="techniques/kind-letter/">&lt;b&gt;</a>'),
    ],
)
def test_a_reference_becomes_a_link(tiny: Handbook, item_id: str, words: str, page: str, html: str) -> None:
    assert _show(tiny, item_id, words, page) == html


def test_the_emergency_numbers_are_links_for_every_country(tiny: Handbook) -> None:
    assert _show(tiny, "emergency") == (
        '<a class="tel" href="tel:911">911</a> (US, Canada) or <a class="tel" href="tel:999">999</a> (UK)'
    )


def test_an_unknown_reference_is_an_error_and_no_dead_link(tiny: Handbook) -> None:
    with pytest.raises(KeyError):
        _show(tiny, "techniques/nowhere")


@pytest.mark.parametrize(
    ("item_id", "words"),
    [
        ("techniques/kind-letter", "Kind letter"),
        ("sources/example-guide", "(Example Institute, undated)"),
        ("emergency", "911 (US, Canada) or 999 (UK)"),
        ("techniques/nowhere", "techniques/nowhere"),
    ],
)
def test_a_reference_has_plain_words(tiny: Handbook, item_id: str, words: str) -> None:
    assert words_of(Reference(item_id, "", ""), tiny) == words


@pytest.mark.parametrize(
    ("authors", "year", "citation"),
    [
        ("Doe JA", "2001", "Doe, 2001"),
        ("Doe JA, Roe RB", "2001", "Doe and Roe, 2001"),
        ("Doe JA, Roe RB, Poe CD", "2001", "Doe and others, 2001"),
        ("van der Doe JA, de Roe R", "2001", "van der Doe and de Roe, 2001"),
        ("Doe JA, for the Example Institute", "2001", "Doe, 2001"),
        ("Doe JA, Roe RB and others", "2001", "Doe and others, 2001"),
        ("Example Institute", None, "Example Institute, undated"),
        ("Example Institute, Ireland", "2001", "Example Institute, 2001"),
        ("Example Service, told by The Paper", "2001", "Example Service, 2001"),
    ],
)
def test_a_source_is_cited_by_surnames_and_year(authors: str, year: str | None, citation: str) -> None:
    assert short_citation(Source.model_validate(source(authors=authors, year=year))) == citation


@pytest.mark.parametrize(
    "page",
    [SimpleNamespace(file=SimpleNamespace(src_uri="techniques/a.md"), meta={}), SimpleNamespace(path="techniques/a.md", meta={})],
    ids=["MkDocs", "Zensical"],
)
def test_the_current_page_is_known_in_both_engines(page: SimpleNamespace, tiny: Handbook) -> None:
    assert links_on(page, tiny).page == "techniques/a/"


def test_all_macros_on_a_page_share_what_was_explained(tiny: Handbook) -> None:
    page = SimpleNamespace(path="a.md", meta={})
    first = str(links_on(page, tiny).show(Reference("glossary/relapse", "", "")))
    again = str(links_on(page, tiny).show(Reference("glossary/relapse", "", "")))
    assert first.startswith('<a class="term" href="../glossary/#relapse" data-means="')
    assert again == "relapse"


def test_a_word_of_the_glossary_is_linked_where_it_is_used_first(tiny: Handbook) -> None:
    links = Links(tiny, "a/")
    html = str(block_html("A *relapse* <b>. Relapse, and [a relapse](https://example.org/).", links.show, links.explain))
    assert html.count('class="term"') == 1
    assert "<em><a" in html
    assert "&lt;b&gt;. Relapse, and" in html
    assert str(block_html("relapse", links.show, links.explain)) == "<p>relapse</p>\n"
    assert 'class="term"' not in str(
        block_html("[a relapse](https://example.org/)", Links(tiny, "a/").show, Links(tiny, "a/").explain)
    )

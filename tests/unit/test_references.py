"""References for programs, parsed back by a small parser that knows the formats and none of our code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.site.references import bibtex, references, ris
from macros.view.context import View
from tests.helpers import SMALL, Files, entry, source

_SIGNS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "c": "\u0327"}


def _fields(text: str) -> dict[str, str]:
    """The fields of one record of BibTeX, read by counting braces."""
    fields, at = {}, text.index(",") + 1
    while match := re.compile(r"\s*(\w+) = \{").match(text, at):
        at, depth, start = match.end(), 1, match.end()
        while depth:
            at += 2 if text[at] == "\\" else 1
            depth += {"{": 1, "}": -1}.get(text[at], 0) if text[at - 1] != "\\" else 0
        fields[match[1]] = _plain(text[start:at])
        at = text.index(",", at) + 1
    assert text[at:].strip() == "}"
    return fields


def _plain(tex: str) -> str:
    tex = tex.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    tex = re.sub(r"\{\\(.)\{(\w)\}\}", lambda found: unicodedata.normalize("NFC", found[2] + _SIGNS[found[1]]), tex)
    tex = re.sub(r"(?<!\\)[{}]", "", tex)
    return re.sub(r"\\([{}&%$#_])", r"\1", tex)


def test_signs_that_mean_something_come_back_as_they_were() -> None:
    said = {"author": "Dugré, J. R. and Muñoz, A.", "title": "100% {safe} & a_b #1 $2 Çé", "doi": "10.1000/a_b(1)%2F"}
    assert _fields(bibtex("x", said)) == said


def test_pages_have_the_dash_of_tex_and_both_ends_in_ris() -> None:
    said = {"author": "Doe, J.", "title": "A", "journal": "B", "pages": "291–308"}
    assert _fields(bibtex("x", said))["pages"] == "291--308"
    rows = [line.split("  - ") for line in ris(said).split("\r\n") if line]
    assert [row for row in rows if row[0] in {"SP", "EP"}] == [["SP", "291"], ["EP", "308"]]
    assert rows[0] == ["TY", "JOUR"]
    assert rows[-1] == ["ER", ""]


def _files(handbook: Handbook, site: str | None = None) -> dict[str, str]:
    return dict(references(View(handbook, Settings(site_url=site))))


def test_an_entry_is_cited_by_its_code_and_a_source_as_the_publication(make: Callable[[Files], Handbook]) -> None:
    doe = source(authors="Doe JA, Roe B", where="Journal of Examples 10(3):291–308", pmid="12")
    handbook = make({**SMALL, "techniques/a": entry(code="Q77"), "library/sources": {"doe": doe}})
    files = _files(handbook, "https://example.org/")
    assert _fields(files["cite/Q77.bib"])["url"] == "https://example.org/go/Q77/"
    assert _fields(_files(handbook)["cite/Q77.bib"])["url"] == "go/Q77/"
    publication = _fields(files["cite/sources/doe.bib"])
    assert (publication["author"], publication["journal"]) == ("Doe, J. A. and Roe, B.", "Journal of Examples")
    assert (publication["volume"], publication["number"], publication["pmid"]) == ("10", "3", "12")
    assert "AU  - Roe, B.\r\n" in files["cite/sources/doe.ris"]


def test_a_quiet_page_has_no_reference(make: Callable[[Files], Handbook]) -> None:
    assert "cite/Q77.bib" not in _files(make({**SMALL, "techniques/a": entry(code="Q77", quiet="true")}))

"""What axe cannot see in the HTML of built pages: order, levels, hints, brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html

from macros.catalogue.addresses import address
from macros.project.loading import LoadedProject
from macros.schema.worksheet import Sheet
from tests.browser.parts import EMERGENCY, LEVELS
from tests.browser.places import Place

_DOUBLED = re.compile(r".{0,30}(?:\(\s?\(|\)\s?\)).{0,10}")


def _with(*names: str) -> str:
    """The condition of an XPath that an element has one of some classes."""
    return " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)


_A_LEVEL = _with(*LEVELS)
_HINTS = f"//*[{_with('sheet')}]//*[{_with('hint')}]"


def _brackets(page: html.HtmlElement) -> Iterator[str]:
    """Doubled brackets, as around a citation that brings its own."""
    words = page.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::code or ancestor::pre)]")
    yield from (f"doubled brackets: {found[0]}" for found in _DOUBLED.finditer(" ".join("".join(words).split())))


def _levels(page: html.HtmlElement) -> Iterator[str]:
    """Boxes of the three levels that stand in one another or in a fold, and more than one filled box for what to do now."""
    for box in page.xpath(f"//*[{_A_LEVEL}]"):
        if box.xpath(f"ancestor::*[{_A_LEVEL}]"):
            yield f"a box in a box: {box.get('class')}"
        if box.xpath("ancestor::details"):
            yield f"in a fold: {box.get('class')}"
    if len(page.xpath(f"//*[{_with('now')}]")) > 1:
        yield "more than one thing to do now"


def _terms(page: html.HtmlElement) -> Iterator[str]:
    """Words of the glossary where a tap must do what it says and nothing else."""
    yield from (f"a term in a box: {term.text_content()}" for term in page.xpath(f"//*[{_A_LEVEL}]//*[{_with('term')}]"))


def _status(page: html.HtmlElement) -> Iterator[str]:
    """Anything but one place of a form from which changes are spoken. The way out has its own, and the open search as well."""
    others = "ancestor-or-self::*[@data-leave-count or self::dialog]"
    spoken = page.xpath(f"//*[@role='status' or @role='alert' or @aria-live[. != 'off'] or self::output][not({others})]")
    if len(spoken) != 1 or spoken[0].get("role") != "status":
        yield f"{len(spoken)} places are spoken, one with role=status is needed"


def _hints(page: html.HtmlElement) -> Iterator[str]:
    """Hints that are part of a name, or that no field is tied to; and ties to nothing."""
    tied = {one for value in page.xpath("//@aria-describedby") for one in value.split()}
    for hint in page.xpath(_HINTS):
        if hint.xpath("ancestor::label or ancestor::legend"):
            yield f"a hint in a label: {hint.text_content()}"
        if hint.get("id") not in tied:
            yield f"a hint without a field: {hint.text_content()}"
    yield from (f"tied to nothing: {name}" for name in sorted(tied - set(page.xpath("//@id"))))


@pytest.mark.parametrize("rule", [_brackets, _levels, _terms], ids=lambda rule: rule.__name__.strip("_"))
def test_every_page_keeps_the_rule(
    real_site: Path, site_places: list[Place], rule: Callable[[html.HtmlElement], Iterator[str]]
) -> None:
    pages = ((place.name, html.fromstring(place.file(real_site).read_bytes())) for place in site_places)
    assert [f"{name}: {what}" for name, page in pages for what in rule(page)] == []


def test_the_emergency_page_explains_no_word(real_site: Path) -> None:
    page = html.fromstring((real_site / EMERGENCY / "index.html").read_bytes())
    assert page.xpath(f"//*[{_with('term')}]") == []
    assert page.xpath(f"//*[{_with('call')}]")


@pytest.mark.parametrize("rule", [_status, _hints], ids=lambda rule: rule.__name__.strip("_"))
def test_every_form_keeps_the_rule(
    real: LoadedProject, real_site: Path, rule: Callable[[html.HtmlElement], Iterator[str]]
) -> None:
    sheets = [address(item) for item, _ in real.handbook.all_of(Sheet)]
    pages = {where: html.fromstring((real_site / where / "index.html").read_bytes()) for where in sheets}
    assert sum(len(page.xpath(_HINTS)) for page in pages.values()) > len(pages)
    assert [f"{where}: {what}" for where, page in pages.items() for what in rule(page)] == []


_SHEET = "<form class=sheet><label for=a>Who</label><span class=hint id=h>One</span><input id=a aria-describedby=h></form>"


@pytest.mark.parametrize(
    ("rule", "body", "found"),
    [
        (_brackets, "<p>As is known (<a>Doe, 2001</a>).<code>f((x))</code>", []),
        (_brackets, "<p>As is known (<a>(Doe, 2001)</a>).", 1),
        (_levels, "<div class=call>Call</div><p class='first'>Is it safe?<div class=now>Wait</div><p class=nowhere>", []),
        (_levels, "<div class=now><div class=call>Call</div></div>", ["a box in a box: call"]),
        (_levels, "<details><div class='first one'>Ask</div></details>", ["in a fold: first one"]),
        (_levels, "<div class=now>A</div><div class=now>B</div>", ["more than one thing to do now"]),
        (_terms, "<p><a class=term>relapse</a>", []),
        (_terms, "<p class=first><b><a class='term'>relapse</a></b>", ["a term in a box: relapse"]),
        (_status, "<p role=status>", []),
        (_status, "<p>", ["0 places are spoken, one with role=status is needed"]),
        (_status, "<p role=status><p aria-live=polite>", ["2 places are spoken, one with role=status is needed"]),
        (_hints, _SHEET, []),
        (_hints, _SHEET.replace("id=h>", ">"), ["a hint without a field: One", "tied to nothing: h"]),
        (_hints, _SHEET.replace("aria-describedby=h", ""), ["a hint without a field: One"]),
        (_hints, _SHEET.replace("</label>", "").replace("<input", "</label><input"), ["a hint in a label: One"]),
    ],
)
def test_each_fault_is_found(rule: Callable[[html.HtmlElement], Iterator[str]], body: str, found: list[str] | int) -> None:
    faults = list(rule(html.document_fromstring(f"<html><body>{body}")))
    assert (len(faults) if isinstance(found, int) else faults) == found

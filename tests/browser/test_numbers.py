"""Telephone numbers on a phone: in one piece, large enough to tap; and no text on any kind of page is small."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.parts import EMERGENCY, HELPLINES, HOME, OPEN_ALL, SITUATION, WORKSHEET
from tests.browser.places import Place
from tests.browser.visitor import PHONE, plant, visiting

_BROKEN = """() => [...document.querySelectorAll('a[href^="tel:"]')].filter(link => link.checkVisibility()).flatMap(link => {
  const places = [];
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    for (let at = 0; at < walker.currentNode.data.length; at++)
      places.push([walker.currentNode, at]);
  const text = places.map(([node, at]) => node.data[at]).join('');
  return [...text.matchAll(/[+(]?\\d[\\d\\s().\\u2010-\\u2015-]*/g)].flatMap(match => {
    const digits = match[0].trimEnd();
    const [first, from] = places[match.index], [last, to] = places[match.index + digits.length - 1];
    const range = document.createRange();
    range.setStart(first, from);
    range.setEnd(last, to + 1);
    const rows = [...range.getClientRects()].filter(box => box.width).sort((a, b) => a.top - b.top);
    return rows.length && rows.at(-1).top >= rows[0].bottom - 2 ? [`${text.trim()} breaks`] : [];
  });
})"""
"""Every number of which a part stands on another line."""

_SMALL_TARGETS = """() => {
  const height = link => Math.round(link.getBoundingClientRect().height);
  const lists = [...document.querySelectorAll('ul')].filter(
    list => list.children.length && [...list.children].every(row => row.querySelector('a[href^="tel:"]')));
  const inSentence = link => [...(link.closest('p')?.childNodes ?? [])].some(
    part => part.nodeType === 3 && /\\p{L}/u.test(part.data));
  const inLists = lists.flatMap(list => [...list.querySelectorAll('a[href^="tel:"]')]).filter(link => !inSentence(link));
  return [[[...document.querySelectorAll('.call a')], 64], [inLists, 44]].flatMap(([links, least]) => [...new Set(links)]
    .filter(link => link.checkVisibility() && height(link) < least)
    .map(link => `${link.textContent.trim()}: ${height(link)} px high, ${least} needed`));
}"""
"""Buttons to call that are less than 64 px high, and numbers below 44 px in a list of which every row has one,
but for those in a sentence of a row."""

_SMALL_TEXT = """() => {
  const found = new Set();
  const tell = (size, words) => { if (size < 15.99) found.add(`${size.toFixed(1)} px: ${words.trim().slice(0, 40)}`); };
  const seen = one => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, one = node.parentElement;
    if (!node.data.trim() || one.closest('script, style, noscript, svg title, svg desc, option') || !seen(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect(), frame = one.getBoundingClientRect();
    if (Math.min(box.width, frame.width || box.width) <= 1 || Math.min(box.height, frame.height || box.height) <= 1) continue;
    const drawn = one.ownerSVGElement ? Math.abs(one.getScreenCTM().d) : 1;
    tell(parseFloat(getComputedStyle(one).fontSize) * drawn, node.data);
  }
  for (const one of document.querySelectorAll('body *')) {
    if (!seen(one)) continue;
    if (one.matches('input, textarea, select, button')) tell(parseFloat(getComputedStyle(one).fontSize), one.outerHTML);
    for (const part of ['::before', '::after']) {
      const style = getComputedStyle(one, part);
      if (/[\\p{L}\\p{N}]/u.test(style.content.replace(/^(none|normal)$/, '')) && style.display !== 'none')
        tell(parseFloat(style.fontSize), `${part} ${style.content}`);
    }
  }
  return [...found];
}"""
"""Every text that is shown below 16 px: words, what style sheets add, fields, and words of drawings as they are drawn."""


def _found(page: Page, what: str) -> list[str]:
    page.evaluate(OPEN_ALL)
    found: list[str] = page.evaluate(what)
    return found


@pytest.mark.parametrize("width", [PHONE[0], 320])
@pytest.mark.parametrize("where", [HOME, EMERGENCY, HELPLINES, SITUATION, WORKSHEET], ids=lambda where: where or "home")
def test_numbers_are_in_one_piece_and_large_enough_to_tap(browser: Browser, base: str, where: str, width: int) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.set_viewport_size({"width": width, "height": PHONE[1]})
        visitor.page.goto(base + where)
        assert [*_found(visitor.page, _BROKEN), *_found(visitor.page, _SMALL_TARGETS)] == []


@pytest.mark.parametrize("where", [HOME, EMERGENCY, SITUATION], ids=lambda where: where or "home")
def test_two_numbers_can_be_called_without_scrolling(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        boxes = [link.bounding_box() for link in visitor.page.locator('main .call a[href^="tel:"]').all()[:2]]
        assert len(boxes) == 2
        assert all(box and box["y"] + box["height"] <= PHONE[1] for box in boxes)


def _told(browser: Browser, base: str, examples: list[Place]) -> Iterator[str]:
    with visiting(browser, base) as visitor:
        for place in examples:
            visitor.page.goto(base + place.address)
            yield from (f"{place.name}: {what}" for what in _found(visitor.page, _SMALL_TEXT))


def test_no_text_is_small(browser: Browser, base: str, examples: list[Place]) -> None:
    assert list(_told(browser, base, examples)) == []


_LINK = "<a href=tel:999 style='font: 16px monospace'>Call 1-800-<b>799</b>-7233</a>"


@pytest.mark.parametrize(
    ("what", "body", "found"),
    [
        (_BROKEN, _LINK, []),
        (_BROKEN, f"<div style='inline-size: 60px'>{_LINK}", ["Call 1-800-799-7233 breaks"]),
        (_BROKEN, f"<div style='inline-size: 60px; white-space: nowrap'>{_LINK}", []),
        (_BROKEN, f"<details><summary>US</summary><div style='inline-size: 60px'>{_LINK}", ["Call 1-800-799-7233 breaks"]),
        (_BROKEN, "<a href=tel:9 style='display: flex; inline-size: 60px'>Call 080 8200 247", ["Call 080 8200 247 breaks"]),
        (_SMALL_TARGETS, f"<p>{_LINK}<ol><li>Wait.<li>{_LINK}</ol>", []),
        (_SMALL_TARGETS, f"<ul><li>{_LINK}</ul>", ["Call 1-800-799-7233: "]),
        (_SMALL_TARGETS, f"<ul><li><p> {_LINK} </ul>", ["Call 1-800-799-7233: "]),
        (_SMALL_TARGETS, f"<ul><li><p>In danger? {_LINK}</ul>", []),
        (_SMALL_TARGETS, "<ul><li><a href=tel:1 style='display: block; line-height: 44px'>Call</a></ul>", []),
        (
            _SMALL_TARGETS,
            "<p class=call><a href=tel:1 style='display: block; line-height: 60px'>Call</a>",
            ["Call: 60 px high, 64"],
        ),
        (_SMALL_TEXT, "<p>Words <sup style='font-size: 16px'>1</sup>", []),
        (_SMALL_TEXT, "<p>Words <sup style='font-size: 12px'>1</sup>", ["12.0 px: 1"]),
        (_SMALL_TEXT, "<style>p::before { content: 'Who'; font-size: 9px }</style><p>Words", ["9.0 px: ::before"]),
        (_SMALL_TEXT, "<style>p::before { content: '·'; font-size: 9px }</style><p>Words", []),
        (_SMALL_TEXT, "<input style='font-size: 13px'>", ["13.0 px: <input"]),
        (_SMALL_TEXT, "<details><summary>More</summary><p style='font-size: 10px'>Words", ["10.0 px: Words"]),
        (_SMALL_TEXT, "<p style='position: absolute; inline-size: 1px; overflow: hidden; font-size: 8px'>Unseen", []),
        (_SMALL_TEXT, "<svg viewBox='0 0 200 50' width=100><text y=20 font-size=20>Week</text></svg>", ["10.0 px: Week"]),
        (_SMALL_TEXT, "<svg viewBox='0 0 200 50' width=200><text y=20 font-size=20>Week</text></svg>", []),
    ],
)
def test_each_fault_is_found(browser: Browser, base: str, what: str, body: str, found: list[str]) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, body)
        faults = _found(visitor.page, what)
    assert len(faults) == len(found), faults
    assert [fault[: len(start)] for fault, start in zip(faults, found, strict=True)] == found

"""The letters that every page needs come in two small files, and those files can draw them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.parts import EMERGENCY, HELPLINES, HOME, MODEL, SITUATION, WORKSHEET
from tests.browser.visitor import visiting

CORE = {f"atkinson-hyperlegible-core-{weight}-normal.woff2" for weight in (400, 700)}

_NOT_DRAWN = """async ([ranges, weight]) => {
  const file = `atkinson-hyperlegible-core-${weight}-normal.woff2`;
  const face = await new FontFace("Core", `url(assets/fonts/${file})`).load();
  document.fonts.add(face);
  const pen = document.createElement("canvas").getContext("2d");
  // A letter that the file lacks is drawn by the font behind it, and is as wide as that font's.
  const width = (letter, behind) => { pen.font = `100px Core, ${behind}`; return pen.measureText(letter).width; };
  const letters = ranges.split(",").flatMap((range) => {
    const [from, to] = range.trim().slice(2).split("-").map((code) => parseInt(code, 16));
    return Array.from({ length: (to || from) - from + 1 }, (_, i) => String.fromCodePoint(from + i));
  });
  return letters.filter((letter) => letter.trim() && width(letter, "serif") !== width(letter, "monospace"));
}"""
_RANGES = """weight => {
  const faces = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSFontFaceRule);
  const core = faces.find(face => face.style.getPropertyValue("src").includes(`core-${weight}`));
  return core.style.getPropertyValue("unicode-range");
}"""


@pytest.mark.parametrize("weight", ["400", "700"])
def test_the_file_draws_each_letter_for_which_it_is_fetched(browser: Browser, base: str, weight: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base)
        ranges = visitor.page.evaluate(_RANGES, weight)
        assert visitor.page.evaluate(_NOT_DRAWN, [ranges, weight]) == []
        assert visitor.page.evaluate(_NOT_DRAWN, ["U+0041, U+0416", weight]) == ["Ж"]


@pytest.mark.parametrize("where", [HOME, EMERGENCY, SITUATION, MODEL, WORKSHEET, HELPLINES], ids=lambda where: where or "home")
def test_a_page_fetches_no_other_font(browser: Browser, base: str, where: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base + where)
        visitor.page.evaluate("document.fonts.ready.then(() => true)")
        assert {url.rpartition("/")[2] for url in visitor.requests if url.endswith(".woff2")} == CORE

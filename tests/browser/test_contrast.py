"""The colors of the look, pair by pair, as the browser works them out: text and controls that tired eyes can tell apart."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.looks import Scheme
from tests.browser.visitor import plant, visiting

PAIRS = {
    ("--ink", "--paper"): 7,
    ("--ink", "--surface"): 7,
    ("--soft", "--paper"): 7,
    ("--soft", "--surface"): 7,
    ("--accent", "--paper"): 4.5,
    ("--accent", "--surface"): 4.5,
    ("--ink", "--wash"): 7,
    ("--on-call", "--call"): 7,
    ("--now-ink", "--now"): 7,
    ("--heed", "--heed-wash"): 4.5,
    ("--ink", "--heed-wash"): 7,
    ("--edge", "--paper"): 3,
    ("--edge", "--surface"): 3,
}
"""Two colors by the names of their tokens, and the contrast that they must have: 7 and 4.5 for text, 3 for edges (WCAG)."""

# A color may be said in any way that CSS knows; what is painted is red, green and blue.
_PAINTED = """name => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${name}, transparent)`;
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  canvas.fillStyle = getComputedStyle(probe).color;
  canvas.fillRect(0, 0, 1, 1);
  probe.remove();
  return [...canvas.getImageData(0, 0, 1, 1).data];
}"""


def contrast(one: list[int], other: list[int]) -> float:
    """The contrast of two colors of 0 to 255 by WCAG 2: from 1, none, to 21, black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: list[int]) -> float:
    parts = (part / 255 for part in color[:3])
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _too_alike(page_of: dict[str, list[int]]) -> list[str]:
    missing = [f"{name} is no color" for name, color in page_of.items() if color[3] != 255]
    found = {pair: contrast(page_of[pair[0]], page_of[pair[1]]) for pair in PAIRS}
    return missing or [
        f"{' on '.join(pair)}: {ratio:.2f}, {PAIRS[pair]} needed" for pair, ratio in found.items() if ratio < PAIRS[pair]
    ]


_TOKENS = sorted({name for pair in PAIRS for name in pair})
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.mark.parametrize("more", [False, True], ids=["as it is", "more contrast"])
@pytest.mark.parametrize("scheme", _SCHEMES)
def test_the_colors_of_the_look_stand_out(browser: Browser, base: str, scheme: Scheme, more: bool) -> None:  # noqa: FBT001
    with visiting(browser, base) as visitor:
        visitor.page.emulate_media(color_scheme=scheme, contrast="more" if more else "no-preference")
        visitor.page.goto(base)
        colors = {name: visitor.page.evaluate(_PAINTED, name) for name in _TOKENS}
    assert _too_alike(colors) == []


def test_more_contrast_is_given_where_it_is_asked_for(browser: Browser, base: str) -> None:
    with visiting(browser, base) as visitor:
        visitor.page.goto(base)
        before = [visitor.page.evaluate(_PAINTED, name) for name in ("--soft", "--paper", "--edge", "--paper")]
        visitor.page.emulate_media(contrast="more")
        after = [visitor.page.evaluate(_PAINTED, name) for name in ("--soft", "--paper", "--edge", "--paper")]
    assert contrast(*after[:2]) > contrast(*before[:2])
    assert contrast(*after[2:]) > contrast(*before[2:])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#fff", "#fff", 1), ("#777", "#fff", 4.48), ("#445156", "rgb(251 248 242)", 7.75)],
)
def test_contrast_is_what_wcag_says(browser: Browser, base: str, one: str, other: str, ratio: float) -> None:
    with visiting(browser, base) as visitor:
        plant(visitor, f"<style>:root {{ --one: {one}; --other: light-dark({other}, #000) }}</style><body>")
        colors = [visitor.page.evaluate(_PAINTED, name) for name in ("--one", "--other")]
        assert visitor.page.evaluate(_PAINTED, "--neither")[3] == 0
    assert contrast(*colors) == pytest.approx(ratio, abs=0.01)


def test_colors_that_are_missing_or_too_alike_are_told() -> None:
    black, white = [0, 0, 0, 255], [255, 255, 255, 255]
    grounds = {"--paper", "--surface", "--wash", "--call", "--now", "--heed-wash"}
    colors = {name: white if name in grounds else black for name in _TOKENS}
    assert _too_alike(colors) == []
    assert _too_alike({**colors, "--edge": [200, 200, 200, 255]}) == [
        "--edge on --paper: 1.67, 3 needed",
        "--edge on --surface: 1.67, 3 needed",
    ]
    assert _too_alike({**colors, "--soft": [0, 0, 0, 0]}) == ["--soft is no color"]

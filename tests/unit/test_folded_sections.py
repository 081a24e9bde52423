from __future__ import annotations

import pytest

from macros.site.folded_sections import folded_sections


def _fold(heading: str, rest: str = "") -> str:
    return f'<details class="fold"><summary>{heading}</summary>{rest}</details>'


@pytest.mark.parametrize(
    ("content", "folded"),
    [
        ("", ""),
        ("<p>a</p>", "<p>a</p>"),
        ("<p>a</p><h2>B</h2>", f"<p>a</p>\n{_fold('<h2>B</h2>')}"),
        (
            '<h2 id="a">A</h2><p>a</p><h3>B</h3><h2>C</h2><ul><li>c</li></ul>',
            "\n".join([_fold('<h2 id="a">A</h2>', "<p>a</p><h3>B</h3>"), _fold("<h2>C</h2>", "<ul><li>c</li></ul>")]),
        ),
        (
            '<h2 class="open">A</h2><p>a</p>',
            '<details class="fold" open=""><summary><h2 class="open">A</h2></summary><p>a</p></details>',
        ),
        ("<section><h2>A</h2><p>a</p></section>", "<section><h2>A</h2><p>a</p></section>"),
        ("<p>a &lt; b</p>", "<p>a &lt; b</p>"),
    ],
    ids=["nothing", "no heading", "a heading alone", "two sections", "an open one", "a heading within", "signs"],
)
def test_each_section_is_a_fold_and_what_is_above_them_stays_in_sight(content: str, folded: str) -> None:
    assert folded_sections(content) == folded


@pytest.mark.parametrize("content", ["<p>a</p>word <b>first</b><h2>B</h2>text<p>b</p>", "<h2>A</h2><p>a</p>tail"])
def test_no_word_is_lost(content: str) -> None:
    words = folded_sections(content)
    assert [word for word in ("word", "first", "text", "tail") if word in content and word not in words] == []

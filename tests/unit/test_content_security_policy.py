from __future__ import annotations

import base64
import hashlib
import re

import pytest

from macros.site.content_security_policy import PLACE, may_hold_code, with_policy

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
"""All that a page without inline code may do, in full: who changes a rule has to change it here as well."""


def _golden(scripts: tuple[str, ...] = (), styles: tuple[str, ...] = ()) -> str:
    """The policy of a page with inline code."""
    allowed = {"script-src": scripts, "style-src": styles}
    policy = POLICY
    for rule, codes in allowed.items():
        policy = policy.replace(f"{rule} 'self'", " ".join([f"{rule} 'self'", *map(_hash, codes)]))
    return policy


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def _policy(html: str) -> str:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', with_policy(f"<head>{PLACE}</head>{html}"))
    assert found
    return found[1]


def test_a_page_may_run_only_files_of_the_site() -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    assert with_policy(f"<head>{PLACE}</head><p>Hello</p>") == f"<head>{meta}</head><p>Hello</p>"


def test_a_known_hash_is_right() -> None:
    known = "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';"
    assert _policy("<script>alert(1)</script>") == POLICY.replace("script-src 'self';", known)


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<script>a()</script>", "a()"),
        ("<script>\n  a();\n  b();\n</script>", "\n  a();\n  b();\n"),
        ("<script>a();\r\nb();</script>", "a();\nb();"),
        ("<script>é</script>", "é"),
        ("<script defer>a()</script>", "a()"),
        ("<SCRIPT>a()</SCRIPT >", "a()"),
        ('<script type="module">a()</script>', "a()"),
        ('<script data-src="src=json">a()</script>', "a()"),
        ('<script id="x">if (a < b && c > d) {}</script>', "if (a < b && c > d) {}"),
        ('<script>a("&amp;")</script>', 'a("&amp;")'),
        ("<script>a('</p><style>')</script>", "a('</p><style>')"),
        ("<script><!-- a() --></script>", "<!-- a() -->"),
        ("<script></script>", ""),
    ],
)
def test_an_inline_script_is_allowed_by_its_hash(html: str, code: str) -> None:
    assert _policy(html) == _golden(scripts=(code,))


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script>',
        '<script src="a.js" async></script>',
        '<script type="application/json">{}</script>',
        '<script type="application/ld+JSON">{}</script>',
        "<!-- <script>a()</script> -->",
        "<textarea><script>a()</script></textarea>",
    ],
)
def test_files_data_and_words_need_no_hash(html: str) -> None:
    assert _policy(html) == POLICY


@pytest.mark.parametrize("code", ["p{}", "a > b { content: '&lt;é' }"])
def test_an_inline_style_is_allowed_by_its_hash(code: str) -> None:
    assert _policy(f"<style>{code}</style>") == _golden(styles=(code,))


def test_each_script_has_its_hash_and_the_page_is_otherwise_unchanged() -> None:
    html = f"<head>{PLACE}</head><script>a</script><p>b</p><style>p{{}}</style><script>c</script>"
    assert _policy(html) == _golden(scripts=("a", "c"), styles=("p{}",))
    assert re.sub(r"<meta[^>]*>", PLACE, with_policy(html)) == html


@pytest.mark.parametrize("html", ["<p>Hello</p>", ""])
def test_a_page_without_a_place_for_it_is_left_alone(html: str) -> None:
    assert with_policy(html) == html


@pytest.mark.parametrize(
    "html",
    ['<script src="a.js"></script>', '<script type="application/ld+json">{}</script>', "<p>A script, a style."],
)
def test_a_page_without_code_within_is_not_read_whole(html: str) -> None:
    assert not may_hold_code(html)


@pytest.mark.parametrize("html", ["<script>go()</script>", '<script type="module">go()</script>', "<STYLE>p {}</STYLE>"])
def test_a_page_with_code_within_is_read_whole(html: str) -> None:
    assert may_hold_code(html)

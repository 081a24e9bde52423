from __future__ import annotations

import base64
import hashlib
import re

import pytest

from macros.site.content_security_policy import PLACE, with_policy


def _rules(html: str) -> dict[str, str]:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', with_policy(f"<head>{PLACE}</head>{html}"))
    assert policy
    return {rule.split(" ")[0]: rule.partition(" ")[2] for rule in policy[1].split("; ")}


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_a_page_without_scripts_may_run_only_files_of_the_site() -> None:
    rules = _rules("<p>Hello</p>")
    assert rules["script-src"] == "'self'"
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in " ".join(rules.values())


def test_a_known_hash_is_right() -> None:
    assert _rules("<script>alert(1)</script>")["script-src"] == "'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<script>a()</script>", "a()"),
        ("<script>\n  a();\n  b();\n</script>", "\n  a();\n  b();\n"),
        ("<script>é</script>", "é"),
        ("<script defer>a()</script>", "a()"),
        ('<script id="x">if (a < b) {}</script>', "if (a < b) {}"),
    ],
)
def test_each_inline_script_is_allowed_by_its_hash(html: str, code: str) -> None:
    assert _hash(code) in _rules(html)["script-src"]


@pytest.mark.parametrize(
    "html", ['<script src="a.js"></script>', '<script src="a.js" async></script>', '<script type="application/json">{}</script>']
)
def test_files_and_data_need_no_hash(html: str) -> None:
    assert _rules(html)["script-src"] == "'self'"


def test_inline_styles_are_allowed_by_their_hash() -> None:
    assert _hash("p{}") in _rules("<style>p{}</style>")["style-src"]


def test_two_scripts_have_two_hashes_and_the_page_is_otherwise_unchanged() -> None:
    html = f"<head>{PLACE}</head><script>a</script><p>b</p><script>c</script>"
    assert _rules(html)["script-src"].count("sha256") == 2
    assert re.sub(r"<meta[^>]*>", PLACE, with_policy(html)) == html


def test_a_page_without_a_place_for_it_is_left_alone() -> None:
    assert with_policy("<p>Hello</p>") == "<p>Hello</p>"

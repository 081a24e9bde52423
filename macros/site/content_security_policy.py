"""The content security policy of a finished page: only what the page itself brings may run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from lxml.html import HtmlElement, document_fromstring

PLACE = "<!-- csp -->"
# Few pages have code within, and to look for it is much faster than to read each as a browser does. Data are no code.
_CODE = re.compile(r"<style\b|<script\b(?![^>]*(?:\ssrc=|\stype=\"application/(?:ld\+)?json\"))", re.IGNORECASE)
_DATA = frozenset({"application/json", "application/ld+json"})

# Pages that stand alone have an empty icon as data, so that no other is asked for.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)


def with_policy(html: str) -> str:
    """The page with its policy in place of ``PLACE``; a page without that place is left as it is."""
    if PLACE not in html:
        return html
    policy = policy_of(document_fromstring(html)) if may_hold_code(html) else _policy((), ())
    return html.replace(PLACE, f'<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def may_hold_code(html: str) -> bool:
    """Whether a page could have a script or a style within itself, so that it must be read as a browser does."""
    return bool(_CODE.search(html))


def policy_of(page: HtmlElement) -> str:
    """The one policy that fits a page: the same for all but the hashes of the scripts and styles that it holds inline."""
    scripts, styles = _inline(page)
    return _policy(map(_hash, scripts), map(_hash, styles))


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    return _POLICY.format(scripts=" ".join(["'self'", *scripts]), styles=" ".join(["'self'", *styles]))


def policy_of_all(pages: Iterable[HtmlElement]) -> str:
    """The policy for a host to send with every page: it allows the inline code of all, and each page narrows it to its own."""
    inline = [_inline(page) for page in pages]
    scripts = dict.fromkeys(_hash(code) for own, _ in inline for code in own)
    styles = dict.fromkeys(_hash(code) for _, own in inline for code in own)
    return _policy(scripts, styles)


def _inline(page: HtmlElement) -> tuple[list[str], list[str]]:
    """The scripts and the styles that a page holds within itself."""
    # The parser gives the text of these elements as a browser hashes it: entities are kept, line ends are "\n".
    scripts = [script.text or "" for script in page.iter("script") if "src" not in script.attrib and not _is_data(script)]
    return scripts, [style.text or "" for style in page.iter("style")]


def _is_data(script: HtmlElement) -> bool:
    """Whether a script is JSON, which no browser runs, so that no policy needs to allow it. Any other type counts as code."""
    return str(script.get("type", "")).lower() in _DATA


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"

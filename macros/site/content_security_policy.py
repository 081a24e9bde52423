"""The content security policy of a finished page: only what the page itself brings may run."""

from __future__ import annotations

import base64
import hashlib
import re

PLACE = "<!-- csp -->"

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(?P<code>.*?)</style>", re.DOTALL)


def with_policy(html: str) -> str:
    """The page with its policy in place of ``PLACE``. The hashes differ from page to page, as scripts name the depth."""
    inline = [m["code"] for m in _SCRIPT.finditer(html) if "src=" not in m["attributes"] and "json" not in m["attributes"]]
    styles = [m["code"] for m in _STYLE.finditer(html)]
    return html.replace(PLACE, f'<meta http-equiv="Content-Security-Policy" content="{_policy(inline, styles)}">', 1)


def _policy(scripts: list[str], styles: list[str]) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *map(_hash, scripts)]),
        "style-src": " ".join(["'self'", *map(_hash, styles)]),
        "img-src": "'self' data:",  # Material's icons are data images
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"

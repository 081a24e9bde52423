"""How the files for hosts are read: as the hosts read them, and only with what must be in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.site.host_files import MISSING, OTHERS, TEXTS

_NAMES = {
    "Content-Security-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "Permissions-Policy",
    "Cache-Control",
}
_VALUE = r"[A-Za-z0-9 '():;=,/+._-]+"
_SOURCE = re.compile(r"'(self|none|sha256-[A-Za-z0-9+/]{43}=)'|data:")
_TOLD = {
    "default-src": {"'none'"}, "script-src": {"'self'"}, "style-src": {"'self'"}, "img-src": {"'self'", "data:"},
    "font-src": {"'self'"}, "connect-src": {"'self'"}, "form-action": {"'none'"}, "base-uri": {"'none'"},
    "frame-ancestors": {"'none'"},
}  # fmt: skip
"""The parts of the policy with what stands in them beside the hashes of code."""
_PATH = r"/(?:[^\s\"'\\;{}$#?<>]*/)?"
_TYPE = r"[a-z]+/[a-z0-9.+-]+"
_APACHE = re.compile(
    rf"""# Apache\ reads\ this\ file\ where[^\n]*
    | ErrorDocument\ 404\ (?P<missing>{_PATH}404\.html)
    | AddDefaultCharset\ utf-8
    | <Files\ "LICENSE"> | </Files> | ForceType\ "text/plain;\ charset=utf-8"
    | <IfModule\ mod_(?:mime|headers|deflate|filter|alias)\.c> | </IfModule>
    | AddType\ {_TYPE}\ \.[a-z0-9]+ | AddCharset\ utf-8\ \.[a-z]+
    | Header\ onsuccess\ unset\ [A-Za-z-]+
    | Header\ always\ set\ (?P<name>[A-Za-z-]+)\ "(?P<value>{_VALUE})"
    | AddOutputFilterByType\ DEFLATE(?:\ {_TYPE})+
    | RedirectMatch\ 404\ "/\(_headers\|\\\.htaccess\|\\\.nojekyll\|nginx\\\.conf\)\$"
    """.replace("# Apache", "\\#\\ Apache"),
    re.VERBOSE,
)
_NGINX_WORD = re.compile(r'\s*(?:#[^\n]*(?:\n|$)|("(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|[;{}]|[^\s;{}"\']+))')
_ONCE = (
    "index", "error_page", "absolute_redirect", "charset", "charset_types", "default_type", "types", "gzip", "gzip_vary",
    "gzip_proxied", "gzip_min_length", "gzip_types", "location",
)  # fmt: skip


def netlify_is_plain(said: str, policies: Iterable[str]) -> None:
    """One rule for all addresses, with each header once."""
    first, *lines = said.removesuffix("\n").split("\n")
    assert first == "/*", first
    found = [re.fullmatch(rf"  ([A-Za-z-]+): ({_VALUE})", line) for line in lines]
    assert all(found), said
    _headers_are_plain([(line[1], line[2]) for line in found if line], policies)


def apache_is_plain(said: str, mount: str, policies: Iterable[str]) -> None:
    """Each line is one of a few kinds, and the page for a missing address is where the site is."""
    lines = said.removesuffix("\n").split("\n")
    found = [_APACHE.fullmatch(line) for line in lines]
    assert all(found), [line for line, fits in zip(lines, found, strict=True) if not fits]
    assert [line["missing"] for line in found if line and line["missing"]] == [f"{mount}{MISSING}"]
    assert said.count("<IfModule ") == said.count("</IfModule>")
    _headers_are_plain([(line["name"], line["value"]) for line in found if line and line["name"]], policies)


def nginx_is_plain(said: str, mount: str, policies: Iterable[str]) -> None:
    """Only the directives that must be there, and no variable in any of them."""
    found = list(_directives(iter(_nginx_words(said))))
    names = [name for name, *_ in found]
    assert all(names.count(name) == 1 for name in _ONCE), names
    assert set(names) == {*_ONCE, "add_header", "return", *TEXTS_AND_TYPES}, names
    rest = {name: rest for name, *rest in found}
    assert rest["error_page"] == ["403", "404", "=404", f"{mount}{MISSING}"], rest["error_page"]
    assert not [word for name, *words in found for word in words if "$" in word and name != "location"], found
    assert rest["location"] == ["~", r"/(_headers|\.htaccess|\.nojekyll|nginx\.conf)$"]
    _headers_are_plain([(words[0], words[1].strip('"')) for name, *words in found if name == "add_header"], policies)
    assert all(words[2:] == ["always"] for name, *words in found if name == "add_header")


TEXTS_AND_TYPES = frozenset({*TEXTS.values(), *OTHERS.values()})
"""Within ``types``, the first word of a line is a type."""


def _nginx_words(said: str) -> list[str]:
    words, at = [], 0
    while said[at:].strip():
        found = _NGINX_WORD.match(said, at)
        assert found, said[at : at + 80]
        words += [found[1]] if found[1] else []
        at = found.end()
    return words


def _directives(words: Iterator[str], depth: int = 0) -> Iterator[list[str]]:
    """The directives, those in blocks after their blocks' own; nothing is left open and nothing closed twice."""
    so_far: list[str] = []
    for word in words:
        if word in {";", "{"}:
            assert so_far, "a directive without a name"
            yield so_far
            so_far = []
            if word == "{":
                yield from _directives(words, depth + 1)
        elif word == "}":
            assert depth, "a block is closed that none has opened"
            assert not so_far, so_far
            return
        else:
            so_far.append(word)
    assert depth == 0, "a block is not closed"
    assert not so_far, so_far


def _headers_are_plain(found: list[tuple[str, str]], policies: Iterable[str]) -> None:
    """Each header once; the policy allows the code of the pages and nothing else."""
    assert sorted(name for name, _ in found) == sorted(_NAMES), found
    parts = [part.split() for part in dict(found)["Content-Security-Policy"].split(";")]
    assert [part[0] for part in parts] == list(_TOLD), parts
    own = {source for policy in policies for source in policy.replace(";", " ").split() if source.startswith("'sha256-")}
    for name, *sources in parts:
        assert all(map(_SOURCE.fullmatch, sources)), sources
        hashes = {source for source in sources if source.startswith("'sha256-")}
        assert set(sources) - hashes == _TOLD[name], sources
        assert hashes == (own if name in {"script-src", "style-src"} else set()), sources

"""The files that tell hosts how to serve a site: headers, types, the page for a missing address, what to compress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from macros.site.host_headers import headers

NETLIFY = "_headers"
"""The file that Netlify, Cloudflare Pages and others read."""
APACHE = ".htaccess"
NGINX = "nginx.conf"
"""A part of a configuration of nginx, to be included where the site is served."""
PLAIN_PAGES = ".nojekyll"
"""An empty file that lets GitHub Pages serve a branch as it is."""
FOR_HOSTS = frozenset({NETLIFY, APACHE, NGINX, PLAIN_PAGES})
"""What a host reads and no reader: it is not served, and is not in the file for reading from a disk."""

MISSING = "404.html"
TEXTS: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "xml": "text/xml",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}
"""The type of each text of the site by its ending. All are in UTF-8, and all are worth compressing."""
OTHERS: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gz": "application/gzip",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "png": "image/png",
    "webp": "image/webp",
    "woff2": "font/woff2",
}
"""The type of each other file, which is compressed in itself."""

_SERVED_NOT = r"/(_headers|\.htaccess|\.nojekyll|nginx\.conf)$"


def mount_of(site_url: str | None) -> str:
    """The path at which a site is published, with a slash at both ends. While it has no address, it is that of a whole host."""
    return urlsplit(site_url).path if site_url else "/"


def host_files(pages: Iterable[HtmlElement], mount: str = "/") -> Mapping[str, str]:
    """The files for hosts, by address.

    Args:
        pages: the parsed pages that have code within, of which the policy tells.
        mount: the path at which the site is published.
    """
    found = headers(pages)
    return {NETLIFY: _netlify(found), APACHE: _apache(found, mount), NGINX: _nginx(found, mount), PLAIN_PAGES: ""}


def _netlify(found: Mapping[str, str]) -> str:
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in found.items())


def _apache(found: Mapping[str, str], mount: str) -> str:
    # Apache has two lists of headers. What the server itself says in the first one would stand beside ours.
    told = [
        line
        for name, value in found.items()
        for line in (f"Header onsuccess unset {name}", f'Header always set {name} "{value}"')
    ]
    types = [f"AddType {kind} .{ending}" for ending, kind in {**TEXTS, **OTHERS}.items()]
    charsets = [f"AddCharset utf-8 .{ending}" for ending in TEXTS]
    packed = f"<IfModule mod_filter.c>\nAddOutputFilterByType DEFLATE {' '.join(TEXTS.values())}\n</IfModule>"
    return "\n".join(
        [
            "# Apache reads this file where the configuration of the folder says: AllowOverride FileInfo (or All).",
            f"ErrorDocument 404 {mount}{MISSING}",
            "AddDefaultCharset utf-8",
            '<Files "LICENSE">\nForceType "text/plain; charset=utf-8"\n</Files>',
            _module("mime", *types, *charsets),
            _module("headers", *told),
            _module("deflate", packed),
            _module("alias", f'RedirectMatch 404 "{_SERVED_NOT}"'),
            "",
        ]
    )


def _module(name: str, *lines: str) -> str:
    return "\n".join([f"<IfModule mod_{name}.c>", *lines, "</IfModule>"])


def _nginx(found: Mapping[str, str], mount: str) -> str:
    folder = mount.strip("/")
    types = "\n".join(f"  {kind} {ending};" for ending, kind in {**TEXTS, **OTHERS}.items())
    packed = " ".join(kind for kind in TEXTS.values() if kind != "text/html")  # nginx always packs HTML, and warns if it is named
    place = f"location {mount} {{ alias /srv/handbook/; ... }}" if folder else "server { root /srv/handbook; ... }"
    told = "\n".join(f'add_header {name} "{value}" always;' for name, value in found.items())
    return f"""\
# For nginx: {place.replace("...", "include /srv/handbook/nginx.conf;")}
# Load it anew (nginx -s reload) when the site is: the policy of its pages is in it.
index index.html;
error_page 403 404 =404 {mount}{MISSING};
absolute_redirect off;
charset utf-8;
charset_types {packed};
default_type text/plain;
types {{
{types}
}}
gzip on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1000;
gzip_types {packed};
{told}
location ~ {_SERVED_NOT} {{ return 404; }}
"""

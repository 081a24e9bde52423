from __future__ import annotations

import re

import pytest
from lxml.html import document_fromstring

from macros.site.content_security_policy import policy_of
from macros.site.host_files import APACHE, FOR_HOSTS, NETLIFY, NGINX, host_files, mount_of
from macros.site.host_headers import headers

_PLAIN = document_fromstring("<p>Hello</p>")
_CODE = document_fromstring("<style>p{}</style><script>b()</script><script>a()</script>")
_FRAMES = "; frame-ancestors 'none'"


@pytest.mark.parametrize("page", [_PLAIN, _CODE])
def test_the_policy_is_the_pages_own_and_forbids_frames(page: object) -> None:
    assert headers([page])["Content-Security-Policy"] == policy_of(page) + _FRAMES


def test_the_policy_lets_through_the_code_of_all_pages_once() -> None:
    assert headers([_PLAIN, _CODE, _CODE]) == headers([_CODE])


def test_nothing_is_said_to_other_sites_guessed_or_asked_of_the_device() -> None:
    found = headers([_PLAIN])
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(found["Permissions-Policy"].split(", "))
    assert found["Cache-Control"].startswith("private")


def test_each_file_says_every_header_once() -> None:
    expected = list(headers([_CODE]).items())
    files = host_files([_CODE])
    first, *lines = files[NETLIFY].splitlines()
    assert first == "/*"
    assert [tuple(line.strip().split(": ", 1)) for line in lines] == expected
    assert re.findall(r'^Header always set (\S+) "([^"]*)"$', files[APACHE], re.MULTILINE) == expected
    assert re.findall(r"^Header onsuccess unset (\S+)$", files[APACHE], re.MULTILINE) == [name for name, _ in expected]
    assert re.findall(r'^add_header (\S+) "([^"]*)" always;$', files[NGINX], re.MULTILINE) == expected


@pytest.mark.parametrize(
    ("site_url", "mount"),
    [(None, "/"), ("https://example.org/", "/"), ("https://example.org/hand/book/", "/hand/book/")],
)
def test_the_page_of_a_missing_address_is_where_the_site_is(site_url: str | None, mount: str) -> None:
    files = host_files([_PLAIN], mount_of(site_url))
    assert f"\nErrorDocument 404 {mount}404.html\n" in files[APACHE]
    assert f"\nerror_page 403 404 =404 {mount}404.html;\n" in files[NGINX]


def test_whoever_includes_the_file_is_told_where() -> None:
    assert "server { root /srv/handbook; include /srv/handbook/nginx.conf; }" in host_files([_PLAIN])[NGINX]
    assert "location /a/ { alias /srv/handbook/; include /srv/handbook/nginx.conf; }" in host_files([_PLAIN], "/a/")[NGINX]


def test_every_file_for_hosts_is_known_as_such() -> None:
    assert set(host_files([_PLAIN])) == FOR_HOSTS

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from macros.site.content_security_policy import policy_of
from macros.site.host_headers import APACHE, NETLIFY, header_files, headers
from tests.helpers import ROOT

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


def test_each_file_says_every_header() -> None:
    expected = dict(headers([_CODE]))
    files = header_files([_CODE])
    first, *lines = files[NETLIFY].splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines) == expected
    assert dict(re.findall(r'^  Header always set (\S+) "([^"]*)"$', files[APACHE], re.MULTILINE)) == expected


def test_what_the_guide_says_of_nginx_makes_every_header(tmp_path: Path) -> None:
    command = re.search(r"^    (sed -nE .*) site/_headers$", (ROOT / "HACKING.md").read_text("utf-8"), re.MULTILINE)
    assert command
    (tmp_path / NETLIFY).write_text(header_files([_CODE])[NETLIFY], "utf-8")
    made = subprocess.run(["sh", "-c", f"{command[1]} {NETLIFY}"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert dict(re.findall(r'^add_header (\S+) "([^"]*)" always;$', made.stdout, re.MULTILINE)) == dict(headers([_CODE]))

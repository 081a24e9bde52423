"""The site as one file: unpacked on a disk, it is read without a host."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest

from macros.project.offline import FOLDER, offline_zip


def _unpacked(site: Path, folder: Path) -> Path:
    offline_zip(site, folder / "handbook.zip")
    with zipfile.ZipFile(folder / "handbook.zip") as packed:
        packed.extractall(folder)
    return folder / FOLDER


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ("../b/", "../b/index.html"),
        ("../b", "../b/index.html"),
        ("..", "../index.html"),
        ("../b/#part?", "../b/index.html#part?"),
        ("#part", "#part"),
        ("", ""),
        ("../style.css", "../style.css"),
        ("../gone/", "../gone/"),
        ("../../b/", "../../b/"),
        ("tel:911", "tel:911"),
        ("https://example.org/b/?a=1&amp;b=2", "https://example.org/b/?a=1&amp;b=2"),
        ("//example.org/b/", "//example.org/b/"),
    ],
)
def test_each_link_names_the_file_that_it_leads_to(tmp_path: Path, link: str, becomes: str) -> None:
    site = tmp_path / "site"
    pages = {"index.html": "", "style.css": "", "b/index.html": "", "a/index.html": f'<a href="{link}">On</a>'}
    for name, text in pages.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    unpacked = _unpacked(site, tmp_path)
    assert (unpacked / "a/index.html").read_text("utf-8") == f'<a href="{becomes}">On</a>'
    assert sorted(path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*.*")) == sorted(pages)


def test_a_page_that_leads_on_leads_to_a_file(built: Path, tmp_path: Path) -> None:
    page = (_unpacked(built, tmp_path) / "go/Q01/index.html").read_text("utf-8")
    assert 'content="0; url=../../techniques/kind-letter/index.html"' in page


def test_the_same_site_gives_the_same_file(built: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        offline_zip(built, tmp_path / f"{name}.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["one.zip", "two.zip"]


def test_it_says_nothing_of_who_packed_it_and_holds_nothing_for_a_host(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name, mode in {"index.html": 0o600, "a.css": 0o777, ".htaccess": 0o644, "_headers": 0o644, "nginx.conf": 0o644}.items():
        (site / name).write_text("", "utf-8")
        (site / name).chmod(mode)
    offline_zip(site, tmp_path / "handbook.zip")
    with zipfile.ZipFile(tmp_path / "handbook.zip") as packed:
        found = {(entry.filename, entry.date_time, entry.create_system, entry.external_attr >> 16) for entry in packed.infolist()}
    assert found == {(f"{FOLDER}/{name}", (1980, 1, 1, 0, 0, 0), 3, 0o100644) for name in ("a.css", "index.html")}


def test_what_goes_wrong_leaves_the_older_zip_and_no_draft(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "handbook.zip"
    target.write_bytes(b"older")
    monkeypatch.setattr(zipfile.ZipFile, "writestr", _full_disk)
    with pytest.raises(OSError, match="No space left") as refused:
        offline_zip(built, target)
    assert refused.value.filename == str(target)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("handbook.zip", b"older")]


def _full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")

"""The same content gives the same bytes, wherever, when, by whom and on what kind of account it is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT, project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no umask, no TZ and no LC_ALL")

_HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
_THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "PYTHONHASHSEED": "4242"}


def bytes_of(folder: Path) -> dict[str, str]:
    """SHA-256 of each file by its name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differences(one: Path, two: Path) -> list[str]:
    """Names of the files that are not the same in two folders, or in one of them alone."""
    return sorted({name for name, _ in bytes_of(one).items() ^ bytes_of(two).items()})


def _release(root: Path, home: Path, umask: int, told: dict[str, str]) -> Path:
    """Makes a release as somebody who has nothing in any cache; gives the project."""
    home.mkdir()
    command = [sys.executable, "-c", "from macros.start import main; main()", "bundle"]
    kept = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "PYTHONUTF8", "LANG"}}
    environment = {**kept, "HOME": str(home), "XDG_CACHE_HOME": str(home), "PYTHONPATH": str(root), **told}
    done = subprocess.run(command, cwd=root, env=environment, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root


def _project(folder: Path) -> Path:
    folder.mkdir(parents=True)
    root = project(folder)
    for name in ("pyproject.toml", "requirements.txt", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root)
    return root


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("here")
    return _release(_project(folder / "a"), folder / "home", 0o022, _HERE)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release that was made elsewhere: also the generator lies in another place, and all files are of another day."""
    folder = tmp_path_factory.mktemp("there")
    root = _project(folder / "a much longer name, with spaces" / "é")
    (root / "macros").unlink()
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    for path in root.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return _release(root, folder / "home", 0o077, _THERE)


@pytest.mark.parametrize("folder", ["site", "release"])
def test_two_places_give_the_same_bytes(here: Path, there: Path, folder: str) -> None:
    assert len(bytes_of(here / folder)) > 5
    assert differences(here / folder, there / folder) == []


def test_a_day_that_comes_from_elsewhere_changes_nothing(here: Path, tmp_path: Path) -> None:
    root = shutil.copytree(here, tmp_path / "again", symlinks=True)
    _release(root, tmp_path / "home", 0o022, {**_HERE, "SOURCE_DATE_EPOCH": "1000000000"})
    assert differences(here / "site", root / "site") == []
    assert differences(here / "release", root / "release") == []


def test_a_page_that_changes_is_noticed_in_the_site_and_in_the_release(here: Path, tmp_path: Path) -> None:
    root = shutil.copytree(here, tmp_path / "again", symlinks=True)
    page = root / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    _release(root, tmp_path / "home", 0o022, _HERE)
    assert "about/index.html" in differences(here / "site", root / "site")
    assert {"SHA256SUMS", "alongside-Example-2026.02-site.tar.gz"} <= set(differences(here / "release", root / "release"))


def test_a_file_too_many_and_another_byte_are_noticed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("a", "utf-8")
        (tmp_path / name / "other").write_text(name, "utf-8")
    (tmp_path / "two/more").touch()
    assert differences(tmp_path / "one", tmp_path / "two") == ["more", "other"]

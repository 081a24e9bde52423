"""The files of a release: what each holds, and what is no release."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
import tomllib
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from macros.catalogue.published import write_published
from macros.cli import main
from macros.project.bundle.archive import pack
from macros.project.bundle.bill_of_materials import Made, bill_of_materials
from macros.project.bundle.bundling import FOLDER, BundleError, bundle, made_of
from macros.project.bundle.papers import licenses, section_of, what_changed
from macros.project.bundle.parts import UNSAID, Package, packages, stated_license
from macros.project.loading import load_project
from tests.helpers import ROOT, Files, entry, project, write

_LOCK = """\
# A comment
click==8.2.0 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
jinja2==3.1.6 ; python_version < '3.12' \\
    --hash=sha256:{b}
no-such-package==1.0 \\
    --hash=sha256:{a}
""".format(a="a" * 64, b="b" * 64)
_PACKAGE = Package("a-b", "1.0", ("a" * 64,), "MIT", ())
MADE = Made("2026.02", date(2026, 2, 1), "0.1.0", ("a-b",), (_PACKAGE,), {"fonts/a.woff2": "b" * 64})


def _whole_project(folder: Path) -> Path:
    root = project(folder)
    for name in ("pyproject.toml", "requirements.txt", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root)
    return root


def _release(root: Path) -> Path:
    handbook = load_project(root).handbook
    return bundle(root, handbook, root / "site", made_of(root, handbook))


def _with_site(root: Path) -> Path:
    (root / "site").mkdir()
    (root / "site/index.html").write_text("<p>Hello</p>", "utf-8")
    (root / "site/.htaccess").write_text("", "utf-8")
    return root


def test_a_release_holds_its_files_and_their_sums(tmp_path: Path) -> None:
    folder = _release(_with_site(_whole_project(tmp_path)))
    name = "alongside-Example-2026.02"
    expected = {"LICENSES.md", "WHAT-CHANGED.md", f"{name}.cdx.json", f"{name}-offline.zip", f"{name}-site.tar.gz"}
    said = (line.split("  ") for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines())
    sums = {file: digest for digest, file in said}
    assert {path.name for path in folder.iterdir()} == {*expected, "SHA256SUMS"}
    assert sums == {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in expected}
    with tarfile.open(folder / f"{name}-site.tar.gz") as site, zipfile.ZipFile(folder / f"{name}-offline.zip") as disk:
        assert site.getnames() == [".htaccess", "index.html"]
        assert disk.namelist() == ["alongside/index.html"]


def test_an_older_release_goes_only_when_the_new_one_is_whole(tmp_path: Path) -> None:
    root = _with_site(_whole_project(tmp_path))
    _release(root)
    (root / FOLDER / "left-over").touch()
    handbook = load_project(root).handbook
    made = made_of(root, handbook)
    (root / "CHANGELOG.md").rename(root / "elsewhere")
    with pytest.raises(FileNotFoundError):
        bundle(root, handbook, root / "site", made)
    assert (root / FOLDER / "left-over").exists()
    assert not (root / ".release-new").exists()
    (root / "elsewhere").rename(root / "CHANGELOG.md")
    _release(root)
    assert not (root / FOLDER / "left-over").exists()


def _breaks() -> dict[str, tuple[Callable[[Path], object], str]]:
    return {
        "no name": (lambda root: (root / "content/library/release.yml").unlink(), "content/library/release.yml"),
        "no lock": (lambda root: (root / "requirements.txt").unlink(), "lacks requirements.txt."),
        "no change log": (
            lambda root: (root / "CHANGELOG.md").write_text("## 0.0.1\nOld.\n", "utf-8"),
            "says nothing of version",
        ),
        "an unpublished code": (lambda root: write_published(root, {"pages/about": "page"}), "Run: handbook release"),
    }


@pytest.mark.parametrize("name", _breaks())
def test_what_is_no_release_is_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    root = _whole_project(tmp_path)
    change, said = _breaks()[name]
    change(root)
    with pytest.raises(BundleError) as refused:
        made_of(root, load_project(root).handbook)
    assert said in str(refused.value)


def test_the_command_refuses_before_it_builds(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--project", str(project(tmp_path)), "bundle"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "this one lacks pyproject.toml and requirements.txt and CHANGELOG.md." in done.stderr
    assert not (tmp_path / "site").exists()


def test_the_lock_is_read_with_versions_hashes_and_stated_licenses() -> None:
    click, jinja, unknown = packages(_LOCK)
    assert (click.name, click.version, click.license) == ("click", "8.2.0", "BSD-3-Clause")
    assert click.hashes == ("a" * 64, "b" * 64)
    assert (jinja.version, jinja.hashes, jinja.license) == ("3.1.6", ("b" * 64,), "BSD License")
    assert (unknown.license, unknown.needs) == (UNSAID, ())


def test_every_package_of_the_lock_states_its_license() -> None:
    locked = packages((ROOT / "requirements.txt").read_text("utf-8"))
    assert {"click", "typst", "pydantic-core"} <= {package.name for package in locked}
    assert [package.name for package in locked if package.license == UNSAID or not package.hashes] == []
    assert stated_license("babel") == "BSD-3-Clause; BSD License"
    assert stated_license("mergedeep") == "MIT License"  # its own line says UNKNOWN


def test_what_needs_what_is_told() -> None:
    needs = {package.name: package.needs for package in packages((ROOT / "requirements.txt").read_text("utf-8"))}
    assert "markupsafe" in needs["jinja2"]
    assert "pydantic-core" in needs["pydantic"]


def _faults(text: str) -> str:
    return str(JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) or "")


@pytest.mark.parametrize("real", [False, True])
def test_the_bill_of_materials_is_valid(tmp_path: Path, real: object) -> None:
    made = made_of(_whole_project(tmp_path), load_project(ROOT).handbook) if real else MADE
    text = bill_of_materials(made)
    assert _faults(text) == ""
    told = json.loads(text)
    named = {told["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in told["components"])}
    assert {ref for line in told["dependencies"] for ref in (line["ref"], *line.get("dependsOn", ()))} <= named
    assert bill_of_materials(made) == text


@pytest.mark.parametrize(
    ("before", "after"), [('"type": "library"', '"type": "book"'), ('"SHA-256"', '"SHA-257"'), ("urn:uuid:", "")]
)
def test_the_schema_notices_what_is_wrong(before: str, after: str) -> None:
    assert _faults(bill_of_materials(MADE).replace(before, after)) != ""


def test_the_generator_asks_for_what_its_settings_name(tmp_path: Path) -> None:
    made = made_of(_whole_project(tmp_path), load_project(tmp_path).handbook)
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert len(made.direct) == len(asked)
    assert set(made.direct) <= {package.name for package in made.packages} | {"fluent.runtime", "fluent-runtime"}


def test_other_parts_have_another_number() -> None:
    other = Made("2026.02", date(2026, 2, 1), "0.1.1", MADE.direct, MADE.packages, MADE.fonts)
    numbers = {json.loads(bill_of_materials(made))["serialNumber"] for made in (MADE, other)}
    assert len(numbers) == 2


def test_the_licenses_name_content_code_typeface_and_packages() -> None:
    rows = licenses(MADE).splitlines()
    for row in (
        "| The text of the handbook, release 2026.02 | CC-BY-4.0 |",
        "| The generator with its theme, version 0.1.0 | MIT |",
        "| The typeface Atkinson Hyperlegible | OFL-1.1 |",
        "| a-b | 1.0 | MIT |",
    ):
        assert row in rows


def test_what_changed_comes_from_the_content_and_the_change_log(tmp_path: Path) -> None:
    files: Files = {
        "library/release": {"name": "2026.02", "date": "2026-02-01", "before": [{"name": "2026.01", "date": "2026-01-01"}]},
        "coping/new": entry("coping", code="C08", title="New one", since="2026-02-01"),
        "coping/other": entry(
            "coping", code="C09", title="Other", changes=[{"date": "2026-01-15", "what": "The step is shorter."}]
        ),
        "coping/same": entry("coping", code="C07", title="Same"),
    }
    (tmp_path / "mkdocs.yml").write_text("site_name: Alongside\nextra:\n  leave_to: https://example.org/\n", "utf-8")
    handbook = load_project(write(tmp_path, files)).handbook
    text = what_changed(handbook, MADE, "# Changes\n\n## 0.1.0 (2026-02-01)\n\n- Faster.\n\n## 0.0.9\n\n- Old.\n")
    assert "## The handbook since 2026.01\n\n- C08 New one: new\n- C09 Other: The step is shorter.\n" in text
    assert text.endswith("## The generator, version 0.1.0\n\n- Faster.\n")
    assert "Same" not in text


def test_this_version_has_a_place_in_the_change_log_and_the_command_tells_it() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert section_of((ROOT / "CHANGELOG.md").read_text("utf-8"), version)
    assert section_of((ROOT / "CHANGELOG.md").read_text("utf-8"), "0.0.0") == ""
    assert CliRunner().invoke(main, ["--version"]).output == f"handbook, version {version}\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_an_archive_says_nothing_of_who_packed_it(tmp_path: Path) -> None:
    packed = []
    for name, mode, when in (("one", 0o600, 1), ("two", 0o777, 1_000_000_000)):
        folder = tmp_path / name
        (folder / "b").mkdir(parents=True)
        for file in ("b/z.txt", "a.txt"):
            (folder / file).write_text("Hello", "utf-8")
            (folder / file).chmod(mode)
            os.utime(folder / file, (when, when))
        pack(folder, tmp_path / f"{name}.tar.gz")
        packed.append((tmp_path / f"{name}.tar.gz").read_bytes())
    assert packed[0] == packed[1]
    with tarfile.open(tmp_path / "one.tar.gz") as archive:
        assert [(entry.name, entry.mode, entry.mtime, entry.uid) for entry in archive] == [
            ("a.txt", 0o644, 0, 0),
            ("b/z.txt", 0o644, 0, 0),
        ]

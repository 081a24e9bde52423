"""The second engine gives the same site, and a fork of the first can take its place. What is missing is skipped."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from macros.project.engine_comparison import compare_engines
from macros.project.engines import zensical_engine
from macros.project.engines.failed import EngineFailed
from macros.project.engines.zensical_project import kept, restored
from macros.project.loading import load_project
from tests.helpers import project, run, write

_ZENSICAL = pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is not installed")
_PROPERDOCS = pytest.mark.skipif(find_spec("properdocs") is None, reason="properdocs is not installed")


@_ZENSICAL
@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"site_url": "https://example.org/book/", "edit_uri": "https://example.org/edit/main/"},
        {"repo_url": "https://github.com/example/book"},
    ],
)
def test_both_engines_give_the_same_site(tmp_path: Path, settings: dict[str, Any]) -> None:
    compared = compare_engines(load_project(project(tmp_path, **settings)))
    assert compared.pages > 50
    assert [str(found) for found in compared.unlisted] == []
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith((".engines", ".zensical"))]


@_ZENSICAL
def test_a_planted_difference_of_the_engines_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zensical_engine, "restored", lambda text: restored(text).replace("</h1>", " more</h1>"))
    compared = compare_engines(load_project(project(tmp_path)))
    assert {found.what for found in compared.unlisted} == {"h1"}


@_ZENSICAL
def test_the_engine_makes_no_search_index_whose_limits_a_large_handbook_would_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed: list[object] = []
    take = zensical_engine._take

    def looked_at(folder: Path, target: Path, static: tuple[str, ...]) -> None:
        indexed.extend(json.loads((folder / "built/search.json").read_text("utf-8"))["items"])
        take(folder, target, static)

    monkeypatch.setattr(zensical_engine, "_take", looked_at)
    zensical_engine.build(load_project(project(tmp_path)), tmp_path / "out", {})
    assert indexed == []
    assert (tmp_path / "out/index.html").is_file()


@_ZENSICAL
def test_what_the_engine_cannot_do_is_told_in_its_own_words(tmp_path: Path) -> None:
    root = write(project(tmp_path), {})
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "main.html").write_text("{{ nothing.of_this() }}", "utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    line = next(line for line in settings.splitlines() if "custom_dir" in line)
    (root / "mkdocs.yml").write_text(settings.replace(line, f"  custom_dir: {theme}"), "utf-8")
    with pytest.raises(EngineFailed, match=r"main\.html"):
        zensical_engine.build(load_project(root), tmp_path / "out", {})


def test_a_mark_that_mkdocs_alone_knows_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("repo_url: !ENV [HOME_OF_IT, 'https://example.org/book']\n")
    number = len((root / "mkdocs.yml").read_text("utf-8").splitlines())
    built = run(root, "build", "--engine", "zensical")
    assert (built.returncode, "Traceback" in built.stderr) == (1, False)
    assert f"mkdocs.yml:{number}: A mark such as '!ENV' is known to MkDocs alone." in built.stderr


def test_the_engines_process_ends_with_the_one_that_started_it() -> None:
    code = (
        "import runpy, time; from macros.project.engines import zensical_process as process\n"
        "runpy.run_module = lambda *some, **more: (print('begun', flush=True), time.sleep(600))\n"
        "process.main()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as started:
        try:
            assert started.stdin
            assert started.stdout
            assert started.stdout.readline().strip() == b"begun"
            assert started.poll() is None
            started.stdin.close()
            assert started.wait(timeout=60) == 1
        finally:
            started.kill()


def test_a_missing_engine_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zensical_engine, "find_spec", lambda name: None)  # noqa: ARG005 - as importlib has it
    with pytest.raises(EngineFailed, match="make site ENGINE=zensical"):
        zensical_engine.build(load_project(project(tmp_path)), tmp_path / "out", {})


def test_links_come_through_the_engine_as_they_were() -> None:
    text = '<a href="./">a</a> <img src="../b.svg"> <a href="#c">c</a>'
    assert 'href="./"' not in kept(text).replace("data-kept-href", "")
    assert restored(kept(text)) == text


@_PROPERDOCS
def test_properdocs_builds_the_handbook_too(tmp_path: Path) -> None:
    root = project(tmp_path)
    command = [sys.executable, "-m", "properdocs", "build", "--config-file", "mkdocs.yml", "--site-dir", "other"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    built = run(root, "build")
    assert built.returncode == 0, built.stderr
    pages = {path.relative_to(root / "other") for path in (root / "other").rglob("*.html")}
    assert pages <= {path.relative_to(root / "site") for path in (root / "site").rglob("*.html")}
    assert len(pages) > 30

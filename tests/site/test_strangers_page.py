"""A page may come from a stranger: whatever it holds, nothing of it runs, in no command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from jinja2 import Environment

import macros
from macros.cli import main
from macros.reading.page_code import only_calls_macros
from macros.reading.reference_syntax import replace_in_page
from macros.site.html_renderer import HtmlRenderer
from macros.view.context import View
from macros.view.macros import MACROS
from tests.helpers import SMALL, Files, handbook, page
from tests.site.test_preview import preview, wait_for

# A way from any string to the shell, without a single name that the template engine would refuse.
_SHELL = (
    '("".__class__.__base__.__subclasses__() | selectattr("__name__", "equalto", "_wrap_close") '
    '| map(attribute="__init__.__globals__") | first)["system"]'
)


def _attack(mark: Path) -> str:
    # The space keeps it from looking like a link, which another rule would refuse.
    return f'{_SHELL} ("touch {mark}")'


_PROGRAM, _TITLE = "only one macro call is allowed", "Double braces and '{%' are kept for templates."
_WAYS: dict[str, tuple[Callable[[str], str], str]] = {
    "an expression": (lambda attack: page(f"Hello.\n\n{{{{ {attack} }}}}\n"), _PROGRAM),
    "an argument": (lambda attack: page(f"Hello.\n\n{{{{ link_to({attack}) }}}}\n"), "Only words in quotes and whole numbers"),
    "a statement": (lambda attack: page(f"Hello.\n\n{{% set x = {attack} %}}\n"), _PROGRAM),
    "in code": (lambda attack: page(f"Hello.\n\n```\n{{{{ {attack} }}}}\n```\n"), _PROGRAM),
    "in a comment of HTML": (lambda attack: page(f"Hello.\n\n<!-- {{{{ {attack} }}}} -->\n"), _PROGRAM),
    "the title": (lambda attack: page("Hello.\n", title=f"{{{{ {attack} }}}}"), _TITLE),
    "the title of the navigation": (lambda attack: page("Hello.\n", nav={"place": 900, "title": f"{{{{ {attack} }}}}"}), _TITLE),
}


def _write(root: Path, way: str, mark: Path, name: str = "stranger.md") -> Path:
    """The stranger's page, which would leave the mark if any of it ran."""
    path = root / "content/pages" / name
    path.write_text(_WAYS[way][0](_attack(mark)), "utf-8")
    return path


def _run(root: Path, *args: str) -> Result:
    """A command in this process: what it ran would leave its mark as well, and the handbook is read once."""
    return CliRunner().invoke(main, ["--project", str(root), *args])


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """The file that the attack makes."""
    return tmp_path / "was-run"


def test_the_attack_is_real(mark: Path) -> None:
    Environment().from_string(f"{{{{ {_attack(mark)} }}}}").render()  # noqa: S701 - the danger itself
    assert mark.exists()


@pytest.mark.parametrize("way", _WAYS)
def test_it_does_not_run_in_any_command(tiny_project: Path, mark: Path, way: str) -> None:
    _write(tiny_project, way, mark)
    commands = [["check"], ["build"], ["pack", "W01"], ["release"]]
    commands += [["export", what, str(tiny_project / "out")] for what in ("pages", "review")]
    for command in commands:
        done = _run(tiny_project, *command)
        assert done.exit_code == 1, command
        assert any(line.startswith("content/pages/stranger.md:") and _WAYS[way][1] in line for line in done.stderr.splitlines())
    assert not mark.exists()
    assert not (tiny_project / "site").exists()


def _mkdocs(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "out"), *more]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("way", ["an expression", "the title"])
def test_it_does_not_run_when_the_engine_is_called_by_itself(tiny_project: Path, mark: Path, way: str) -> None:
    _write(tiny_project, way, mark)
    done = _mkdocs(tiny_project, "--no-strict")
    assert done.returncode != 0
    assert _WAYS[way][1] in done.stdout + done.stderr
    assert not mark.exists()


def test_it_does_not_run_in_the_preview(tiny_project: Path, mark: Path) -> None:
    with preview(tiny_project) as site:
        wait_for(site, "", "<h1")
        _write(tiny_project, "an expression", mark)
        wait_for(site, "stranger/", "only one macro call is allowed")
        _write(tiny_project, "the title", mark)
        wait_for(site, "stranger/", "Double braces")
    assert not mark.exists()


@pytest.mark.parametrize("ending", [".markdown", ".mdown", ".mkdn", ".mkd", ".MD"])
def test_a_page_under_another_ending_is_refused(tiny_project: Path, mark: Path, ending: str) -> None:
    _write(tiny_project, "an expression", mark, f"stranger{ending}")
    done = _run(tiny_project, "build")
    message = f"content/pages/stranger{ending}:1: The name of a page ends with '.md', in small letters. Rename the file."
    assert (done.exit_code, done.stderr.splitlines()[0]) == (1, message)
    assert not mark.exists()


@pytest.mark.parametrize("linked", ["stranger", "stranger.md"])
def test_what_lies_elsewhere_is_refused(tiny_project: Path, mark: Path, linked: str) -> None:
    elsewhere = mark.with_name("elsewhere")
    elsewhere.mkdir()
    page_there = _write(tiny_project, "an expression", mark).rename(elsewhere / "evil.md")
    (tiny_project / "content/pages" / linked).symlink_to(elsewhere if linked == "stranger" else page_there)
    done = _run(tiny_project, "build")
    assert done.exit_code == 1
    assert f"content/pages/{linked}:1: This is a link to another place on the disk." in done.stderr
    assert not mark.exists()


def test_no_program_comes_together_when_references_are_filled_in(tmp_path: Path) -> None:
    # The second use of a word that is explained shows the word alone: with a brace on each side, a program.
    body = "[[glossary/relapse|x]] {[[glossary/relapse|{ 7 * 7 }]]}"
    renderer = HtmlRenderer(View(handbook(tmp_path, SMALL)), "about/")
    mention = renderer.view.texts.mention
    filled = replace_in_page(body, lambda reference: str(renderer.inline(mention(reference))))
    assert only_calls_macros(body, MACROS)
    assert "{{ 7 * 7 }}" in filled
    assert not only_calls_macros(filled, MACROS)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[[glossary/relapse|{ 7 * 7 }]]", "'{ 7 * 7 }': Braces are not allowed in the words of a link."),
        ("{[[glossary/relapse]]", "A brace is next to a reference. Put a space between them."),
        ("[[glossary/relapse]]}", "A brace is next to a reference. Put a space between them."),
        ("[[glossary/relapse]]{", "A brace is next to a reference. Put a space between them."),
        ("{ [[glossary/relapse|words]] }", ""),
    ],
)
def test_what_could_come_together_is_refused_by_the_check(tiny_project: Path, body: str, message: str) -> None:
    (tiny_project / "content/pages/b.md").write_text(page(f"{body}\n"), "utf-8")
    told = [line for line in _run(tiny_project, "check").stderr.splitlines() if line.startswith("content/pages/b.md")]
    assert told == ([f"content/pages/b.md:5: {message}"] if message else [])


def test_what_the_engine_reads_is_looked_at_once_more(tiny_project: Path) -> None:
    glossary = tiny_project / "content/library/glossary.yml"
    terms = {"left": "'{'", "inside": "'{ 7 * 7 }'", "right": "'}'"}
    added = "".join(f"{name}:\n  term: {term}\n  means: A word of braces.\n" for name, term in terms.items())
    glossary.write_text(glossary.read_text("utf-8") + added, "utf-8")
    marks = [f"[[glossary/{name}]]" for name in terms]
    (tiny_project / "content/pages/b.md").write_text(page(f"{' '.join(marks)}\n\n{''.join(marks)}\n"), "utf-8")
    assert _run(tiny_project, "check").exit_code == 0
    done = _mkdocs(tiny_project)
    assert done.returncode != 0
    message = "content/pages/b.md:5: The page holds more than macro calls once its references are filled in."
    assert message in done.stdout + done.stderr


def _errors(folder: Path, files: Files) -> SimpleNamespace:
    handbook(folder, files)
    return SimpleNamespace(project_dir=str(folder), macro=lambda *_: None)


def test_an_engine_without_hooks_gets_no_macros_while_there_are_errors(tmp_path: Path) -> None:
    env = _errors(tmp_path, {"pages/index.md": page("{{ 7 * 7 }}")})
    with pytest.raises(ValueError, match=r"content/pages/index\.md:5: Between"):
        macros.define_env(env)


def test_an_engine_without_hooks_gets_them_where_there_are_none(tmp_path: Path) -> None:
    registered: list[str] = []
    handbook(tmp_path, {"pages/index.md": page("Hello.")})
    macros.define_env(SimpleNamespace(project_dir=str(tmp_path), macro=lambda _, name: registered.append(name)))
    assert set(registered) == set(MACROS)

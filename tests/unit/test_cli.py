from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from macros.cli import main
from macros.schema.kinds import ENTRY_KINDS
from tests.helpers import FIXTURES, TINY, entry, helpline, page, project, write


def _run(root: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["--project", str(root), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def tiny_project(tmp_path: Path) -> Path:
    return project(tmp_path)


def _bad(tmp_path: Path, name: str) -> Path:
    return project(tmp_path, FIXTURES / "bad" / name / "content")


def test_a_good_handbook_is_reported_as_such(tiny_project: Path) -> None:
    result = _run(tiny_project, "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("No errors in ")


@pytest.mark.parametrize("name", ["unreadable", "rules"])
def test_all_errors_are_printed_and_counted_and_the_exit_code_is_one(tmp_path: Path, name: str) -> None:
    result = _run(_bad(tmp_path, name), "check")
    lines = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (1, "")
    assert lines[:-1] == sorted(lines[:-1], key=lambda line: (line.split(":")[0], int(line.split(":")[1])))
    count, files = len(lines) - 1, len({line.split(":")[0] for line in lines[:-1]})
    assert lines[-1] == f"{count} errors in {files} files."


def test_one_error_is_counted_in_the_singular(tiny_project: Path) -> None:
    write(tiny_project, {"techniques/kind-letter.yml": "title: ["})
    assert _run(tiny_project, "check").stderr.splitlines()[-1] == "1 error in 1 file."


def test_a_promised_item_that_nothing_carries_is_an_error(tiny_project: Path) -> None:
    write(tiny_project, {"library/scope": {"T1": {"item": "An item", "section": "A section"}}})
    result = _run(tiny_project, "check")
    assert result.exit_code == 1
    assert "content/library/scope.yml:1: 0 of 1 items are carried. Not yet: T1 (An item)." in result.stderr


def test_the_count_of_covered_items_is_printed(tiny_project: Path) -> None:
    write(tiny_project, {"library/scope": {"T1": {"item": "An item", "section": "A section"}}})
    write(tiny_project, {"techniques/carrier": entry(code="Q55", covers=["T1"])})
    assert _run(tiny_project, "check").stdout.endswith(" 1 of 1 promised items are covered.\n")


def test_notes_are_printed_and_do_not_fail(tiny_project: Path) -> None:
    long_sentence = "We walk down to the old red barn by the lake and then we sit and look at it for a long time. "
    write(tiny_project, {"techniques/long": entry(code="Q56", for_families="\n\n".join([long_sentence] * 9))})
    result = _run(tiny_project, "check")
    assert result.exit_code == 0
    assert "note: " in result.stderr
    assert "The family texts have " in result.stderr


def test_the_table_of_reading_is_printed_on_request(tiny_project: Path) -> None:
    lines = _run(tiny_project, "check", "--reading").stdout.splitlines()
    assert lines[0].split() == ["record", "for", "words", "grade", "of", "mean", "of"]
    assert any(line.startswith("techniques/kind-letter ") and " family " in line for line in lines)


def test_only_dates_looks_at_the_calendar(tiny_project: Path) -> None:
    line = helpline(last_verified="1999-01-01", verify_by="1999-07-01")
    write(tiny_project, {"library/helplines": {**_helplines(), "late": line}})
    assert _run(tiny_project, "check").exit_code == 0
    result = _run(tiny_project, "check", "--dates")
    assert result.exit_code == 1
    assert "late.verify_by: Example Line had to be checked again by 1999-07-01." in result.stderr


def _helplines() -> dict[str, object]:
    found: dict[str, object] = yaml.load((TINY / "content/library/helplines.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return found


@pytest.mark.parametrize("command", [["check"], ["build"], ["new", "techniques", "a"], ["export", "pages", "x"]])
def test_a_folder_that_is_no_project_is_refused(tmp_path: Path, command: list[str]) -> None:
    result = _run(tmp_path, *command)
    assert result.exit_code == 2
    assert "is not the project: it has no mkdocs.yml." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert _run(tmp_path / "nowhere", "check").exit_code == 2


@pytest.mark.parametrize("args", [["nonsense"], ["new", "tehcniques", "a"], ["check", "--nonsense"], ["new", "techniques"]])
def test_a_wrong_command_is_refused(tiny_project: Path, args: list[str]) -> None:
    assert _run(tiny_project, *args).exit_code == 2


@pytest.mark.parametrize("kind", ENTRY_KINDS)
def test_a_new_entry_is_made_for_every_kind(tiny_project: Path, kind: str) -> None:
    result = _run(tiny_project, "new", kind, "my-entry")
    assert result.exit_code == 0
    assert result.stdout == f"Made content/{kind}/my-entry.yml. Fill it in, then run: handbook check\n"
    assert (tiny_project / "content" / kind / "my-entry.yml").is_file()


@pytest.mark.parametrize(
    ("slug", "message"), [("Bad Name", "'Bad Name' cannot be an address."), ("kind-letter", "kind-letter.yml exists already.")]
)
def test_a_new_entry_that_cannot_be_made_is_refused(tiny_project: Path, slug: str, message: str) -> None:
    result = _run(tiny_project, "new", "techniques", slug)
    assert result.exit_code == 1
    assert message in result.stderr


def test_a_bad_handbook_is_not_built(tmp_path: Path) -> None:
    root = _bad(tmp_path, "rules")
    (root / "site").mkdir()
    (root / "site/old.html").write_text("old", "utf-8")
    result = _run(root, "build")
    assert result.exit_code == 1
    assert "'show_records' is not a macro." in result.stderr
    assert [path.name for path in (root / "site").iterdir()] == ["old.html"]


_BROKEN_SETTINGS = {
    "in another encoding": ("site_name: Müller\n".encode("cp1252"), "The file is not in UTF-8."),
    "with a control character": (b"site_name: a\x07\n", "The line holds an invisible control character."),
    "with a colon": (b"site_name: a: b\n", "The text contains a colon followed by a space."),
    "without a way out": (b"site_name: Alongside\n", "extra.leave_to: This field is missing and needed."),
}


@pytest.mark.parametrize("name", _BROKEN_SETTINGS)
@pytest.mark.parametrize("command", [["check"], ["build"], ["serve"], ["pack", "W01"], ["release"], ["export", "pages", "x"]])
def test_settings_that_are_wrong_are_told_by_every_command(tiny_project: Path, command: list[str], name: str) -> None:
    raw, message = _BROKEN_SETTINGS[name]
    (tiny_project / "mkdocs.yml").write_bytes(raw)
    result = _run(tiny_project, *command)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"mkdocs.yml:1: {message}")


def test_a_new_entry_is_made_whatever_the_settings_say(tiny_project: Path) -> None:
    (tiny_project / "mkdocs.yml").write_bytes(b"\xff")
    assert _run(tiny_project, "new", "techniques", "my-entry").exit_code == 0


def test_the_schemas_are_exported(tiny_project: Path) -> None:
    assert _run(tiny_project, "export", "schema", str(tiny_project / "out")).exit_code == 0
    assert json.loads((tiny_project / "out/techniques.json").read_text("utf-8"))["title"] == "Technique"


def test_the_pages_are_exported(tiny_project: Path) -> None:
    result = _run(tiny_project, "export", "pages", str(tiny_project / "out"))
    assert result.exit_code == 0
    assert "show_record(" in (tiny_project / "out/techniques/kind-letter.md").read_text("utf-8")


def test_the_pages_of_a_bad_handbook_are_not_exported(tmp_path: Path) -> None:
    root = _bad(tmp_path, "rules")
    assert _run(root, "export", "pages", str(root / "out")).exit_code == 1
    assert not (root / "out").exists()


def test_one_more_file_is_one_more_record(tiny_project: Path) -> None:
    before = _run(tiny_project, "check").stdout
    write(tiny_project, {"techniques/another": entry(code="Q77"), "pages/techniques/more.md": page("Hello.")})
    assert _run(tiny_project, "check").stdout != before


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xfe\x00",
        b"",
        b"\x00",
        b"- " * 5000,
        b"{" * 5000,
        b"a: &a [*a]",
        b'a: "\\ud800"',
        b"a: \x85b",
        b"a: |\r\r b",
        "é: ü".encode(),
    ],
)
def test_no_file_makes_the_check_crash(tiny_project: Path, raw: bytes) -> None:
    write(tiny_project, {"techniques/strange.yml": raw})
    assert _run(tiny_project, "check").exit_code == 1


@pytest.mark.parametrize("newline", ["\r", "\u2028", "\x85"])
def test_strange_line_ends_do_not_make_the_check_crash(tiny_project: Path, newline: str) -> None:
    letter = (TINY / "content/techniques/kind-letter.yml").read_text("utf-8").replace("Q01", "Z01").replace("drunk", "<b>")
    quoted = letter.replace("Name one thing", f'"Name{newline}{newline}{newline}one thing').replace("is true.", 'is true."')
    write(tiny_project, {"techniques/kind-letter.yml": quoted.encode()})
    assert _run(tiny_project, "check").exit_code == 1
    write(tiny_project, {"techniques/kind-letter.yml": letter.replace("\n", newline).encode()})
    assert _run(tiny_project, "check").exit_code == 1


@pytest.mark.parametrize("command", [["check"], ["new", "techniques", "my-entry"], ["--help"]])
def test_who_writes_does_not_wait_for_what_prints_and_builds(tiny_project: Path, command: list[str]) -> None:
    heavy = {"docx", "lxml", "mkdocs", "pikepdf", "typst"}
    code = f"import sys, atexit; from macros.cli import main; atexit.register(lambda: print({heavy} & set(sys.modules))); main()"
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=tiny_project, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"

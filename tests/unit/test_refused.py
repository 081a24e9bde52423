from __future__ import annotations

import errno
import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from lxml.etree import XMLSyntaxError

from macros.cli import main
from macros.cli.refused import Told, refusal
from tests.helpers import project, run

_FOLDER = Path("/project")


def _command(error: BaseException) -> Result:
    @click.group(cls=Told)
    def command() -> None:
        """Fails."""

    @command.command()
    def fail() -> None:
        """Fails."""
        raise error

    return CliRunner().invoke(command, ["fail"])


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full. Make room"),
        (errno.EACCES, "there is no permission. Close programs"),
        (errno.EROFS, "the disk can only be read. Work on a copy"),
        (errno.ENOENT, "there is no such file or folder. Make the folder first"),
        (errno.ENOTDIR, "a file stands where a folder is needed. Move"),
        (errno.EISDIR, "a folder stands where a file is needed. Move"),
        (errno.EEXIST, "something with that name exists already. Move"),
        (errno.EBUSY, "another program uses it. End that program."),
        (errno.ELOOP, "it is a link that leads back to itself. Remove"),
        (errno.EADDRINUSE, "another program uses that address. End"),
        (errno.ENXIO, f"{os.strerror(errno.ENXIO)}. Mend that"),
    ],
)
def test_what_the_computer_refuses_is_one_sentence(number: int, told: str) -> None:
    result = _command(OSError(number, os.strerror(number), "/elsewhere/a.pdf"))
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: '/elsewhere/a.pdf': {told}")
    assert result.output.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), "too little memory"),
        (BrokenProcessPool("ended"), "too little memory"),
        (ImportError("a.so: failed to map segment from shared object"), "too little memory"),
        (XMLSyntaxError("Memory allocation failed, line 9", 2, 9, 1), "too little memory"),
        (RecursionError(), "nested too deeply"),
        (KeyboardInterrupt(), "Stopped."),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"), "One of the files is not in UTF-8."),
    ],
)
def test_other_refusals_are_told_as_well(error: BaseException, told: str) -> None:
    result = _command(error)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert told in result.output


def test_files_are_named_from_the_folder() -> None:
    error = OSError(errno.EXDEV, "", str(_FOLDER / "site"), None, "/mnt/site")
    assert refusal(error, _FOLDER) == "'site' → '/mnt/site': it lies on another disk. Keep the whole project on one disk."
    assert refusal(OSError(errno.ENOSPC, "No space"), _FOLDER).startswith("The computer refuses: the disk is full.")


def test_the_file_that_is_not_in_utf_8_is_named(tmp_path: Path) -> None:
    file = tmp_path / "main.html"
    file.write_bytes(b"M\xfcller")
    with pytest.raises(UnicodeDecodeError) as caught:
        file.read_text("utf-8")
    assert refusal(caught.value, tmp_path).startswith("'main.html' is not in UTF-8.")


def test_a_fault_of_our_own_keeps_its_traceback_and_says_where_to_report_it() -> None:
    result = _command(KeyError("a"))
    assert isinstance(result.exception, KeyError)
    assert "This is a fault of the program" in result.exception.__notes__[0]


def test_the_end_of_a_pipe_is_no_refusal() -> None:
    assert "Error" not in _command(BrokenPipeError(errno.EPIPE, "Broken pipe")).output


@pytest.mark.parametrize(
    ("command", "file"),
    [(["export", "schema", "mkdocs.yml/x"], "mkdocs.yml"), (["export", "review", "mkdocs.yml/x"], "mkdocs.yml")],
)
def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, command: list[str], file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert file in result.output
    assert "Traceback" not in result.output


def test_no_traceback_is_printed_where_the_target_is_missing(tmp_path: Path) -> None:
    root = project(tmp_path)
    result = run(root, "pack", "T01", "--output", "nowhere/x.pdf")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("date", ["", "soon", "-1", "1.5", "0", "99999999999", "\u0663"])
def test_a_date_for_packagers_must_be_one(tmp_path: Path, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
    result = CliRunner().invoke(main, ["--project", str(project(tmp_path)), "check"])
    assert result.exit_code == 1
    assert f"The variable SOURCE_DATE_EPOCH is '{date}'." in result.output


def test_a_right_date_for_packagers_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    assert CliRunner().invoke(main, ["--project", str(project(tmp_path)), "check"]).exit_code == 0


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert result.output.startswith("handbook, version ")

"""Two deliberately bad handbooks, and every message an author gets for them.

``unreadable`` holds files that cannot be read, which ends the checking; ``rules`` holds readable files that break rules.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.project.loading import load_project
from macros.reading.plain_file import MAX_BYTES
from tests.helpers import FIXTURES, messages

BAD = FIXTURES / "bad"
EXPECTED = BAD / "expected.txt"

# What cannot stand in the repository as a text file.
_MADE: dict[str, bytes] = {
    "techniques/bell.yml": b'title: "A bell"\nsummary: rings \x07 here\n',
    "techniques/empty.yml": b"",
    "techniques/latin-1.yml": "title: A letter\nsummary: Déjà vu\n".encode("latin-1"),
    "techniques/too-large.yml": b"title: " + b"long " * (MAX_BYTES // 4) + b"\n",
}


def _unreadable(folder: Path) -> list[str]:
    shutil.copytree(BAD / "unreadable", folder, dirs_exist_ok=True)
    for name, raw in _MADE.items():
        (folder / "content" / name).write_bytes(raw)
    return messages(load_project(folder).problems)


def _rules() -> list[str]:
    return messages(load_project(BAD / "rules").problems)


def test_every_message_is_the_expected_one(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    parts = ["# Files that cannot be read", *_unreadable(tmp_path), "", "# Files that break rules", *_rules()]
    golden(EXPECTED, "\n".join(parts) + "\n")


def test_each_message_begins_with_file_and_line(tmp_path: Path) -> None:
    for message in [*_unreadable(tmp_path), *_rules()]:
        assert re.match(r"content/[^:]+:\d+: \S", message), message


@pytest.mark.parametrize("jargon", ["^", "\\", "NoneType", "Traceback", "pydantic", "ValidationError"])
def test_no_message_speaks_like_a_program(tmp_path: Path, jargon: str) -> None:
    spoken = [message.replace("'[[': ", "") for message in [*_unreadable(tmp_path), *_rules()]]
    assert [message for message in spoken if jargon in message] == []


def test_each_message_ends_as_a_sentence(tmp_path: Path) -> None:
    ends = (".", "?", "”.")
    assert [message for message in [*_unreadable(tmp_path), *_rules()] if not message.endswith(ends)] == []


def test_a_handbook_that_cannot_be_read_gets_no_follow_up_messages(tmp_path: Path) -> None:
    assert not any("is not the name of" in message for message in _unreadable(tmp_path))

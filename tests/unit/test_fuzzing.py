"""Fuzzing: a content file with random damage never makes a traceback. It is read, checked and shown, or refused with its line."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.checks import check
from macros.print.compose.paper_renderer import PaperRenderer
from macros.reading.problem import errors
from macros.site.json_api import json_files
from macros.site.pages import navigation, page_records, redirect_files
from macros.view.context import View
from macros.view.pages import page_of
from macros.word.files import word_files
from tests.helpers import TINY, shown

_BITS = (
    b"\t", b": ", b"- ", b"\n", b"  ", b'"', b"'", b"[[", b"]]", b"{{", b"}}", b"{%", b"&a ", b"*a", b"!x ", b" # ", b"|", b">",
    b"\xff", b"\x00", b"\xe2\x80\xa8", b"<b>", b"0", b"no", b"---", b"[", b"{", b"%", b"@", b"`", b"\\", b"\r", b"steps:", b"~",
)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damaged")
    shutil.copytree(TINY / "content", folder / "content")
    return folder


def _damaged(text: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(text)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(damaged) + 1)
        if chance.random() < 0.3:
            del damaged[at : at + chance.randint(1, 30)]
        else:
            damaged[at:at] = chance.choice(_BITS)
    return bytes(damaged)


@pytest.mark.parametrize("seed", range(120))
def test_a_damaged_file_is_refused_with_its_line_or_still_shown(root: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage in every run
    path = chance.choice(sorted(path for path in (root / "content").rglob("*") if path.suffix in {".yml", ".md"}))
    good = path.read_bytes()
    path.write_bytes(_damaged(good, chance))
    try:
        content = load(root)
    finally:
        path.write_bytes(good)
    handbook = Handbook(content.items)
    problems = content.problems or tuple(check(handbook))
    assert all(problem.line >= 1 and problem.message for problem in problems)
    if not errors(problems):
        view = View(handbook)
        assert page_records(view)
        assert redirect_files(view)
        assert ["".join(pieces) for _, pieces in json_files(view)]
        assert list(word_files(view))
        assert navigation(handbook)
        pages = [page_of(view, item) for item in handbook.items.values() if item.kind.has_page and not item.retired]
        assert all(shown(view, page) for page in pages)
        for page in pages:
            PaperRenderer(view).blocks(page)

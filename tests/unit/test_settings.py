from __future__ import annotations

from pathlib import Path

import pytest

from macros.opening import open_handbook
from macros.settings import Publisher, Settings, read_settings
from tests.helpers import messages


def _read(root: Path, text: str) -> tuple[Settings, list[str]]:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    settings, problems = read_settings(root)
    return settings, messages(problems)


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("site_name: A\n", Settings()),
        ("site_url:\nextra:\n", Settings()),
        ("site_url: https://example.org\n", Settings(site_url="https://example.org/")),
        ("site_url: https://example.org/a/\n", Settings(site_url="https://example.org/a/")),
        ("extra:\n  publisher:\n    name: A practice\n", Settings(publisher=Publisher(name="A practice"))),
        (
            "extra:\n  other: 1\n  publisher:\n    name: A practice\n    contact: 020 7946 0101\n",
            Settings(publisher=Publisher(name="A practice", contact="020 7946 0101")),
        ),
        ("plugins:\n  - x: !!python/name:os.system\nextra:\n  emoji: !!python/name:a.b\n", Settings()),
    ],
)
def test_settings_are_read(tmp_path: Path, text: str, settings: Settings) -> None:
    assert _read(tmp_path, text) == (settings, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "site_url: example.org\n",
            "mkdocs.yml:1: site_url: 'example.org' does not have the right form. Write a web address that begins with https://.",
        ),
        ("a: 1\nsite_url: !ENV ADDRESS\n", "mkdocs.yml:2: site_url: Text is expected here, not a list or a group of fields."),
        ("extra:\n  publisher:\n    contact: x\n", "mkdocs.yml:3: extra.publisher.name: This field is missing and needed."),
        (
            "extra:\n  publisher:\n    name: x\n    contct: y\n",
            "mkdocs.yml:4: extra.publisher.contct: 'contct' is not a field of 'publisher' in a setting. Did you mean 'contact'?",
        ),
        (
            "extra:\n  publisher:\n    name: A ✅ practice\n",
            "mkdocs.yml:3: extra.publisher.name: '✅' cannot be printed: the typeface does not have it. Write it in other words.",
        ),
        (
            "extra:\n  publisher: A practice\n",
            "mkdocs.yml:2: extra.publisher: A group of fields is expected here: 'field: value' lines, indented.",
        ),
        ("a: [\n", "mkdocs.yml:2: The file cannot be read: expected the node content, but found '<stream end>'."),
    ],
)
def test_wrong_settings_are_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    assert _read(tmp_path, text) == (Settings(), [message])


def test_without_the_file_the_settings_are_empty(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == (Settings(), [])


def test_opening_tells_wrong_settings_and_sees_when_they_are_mended(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_url: example.org\n", "utf-8")
    assert any(problem.file == "mkdocs.yml" for problem in open_handbook(tmp_path).problems)
    (tmp_path / "mkdocs.yml").write_text("site_url: https://example.org/\n", "utf-8")
    opened = open_handbook(tmp_path)
    assert opened.settings == Settings(site_url="https://example.org/")
    assert not any(problem.file == "mkdocs.yml" for problem in opened.problems)

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from macros.catalogue.settings import EngineFile, Publisher, Settings
from macros.catalogue.settings_file import ENGINE_NAMES, read_settings
from macros.project.loading import load_project
from tests.helpers import ROOT, messages

_WAY_OUT = "extra:\n  leave_to: https://example.org/weather\n"
_LOST = (
    "This field is missing and needed. Without it 'Leave this page' leads nowhere. Below 'extra' write "
    "'leave_to: https://www.bbc.com/weather', or another page."
)
_NOT_A_SITE = "Write the address of the folder that holds the handbook, such as https://example.org/handbook/, and no more."
_NOT_AWAY = "Write the whole address of a page elsewhere, such as https://www.bbc.com/weather."


def _read(root: Path, text: str | bytes) -> tuple[Settings, list[str]]:
    (root / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    settings, problems = read_settings(root)
    return settings, messages(problems)


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("site_name: A\n", Settings()),
        ("site_url:\n", Settings()),
        ("site_url: https://example.com # ours\n", Settings(site_url="https://example.com/")),
        ("site_url: https://example.com/a/\n", Settings(site_url="https://example.com/a/")),
        ("site_url: http://localhost:8000/a/v1.2\n", Settings(site_url="http://localhost:8000/a/v1.2/")),
        ("plugins:\n  - macros\n  - x: !!python/name:os.system\n  - y: !ENV [A, b]\nstrict: &a true\nhooks: *a\n", Settings()),
    ],
)
def test_settings_are_read(tmp_path: Path, text: str, settings: Settings) -> None:
    assert _read(tmp_path, text + _WAY_OUT) == (settings, [])


def test_the_site_is_called_as_the_paper_is(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{_WAY_OUT}site_name: Besides\n")
    (problem,) = read_settings(tmp_path, "Alongside")[1]
    assert problem.line == 3
    assert "called 'Besides', but the words of the language call the handbook 'Alongside'" in problem.message


def test_one_name_for_site_and_paper_is_let_through(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Alongside\n{_WAY_OUT}")
    assert read_settings(tmp_path, "Alongside")[1] == []


def test_the_publisher_is_read(tmp_path: Path) -> None:
    text = f"{_WAY_OUT}  generator: false\n  publisher:\n    name: A practice\n    contact: 020 7946 0101\n"
    assert _read(tmp_path, text) == (Settings(publisher=Publisher(name="A practice", contact="020 7946 0101")), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: A\n", [f"1: extra.leave_to: {_LOST}"]),
        ("a: b\nextra:\n", [f"2: extra.leave_to: {_LOST}"]),
        ("extra:\n  publisher:\n    name: Praxis Müller\n", [f"1: extra.leave_to: {_LOST}"]),
        (
            "extra:\n  leave-to: https://example.org/\n",
            [
                f"1: extra.leave_to: {_LOST}",
                "2: extra.leave-to: 'leave-to' is not a field of 'extra' in a settings file. Did you mean 'leave_to'?",
            ],
        ),
        ("extra:\n  leave_to:\n", ["2: extra.leave_to: The field has no value. It is needed: write one."]),
        ("extra: a word\n", ["1: extra: A group of fields is expected here: 'field: value' lines, indented."]),
        (
            f"{_WAY_OUT}extra:\n  publisher:\n    name: A\n",
            ["3: extra: The field appears twice; the first is on line 1. Keep one."],
        ),
        (f"{_WAY_OUT}  leave_to: x\n", ["3: extra.leave_to: The field appears twice; the first is on line 2. Keep one."]),
        (
            f"{_WAY_OUT}theme:\n  name: a\n  name: b\n",
            ["5: theme.name: The field appears twice; the first is on line 4. Keep one."],
        ),
    ],
)
def test_the_way_out_cannot_be_lost_by_a_slip(tmp_path: Path, text: str, told: list[str]) -> None:
    settings, found = _read(tmp_path, text.replace("a: b", "site_name: b"))
    assert (settings, found) == (Settings(), [f"mkdocs.yml:{message}" for message in told])


@pytest.mark.parametrize(
    "address",
    [
        "www.bbc.com/weather",
        "http://www.bbc.com/weather",
        "https://",
        "https://bbc/weather",
        "https:///weather",
        "/weather/",
        "#top",
        "javascript:history.back()",
        "https://me@example.org/",
        "https://example.org/a b",
        "'https://example.org/\"onclick=\"'",
        "https://example.org/<b>",
    ],
)
def test_a_way_out_that_does_not_lead_away_is_refused(tmp_path: Path, address: str) -> None:
    shown = address.strip("'")
    _, found = _read(tmp_path, f"extra:\n  leave_to: {address}\n".replace(" #", " '#").replace("#top\n", "#top'\n"))
    assert found == [f"mkdocs.yml:2: extra.leave_to: '{shown}' does not have the right form. {_NOT_AWAY}"]


@pytest.mark.parametrize("address", ["https://example.org", "https://a.example.org/a?b=c&d#e", "https://example.org:8443/x.html"])
def test_a_way_out_may_be_any_page_elsewhere(tmp_path: Path, address: str) -> None:
    assert _read(tmp_path, f"extra:\n  leave_to: {address}\nsite_url: https://example.com/\n")[1] == []


@pytest.mark.parametrize("address", ["https://[example.org/", "https://example\u2100.org/"])
def test_an_address_without_a_host_is_refused(tmp_path: Path, address: str) -> None:
    message = f"'{address}' names no host. Write the address as a browser shows it."
    assert _read(tmp_path, f"site_url: '{address}'\n{_WAY_OUT}")[1] == [f"mkdocs.yml:1: site_url: {message}"]
    assert _read(tmp_path, f"extra:\n  leave_to: '{address}'\n")[1] == [f"mkdocs.yml:2: extra.leave_to: {message}"]


def test_the_way_out_does_not_lead_back(tmp_path: Path) -> None:
    _, found = _read(tmp_path, f"site_url: https://Example.org/hand/book/\n{_WAY_OUT}")
    message = "'Leave this page' would lead to the handbook's own host. Write the address of a page elsewhere."
    assert found == [f"mkdocs.yml:3: extra.leave_to: {message}"]


@pytest.mark.parametrize(
    "address",
    [
        "example.com",
        "https://example.com/?y=1",
        "https://example.com/#z",
        "https://example.com/a b",
        "'https://example.com/\"a\"/'",
        "https://example.com/it's/",
        "https://me@example.com/",
        "''",
        "ftp://example.com/",
        "https://example.com/a;internal;/",
        "https://example.com/$host/",
        "'https://example.com/%{ENV:x}/'",
    ],
)
def test_an_address_that_would_be_printed_wrong_is_refused(tmp_path: Path, address: str) -> None:
    shown = "" if address == "''" else address.strip("'")
    _, found = _read(tmp_path, f"{_WAY_OUT}site_url: {address}\n")
    assert found == [f"mkdocs.yml:3: site_url: '{shown}' does not have the right form. {_NOT_A_SITE}"]


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("https://example.com/index.html", "https://example.com/"),
        ("https://example.com/a/index.html/", "https://example.com/a/"),
        ("https://example.com/a/start.php", "https://example.com/a/"),
    ],
)
def test_an_address_of_a_file_is_refused_with_its_folder(tmp_path: Path, address: str, folder: str) -> None:
    _, found = _read(tmp_path, f"site_url: {address}\n{_WAY_OUT}")
    message = f"'{address}' ends with the name of a file. Write the address of its folder, such as '{folder}'."
    assert found == [f"mkdocs.yml:1: site_url: {message}"]


@pytest.mark.parametrize("path", ["//", "a//b/", "../a/", "a/../b/", "a/..", "./"])
def test_an_address_that_a_browser_would_shorten_is_refused(tmp_path: Path, path: str) -> None:
    _, found = _read(tmp_path, f"site_url: https://example.com/{path}\n{_WAY_OUT}")
    message = "has '//' or dots in place of a folder. Write the address as a browser shows it."
    assert found == [f"mkdocs.yml:1: site_url: 'https://example.com/{path}' {message}"]


@pytest.mark.parametrize("path", ["", "a/b/", "v1.2/", "a..b/", ".well/", "..."])
def test_dots_within_names_are_let_through(tmp_path: Path, path: str) -> None:
    assert _read(tmp_path, f"site_url: https://example.com/{path}\n{_WAY_OUT}")[1] == []


_FIELDS = "Its fields are 'leave_to', 'publisher', 'generator' or 'layers'."
_OUTSIDE = "The checks and the paper see this file alone. Write every setting here."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_url: !ENV ADDRESS\n", f"3: site_url: '!ENV' is filled in by the engine alone. {_OUTSIDE}"),
        (
            "site_url: !ENV [ADDRESS, 'https://example.com/']\n",
            f"3: site_url: '!ENV' is filled in by the engine alone. {_OUTSIDE}",
        ),
        ("site_name: &a x\nsite_url: *a\n", f"4: site_url: '*a' is filled in by the engine alone. {_OUTSIDE}"),
        ("INHERIT: base.yml\n", f"3: INHERIT: 'INHERIT' brings in settings from elsewhere. {_OUTSIDE}"),
        ("theme: &a\n  name: material\n  font: false\n<<: *a\n", f"6: <<: '<<' brings in settings from elsewhere. {_OUTSIDE}"),
        ("site-url: https://example.com/\n", "3: site-url: 'site-url' is not a setting. Did you mean 'site_url'?"),
        ("extras:\n  a: b\n", "3: extras: 'extras' is not a setting. Did you mean 'extra'?"),
        ("  publisher:\n    contact: x\n", "3: extra.publisher.name: This field is missing and needed."),
        (
            "  publisher:\n    name: x\n    contct: y\n",
            "5: extra.publisher.contct: 'contct' is not a field of 'publisher' in a settings file. Did you mean 'contact'?",
        ),
        (
            "  analytics:\n    provider: x\n",
            f"3: extra.analytics: 'analytics' is not a field of 'extra' in a settings file. {_FIELDS}",
        ),
        ("  generator: perhaps\n", "3: extra.generator: 'perhaps' is neither true nor false."),
        (
            "  publisher:\n    name: A ✅ practice\n",
            "4: extra.publisher.name: '✅' cannot be printed: the typeface does not have it. Write it in other words.",
        ),
        (
            "  publisher: A practice\n",
            "3: extra.publisher: A group of fields is expected here: 'field: value' lines, indented.",
        ),
        ("  publisher: !ENV NAME\n", f"3: extra.publisher: '!ENV' is filled in by the engine alone. {_OUTSIDE}"),
        ("  layers:\n    - !ENV LAYER\n", f"4: extra.layers[0]: '!ENV' is filled in by the engine alone. {_OUTSIDE}"),
        ("  publisher:\n    name: !ENV NAME\n", f"4: extra.publisher.name: '!ENV' is filled in by the engine alone. {_OUTSIDE}"),
    ],
)
def test_wrong_settings_are_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    assert _read(tmp_path, _WAY_OUT + text) == (Settings(), [f"mkdocs.yml:{message}"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "site_name: a\nextra:\n  publisher:\n    name: Praxis: Müller\n",
            "4: The text contains a colon followed by a space. Put the whole text in quotes.",
        ),
        ("a: [\n", "2: The text begins with '[' or '{', which YAML keeps for itself. Put the whole text in quotes."),
        ("site_name: Müller\n".encode("cp1252"), "1: The file is not in UTF-8. Save it again with the encoding UTF-8."),
        ("a: b\n".encode("utf-16"), "1: The file is not in UTF-8. Save it again with the encoding UTF-8."),
        ("a: b\nc: \x07\n", "2: The line holds an invisible control character. Type the line again."),
        ("a: b\x00\n", "1: The line holds an invisible control character. Type the line again."),
        ("", "1: The file is empty. It needs lines of the form 'field: value'."),
        ("- a\n", "1: The file does not begin with a field. It needs lines of the form 'field: value'."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_plain_words(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert _read(tmp_path, text) == (Settings(), [f"mkdocs.yml:{message}"])


_USUAL = "theme:\n  name: material\n  font: false\n"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("docs_dir: pages\n", 3, "Write 'docs_dir: content/pages'."),
        ("site_dir: public\n", 3, "Write 'site_dir: site'."),
        ("strict: false\n", 3, "Write 'strict: true'."),
        ("use_directory_urls: false\n", 3, "Write 'use_directory_urls: true'."),
        ("nav:\n  - index.md\n", 3, "Remove 'nav'."),
        ("edit_uri_template: x\n", 3, "Remove 'edit_uri_template'."),
        ("extra_javascript:\n  - a.js\n", 3, "Remove 'extra_javascript'."),
        ("theme: material\n", 3, "The theme needs its own lines"),
        ("theme:\n  name: mkdocs\n  font: false\n", 4, "Write 'name: material'."),
        ("theme:\n  name: material\n", 3, "'font' is missing."),
        ("theme:\n  name: material\n  font:\n    text: Roboto\n", 5, "Write 'font: false'."),
        (f"{_USUAL}  language: de\n", 6, "Remove 'language'."),
        ("extra_css:\n  - own.css\n", 3, "Remove 'extra_css'. No page takes it"),
        (f"{_USUAL}  palette:\n    primary: red\n", 6, "Remove 'palette'. No page takes it"),
        (f"{_USUAL}  logo: own.png\n", 6, "Remove 'logo'. No page takes it"),
        ("copyright: Our practice\n", 3, "Remove 'copyright'. No page shows it. Write it in content/pages/about.md."),
        ("plugins:\n  - search\n", 3, "'macros' is missing in 'plugins'."),
        ("hooks:\n  - a.py\n", 3, "'macros/project/engines/mkdocs_hooks.py' is missing in 'hooks'."),
    ],
)
def test_a_setting_that_would_be_ignored_or_break_the_site_is_told(tmp_path: Path, text: str, line: int, told: str) -> None:
    _, found = _read(tmp_path, f"{_WAY_OUT}{text}")
    assert len(found) == 1, found
    assert found[0].startswith(f"mkdocs.yml:{line}: ")
    assert told in found[0]


@pytest.mark.parametrize(
    "text",
    [_USUAL, "plugins:\n  - macros:\n      module_name: macros\n", "strict: true\n", "site_dir: site\n"],
)
def test_a_setting_that_is_relied_on_is_let_through(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, f"{_WAY_OUT}{text}")[1] == []


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    _, found = _read(tmp_path, "site_url: x\nsite_nam: y\nextra:\n  leave_to: z\n  a: b\n")
    assert sorted(int(message.split(":")[1]) for message in found) == [1, 2, 4, 5]


def test_without_the_file_the_settings_are_empty(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == (Settings(), [])


def test_the_settings_of_the_repository_are_right() -> None:
    assert messages(read_settings(ROOT)[1]) == []


def test_every_setting_of_the_engine_is_known() -> None:
    given_up = {"pages", "google_analytics"}
    known = {name for name, _ in MkDocsConfig._schema} - {"config_file_path", *given_up}
    assert known <= ENGINE_NAMES | set(EngineFile.model_fields)


def test_opening_tells_wrong_settings_and_sees_when_they_are_mended(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_url: example.com\n", "utf-8")
    assert any(problem.file == "mkdocs.yml" for problem in load_project(tmp_path).problems)
    (tmp_path / "mkdocs.yml").write_text(f"site_url: https://example.com/\n{_WAY_OUT}", "utf-8")
    opened = load_project(tmp_path)
    assert opened.settings == Settings(site_url="https://example.com/")
    assert not any(problem.file == "mkdocs.yml" for problem in opened.problems)

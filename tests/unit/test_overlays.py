"""Layers: a folder of content over the handbook changes records and adds others, and can never take safety away."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from macros.catalogue.load import load
from macros.catalogue.published import FILE as PUBLISHED
from macros.catalogue.settings_file import read_settings
from macros.cli import main
from macros.print.typeset.printing import PrintResult
from macros.print.typeset.store import FOLDER
from macros.project.documents import make_documents
from macros.project.loading import LoadedProject, load_project
from macros.schema.kinds import KINDS
from macros.schema.overlay import Overlay, overlay_of
from macros.view.context import View
from tests.helpers import FIXTURES, TINY, Fields, entry, gate, messages, page, procedure, write

LAYER = "editions/our-practice"


def settings(root: Path, *layers: str) -> None:
    """Writes the settings of a project with layers."""
    extra = {"leave_to": "https://example.org/weather", "layers": list(layers)}
    (root / "mkdocs.yml").write_text(yaml.safe_dump({"extra": extra}), "utf-8")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The tiny handbook, with an empty layer."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    (tmp_path / LAYER / "content").mkdir(parents=True)
    settings(tmp_path, LAYER)
    return tmp_path


@pytest.fixture
def layered(base: Path) -> Path:
    """The tiny handbook with the layer of the fixtures."""
    shutil.copytree(FIXTURES / "overlay/content", base / LAYER / "content", dirs_exist_ok=True)
    return base


def said(root: Path, files: Mapping[str, Fields | str]) -> list[str]:
    """The problems of the tiny handbook with these files in its layer, without the path of the layer's content."""
    write(root / LAYER, files)
    return [message.removeprefix(f"{LAYER}/content/") for message in messages(load_project(root).problems)]


def _run(root: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["--project", str(root), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_good_layer_is_silent(layered: Path) -> None:
    assert messages(load_project(layered).problems) == []


def test_without_layers_nothing_changes(base: Path) -> None:
    settings(base)
    opened, tiny = load_project(base), load_project(TINY)
    assert [(item.id, item.fields, item.body) for item in opened.handbook.items.values()] == [
        (item.id, item.fields, item.body) for item in tiny.handbook.items.values()
    ]
    assert {item.layer for item in opened.handbook.items.values()} == {0}


def test_a_field_of_a_layer_replaces_the_field_below_it_and_no_other(layered: Path) -> None:
    items, below = load_project(layered).handbook.items, load_project(TINY).handbook.items
    letter, was = items["techniques/kind-letter"], below["techniques/kind-letter"]
    changed = {name for name in type(was.fields).model_fields if getattr(letter.fields, name) != getattr(was.fields, name)}
    assert changed == {"summary", "touches", "say", "cautions"}
    assert letter.entry
    assert letter.entry.say == ("We would like to sit down with you on Sunday.",)
    assert letter.layer == 0
    assert set(items) - set(below) == {
        "techniques/sunday-call",
        "helplines/ie-example-line",
        "places/ireland",
        "pages/our-practice",
    }


def test_lists_and_single_files_merge_record_by_record_and_field_by_field(layered: Path) -> None:
    handbook = load_project(layered).handbook
    assert handbook.release
    assert (handbook.release.name, str(handbook.release.date)) == ("Our practice 2026.03", "2026-02-03")
    line = handbook.directory.lines["us-example-line"]
    assert (line.hours, line.call, line.then_press) == ("8 to 20, every day", "202-555-0101", "2")


def test_a_page_has_the_head_of_both_and_the_body_of_the_last_that_has_one(layered: Path) -> None:
    about = load_project(layered).handbook.items["pages/about"]
    assert (about.title, about.body.strip().split("\n")[0]) == (
        "About this handbook",
        "We are a small practice. Look at [[techniques/sunday-call]].",
    )
    write(layered / LAYER, {"pages/about.md": page("", title="Another")})
    about = load_project(layered).handbook.items["pages/about"]
    assert (about.title, about.body.strip().split("\n")[0]) == (
        "Another",
        "Nobody in it is real. Some people say clean and sober.",
    )


def test_what_a_layer_adds_to_a_list_in_order_comes_after_what_is_there(layered: Path) -> None:
    lines = [item.slug for item in load_project(layered).handbook.of_kind("helplines")]
    assert lines[-1] == "ie-example-line"


def test_the_last_layer_has_the_last_word(layered: Path) -> None:
    write(layered / "second", {"techniques/kind-letter": {"summary": "The last word."}})
    settings(layered, LAYER, "second")
    item = load_project(layered).handbook.items["techniques/kind-letter"]
    assert item.entry
    assert (item.entry.summary, len(item.entry.say), len(item.overlays)) == ("The last word.", 1, 2)


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"techniques/kind-letter": {"title": "Kind letter", "summary": "Call 202-555-0199."}},
            "techniques/kind-letter.yml:2: summary: '202-555-0199' looks like a telephone number.",
        ),
        (
            {"techniques/kind-letter": {"sumary": "A letter."}},
            "techniques/kind-letter.yml:1: sumary: 'sumary' is not a field of a technique. Did you mean 'summary'?",
        ),
        (
            {"techniques/new": {"title": "New"}},
            "techniques/new.yml:1: code: This field is missing and needed.",
        ),
        (
            {"library/helplines": {"us-example-line": {"hours": ["a"]}}},
            "library/helplines.yml:2: us-example-line.hours: Text is expected here, not a list or a group of fields.",
        ),
        (
            {"pages/about.md": page("Hello.\n\n[[techniques/nothing]]\n")},
            "pages/about.md:7: 'nothing' is not the name of a technique.",
        ),
        (
            {"techniques/other": entry(code="Q01")},
            "techniques/other.yml:5: code: 'Q01' is the code of content/techniques/kind-letter.yml as well, over which the",
        ),
    ],
)
def test_a_problem_is_in_the_file_that_says_it(base: Path, files: Mapping[str, Fields | str], problem: str) -> None:
    assert any(problem in message for message in said(base, files)), said(base, files)


def test_a_problem_in_a_field_of_the_handbook_is_in_its_own_file(layered: Path) -> None:
    path = layered / "content/techniques/kind-letter.yml"
    path.write_text(path.read_text("utf-8").replace("- plan\n", "- nowhere\n"), "utf-8")
    (message,) = messages(load_project(layered).problems)
    assert message.startswith("content/techniques/kind-letter.yml:18: stages[0]: 'nowhere' is not the name of a stage.")


def _no(field: str, one: str, line: int, file: str) -> str:
    return f"A layer cannot change '{field}' of a {one}; line {line} of content/{file} decides. Remove it here."


def _lost(field: str, line: int, file: str) -> str:
    return f"A layer may add to '{field}' and takes nothing away: repeat here what is on line {line} of content/{file}."


_LETTER = "techniques/kind-letter.yml"
_LINES = "library/helplines.yml"
_ONLY_ADDS = "is in content/library/{file}.yml already. A layer may add others and changes none."


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"techniques/kind-letter": {"code": "Q99"}}, f"{_LETTER}:1: code: {_no('code', 'technique', 2, _LETTER)}"),
        ({"techniques/kind-letter": {"was": ["a"]}}, f"{_LETTER}:1: was: {_no('was', 'technique', 8, _LETTER)}"),
        (
            {"techniques/kind-letter": {"retired": {"into": "coping/slow-walk", "on": "2026-01-01"}}},
            f"{_LETTER}:1: retired: {_no('retired', 'technique', 1, _LETTER)}",
        ),
        ({"techniques/kind-letter": {"touches": ["leaving"]}}, f"{_LETTER}:1: touches: {_lost('touches', 11, _LETTER)}"),
        (
            {"techniques/kind-letter": {"summary": "A letter.", "cautions": ["Go slowly."]}},
            f"{_LETTER}:2: cautions: {_lost('cautions', 31, _LETTER)}",
        ),
        (
            {"situations/said-no": {"now": "Go out."}},
            f"situations/said-no.yml:1: now: {_no('now', 'situation', 15, 'situations/said-no.yml')}",
        ),
        (
            {"letters/a-letter": {"not_when": ["It rains."]}},
            f"letters/a-letter.yml:1: not_when: {_lost('not_when', 23, 'letters/a-letter.yml')}",
        ),
        (
            {"letters/a-letter": {"before_use": ["It rains."]}},
            f"letters/a-letter.yml:1: before_use: {_lost('before_use', 20, 'letters/a-letter.yml')}",
        ),
        (
            {"worksheets/small": {"strip": ["Call later."]}},
            f"worksheets/small.yml:1: strip: {_no('strip', 'worksheet', 12, 'worksheets/small.yml')}",
        ),
        (
            {"library/paper": {"strip": "Call later."}},
            f"library/paper.yml:1: strip: {_no('strip', 'frame of the sheets', 1, 'library/paper.yml')}",
        ),
        (
            {"library/paper": {"check_first": "small"}},
            f"library/paper.yml:1: check_first: {_no('check_first', 'frame of the sheets', 2, 'library/paper.yml')}",
        ),
        (
            {"library/helplines": {"us-emergency": {"call": "112"}}},
            f"{_LINES}:2: us-emergency.call: {_no('call', 'helpline', 9, _LINES)}",
        ),
        (
            {"library/helplines": {"us-example-line": {"then_press": "3"}}},
            f"{_LINES}:2: us-example-line.then_press: {_no('then_press', 'helpline', 39, _LINES)}",
        ),
        (
            {"library/helplines": {"us-emergency": {"places": ["us"]}}},
            f"{_LINES}:2: us-emergency.places: {_lost('places', 5, _LINES)}",
        ),
        (
            {"library/topics": {"violence": {"needed": "false"}}},
            f"library/topics.yml:2: violence.needed: {_no('needed', 'topic', 11, 'library/topics.yml')}",
        ),
        (
            {"library/grades": {"B": {"needs_source": "false"}}},
            "library/grades.yml:2: B.needs_source: A layer cannot change 'needs_source' of a grade;",
        ),
        (
            {"library/places": {"us": {"name": "USA", "short": "USA", "country": "CA"}}},
            f"library/places.yml:1: us: The place 'us' {_ONLY_ADDS.format(file='places')}",
        ),
        (
            {"library/gates": {"leaving": gate(title="Go")}},
            f"library/gates.yml:1: leaving: The safety check 'leaving' {_ONLY_ADDS.format(file='gates')}",
        ),
        (
            {"library/dangerous-advice": {"force": {"message": "m", "phrases": ["x"], "caught": ["x"], "spared": ["y"]}}},
            f"library/dangerous-advice.yml:1: force: The danger 'force' {_ONLY_ADDS.format(file='dangerous-advice')}",
        ),
        (
            {"library/word-groups": {"them": {"words": ["her"]}}},
            f"library/word-groups.yml:1: them: The word group 'them' {_ONLY_ADDS.format(file='word-groups')}",
        ),
        (
            {"library/first-aid": {"hot": {"stop": "Go on."}}},
            "library/first-aid.yml:1: hot: A layer cannot add or change a procedure. Remove it here; it belongs in the handbook",
        ),
        (
            {"library/first-aid": {"cold": procedure(title="Too cold")}},
            "library/first-aid.yml:1: cold: A layer cannot add or change a procedure.",
        ),
        (
            {"library/scope": {"T1": {"item": "a", "section": "b"}}},
            "library/scope.yml:1: T1: A layer cannot add or change a scope item.",
        ),
        (
            {"pages/emergency.md": "---\ntitle: Emergency\n---\n\nWait.\n"},
            "pages/emergency.md:4: A layer cannot change the words of a page that is read in danger. Remove what is below the",
        ),
        (
            {"pages/emergency.md": "---\nreading: family\n---\n"},
            f"pages/emergency.md:2: reading: {_no('reading', 'page', 6, 'pages/emergency.md')}",
        ),
        (
            {"pages/about.md": "---\nwas:\n  - we\n---\n"},
            f"pages/about.md:2: was: {_no('was', 'page', 7, 'pages/about.md')}",
        ),
    ],
    ids=lambda value: value.partition(": ")[0] if isinstance(value, str) else "",
)
def test_what_is_not_a_layers_to_change_is_refused(base: Path, files: Mapping[str, Fields | str], problem: str) -> None:
    assert any(message.startswith(problem) for message in said(base, files)), said(base, files)


def test_what_only_repeats_the_handbook_is_let_through(base: Path) -> None:
    for name in ("techniques/kind-letter.yml", "pages/emergency.md", "library/paper.yml", "library/helplines.yml"):
        copy = base / LAYER / "content" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(TINY / "content" / name, copy)
    assert messages(load_project(base).problems) == []


def test_every_text_for_safety_is_kept_unless_its_field_says_more() -> None:
    """The rule is in the schema: this only shows that the marks are read."""
    rules = {(kind.name, name): overlay_of(field) for kind in KINDS for name, field in kind.model.model_fields.items()}
    assert {rules[kind, "cautions"] for kind in ("techniques", "models", "worksheets")} == {Overlay.ADDS}
    assert {rules["models", "suits_not"], rules["types", "fits_not"], rules["coping", "more_help"]} == {Overlay.ADDS}
    assert {rules["situations", "now"], rules["paper", "check_line"], rules["helplines", "caution"]} == {Overlay.CLOSED}
    assert {rules["techniques", "summary"], rules["techniques", "say"], rules["pages", "title"]} == {Overlay.OPEN}


def test_a_layer_is_read_only_when_the_handbook_below_it_can_be(base: Path) -> None:
    write(base, {"techniques/kind-letter.yml": "title: ["})
    (message,) = messages(load_project(base).problems)
    write(base / LAYER, {"techniques/kind-letter": {"summary": "Half a record."}})
    assert messages(load_project(base).problems) == [message]
    assert message.startswith("content/techniques/kind-letter.yml:1:")


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        ("nowhere", "'nowhere' is not a folder of the project. Write the path of a folder inside the project, such as"),
        ("mkdocs.yml", "'mkdocs.yml' is not a folder of the project."),
        ("empty", "'empty' has no folder 'content', in which the records of a layer are."),
        ("linked", "'linked' is a link to another place on the disk. Put the folder itself in the project."),
        ("linked/inner", "'linked/inner' is a link to another place on the disk."),
        ("half", "'half' is a link to another place on the disk."),
        (LAYER, f"'{LAYER}' is named twice. Keep one."),
        ("../elsewhere", "'../elsewhere' does not have the right form. Write the path of a folder inside the project, such as"),
        ("a/../../b", "'a/../../b' does not have the right form."),
        ("/etc", "'/etc' does not have the right form."),
        (".", "'.' does not have the right form."),
        (".hidden", "'.hidden' does not have the right form."),
        ("a\\b", "'a\\b' does not have the right form."),
        ("", "'' does not have the right form."),
    ],
)
def test_a_layer_must_be_a_folder_inside_the_project(base: Path, layer: str, message: str) -> None:
    (base / "elsewhere/inner/content").mkdir(parents=True)
    (base / "empty").mkdir()
    (base / "half").mkdir()
    (base / "linked").symlink_to(base / "elsewhere")
    (base / "half/content").symlink_to(base / "elsewhere")
    settings(base, LAYER, layer)
    (problem,) = messages(read_settings(base)[1])
    assert problem.startswith(f"mkdocs.yml:4: extra.layers[1]: {message}")
    assert problem in messages(load_project(base).problems)


def test_a_list_of_layers_is_expected(base: Path) -> None:
    (base / "mkdocs.yml").write_text("extra:\n  leave_to: https://example.org/weather\n  layers: editions\n", "utf-8")
    assert messages(read_settings(base)[1]) == [
        "mkdocs.yml:3: extra.layers: A list is expected here: one line for each part, each beginning with '- '."
    ]


def _summary(opened: LoadedProject) -> str:
    item = opened.handbook.items["techniques/kind-letter"].entry
    assert item
    return item.summary


def test_opening_sees_each_change_of_a_layer(base: Path) -> None:
    first = load_project(base)
    assert load_project(base) is first
    write(base / LAYER, {"techniques/kind-letter": {"summary": "Another summary."}})
    assert _summary(load_project(base)) == "Another summary."
    (base / LAYER / "content/techniques/kind-letter.yml").unlink()
    assert _summary(load_project(base)) == _summary(first)


def test_opening_sees_a_layer_that_comes_late(base: Path) -> None:
    settings(base, "late")
    assert len(load_project(base).errors) == 1
    write(base / "late", {"techniques/kind-letter": {"summary": "Another summary."}})
    assert messages(load_project(base).problems) == []
    assert _summary(load_project(base)) == "Another summary."


def test_documents_are_made_anew_when_a_layer_has_changed(layered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def printed(root: Path, view: View, _: object) -> PrintResult:
        made.append(view.handbook.items["techniques/kind-letter"].title)
        path = root / FOLDER / "made.pdf"
        path.parent.mkdir(exist_ok=True)
        path.write_text(made[-1], "utf-8")
        return PrintResult({"print/made.pdf": path})

    monkeypatch.setattr("macros.project.documents.print_handbook", printed)
    for _ in range(2):
        make_documents(layered, load_project(layered).view)
    write(layered / LAYER, {"techniques/kind-letter": {"title": "Another title"}})
    make_documents(layered, load_project(layered).view)
    assert made == ["Kind letter", "Another title"]


def test_a_new_entry_goes_into_the_handbook_and_takes_no_code_of_a_layer(layered: Path) -> None:
    assert "Made content/techniques/new-one.yml" in _run(layered, "new", "techniques", "new-one").stdout
    assert "\ncode: Q52\n" in (layered / "content/techniques/new-one.yml").read_text("utf-8")


def test_each_layer_has_a_list_of_its_own_of_what_is_published(layered: Path) -> None:
    done = _run(layered, "release")
    assert f"Added 1 code and 1 other page to {LAYER}/{PUBLISHED}." in done.stdout
    assert "sunday-call" not in (layered / PUBLISHED).read_text("utf-8")
    assert "techniques/sunday-call: Q51\npages/our-practice: page\n" in (layered / LAYER / PUBLISHED).read_text("utf-8")
    assert messages(load_project(layered).problems) == []
    assert _run(layered, "release").stdout.startswith("Nothing is new")

    (layered / LAYER / "content/techniques/sunday-call.yml").unlink()
    write(layered / LAYER, {"pages/about.md": page("## Grades\n\nHello.")})
    (message,) = messages(load_project(layered).errors)
    assert message.startswith(f"{LAYER}/{PUBLISHED}:3: techniques/sunday-call: The address and 'Q51' are published,")
    assert f"Bring {LAYER}/content/techniques/sunday-call.yml back." in message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "techniques/a: Q02",
            f"'Q02' is published for 'techniques/quiet-listening' in {PUBLISHED}. Two entries cannot",
        ),
        ("techniques/kind-letter: Q50", f"'techniques/kind-letter' is published as 'Q01' in {PUBLISHED}. Remove the line here."),
    ],
)
def test_a_layer_publishes_nothing_that_is_published_below_it(base: Path, line: str, message: str) -> None:
    settings(base)
    _run(base, "release")
    settings(base, LAYER)
    write(base / LAYER, {"library/published.yml": f"{line}\n"})
    (problem,) = messages(load(base, LAYER).problems)
    assert problem.startswith(f"{LAYER}/{PUBLISHED}:1: {line.partition(':')[0]}: {message}")


def test_what_is_published_in_two_lists_alike_is_let_through(base: Path) -> None:
    settings(base)
    _run(base, "release")
    settings(base, LAYER)
    write(base / LAYER, {"library/published.yml": "techniques/kind-letter: Q01\n"})
    assert load(base, LAYER).problems == ()


def test_what_has_not_changed_is_the_same_record_when_it_is_read_again(layered: Path) -> None:
    first, again = ({item.id: item for item in load(layered, LAYER).items} for _ in range(2))
    assert any(item.overlays for item in first.values())
    assert all(again[name] is item for name, item in first.items())


_DRAFT = "is left out of the handbook until the line 'draft: true' is removed."
_NO_PROCEDURE = "A layer cannot add or change a procedure. Remove it here; it belongs in the handbook itself."


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"techniques/half": {"draft": True, **entry(code="Q50", purpose=None)}},
            [
                f"techniques/half.yml:1: note: draft: This is a draft. It {_DRAFT}",
                "techniques/half.yml:1: note: purpose: This field is missing and needed.",
            ],
        ),
        (
            {"pages/half.md": page("Hello {{ nothing() }}.", draft=True)},
            [f"pages/half.md:4: note: draft: This is a draft. It {_DRAFT}"],
        ),
        (
            {"library/first-aid": {"half": {"draft": True, **procedure()}}},
            [
                f"library/first-aid.yml:1: note: half: {_NO_PROCEDURE}",
                f"library/first-aid.yml:2: note: half.draft: This is a draft. It {_DRAFT}",
            ],
        ),
    ],
)
def test_a_draft_of_a_layer_is_left_out(base: Path, files: Mapping[str, Fields | str], told: list[str]) -> None:
    assert said(base, files) == told
    assert load_project(base).handbook.items.keys() == load_project(TINY).handbook.items.keys()


def test_what_a_draft_of_a_layer_changes_is_left_out_and_the_record_stays(base: Path) -> None:
    ours = {"draft": True, "title": "Ours", "stages": ["plan"], "cautions": ["None."]}
    told = said(base, {"techniques/kind-letter": ours, "pages/about.md": page("Ours.", draft=True, title="Ours")})
    left_out = "note: draft: This is a draft. What it changes in"
    assert told[:2] == [
        f"pages/about.md:4: {left_out} content/pages/about.md {_DRAFT}",
        f"techniques/kind-letter.yml:1: {left_out} content/techniques/kind-letter.yml {_DRAFT}",
    ]
    assert [message.partition(" A layer")[0] for message in told[2:]] == ["techniques/kind-letter.yml:5: note: cautions:"]
    items, before = load_project(base).handbook.items, load_project(TINY).handbook.items
    assert [(items[name].fields, items[name].body) for name in before] == [(old.fields, old.body) for old in before.values()]


def test_what_a_layer_says_of_a_draft_is_left_out_with_it(base: Path) -> None:
    write(base, {"techniques/half": {"draft": True, **entry(code="Q50")}})
    write(base / LAYER, {"techniques/half": {"title": "Ours"}})
    write(base / "editions/second", {"techniques/half": {"draft": True, "title": "Second"}})
    settings(base, LAYER, "editions/second")
    told = [message for message in messages(load_project(base).problems) if "as well" in message]
    note = "techniques/half.yml:1: note: content/techniques/half.yml is a draft. So what is said of it here is left out as well."
    assert told == [f"{LAYER}/content/{note}", f"editions/second/content/{note}"]
    assert load_project(base).errors == []
    assert "techniques/half" not in load_project(base).handbook.items


def test_a_link_to_a_draft_of_a_layer_is_told(base: Path) -> None:
    told = said(base, {"techniques/half": {"draft": True, **entry(code="Q50")}, "pages/ours.md": page("[[techniques/half]]")})
    assert [message.partition(",")[0] for message in told if "note:" not in message] == ["pages/ours.md:5: 'half' is a draft"]


def test_the_code_of_a_draft_of_a_layer_is_not_given_again(base: Path) -> None:
    write(base / LAYER, {"techniques/half": {"draft": True, **entry(code="Q50")}})
    assert _run(base, "new", "techniques", "another").exit_code == 0
    assert "code: Q51" in (base / "content/techniques/another.yml").read_text("utf-8")

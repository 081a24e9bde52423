"""A hand-written page that is a draft is no page of the site; pictures beside pages are files of it."""

from __future__ import annotations

from pathlib import Path

from macros.project.engines.mkdocs_preview import MkDocsPreview
from macros.project.loading import load_project
from tests.helpers import project, write

_DRAFT = "---\ndraft: true\ntitle: Half\ndescription: Half.\n---\nHello.\n"


def test_a_draft_is_no_page_of_the_site(tmp_path: Path) -> None:
    root = write(project(tmp_path), {"pages/half.md": _DRAFT, "pages/whole.md": _DRAFT.replace("draft: true\n", "")})
    engine = MkDocsPreview(load_project(root), "http://127.0.0.1:1/", print)
    assert engine.file("half/index.html") is None
    assert engine.file("whole/index.html")


def test_a_picture_and_a_mail_address_are_shown(tmp_path: Path) -> None:
    root = write(project(tmp_path), {"pages/a.jpg": b"\xff\xd8\xff"})
    path = root / "content/pages/privacy.md"
    path.write_text(f"{path.read_text('utf-8')}\n![A gate](a.jpg) [Write](mailto:a@example.org)\n", "utf-8")
    engine = MkDocsPreview(load_project(root), "http://127.0.0.1:1/", print)
    assert engine.file("a.jpg") == b"\xff\xd8\xff"
    shown = (engine.file("privacy/index.html") or b"").decode()
    assert '<img alt="A gate" src="../a.jpg"' in shown
    assert "mailto:a@example.org" in shown


def test_a_draft_of_a_layer_is_no_page_either_and_changes_none(tmp_path: Path) -> None:
    root = project(tmp_path, extra={"leave_to": "https://example.org/weather", "layers": ["ours"]})
    ours = _DRAFT.replace("Hello.", "Our words.")
    write(root / "ours", {"pages/half.md": _DRAFT, "pages/privacy.md": ours, "pages/whole.md": ours.replace("draft: true\n", "")})
    engine = MkDocsPreview(load_project(root), "http://127.0.0.1:1/", print)
    assert engine.file("half/index.html") is None
    assert b"Our words." in (engine.file("whole/index.html") or b"")
    assert b"Our words." not in (engine.file("privacy/index.html") or b"Our words.")

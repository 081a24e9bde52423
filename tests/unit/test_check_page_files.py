from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import page_files, page_markup
from tests.helpers import handbook, page, told

_FILES: dict[str, bytes] = {
    "a.jpg": b"\xff\xd8\xff\xe0",
    "care/b.png": b"\x89PNG\r\n",
    "c.pdf": b"%PDF-1.7",
    "d.docx": b"PK\x03\x04",
    "false.png": b"GIF89a",
    "big.jpg": b"\xff\xd8\xff" + b"\0" * 300_000,
    "Big.jpg": b"\xff\xd8\xff",
    "caf\u0065\u0301.pdf": b"%PDF",
    "con.pdf": b"%PDF",
}


def _told(root: Path, body: str, name: str = "about") -> list[str]:
    files = {f"pages/{file}": raw for file, raw in _FILES.items()}
    found = handbook(root, {**files, f"pages/{name}.md": page(body)})
    links = [message for message in told(page_markup.check(found)) if "it would be published" not in message]
    return [*told(page_files.check(found)), *links]


@pytest.mark.parametrize(
    "body",
    ["![A gate](a.jpg)", "[The form](c.pdf)", "[The form](d.docx)", "[Write to us](mailto:help@example.org)", "![A](care/b.png)"],
)
def test_what_is_there_may_be_shown(tmp_path: Path, body: str) -> None:
    assert _told(tmp_path, body) == []


def test_a_file_is_looked_for_beside_its_page(tmp_path: Path) -> None:
    assert _told(tmp_path, "![A](b.png) ![A](../a.jpg)", "care/x") == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("![A](none.jpg)", "There is no picture 'none.jpg' below content/pages."),
        ("![](a.jpg)", "The picture 'a.jpg' has no words"),
        ("![A](false.png)", "'false.png' is not what its ending says."),
        ("![A](big.jpg)", "'big.jpg' has 300 kB; at most 300 are allowed."),
        ("![A](Big.jpg)", "'Big.jpg' cannot be an address."),
        ("[A](con.pdf)", "'con.pdf' cannot be an address."),
        ("[A](caf\u0065\u0301.pdf)", "'caf\u0065\u0301.pdf' cannot be an address."),
        ("![A](c.pdf)", "'.pdf' is not shown as a picture."),
        ("[A](mailto:nobody)", "'mailto:nobody' is not a mail address."),
        ("[A](mailto:a@example.org?bcc=b@example.org)", "'mailto:a@example.org?bcc=b@example.org' is not a mail address."),
        ("[A](none.txt)", "The link to 'none.txt' leads to no page."),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, body: str, message: str) -> None:
    found = _told(tmp_path, body)
    assert len(found) == 1
    assert found[0].startswith(message)

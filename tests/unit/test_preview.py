from __future__ import annotations

import pytest

from macros.project.preview import VARIABLE, previewing, problem_page
from macros.reading.problem import Problem


@pytest.mark.parametrize(("value", "answer"), [(None, False), ("", False), ("0", False), ("1", True)])
def test_the_preview_is_known_by_its_variable(monkeypatch: pytest.MonkeyPatch, value: str | None, *, answer: bool) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if value is not None:
        monkeypatch.setenv(VARIABLE, value)
    assert previewing() == answer


def test_problems_are_listed_as_text_and_the_page_looks_again() -> None:
    html = problem_page([Problem("a.yml", 3, "title", "'<b>': HTML is not used."), Problem("b.yml", 1, "", "Empty.")])
    assert "<code>a.yml:3: title: &#x27;&lt;b&gt;&#x27;: HTML is not used.</code>" in html
    assert html.count("<li>") == 2
    assert 'http-equiv="refresh" content="1"' in html
    assert "<h1>2 to mend</h1>" in html

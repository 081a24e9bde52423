from __future__ import annotations

import builtins
from collections.abc import Iterator
from typing import Any

import pytest

from macros.paper.availability import pdf_unavailable_reason


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    pdf_unavailable_reason.cache_clear()
    yield
    pdf_unavailable_reason.cache_clear()


def test_nothing_is_said_where_documents_can_be_made() -> None:
    assert pdf_unavailable_reason() is None


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ModuleNotFoundError("No module named 'typst'"), 'the package "typst" is not installed for this computer ('),
        (ImportError("no room"), 'the package "typst" cannot be loaded (no room) on this computer ('),
    ],
)
def test_why_there_are_none_is_said(error: ImportError, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def refused(name: str, *rest: Any) -> Any:
        if name == "typst":
            raise error
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refused)
    assert told in (pdf_unavailable_reason() or "")

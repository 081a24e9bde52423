"""What many pages show alike is made once for each handbook, and never shown for another."""

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.view.context import View
from macros.view.once import lately, once
from macros.view.safety import calls_about


@once
def _made(view: View, name: str, *, upper: bool = False) -> list[str]:
    return [name.upper() if upper else name, view.handbook.language]


def test_the_same_is_made_once_for_a_view(tiny: Handbook) -> None:
    view = View(tiny)
    assert _made(view, "a") is _made(view, "a")
    assert _made(view, "a") == ["a", "en"]


def test_other_arguments_and_another_view_make_their_own(tiny: Handbook) -> None:
    view = View(tiny)
    assert _made(view, "a") != _made(view, "b")
    assert _made(view, "a", upper=True) == ["A", "en"]
    assert _made(View(tiny), "a") is not _made(view, "a")


def test_pages_near_the_same_danger_share_whom_to_call(tiny: Handbook) -> None:
    view = View(tiny)
    assert calls_about(view, ("families",)) is calls_about(view, ("families",))


@lately(2)
def _large(view: View, name: str) -> list[str]:
    return [name, view.handbook.language]


def test_of_what_is_large_only_the_last_are_kept(tiny: Handbook) -> None:
    view = View(tiny)
    first = _large(view, "a")
    assert _large(view, "a") is first
    assert _large(view, "b") == ["b", "en"]
    assert _large(view, "c") == ["c", "en"]
    assert _large(view, "a") is not first
    assert _large(view, "a") == first
    assert _large(View(tiny), "a") is not _large(view, "a")

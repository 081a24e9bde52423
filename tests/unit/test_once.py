"""What many pages show alike is made once for each handbook, and never shown for another."""

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.view.context import View
from macros.view.once import once
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

from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.checks import scope
from tests.helpers import Files, entry, messages


def test_what_is_not_carried_is_a_note(make: Callable[[Files], Handbook]) -> None:
    items = {f"T{n}": {"item": f"Item {n}", "section": "A"} for n in range(1, 9)}
    handbook = make({"library/scope": items, "techniques/a": entry(covers=["T2"])})
    (problem,) = scope.check(handbook)
    assert problem.level == scope.LEVEL
    assert problem.message == (
        "1 of 8 items are carried. Not yet: T1 (Item 1), T3 (Item 3), T4 (Item 4), T5 (Item 5), T6 (Item 6) and 2 more."
    )


def test_five_that_are_not_carried_are_all_named(make: Callable[[Files], Handbook]) -> None:
    items = {f"T{n}": {"item": f"Item {n}", "section": "A"} for n in range(1, 6)}
    (message,) = messages(scope.check(make({"library/scope": items})))
    assert message.endswith("T4 (Item 4), T5 (Item 5).")


def test_complete_scope_and_no_scope_are_silent(make: Callable[[Files], Handbook]) -> None:
    assert messages(scope.check(make({"techniques/a": entry(covers=["T1"])}))) == []
    assert messages(scope.check(make({"library/scope": {"T1": {"item": "An item", "section": "A"}}}))) == []

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.checks import codes
from macros.handbook import Handbook
from tests.helpers import SMALL, Files, entry, messages, told


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"techniques/a": entry(code="Q09")},
            "code: 'Q09' is the code of content/techniques/a.yml. The next free code is 'Q01'.",
        ),
        ({"techniques/a": entry(code="M02")}, "code: 'M02' is not a code for a technique. Its codes begin with 'Q'."),
        (
            {"techniques/a": entry(was=["letter"])},
            "was[0]: 'letter' is the name of an entry that exists. An earlier name must be free.",
        ),
        ({"techniques/a": entry(was=["a"])}, "was[0]: 'a' is the name of an entry that exists. An earlier name must be free."),
    ],
)
def test_a_code_or_a_name_that_is_taken_is_found(make: Callable[[Files], Handbook], files: Files, message: str) -> None:
    assert told(codes.check(make({**SMALL, **files}))) == [message]


def test_an_earlier_name_belongs_to_one_entry(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**SMALL, "techniques/a": entry(was=["z"]), "techniques/b": entry(code="Q02", was=["z"])})
    assert told(codes.check(handbook)) == ["was[0]: 'z' is named as an earlier name more than once."] * 2


def test_the_same_earlier_name_may_stand_in_another_kind(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**SMALL, "techniques/a": entry(was=["circle"])})
    assert messages(codes.check(handbook)) == []

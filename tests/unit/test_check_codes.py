from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import codes
from tests.helpers import SMALL, Files, entry, messages, page, source, told


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"techniques/a": entry(code="M02")}, "code: 'M02' is not a code for a technique. Its codes begin with 'Q'."),
        (
            {"techniques/a": entry(was=["letter"])},
            "was[0]: 'letter' is the name of an entry that exists. An earlier name must be free.",
        ),
        ({"techniques/a": entry(was=["a"])}, "was[0]: 'a' is the name of an entry that exists. An earlier name must be free."),
        (
            {"pages/b.md": page("", was=["techniques/letter"])},
            "was[0]: 'techniques/letter' is the name of an entry that exists. An earlier name must be free.",
        ),
        (
            {"pages/b.md": page("", was=["about/index"])},
            "was[0]: 'about/index' is the name of a page that exists. An earlier name must be free.",
        ),
        (
            {"library/sources": {"doe": source(was=["roe"]), "roe": source()}},
            "doe.was[0]: 'roe' is the name of a page that exists. An earlier name must be free.",
        ),
    ],
)
def test_a_code_or_a_name_that_is_taken_is_found(make: Callable[[Files], Handbook], files: Files, message: str) -> None:
    assert told(codes.check(make({**SMALL, **files}))) == [message]


@pytest.mark.parametrize("folder", ["go", "api", "print", "search", "assets"])
def test_folders_that_the_handbook_makes_itself_are_kept_free(make: Callable[[Files], Handbook], folder: str) -> None:
    assert told(codes.check(make({**SMALL, f"pages/{folder}/q01.md": page("")}))) == [
        f"'{folder}/' is kept for addresses that the handbook makes itself. Choose another name."
    ]


def test_the_page_of_all_codes_stands_above_their_addresses(make: Callable[[Files], Handbook]) -> None:
    assert told(codes.check(make({**SMALL, "pages/go/index.md": page("")}))) == []


@pytest.mark.parametrize("folder", ["go", "api", "print", "search", "assets"])
def test_no_earlier_name_was_in_a_folder_that_the_handbook_makes_itself(make: Callable[[Files], Handbook], folder: str) -> None:
    assert told(codes.check(make({**SMALL, "pages/b.md": page("", was=[f"{folder}/q01"])}))) == [
        f"was[0]: '{folder}/q01' cannot have been a page: such addresses are the handbook's own."
    ]


_FIELDS: Files = {**SMALL, "pages/contributing/fields.md": page("")}


def test_addresses_of_the_pages_of_fields_are_kept_free(make: Callable[[Files], Handbook]) -> None:
    own: Files = {f"pages/contributing/fields/{name}.md": page("") for name in ("techniques", "ours")}
    assert told(codes.check(make({**_FIELDS, **own}))) == [
        "At 'contributing/fields/techniques/' the handbook has a page that it makes itself. Choose another name."
    ]


def test_no_earlier_name_was_a_page_of_fields(make: Callable[[Files], Handbook]) -> None:
    was = [f"contributing/fields/{name}" for name in ("ours", "techniques")]
    assert told(codes.check(make({**_FIELDS, "pages/b.md": page("", was=was)}))) == [
        "was[1]: 'contributing/fields/techniques' cannot have been a page: such addresses are the handbook's own."
    ]


def test_a_name_that_only_begins_like_such_a_folder_is_let_through(make: Callable[[Files], Handbook]) -> None:
    files: Files = {"pages/going.md": page(""), "pages/learn/print.md": page("", was=["searching/api"])}
    assert messages(codes.check(make({**SMALL, **files}))) == []


def test_an_earlier_name_belongs_to_one_record(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**SMALL, "techniques/a": entry(was=["z"]), "pages/b.md": page("", was=["techniques/z"])})
    assert sorted(told(codes.check(handbook))) == [
        "was[0]: 'techniques/z' is named as an earlier name more than once.",
        "was[0]: 'z' is named as an earlier name more than once.",
    ]


def test_an_earlier_name_that_is_free_is_let_through(make: Callable[[Files], Handbook]) -> None:
    was: Files = {
        "techniques/a": entry(was=["z"]),
        "pages/b.md": page("", was=["z", "z/y"]),
        "library/sources": {"doe": source(was=["z"])},
    }
    assert messages(codes.check(make({**SMALL, **was}))) == []


def test_the_same_earlier_name_may_stand_in_another_kind(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**SMALL, "techniques/a": entry(was=["circle"])})
    assert messages(codes.check(handbook)) == []


_SHEET, _NEW = "content/worksheets/safety-check.yml", "content/worksheets/a-new-sheet.yml"


def _sharing(
    make: Callable[[Files], Handbook], new: dict[str, object], old: dict[str, object], more: Files | None = None
) -> list[str]:
    """What is told when a new sheet bears the code of an old one, although its file comes first in the alphabet."""
    files: Files = {"worksheets/safety-check": entry("worksheets", **old), "worksheets/a-new-sheet": entry("worksheets", **new)}
    return [message for message in messages(codes.check(make({**files, **(more or {})}))) if "W01" in message]


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ({"since": "2026-11-26"}, {}),
        ({"since": "2026-11-26"}, {"since": "2026-01-01"}),
        ({"checked": "2026-11-26"}, {}),
        ({"checked": "2026-01-01", "since": "2026-11-26"}, {"checked": "2026-12-01"}),
    ],
)
def test_of_two_entries_with_one_code_the_younger_is_told(
    make: Callable[[Files], Handbook], new: dict[str, object], old: dict[str, object]
) -> None:
    (message,) = _sharing(make, new, old)
    assert message.startswith(f"{_NEW}:5: code: 'W01' is the code of {_SHEET} as well, which is older. ")
    assert message.endswith("Give this entry the next free code, 'W02'.")


def test_where_nobody_can_tell_which_is_younger_both_are_told_of_each_other(make: Callable[[Files], Handbook]) -> None:
    end = "as well. Give whichever is younger the next free code, 'W02'."
    assert sorted(_sharing(make, {}, {})) == [
        f"{_NEW}:5: code: 'W01' is the code of {_SHEET} {end}",
        f"{_SHEET}:5: code: 'W01' is the code of {_NEW} {end}",
    ]


_LIST = "worksheets/safety-check: W01\n"


@pytest.mark.parametrize("new", [{}, {"checked": "1999-01-01"}, {"since": "1999-01-01"}])
@pytest.mark.parametrize("old", [{}, {"since": "2026-11-26"}])
def test_who_is_published_keeps_the_code_whatever_the_dates_say(
    make: Callable[[Files], Handbook], new: dict[str, object], old: dict[str, object]
) -> None:
    (message,) = _sharing(make, new, old, {"library/published.yml": f"{_LIST}worksheets/gone: W33\n"})
    why, advice = "for which it is published, and a published code never changes", "Give this entry the next free code, 'W34'."
    assert message == f"{_NEW}:5: code: 'W01' is the code of {_SHEET} as well, {why}. {advice}"


def test_who_is_published_under_an_earlier_name_keeps_the_code_too(make: Callable[[Files], Handbook]) -> None:
    published: Files = {"library/published.yml": "worksheets/old-check: W01\n"}
    (message,) = _sharing(make, {}, {"was": ["old-check"]}, published)
    assert message.startswith(_NEW)


def test_no_two_entries_are_sent_to_the_same_code(make: Callable[[Files], Handbook]) -> None:
    files = {f"techniques/{name}": entry(code="Q04", since=f"2026-01-0{n}") for n, name in enumerate("abc", 1)}
    sent = [message.partition("next free code, ")[2] for message in told(codes.check(make(files)))]
    assert sorted(sent) == ["'Q05'.", "'Q06'."]


def test_after_two_digits_come_three(make: Callable[[Files], Handbook]) -> None:
    files = {f"techniques/{name}": entry(code="Q99", since=f"2026-01-0{n}") for n, name in enumerate("ab", 1)}
    (message,) = told(codes.check(make(files)))
    assert message.endswith("Give this entry the next free code, 'Q100'.")


def test_when_the_codes_are_used_up_none_is_offered(make: Callable[[Files], Handbook]) -> None:
    files = {f"techniques/{name}": entry(code="Q9999", since=f"2026-01-0{n}") for n, name in enumerate("ab", 1)}
    (message,) = told(codes.check(make(files)))
    assert message.endswith("Give this entry another code. None with 'Q' is free any more.")

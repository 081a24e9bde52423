from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item, R
from macros.checks import packs
from macros.schema.values import Record
from tests.helpers import Fields, Files, entry, gate, messages, page, told

Make = Callable[[Files], Handbook]

_PAPER: Fields = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
_BASE: Files = {
    "library/paper": _PAPER,
    "library/gates": {"talk": gate(leads_to=["worksheets/first"]), "care": gate()},
    "worksheets/first": entry("worksheets", title="Is it safe?"),
    "worksheets/plan": entry("worksheets", code="W02"),
    "letters/ask": entry("letters", touches=["talk"]),
    "models/circle": entry("models"),
    "pages/about.md": page("Hello."),
}


def _found(make: Make, pack: Fields, **more: Fields) -> list[str]:
    files = {name.replace("__", "/").replace("_", "-"): fields for name, fields in more.items()}
    return messages(packs.check(make({**_BASE, "packs/a": entry("packs", **pack), **files})))


@pytest.mark.parametrize(
    ("pack", "why"),
    [
        ({"contents": ["letters/ask", "worksheets/first"]}, "L01 touches 'talk'"),
        ({"contents": ["models/circle", "letters/ask"]}, "L01 touches 'talk'"),
        ({"contents": ["worksheets/plan", "worksheets/first"], "touches": ["care", "talk"]}, "The pack touches 'talk'"),
    ],
)
def test_a_pack_that_leads_to_a_talk_begins_with_the_question_of_safety(make: Make, pack: Fields, why: str) -> None:
    (message,) = _found(make, pack)
    assert f"contents[0]: {why}, so 'worksheets/first' has to be the first." in message


@pytest.mark.parametrize(
    "pack",
    [
        {"contents": ["worksheets/first", "letters/ask"], "touches": ["talk"]},
        {"contents": ["worksheets/plan", "worksheets/first"], "touches": ["care"]},
        {"contents": ["worksheets/plan", "models/circle"]},
        {"contents": ["worksheets/plan", "letters/unknown"]},
    ],
)
def test_a_pack_that_begins_with_it_or_leads_to_no_talk_is_right(make: Make, pack: Fields) -> None:
    assert _found(make, pack) == []


def _owned(**changes: object) -> Fields:
    return {"belongs_to": ["models/circle"], **changes}


@pytest.mark.parametrize("owner", ["models/circle", "types/peace", "situations/no"])
def test_what_belongs_to_a_model_a_type_or_a_situation_is_in_its_pack(make: Make, owner: str) -> None:
    more = {
        "types__peace": entry("types"),
        "situations__no": entry("situations"),
        "worksheets__plan": entry("worksheets", code="W02", belongs_to=["coping/rest", owner]),
    }
    (message,) = _found(make, {"belongs_to": [owner], "contents": ["worksheets/first", "models/circle"]}, **more)
    assert f"contents: 'worksheets/plan' (W02) belongs to {owner}. Add it here, or say under left_out why" in message


@pytest.mark.parametrize(
    "pack",
    [
        _owned(contents=["worksheets/first", "worksheets/plan"]),
        _owned(contents=["worksheets/first", "models/circle"], left_out=[{"what": "worksheets/plan", "why": "It is long."}]),
        {"belongs_to": ["roles/friend", "pages/about"], "contents": ["worksheets/first", "models/circle"]},
    ],
)
def test_what_is_in_it_or_left_out_for_a_reason_and_what_a_role_has_is_right(make: Make, pack: Fields) -> None:
    owners = ["models/circle", "roles/friend", "pages/about"]
    plan = entry("worksheets", code="W02", belongs_to=owners)
    retired = entry("worksheets", code="W03", belongs_to=owners, retired={"into": "worksheets/plan", "on": "2026-01-01"})
    assert _found(make, pack, worksheets__plan=plan, worksheets__old=retired, roles__friend=entry("roles")) == []


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (["worksheets/plan", "worksheets/first"], "left_out[1].what: 'worksheets/first' is in the pack."),
        (["worksheets/plan", "letters/ask"], "left_out[1].what: 'letters/ask' belongs to nothing that the pack is for."),
        (["worksheets/plan", "worksheets/plan"], "left_out[1].what: 'worksheets/plan' is left out twice."),
    ],
)
def test_a_reason_that_has_become_idle_is_told(make: Make, left: list[str], why: str) -> None:
    plan = entry("worksheets", code="W02", belongs_to=["models/circle"])
    reasons = [{"what": name, "why": "It is long."} for name in left]
    pack = _owned(contents=["worksheets/first", "models/circle"], left_out=reasons)
    (message,) = _found(make, pack, worksheets__plan=plan)
    assert message.endswith(f"{why} Remove it here.")


_FOR_THEM: Fields = entry("worksheets", code="W05", readers="young", strip=["Tell someone."])


@pytest.mark.parametrize(
    ("held", "hint"),
    [
        ("worksheets/plan", " If it is written for them, say 'readers: young' in its file."),
        ("models/circle", " If it is written for them, say 'readers: young' in its file."),
        ("pages/about", ""),
    ],
)
def test_a_pack_for_the_young_holds_nothing_that_is_written_for_adults(make: Make, held: str, hint: str) -> None:
    pack: Fields = {"readers": "young", "contents": ["worksheets/mine", held], "touches": ["talk"]}
    (message,) = _found(make, pack, worksheets__mine=_FOR_THEM)
    assert message.endswith(f"contents[1]: '{held}' is not written for young readers, and the pack is. Take it out.{hint}")


def test_a_pack_for_the_young_may_lead_without_the_adults_question(make: Make) -> None:
    pack: Fields = {"readers": "young", "contents": ["worksheets/mine", "letters/note"], "touches": ["talk"]}
    note = entry("letters", code="L02", readers="young", strip=["Tell someone."])
    assert _found(make, pack, worksheets__mine=_FOR_THEM, letters__note=note) == []


def test_each_belongs_to_the_packs_of_its_readers(make: Make) -> None:
    mine = {**_FOR_THEM, "belongs_to": ["models/circle"]}
    young: Fields = _owned(readers="young", contents=["worksheets/mine", "worksheets/mine"])
    plan = entry("worksheets", code="W02", belongs_to=["models/circle"])
    assert _found(make, young, worksheets__mine=mine, worksheets__plan=plan) == []
    assert _found(make, _owned(contents=["worksheets/plan", "models/circle"]), worksheets__mine=mine, worksheets__plan=plan) == []


def test_a_sheet_for_the_young_has_a_strip_of_its_own(make: Make) -> None:
    sheet = {**_FOR_THEM, "strip": []}
    found = told(packs.check(make({**_BASE, "worksheets/mine": sheet})))
    assert found == ["readers: The lines of the usual strip are for adults. Give the sheet a 'strip' of its own."]
    assert told(packs.check(make({**_BASE, "worksheets/mine": _FOR_THEM}))) == []


def test_the_handbook_is_looked_through_as_often_for_many_packs_as_for_one(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[type[Record]] = []
    through = Handbook.all_of

    def all_of(self: Handbook, model: type[R]) -> list[tuple[Item, R]]:
        looks.append(model)
        return through(self, model)

    one = make({**_BASE, "packs/a": entry("packs", **_owned())})
    many = make({**_BASE, **{f"packs/a{number}": entry("packs", code=f"P{number:02}", **_owned()) for number in range(1, 9)}})
    monkeypatch.setattr(Handbook, "all_of", all_of)
    counts = []
    for handbook in (one, many):
        looks.clear()
        list(packs.check(handbook))
        counts.append(len(looks))
    assert counts[0] == counts[1]

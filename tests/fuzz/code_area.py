"""Codes: those that somebody asks for in a pack, and those that entries have."""

from __future__ import annotations

import re
from random import Random

from pydantic import ValidationError

from macros.project.packing import PackError, _with_codes
from macros.reading.problem import Problem
from macros.schema.wording import failures
from tests.fuzz.material import MARKUP, NAMES, ODD, hostile_text
from tests.fuzz.reading_areas import Verdict, refused
from tests.fuzz.showing_areas import tiny


def codes(chance: Random) -> Verdict:
    """The codes of a pack, or the code of an entry."""
    return _asked_for(chance) if chance.random() < 0.5 else _of_an_entry(chance)


def _asked_for(chance: Random) -> Verdict:
    handbook = tiny()
    try:
        items = _with_codes(handbook, [hostile_text(chance, 1, NAMES, NAMES, ODD) for _ in range(chance.randint(1, 3))])
    except PackError as reason:
        for line in str(reason).split("\n"):
            assert line
        return "refused"
    assert all(item.id in handbook.items for item in items)
    return "accepted"


def _of_an_entry(chance: Random) -> Verdict:
    """An entry with a code near to its own kind's: the code is a part of addresses and of the names of files."""
    item = chance.choice([item for item in tiny().items.values() if item.entry])
    letter, digits = item.kind.letter, chance.choice(("02", "2", "117", "0117", ""))
    hostile = hostile_text(chance, 1, NAMES, NAMES, ODD, MARKUP)
    code = chance.choice((f"{letter}{digits}", f"{letter}{digits}{hostile}", f"{letter}{hostile}", hostile))
    try:
        fields = item.kind.model.model_validate({**item.data, "code": code})
    except ValidationError as error:
        return refused([Problem("f.yml", 1, "code", said) for _, said in failures(error, item.kind.model, item.kind.one)])
    assert re.fullmatch(r"[A-Z]([0-9]{2}|[1-9][0-9]{2,3})", getattr(fields, "code", "")), code
    return "accepted"

"""The sections of a sheet: as a worksheet's file gives them, or made of the prompts and checks of a letter."""

from __future__ import annotations

from macros.language.words import Words
from macros.schema.letter import Letter
from macros.schema.sheet_fields import Checklist, LongAnswer
from macros.schema.sheet_reading import Guidance
from macros.schema.worksheet import Section, Sheet, Worksheet


def sections_of(sheet: Sheet, say: Words) -> tuple[Section, ...]:
    """The sections of a sheet, in order. ``Sheet.source_loc`` says what in its file each is made of.

    Raises:
        TypeError: for a kind of sheet that has no sections.
    """
    match sheet:
        case Worksheet():
            return sheet.sections
        case Letter():
            return _letter(sheet, say)
    raise TypeError(f"{type(sheet).__name__} has no sections")


def _letter(letter: Letter, say: Words) -> tuple[Section, ...]:
    against = Guidance(kind="guidance", text="\n".join(f"- {case}" for case in letter.not_when))
    asked = (LongAnswer(kind="long", label=prompt.asks, hint=prompt.hint, lines=prompt.lines) for prompt in letter.prompts)
    checks = Checklist(kind="checklist", label=say("i-have-checked"), options=letter.before_use)
    return (
        Section(title=say("think-first"), fields=tuple(asked)),
        Section(title=say("do-not-use-it-when"), fields=(against,)),
        Section(title=say("before-it-is-read"), fields=(checks,)),
    )

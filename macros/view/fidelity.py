"""What an observer can tick of a way of working: the acts that its model names, and how far each was done."""

from __future__ import annotations

from macros.catalogue.handbook import Handbook
from macros.language.words import Words
from macros.schema.entries import InterventionModel
from macros.schema.sheet_fields import Column, Fidelity

_DEGREES = ("fidelity-done", "fidelity-in-part", "fidelity-not-done")


def acts_of(handbook: Handbook, field: Fidelity) -> tuple[str, ...]:
    """The acts, as the model's file says them; none where there is no such model or its practice is not written yet."""
    item = handbook.get(f"models/{field.of}")
    model = item.fields if item else None
    return model.practice.fidelity if isinstance(model, InterventionModel) and model.practice else ()


def degrees(say: Words) -> tuple[Column, ...]:
    """How far an act was done: one box to tick for each."""
    return tuple(Column(title=say(name), width=1, tick=True) for name in _DEGREES)

"""What fields were once called, or how they were written, in a release of the handbook: whoever updates an older copy is told."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel

_TOPICS = "Write 'topics': names from library/topics.yml. The first line of each place for a topic is shown."

FORMER: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Helpline": {
            "countries": "Write 'places': names from library/places.yml.",
            "topic": "Write 'topics': names from library/topics.yml as a list, the main one first.",
        },
        "Gate": {
            "on_paper": "Write 'in_short': the words of the box in one short line.",
            "helplines": _TOPICS,
        },
        "Paper": {
            "helplines": "Write 'topics': names from library/topics.yml. The first line of each place for a topic is shown."
        },
        "Situation": {"door": "Write below it 'group', what the situation is about, and 'place', its order in the group."},
        "InterventionType": {"models": "Write 'ways': for each model how well it fits, and why."},
    }
)
"""What to write now, by the model of a record and the name that a field had, or still has and is written otherwise."""


def what_to_write_now(owner: type[BaseModel] | None, field: str) -> str:
    """What takes the place of a former field of a model; empty where there was none."""
    return FORMER.get(owner.__name__, {}).get(field, "") if owner else ""

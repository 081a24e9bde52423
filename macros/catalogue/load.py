"""Reads the content of a project: the handbook itself, then what each layer over it changes and adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from macros.catalogue.absent import Absent, draft_notes, note_over_draft, unreadable
from macros.catalogue.item import Item
from macros.catalogue.overlaying import changed, refused
from macros.catalogue.page_files import PageFile, read_page_files
from macros.catalogue.part import DRAFT, Part
from macros.catalogue.parts import parts_of
from macros.catalogue.pictures import Picture, read_pictures
from macros.catalogue.published import Published, read_published
from macros.reading.problem import Problem, errors
from macros.schema.wording import failures


@dataclass(frozen=True, slots=True)
class Content:
    """All that could be read, and all that could not."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    published: Published
    pictures: Mapping[str, Picture]
    absent: Absent
    page_files: Mapping[str, PageFile]


def load(root: Path, *layers: str) -> Content:
    """Reads ``root/content``, then the ``content`` of each layer, a folder below ``root``. The last layer has the last word."""
    published, problems = read_published(root, *layers)
    pictures, unread = read_pictures(root, *layers)
    problems += unread
    items: dict[str, Item] = {}
    drafts: dict[str, Part] = {}
    for number, layer in enumerate(("", *layers)):
        # With an unreadable file below it, a layer would seem to add half a record: one mistake, many messages.
        if number and errors(problems):
            break
        for part in parts_of(root, layer):
            if isinstance(part, Problem):
                problems.append(part)
                continue
            known = items.get(part.id)
            if part.id in drafts:
                problems.append(note_over_draft(part, drafts[part.id]))
            elif part.is_draft:
                made = _joined(known, part, number)
                problems += draft_notes(part, (wrong for wrong in made if isinstance(wrong, Problem)), known)
                drafts |= {} if known else {part.id: part}
            else:
                for found in _joined(known, part, number):
                    if isinstance(found, Problem):
                        problems.append(found)
                    else:
                        items[found.id] = found
    absent: Absent = {**unreadable(problems), **dict.fromkeys(drafts, DRAFT)}
    return Content(tuple(items.values()), tuple(problems), published, pictures, absent, read_page_files(root))


# A part is the same as long as its file is, so that after an edit one file is looked at and not the handbook.
@lru_cache(maxsize=65_536)
def _joined(known: Item | None, part: Part, layer: int) -> tuple[Item | Problem, ...]:
    """The record with what a layer says of it; a new one, where the layers below have none."""
    if known:
        return tuple(changed(known, part))
    if layer and (problem := refused(part)):
        return (problem,)
    return _new(part, layer)


def _new(part: Part, layer: int) -> tuple[Item | Problem, ...]:
    try:
        fields = part.kind.model.model_validate(part.data)
    except ValidationError as error:
        return tuple(part.problem(loc, message) for loc, message in failures(error, part.kind.model, part.kind.one))
    return (Item(part.kind, part.slug, fields, part.source, part.at, part.body, part.body_line, layer),)

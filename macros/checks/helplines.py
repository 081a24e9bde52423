"""Helplines: numbers stand in one list only, where they can be checked, each can be reached, and no place is forgotten."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.reading.problem import Problem, one_of
from macros.schema.helpline import Helpline, Topic

# Telephone numbers of North America, of the UK, and international ones.
_LONG = re.compile(
    r"(?<![\w/.-])(?:\+?1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])"
    r"|(?<![\w/.-])0\d{2,4} ?\d{3,4} ?\d{3,4}(?![\w-])"
    r"|(?<![\w/.-])\+\d{1,3}(?: ?\d{2,4}){2,5}(?![\w-])"
)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Numbers outside the list, and services that cannot be reached."""
    lines = handbook.all_of(Helpline)
    short = _short_numbers([line for _, line in lines])
    for item in handbook.items.values():
        if item.kind.name != "helplines":
            yield from _numbers(item, short)
    for item, line in lines:
        if not any((line.call, line.text_to, line.chat, line.web)):
            yield item.problem((), "The service cannot be reached. Give a number to call or text, a chat or a web address.")
        yield from _wholes(item, line, handbook)
    yield from _cells(handbook)


def _wholes(item: Item, line: Helpline, handbook: Handbook) -> Iterator[Problem]:
    """A line names the parts of a country, so that each part can be asked what it has."""
    for number, name in enumerate(line.places):
        place = handbook.directory.places.get(name)
        if place and place.parts:
            message = f"'{name}' is made of parts. Name those in which the line works: {one_of(place.parts)}."
            yield item.problem(("places", number), message)


def _cells(handbook: Handbook) -> Iterator[Problem]:
    """Places without a line for a topic that they need, and reasons that no longer hold."""
    directory = handbook.directory
    for item, topic in handbook.all_of(Topic):
        reasons = {none.place: number for number, none in enumerate(topic.none)}
        for place in directory.smallest:
            lines, at_hand = directory.here(item.slug, place), directory.places[place].on_every_page
            if lines and place in reasons:
                message = f"{directory.places[place].name} has a line for this: '{lines[0]}'. Remove the reason."
                yield item.problem(("none", reasons[place]), message)
            elif topic.needed and at_hand and not lines and place not in reasons:
                name = directory.places[place].name
                message = (
                    f"{name} has no line for “{topic.title}”. List one in helplines.yml, or say under 'none' what to use there."
                )
                yield item.problem((), message)


def overdue(handbook: Handbook, today: datetime.date) -> Iterator[Problem]:
    """Helplines that should have been checked again by ``today``. The only rule that looks at the calendar."""
    for item, line in handbook.all_of(Helpline):
        if line.verify_by < today:
            message = f"{line.name} had to be checked again by {line.verify_by}. Call it, then set last_verified and verify_by."
            yield item.problem(("verify_by",), message)


def _short_numbers(lines: list[Helpline]) -> re.Pattern[str]:
    """Short numbers of listed services, such as the emergency numbers, where they stand alone."""
    listed = (number for line in lines for number in (line.call, line.text_to) if number)
    short = sorted({re.escape(number) for number in listed if len(re.sub(r"\D", "", number)) in {3, 5, 6}})
    return re.compile(rf"(?<![\w$.,/-])(?:{'|'.join(short)})(?![\w%-]|[.,]\d)") if short else re.compile(r"(?!)")


def _numbers(item: Item, short: re.Pattern[str]) -> Iterator[Problem]:
    for value, mark in item.texts():
        exempt = item.kind.name == "sources" and mark.audience == "label"
        for pattern in () if exempt else (_LONG, short):
            yield from (item.problem(value.loc, _message(found[0]), words=found[0]) for found in pattern.finditer(value.value))
    for number, line in enumerate(item.body.split("\n"), item.body_line):
        for pattern in (_LONG, short):
            yield from (item.problem(("body", number), _message(found[0])) for found in pattern.finditer(line))


def _message(number: str) -> str:
    return (
        f"'{number}' looks like a telephone number. Numbers stand in content/library/helplines.yml alone: "
        "write [[helplines/name]], or [[emergency]] for the emergency numbers."
    )

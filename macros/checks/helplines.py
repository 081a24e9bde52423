"""Helplines: numbers stand in one list only, where they can be checked, each can be reached, and no place is forgotten."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.telephone import COUNTRIES, exists, numbers_in
from macros.reading.problem import Problem, one_of
from macros.schema.helpline import Helpline, Place, Topic
from macros.schema.source import Source

# Most texts have no digit, and few have digits with little between them: only these get a close look.
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_MANY_DIGITS = re.compile(r"\d(?:\D{0,3}\d){5}")
# The look of numbers of North America, of the UK, and of international ones: also of those that do not exist.
_LOOK = re.compile(
    r"(?<![\w/.-])(?:\+?1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])"
    r"|(?<![\w/.-])0\d{2,4} ?\d{3,4} ?\d{3,4}(?![\w-])"
    # Without the 1 or any space, or of one town; those of Australia that are free or cost the same everywhere.
    r"|(?<![\w/.-])(?<!\d )\d{3}[ -]\d{4}(?:\d{3})?(?![\w-])"
    r"|(?<![\w/.-])(?:13 \d\d \d\d|1[38]00(?: ?\d){6})(?![\w-])"
    r"|(?<![\w/.-])\+\d{1,3}(?: ?\d{2,4}){2,5}(?![\w-])"
)
# With letters for digits, as in 1-800-GAMBLER: free numbers of North America and of Australia.
_WORDS_FOR_DIGITS = re.compile(
    r"(?<![\w/.-])(?:(?:1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?|1[38]00)[ .-]?"
    r"(?=[\d .-]{0,12}[A-Z]{2})[A-Z\d](?:[ .-]?[A-Z\d]){6}(?![\w-])"
)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Numbers outside the list, and services that cannot be reached."""
    lines = handbook.all_of(Helpline)
    find = _finder(handbook)
    for item in handbook.items.values():
        if not isinstance(item.fields, Helpline):
            yield from _numbers(item, find)
    for item, line in lines:
        if not any((line.call, line.text_to, line.chat, line.web)):
            yield item.problem((), "The service cannot be reached. Give a number to call or text, a chat or a web address.")
        if line.verify_by < line.last_verified:
            yield item.problem(("verify_by",), f"The day lies before last_verified, {line.last_verified}. Write a later one.")
        yield from _wholes(item, line, handbook)
        yield from _no_numbers(item, line, handbook)
    yield from _countries(handbook)
    yield from _cells(handbook)


def _wholes(item: Item, line: Helpline, handbook: Handbook) -> Iterator[Problem]:
    """A line names the parts of a country, so that each part can be asked what it has."""
    for number, name in enumerate(line.places):
        place = handbook.directory.places.get(name)
        if place and place.parts:
            message = f"'{name}' is made of parts. Name those in which the line works: {one_of(place.parts)}."
            yield item.problem(("places", number), message)


def _no_numbers(item: Item, line: Helpline, handbook: Handbook) -> Iterator[Problem]:
    """Numbers that cannot be right, such as one with a digit too few."""
    for field, number in (("call", line.call), ("text_to", line.text_to), ("tty", line.tty)):
        for country in sorted(handbook.directory.dialed_in(line)):
            if number and not exists(number, country):
                message = f"'{number}' is no telephone number in {country}: look at the source again, digit by digit."
                yield item.problem((field,), message)


def _countries(handbook: Handbook) -> Iterator[Problem]:
    """Countries that do not exist, by which no number could be looked at."""
    for item, place in handbook.all_of(Place):
        if place.country and place.country not in COUNTRIES:
            message = f"'{place.country}' is no country in ISO 3166. Write its two letters, such as GB for the United Kingdom."
            yield item.problem(("country",), message)


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
        if line.last_verified > today:
            message = f"{line.name} is said to be checked on {line.last_verified}, a day to come. Is the year right?"
            yield item.problem(("last_verified",), message)


def _short_numbers(lines: Iterable[Helpline]) -> re.Pattern[str]:
    """Short numbers of listed services, such as the emergency numbers, where they stand alone; none that may be a year."""
    listed = (number for line in lines for number in (line.call, line.text_to) if number)
    numbers = (number for number in listed if 3 <= len(re.sub(r"\D", "", number)) <= 6 and not _YEAR.match(number))
    short = sorted(set(map(re.escape, numbers)))
    return re.compile(rf"(?<![\w$.,/-])(?:{'|'.join(short)})(?![\w%-]|[.,]\d)") if short else re.compile(r"(?!)")


def _finder(handbook: Handbook) -> Callable[[str], Iterable[str]]:
    """Finds numbers in a text: of the countries of the handbook, of a telling look, and short ones of listed services."""
    directory = handbook.directory
    countries = COUNTRIES.intersection(place.country for place in directory.places.values() if place.country)
    short = _short_numbers(directory.lines.values())

    def find(text: str) -> Iterable[str]:
        if not _DIGIT.search(text):
            return ()
        whole = [*numbers_in(text, countries), *_LOOK.findall(text)] if _MANY_DIGITS.search(text) else []
        return dict.fromkeys([*whole, *_WORDS_FOR_DIGITS.findall(text), *short.findall(text)])

    return find


def _numbers(item: Item, find: Callable[[str], Iterable[str]]) -> Iterator[Problem]:
    for value, mark in item.texts():
        exempt = isinstance(item.fields, Source) and mark.audience == "label"
        yield from (item.problem(value.loc, _message(found), words=found) for found in find("" if exempt else value.value))
    for number, line in enumerate(item.body.split("\n"), item.body_line):
        yield from (item.problem(("body", number), _message(found)) for found in find(line))


def _message(number: str) -> str:
    return (
        f"'{number}' looks like a telephone number. Numbers belong in content/library/helplines.yml alone: "
        "write [[helplines/name]], or [[emergency]] for the emergency numbers."
    )

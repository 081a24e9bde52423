"""How a helpline is reached, and how it is named in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import quote

from markupsafe import Markup, escape

from macros.handbook import Handbook
from macros.schema.helpline import Helpline, Topic

_UK = ("England", "Scotland", "Wales", "Northern Ireland")
REGIONS = {"US": "United States", "Canada": "Canada", "UK": "United Kingdom", **{nation: nation for nation in _UK}}
"""Headings under which helplines are listed. What works in all four nations stands once, under the UK."""
COUNTRIES = {"US": frozenset({"US"}), "Canada": frozenset({"Canada"}), "UK": frozenset(_UK)}
"""The countries by their short names, each with the names under which helplines list it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a service: a link, and the words on it."""

    kind: Literal["call", "text", "chat", "web"]
    href: str
    words: str
    number: str = ""


def ways(line: Helpline) -> list[Way]:
    """All ways to reach a service, quickest first."""
    found = []
    if line.call:
        found.append(Way("call", f"tel:{_digits(line.call)}", f"Call {line.call}", line.call))
    if line.text_to:
        body = f"?&body={quote(line.text_word)}" if line.text_word else ""
        word = f"{line.text_word} to " if line.text_word else ""
        found.append(Way("text", f"sms:{_digits(line.text_to)}{body}", f"Text {word}{line.text_to}", line.text_to))
    if line.chat:
        found.append(Way("chat", line.chat, "Chat online"))
    if line.web:
        found.append(Way("web", line.web, _host(line.web)))
    return found


def regions(countries: Iterable[str]) -> list[str]:
    """The regions that countries stand for: the four nations together are the UK."""
    names = set(countries)
    if names.issuperset(_UK):
        names = names.difference(_UK) | {"UK"}
    return [region for region in REGIONS if region in names]


def urgency(line: Helpline) -> tuple[int, int]:
    """Order of a helpline: by topic as the schema lists them, then by region."""
    return get_args(Topic).index(line.topic), list(REGIONS).index(regions(line.countries)[0])


def places(countries: Iterable[str]) -> str:
    """Countries as a family says them: 'the US and Canada'."""
    named = [f"the {name}" if name in {"US", "UK"} else name for name in regions(countries)]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def in_a_sentence(line: Helpline, words: str = "") -> Markup:
    """A service in running text: its name, and the quickest way to reach it as a link."""
    return Markup("{} ({})").format(words or line.name, _link(ways(line)[0]))


def emergency_numbers(handbook: Handbook) -> Markup:
    """The emergency numbers in running text: '911 in the US and Canada or 999 in the UK'."""
    by_number: dict[str, list[str]] = {}
    for _, line in handbook.all_of(Helpline):
        if line.topic == "emergency" and line.call:
            by_number.setdefault(line.call, []).extend(line.countries)
    links = [
        Markup('<a class="tel" href="tel:{}">{}</a> in {}').format(_digits(number), number, places(countries))
        for number, countries in sorted(by_number.items(), key=lambda pair: list(REGIONS).index(regions(pair[1])[0]))
    ]
    return Markup(" or ").join(links)


def _link(way: Way) -> Markup:
    rel = Markup(' rel="noreferrer"') if way.kind in {"chat", "web"} else ""
    return Markup('<a class="tel" href="{}"{}>{}</a>').format(way.href, rel, way.words[:1].lower() + way.words[1:])


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit() or character == "+")


def _host(url: str) -> str:
    return str(escape(url.split("://")[1].split("/", maxsplit=1)[0].removeprefix("www.")))

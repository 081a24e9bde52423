"""How a helpline is reached, and how it is named in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup, escape

from macros.catalogue.directory import Directory, Shared
from macros.catalogue.handbook import Handbook
from macros.catalogue.telephone import dialed
from macros.schema.helpline import Helpline

EMERGENCY_TOPIC = "emergency"
ELSEWHERE = "anywhere"
"""The place whose lines work where no listed place is meant. Its emergency number stands last in a sentence."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a service: a link, and the words on it."""

    kind: Literal["call", "text", "chat", "web"]
    href: str
    words: str
    number: str = ""


def ways(line: Helpline, directory: Directory) -> list[Way]:
    """All ways to reach a service, quickest first."""
    found, countries = [], directory.dialed_in(line)
    if line.call:
        found.append(Way("call", f"tel:{dialed(line.call, countries)}", f"Call {line.call}{_pressed(line)}", line.call))
    if line.text_to:
        body = f"?&body={quote(line.text_word)}" if line.text_word else ""
        word = f"{line.text_word} to " if line.text_word else ""
        found.append(Way("text", f"sms:{dialed(line.text_to, countries)}{body}", f"Text {word}{line.text_to}", line.text_to))
    if line.chat:
        found.append(Way("chat", line.chat, "Chat online"))
    if line.web:
        found.append(Way("web", line.web, _host(line.web)))
    return found


def in_a_sentence(line: Helpline, directory: Directory, words: str = "") -> Markup:
    """A service in running text: its name, and the quickest way to reach it as a link."""
    way = ways(line, directory)[0]
    return Markup("{} ({})").format(words or line.name, _link(way, way.words[:1].lower() + way.words[1:]))


def emergency_row(handbook: Handbook) -> Markup:
    """The emergency numbers alone, for where their places have been said: '911 / 999 / 112'."""
    ways_to_call = [ways(shared.line, handbook.directory)[0] for shared in _emergency_lines(handbook)]
    return Markup(" / ").join(_link(way, way.number) for way in ways_to_call)


def _emergency_lines(handbook: Handbook) -> list[Shared]:
    directory = handbook.directory
    elsewhere = [ELSEWHERE] if ELSEWHERE in directory.places else []
    return directory.first(EMERGENCY_TOPIC, [*directory.at_hand, *elsewhere])


def topic_numbers(handbook: Handbook, topic: str) -> Markup:
    """The first number of each place at hand in running text: '988 (US, Canada), 116 123 (UK) or 13 11 14 (Australia)'."""
    lines = _emergency_lines(handbook) if topic == EMERGENCY_TOPIC else handbook.directory.first(topic)
    numbers = [_numbered(shared, handbook.directory) for shared in lines]
    return Markup(" or ").join([Markup(", ").join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)


def _numbered(shared: Shared, directory: Directory) -> Markup:
    way = ways(shared.line, directory)[0]
    words = f"{way.number}{_pressed(shared.line)}" if way.kind == "call" else way.words[:1].lower() + way.words[1:]
    if way.kind == "chat" and shared.line.web:
        words = _host(shared.line.web)
    return Markup("{} ({})").format(_link(way, words), ", ".join(shared.regions))


def _link(way: Way, words: str) -> Markup:
    rel = Markup(' rel="noreferrer"') if way.kind in {"chat", "web"} else ""
    return Markup('<a class="tel" href="{}"{}>{}</a>').format(way.href, rel, words)


def _pressed(line: Helpline) -> str:
    """What must be pressed to reach the service, as it stands behind a number; empty where nothing must."""
    return f", press {line.then_press}" if line.then_press else ""


def _host(url: str) -> str:
    return str(escape(url.split("://")[1].split("/", maxsplit=1)[0].removeprefix("www.")))

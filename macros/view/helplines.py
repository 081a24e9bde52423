"""How a helpline is reached, and how it is named in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from macros.catalogue.directory import Directory, Shared
from macros.catalogue.telephone import dialed
from macros.language.words import Words
from macros.schema.helpline import Helpline
from macros.view.inlines import Numbers, Service, Way

EMERGENCY_TOPIC = "emergency"
ELSEWHERE = "anywhere"
"""The place whose lines work where no listed place is meant. Its emergency number is the last in a sentence."""


def ways(line: Helpline, directory: Directory, say: Words) -> tuple[Way, ...]:
    """All ways to reach a service, quickest first."""
    return tuple(_ways(line, directory.dialed_in(line), say))


def _ways(line: Helpline, countries: frozenset[str], say: Words) -> Iterator[Way]:
    if line.call:
        yield Way(
            "call", f"tel:{dialed(line.call, countries)}", say("way-call", number=_pressed(line.call, line, say)), line.call
        )
    if line.text_to:
        body = f"?&body={quote(line.text_word)}" if line.text_word else ""
        text = (
            say("way-text-word", word=line.text_word, number=line.text_to)
            if line.text_word
            else say("way-text", number=line.text_to)
        )
        yield Way("text", f"sms:{dialed(line.text_to, countries)}{body}", text, line.text_to)
    if line.chat:
        yield Way("chat", line.chat, say("way-chat"))
    if line.web:
        yield Way("web", line.web, host(line.web))


def service(line: Helpline, directory: Directory, say: Words, words: str = "") -> Service:
    """A service in running text: its name, and the quickest way to reach it."""
    way = ways(line, directory, say)[0]
    return Service(words or line.name, Way(way.kind, way.href, in_sentence(way.words), way.number))


def shortest(line: Helpline, directory: Directory, say: Words) -> Way:
    """The quickest way to reach a service, in as few words as do: a number, what to text, or the name of a site."""
    way = ways(line, directory, say)[0]
    words = _pressed(way.number, line, say) if way.kind == "call" else in_sentence(way.words)
    if way.kind == "chat" and line.web:
        words = host(line.web)
    return Way(way.kind, way.href, words, way.number)


def numbers(directory: Directory, topic: str, say: Words) -> Numbers:
    """The first number of each place at hand for a topic, in running text; for no topic, the emergency numbers."""
    lines = directory.first(topic) if topic not in {"", EMERGENCY_TOPIC} else emergency_lines(directory)
    joiners = (say("join"), say("join-or"))
    # A check, which reads the words as well, tells of a line that cannot be reached.
    calls = (_numbered(shared, directory, say) for shared in lines if ways(shared.line, directory, say))
    # Where there is one country, nobody needs to be told which it is.
    return Numbers(tuple(calls), joiners, short=not topic, bare=len(directory.countries) == 1)


def emergency_lines(directory: Directory) -> list[Shared]:
    """The emergency number of each place at hand, and the one that works elsewhere."""
    elsewhere = [ELSEWHERE] if ELSEWHERE in directory.places else []
    return directory.first(EMERGENCY_TOPIC, [*directory.at_hand, *elsewhere])


def _numbered(shared: Shared, directory: Directory, say: Words) -> tuple[Way, str, str]:
    way = ways(shared.line, directory, say)[0]
    return way, shortest(shared.line, directory, say).words, say.listed(shared.regions)


def in_sentence(words: str) -> str:
    """Words that begin a line, as they are within a sentence."""
    return words[:1].lower() + words[1:]


def _pressed(number: str, line: Helpline, say: Words) -> str:
    """A number with the key without which the caller reaches another service."""
    return say("number-press", number=number, key=line.then_press) if line.then_press else number


def host(address: str) -> str:
    """The name of a site, as it is said."""
    return (urlsplit(address).hostname or "").removeprefix("www.")

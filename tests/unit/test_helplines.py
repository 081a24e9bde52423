from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from macros.catalogue.directory import Directory
from macros.catalogue.handbook import Handbook
from macros.checks import helplines as check
from macros.language.words import words_of_language
from macros.schema.helpline import Helpline, Place
from macros.site.html_renderer import HtmlRenderer
from macros.view.blocks import Helplines, Lines
from macros.view.context import View
from macros.view.helplines import numbers, service
from macros.view.helplines import ways as ways_of
from macros.view.inlines import Way
from macros.view.lists import helpline as shown_helpline
from macros.view.lists import helplines_by_region
from macros.view.plain import plain, plain_inline
from tests.helpers import PLACES, TOPICS, Fields, Files, entry, helpline, messages, page, source, told

_SAY = words_of_language("en")


def _line(**changes: object) -> Helpline:
    return Helpline.model_validate(helpline(**changes))


_DIRECTORY = Directory({slug: Place.model_validate(place) for slug, place in PLACES.items()}, {}, {})


def _ways(line: Helpline) -> tuple[Way, ...]:
    return ways_of(line, _DIRECTORY, _SAY)


def _in_a_sentence(handbook: Handbook, topic: str) -> str:
    """The numbers for a topic, as they are said in running text."""
    return plain_inline(numbers(handbook.directory, topic, _SAY))


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({"call": "988"}, ("call", "tel:988", "Call 988")),
        ({"call": "202-555-0101"}, ("call", "tel:+12025550101", "Call 202-555-0101")),
        ({"call": None, "text_to": "202-555-0101"}, ("text", "sms:+12025550101", "Text 202-555-0101")),
        ({"call": "+44 20 7946 0101"}, ("call", "tel:+442079460101", "Call +44 20 7946 0101")),
        ({"call": None, "text_to": "555019"}, ("text", "sms:555019", "Text 555019")),
        ({"call": None, "text_to": "555019", "text_word": "HELLO"}, ("text", "sms:555019?&body=HELLO", "Text HELLO to 555019")),
        ({"call": None, "chat": "https://chat.example.org/"}, ("chat", "https://chat.example.org/", "Chat online")),
        ({"call": None, "web": "https://www.example.org/a/b"}, ("web", "https://www.example.org/a/b", "example.org")),
    ],
)
def test_a_service_is_reached_by_each_of_its_ways(changes: dict[str, object], way: tuple[str, str, str]) -> None:
    (found,) = _ways(_line(**changes))
    assert (found.kind, found.href, found.words) == way


def test_the_quickest_way_is_first() -> None:
    line = _line(web="https://e.org/", chat="https://c.org/", text_to="555019")
    assert [way.kind for way in _ways(line)] == ["call", "text", "chat", "web"]


@pytest.mark.parametrize("word", ["your ZIP code", "A&B", "a#b", 'say "hi"'])
def test_the_word_of_a_text_message_cannot_break_the_link(word: str) -> None:
    (way,) = _ways(_line(call=None, text_to="555019", text_word=word))
    assert not set(' "#') & set(way.href)
    assert way.href.count("&") <= 1


def test_a_service_in_a_sentence_has_its_quickest_way(tiny: Handbook) -> None:
    line = _line(call=None, web="https://www.example.org/a?b=1&c=2")
    link = '<a class="tel" href="https://www.example.org/a?b=1&amp;c=2" rel="noreferrer">example.org</a>'
    assert HtmlRenderer(View(tiny), "").inline(service(line, _DIRECTORY, _SAY)) == f"Example Line ({link})"


@pytest.mark.parametrize(("where", "told"), [("chat", True), ("web", True), ("call", False)])
def test_no_service_is_told_from_which_page_somebody_comes(tiny: Handbook, where: str, told: bool) -> None:  # noqa: FBT001
    line = _line(**{"call": None, where: "202-555-0101" if where == "call" else "https://example.org/"})
    (way,) = _ways(line)
    assert ('rel="noreferrer"' in HtmlRenderer(View(tiny), "").way(way)) is told


_PLACED: Files = {"library/places": PLACES, "library/topics": TOPICS}


def test_the_numbers_of_a_topic_appear_once_with_their_places(make: Callable[[Files], Handbook]) -> None:
    lines = {
        "uk": helpline(topics=["emergency"], call="999", places=["england", "scotland"]),
        "us": helpline(topics=["emergency"], call="911", places=["us"]),
        "ca": helpline(topics=["emergency"], call="911", places=["canada"]),
        "in": helpline(topics=["emergency"], call="112", places=["india"]),
        "other": helpline(call="555"),
    }
    assert _in_a_sentence(make({**_PLACED, "library/helplines": lines}), "emergency") == "911 (US, Canada) or 999 (UK)"


def test_the_emergency_number_of_all_other_places_is_last(make: Callable[[Files], Handbook]) -> None:
    places = {**PLACES, "anywhere": {"name": "Anywhere else", "short": "elsewhere"}}
    lines = {
        "any": helpline(topics=["emergency"], call="112", places=["anywhere"]),
        "us": helpline(topics=["emergency"], call="911", places=["us"]),
    }
    handbook = make({"library/places": places, "library/topics": TOPICS, "library/helplines": lines})
    assert _in_a_sentence(handbook, "emergency") == "911 (US) or 112 (elsewhere)"


def test_a_service_without_a_number_is_named_by_its_address(make: Callable[[Files], Handbook]) -> None:
    lines = {"a": helpline(call=None, web="https://www.example.org/a"), "b": helpline(call=None, text_to="55", places=["canada"])}
    handbook = make({**_PLACED, "library/helplines": lines})
    assert _in_a_sentence(handbook, "families") == "example.org (US) or text 55 (Canada)"


@pytest.mark.parametrize("lines", [{}, {"a": helpline(call=None)}], ids=["no line", "a line that cannot be reached"])
def test_where_nobody_can_be_called_a_check_can_still_read_the_sentence(make: Callable[[Files], Handbook], lines: Fields) -> None:
    assert _in_a_sentence(make({**_PLACED, "library/helplines": lines}), "families") == ""


def _numbers(handbook: Handbook) -> list[str]:
    return [told.partition("'")[2].partition("'")[0] for told in messages(check.check(handbook))]


_LISTED = {"s": helpline(call="555 019"), "four": helpline(call="1737"), "like-a-year": helpline(call="1984")}
_LINES: Files = {**_PLACED, "library/helplines": {"e": helpline(topics=["emergency"], call="911"), **_LISTED}}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Call 202-555-0101 now.", "202-555-0101"),
        ("Call (202) 555-0101.", "(202) 555-0101"),
        ("Call 1-800-555-0101.", "1-800-555-0101"),
        ("Call +1 202 555 0101.", "+1 202 555 0101"),
        ("Call 202.555.0101.", "202.555.0101"),
        ("Call 020 7946 0101.", "020 7946 0101"),
        ("Call 0800 123 4567.", "0800 123 4567"),
        ("Call +44 20 7946 0101.", "+44 20 7946 0101"),
        ("Call 08080 10 10 11.", "08080 10 10 11"),
        ("Call 0808 80 10 800.", "0808 80 10 800"),
        ("Call 0800 1111.", "0800 1111"),
        ("Call 08457 90 90 90.", "08457 90 90 90"),
        ("Call 2025550143.", "2025550143"),
        ("Call 555 1234567.", "555 1234567"),
        ("Call 555-0143.", "555-0143"),
        ("Call 13 11 14.", "13 11 14"),
        ("Call 1800 250 015.", "1800 250 015"),
        ("Call 1300 22 4636.", "1300 22 4636"),
        ("Call 1 800 662 HELP.", "1 800 662 HELP"),
        ("Call 1-800-GAMBLER, or wait.", "1-800-GAMBLER"),
        ("Call (800) 662-HELP.", "(800) 662-HELP"),
        ("Call 1-877-8-HOPENY.", "1-877-8-HOPENY"),
        ("Call 1800 RESPECT.", "1800 RESPECT"),
        ("Call 1737 tonight.", "1737"),
        ("Call 1 800 273 8255.", "1 800 273 8255"),
        ("Call +353 1 809 2166.", "+353 1 809 2166"),
        ("Call 911.", "911"),
        ("Dial 911, then wait.", "911"),
        ("Text 555 019 now", "555 019"),
    ],
)
def test_a_number_outside_the_list_is_found(make: Callable[[Files], Handbook], text: str, number: str) -> None:
    assert _numbers(make({**_LINES, "techniques/a": entry(for_families=text)})) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "In 1999, 42 of 130 families came on 2026-11-21.",
        "It costs $911, or 911% of it, in 12 weeks at 9:11.",
        "See [[sources/doe-1999]], 10.1037/0022-006X.67.5.688, pages 688-97.",
        "See Journal 2004;30(4):711–48, PMID 15624546, PMC10714668, doi 10.1081/ADA-200037533.",
        "Of 110 000 to 1 250 000 people, 2,115 came from 2009-2019, 137 at 10:30 on 21.11.2026.",
        "Call [[emergency]] or [[helplines/e]].",
        "Room 1911 in 9110 Street.",
        "In 1984, in 1800 AMERICAN towns, 855 OF PEOPLE, 800 MG, 13 GROUPS.",
        "From 2009 to 2019, 100-200 of 1 000 came 1 to 3 times in 12-15 weeks.",
    ],
)
def test_other_figures_are_no_telephone_numbers(make: Callable[[Files], Handbook], text: str) -> None:
    assert _numbers(make({**_LINES, "techniques/a": entry(for_families=text)})) == []


def test_numbers_on_pages_have_their_line(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**_LINES, "pages/a.md": page("Fine.\n\nCall 911.\n")})
    assert [problem.line for problem in check.check(handbook)] == [7]


def test_the_title_of_a_publication_may_hold_a_number(make: Callable[[Files], Handbook]) -> None:
    assert _numbers(make({**_LINES, "library/sources": {"a": source(title="Why families call 911")}})) == []


def test_a_service_that_cannot_be_reached_is_found(make: Callable[[Files], Handbook]) -> None:
    lines = {"a": helpline(call=None), "b": helpline(call=None, web="https://example.org/")}
    (message,) = messages(check.check(make({"library/helplines": lines})))
    assert message.startswith("content/library/helplines.yml:1: a: The service cannot be reached.")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"call": "202-555-010"}, ["call: '202-555-010' is no telephone number in US"]),
        ({"call": "0808 808 800", "places": ["england"]}, ["call: '0808 808 800' is no telephone number in GB"]),
        ({"text_to": "20255501011"}, ["text_to: '20255501011' is no telephone number in US"]),
        ({"tty": "10"}, ["tty: '10' is no telephone number in US"]),
        ({"call": "0808 808 8000", "places": ["us", "england"]}, ["call: '0808 808 8000' is no telephone number in US"]),
        ({"call": "202-555-0101", "tty": "1-800-222-1222", "text_to": "741741"}, []),
        ({"call": "116 123", "places": ["england", "scotland"]}, []),
        ({"call": "310-1818", "places": ["canada"]}, []),
        ({"call": "14416", "places": ["india"]}, []),
        ({"call": "10", "places": ["mars"]}, []),
    ],
)
def test_a_number_that_no_place_can_have_is_found(
    make: Callable[[Files], Handbook], changes: dict[str, object], found: list[str]
) -> None:
    places = {**PLACES, "mars": {"name": "Mars", "short": "Mars"}}
    handbook = make({"library/places": places, "library/topics": TOPICS, "library/helplines": {"a": helpline(**changes)}})
    assert told(check.check(handbook)) == [f"a.{message}: look at the source again, digit by digit." for message in found]


def test_a_country_that_does_not_exist_is_found(make: Callable[[Files], Handbook]) -> None:
    places = {**PLACES, "england": {**PLACES["england"], "country": "UK"}}
    handbook = make({"library/places": places})
    message = "england.country: 'UK' is no country in ISO 3166. Write its two letters, such as GB for the United Kingdom."
    assert told(check.check(handbook)) == [message]


@pytest.mark.parametrize(("day", "found"), [("2026-07-01", 0), ("2026-07-02", 1)])
def test_a_line_is_overdue_on_the_day_after_its_last(make: Callable[[Files], Handbook], day: str, found: int) -> None:
    handbook = make({"library/helplines": {"a": helpline(verify_by="2026-07-01")}})
    assert len(list(check.overdue(handbook, datetime.date.fromisoformat(day)))) == found


def test_a_line_cannot_be_checked_on_a_day_to_come(make: Callable[[Files], Handbook]) -> None:
    handbook = make({"library/helplines": {"a": helpline(last_verified="2026-07-02", verify_by="2027-07-01")}})
    assert len(list(check.overdue(handbook, datetime.date(2026, 7, 1)))) == 1
    assert list(check.overdue(handbook, datetime.date(2026, 7, 2))) == []


@pytest.mark.parametrize(("verify_by", "found"), [("2025-12-31", 1), ("2026-01-01", 0)])
def test_a_line_is_not_to_be_checked_before_it_was(make: Callable[[Files], Handbook], verify_by: str, found: int) -> None:
    problems = list(check.check(make({"library/helplines": {"a": helpline(verify_by=verify_by)}})))
    assert [problem.field for problem in problems] == ["a.verify_by"] * found


def test_the_calendar_is_looked_at_only_when_asked(make: Callable[[Files], Handbook]) -> None:
    handbook = make({"library/helplines": {"a": helpline(last_verified="1998-01-01", verify_by="1999-01-01")}})
    assert list(check.check(handbook)) == []


def test_a_list_in_what_is_said_where_there_is_no_line_is_not_lost(make: Callable[[Files], Handbook]) -> None:
    topics = {
        "violence": {"title": "Violence", "in_short": "violence", "none": [{"place": "us", "says": "Use:\n\n- one\n- two\n"}]}
    }
    files: Files = {"library/places": PLACES, "library/topics": {**TOPICS, **topics}, "library/helplines": {"a": helpline()}}
    shown = [plain(line) for block in helplines_by_region(View(make(files))) if isinstance(block, Lines) for line in block.items]
    assert shown == ["Violence: Use: one two"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"how": "seen on its page", "page_date": "2025-03"}, "Seen on its page. Date of the page: 2025-03."),
        ({"how": "seen on its page"}, "Seen on its page. The page bears no date."),
    ],
)
def test_a_line_says_how_it_was_checked_and_of_when_its_page_is(
    make: Callable[[Files], Handbook], changes: dict[str, object], said: str
) -> None:
    view = View(make({**_PLACED, "library/helplines": {"a": helpline(**changes)}}))
    assert " ".join(shown_helpline(view, view.handbook.items["helplines/a"]).checked) == said


def test_other_pages_link_to_a_line_where_it_is_listed_first(make: Callable[[Files], Handbook]) -> None:
    lines = {"wide": helpline(places=["us", "canada", "england"]), "narrow": helpline(places=["canada"])}
    blocks = helplines_by_region(View(make({**_PLACED, "library/helplines": lines})))
    anchored = [(line.slug, line.anchored) for block in blocks if isinstance(block, Helplines) for line in block.helplines]
    assert anchored == [("wide", True), ("wide", False), ("narrow", True), ("wide", False)]


def _needed(**topic: object) -> Files:
    topics = {"families": {"title": "Families", "in_short": "families", "needed": "true", **topic}}
    return {
        "library/places": PLACES,
        "library/topics": topics,
        "library/helplines": {"a": helpline(call="112", places=["us", "england"])},
    }


def test_a_place_without_a_line_that_it_needs_is_found(make: Callable[[Files], Handbook]) -> None:
    assert told(check.check(make(_needed()))) == [
        f"families: {name} has no line for “Families”. List one in helplines.yml, or say under 'none' what to use there."
        for name in ("Canada", "Scotland")
    ]


def test_a_reason_takes_the_place_of_a_line(make: Callable[[Files], Handbook]) -> None:
    none = [{"place": "canada", "says": "None known."}, {"place": "scotland", "says": "None known."}]
    assert told(check.check(make(_needed(none=none)))) == []
    assert told(check.check(make(_needed(needed="false")))) == []


def test_a_reason_that_no_longer_holds_is_found(make: Callable[[Files], Handbook]) -> None:
    none = [{"place": place, "says": "None known."} for place in ("canada", "scotland", "us")]
    assert told(check.check(make(_needed(none=none)))) == ["families.none[2]: US has a line for this: 'a'. Remove the reason."]


def test_a_line_names_the_parts_of_a_country(make: Callable[[Files], Handbook]) -> None:
    handbook = make({**_PLACED, "library/helplines": {"a": helpline(places=["uk"])}})
    message = "a.places[0]: 'uk' is made of parts. Name those in which the line works: 'england' or 'scotland'."
    assert told(check.check(handbook)) == [message]


def test_a_key_without_which_another_service_answers_is_wherever_the_number_is(make: Callable[[Files], Handbook]) -> None:
    lines = {"a": helpline(call="988", then_press="1", topics=["families"]), "b": helpline(call="988", places=["canada"])}
    handbook = make({**_PLACED, "library/helplines": lines})
    assert _in_a_sentence(handbook, "families") == "988, press 1 (US) or 988 (Canada)"
    assert plain_inline(service(_line(call="988", then_press="1"), _DIRECTORY, _SAY)) == "Example Line (call 988, press 1)"
    assert _ways(_line(call="988", then_press="1"))[0].href == "tel:988"

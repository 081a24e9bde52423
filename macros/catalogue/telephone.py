"""Telephone numbers: how one is dialed from any phone, whether there can be such a number, and where one stands in a text.

A wrong link can cost a life, so a number stays as it is printed unless another form is sure to reach the same service.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import phonenumbers as phone
from phonenumbers import PhoneNumberType as Kind

COUNTRIES: frozenset[str] = frozenset(phone.SUPPORTED_REGIONS)
"""Every country that has telephone numbers, in the two letters of ISO 3166."""

# Free numbers and numbers of one price are made for callers inside a country; many answer to their short form alone.
_FROM_ANYWHERE = frozenset({Kind.FIXED_LINE, Kind.MOBILE, Kind.FIXED_LINE_OR_MOBILE})
_NORTH_AMERICA = 1


def dialed(number: str, countries: Iterable[str]) -> str:
    """What a link dials: the international form where it reaches the service as surely, else the digits as they are printed.

    Args:
        number: the number as it is printed.
        countries: the countries in which it works, in two letters. They must agree on the international form.
    """
    forms = {_international(number, country) for country in countries}
    agreed = forms.pop() if len(forms) == 1 else ""
    return agreed or "".join(character for character in number if character.isdigit() or character == "+")


def exists(number: str, country: str) -> bool:
    """Whether there can be such a number in a country, in full or as a short code."""
    try:
        found = phone.parse(number, country)
    except phone.NumberParseException:
        return False
    return phone.is_valid_number_for_region(found, country) or phone.is_possible_short_number_for_region(found, country)


def numbers_in(text: str, countries: Iterable[str]) -> list[str]:
    """International numbers and those of some countries in a text, as they are written, in their order; no short codes."""
    regions = (None, *countries)
    found = {(match.start, match.raw_string) for region in regions for match in phone.PhoneNumberMatcher(text, region)}
    return [written for _, written in sorted(found)]


# The numbers of a topic stand in many texts.
@cache
def _international(number: str, country: str) -> str:
    # A number without the 0 that its country asks for is one of a town, and is not found.
    match = next(iter(phone.PhoneNumberMatcher(number, country)), None)
    if match is None or match.raw_string != number:
        return ""
    kind = phone.number_type(match.number)
    # In North America the international form has the same digits, so free numbers lose nothing by it.
    sure = kind in _FROM_ANYWHERE or (kind == Kind.TOLL_FREE and match.number.country_code == _NORTH_AMERICA)
    return phone.format_number(match.number, phone.PhoneNumberFormat.E164) if sure else ""

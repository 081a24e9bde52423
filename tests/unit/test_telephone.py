from __future__ import annotations

import pytest

from macros.catalogue.telephone import dialed, exists, numbers_in


@pytest.mark.parametrize(
    ("number", "countries", "link"),
    [
        ("0161 496 0000", ["GB"], "+441614960000"),
        ("07860 077333", ["GB"], "+447860077333"),
        ("01 809 2166", ["IE"], "+35318092166"),
        ("0458 737 732", ["AU"], "+61458737732"),
        ("438-601-1211", ["CA"], "+14386011211"),
        ("(202) 555-0101", ["US"], "+12025550101"),
        ("1-800-662-4357", ["US"], "+18006624357"),
        ("1-800-422-4453", ["US", "CA"], "+18004224453"),
    ],
)
def test_a_number_that_is_reached_from_anywhere_is_dialed_in_full(number: str, countries: list[str], link: str) -> None:
    assert dialed(number, countries) == link


@pytest.mark.parametrize(
    ("number", "country"),
    [
        *[("911", "US"), ("988", "US"), ("999", "GB"), ("112", "ZA"), ("000", "AU"), ("111", "NZ"), ("116 123", "GB")],
        *[("13 11 14", "AU"), ("1300 659 467", "AU"), ("1800 55 1800", "AU"), ("1800 111 888", "IE")],
        *[("0808 808 8000", "GB"), ("0800 1111", "GB"), ("0300 123 6600", "GB"), ("0345 123 2304", "GB")],
        *[("0800 543 354", "NZ"), ("0508 828 865", "NZ"), ("0800 567 567", "ZA"), ("310-1818", "CA")],
        *[("741741", "US"), ("81066", "GB"), ("50808", "IE"), ("4357", "NZ"), ("32312", "ZA"), ("14416", "IN")],
    ],
)
def test_a_number_for_callers_inside_a_country_stays_as_it_is_printed(number: str, country: str) -> None:
    assert dialed(number, [country]) == "".join(filter(str.isdigit, number))


@pytest.mark.parametrize(
    ("number", "countries"),
    [
        ("0161 496 0000", []),
        ("0161 496 0000", ["GB", "IE"]),
        ("01 809 2166", ["IE", "US"]),
        ("0458 737 732", ["AU", "NZ"]),
        ("438-601-1211", ["CA", "GB"]),
        ("12 202-555-0101", ["US"]),
        ("161 496 0000", ["GB"]),
        ("809 2166", ["IE"]),
        ("07700 900000", ["GB"]),
    ],
    ids=["no country", *["two countries"] * 4, "more digits", "without the 0", "of a town", "unknown"],
)
def test_where_it_is_not_sure_the_number_stays_as_it_is_printed(number: str, countries: list[str]) -> None:
    assert dialed(number, countries) == "".join(filter(str.isdigit, number))


def test_an_international_number_stays_one() -> None:
    assert dialed("+44 (161) 496 0000", []) == "+441614960000"
    assert dialed("+44 808 808 8000", ["GB"]) == "+448088088000"


@pytest.mark.parametrize(
    ("number", "country", "found"),
    [
        ("1-800-662-4357", "US", True),
        ("988", "US", True),
        ("1737", "NZ", True),
        ("1-800-662-435", "US", False),
        ("0808 808 800", "GB", False),
        ("0300 123 66000", "GB", False),
        ("0808 808 8000", "US", False),
        ("(", "US", False),
    ],
)
def test_a_number_with_a_digit_too_few_cannot_exist(number: str, country: str, found: object) -> None:
    assert exists(number, country) is found


def test_numbers_in_a_text_are_found_as_they_are_written() -> None:
    text = "Call 0808 808 8000 or (202) 555-0101, from abroad +44 161 496 0000, before 2026-11-21. Not 911."
    assert numbers_in(text, ["US", "GB"]) == ["0808 808 8000", "(202) 555-0101", "+44 161 496 0000"]
    assert numbers_in(text, []) == ["+44 161 496 0000"]

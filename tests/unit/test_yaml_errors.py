from __future__ import annotations

import pytest
import yaml

from macros.reading import yaml_errors
from macros.reading.source_file import parse

_SNIPPETS = {
    "a colon in a text": "title: Say this: now",
    "a quotation mark left open": 'title: "abc\ncode: Q01\n',
    "an apostrophe left open": "title: 'abc\ncode: Q01\n",
    "a backslash in double quotes": 'title: "a\\qb"',
    "a backtick at the start": "title: `x`",
    "an at sign at the start": "title: @home",
    "a percent sign at the start": "title: %x",
    "a line with a percent sign": "%x\ntitle: a",
    "emphasis at the start": "title: *hello* you",
    "a list mark in a line": "title: * hello",
    "an ampersand at the start": "title: & more",
    "an exclamation mark within a word": "title: !a!b x",
    "a missing colon": "title: a\ncode Q01\nsummary: b",
    "a wrong indentation": "steps:\n  - title: a\n text: b",
    "words after a quotation": 'title: "a" b',
    "an apostrophe in single quotes": "title: 'don't'",
    "a quotation at the start of a list line": 'say:\n  - "I love you," he said.',
    "a field in a list": "steps:\n  - title: a\n   text: b",
    "a list in a line": "say: - a",
    "a bell": "title: a\nsummary: b\x07c",
    "a reference at the start": "title: [[a/b]] text",
    "a first line with a space": "  title: a\ncode: b",
    "a bracket left open": "title: [a\n",
    "a bracket left open before another field": "title: [a\ncode: Q01",
    "a brace left open": "title: {a\ncode: Q01",
    "a text behind a bar": "title: | text",
    "a text behind an angle bracket": "title: > text",
}


@pytest.mark.parametrize("text", _SNIPPETS.values(), ids=_SNIPPETS)
def test_a_common_mistake_has_a_meaning_of_its_own(text: str) -> None:
    source, problems = parse(text.encode(), "f.yml")
    assert source is None
    assert "not valid YAML" not in problems[-1].message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title: a\nsummary: "abc\ncode: Q01\n', 2),
        ("title: a\nsummary: Say: this: now\n", 2),
        ("title: a\ncode Q01\n", 2),
        ("title: a\ncode Q01\nsummary: b\n", 2),
        ("title: a\nsummary: b\x07c\n", 2),
        ("title: a\nsummary: `b`\n", 2),
    ],
)
def test_the_line_is_the_one_that_must_be_mended(text: str, line: int) -> None:
    assert [problem.line for problem in parse(text.encode(), "f.yml")[1]] == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("doe:\ntitle: a\n  year: 1\n", 2),
        ("doe:\n  title: a\nyear: 1\n  doi: b\n", 3),
        ("roe:\n  title: a\n\ndoe:\n  title: a\nyear: 1\n  doi: b\n", 6),
        ("doe:\n  topics:\n    - a\n\nyear: 1\n  doi: b\n", 5),
        ("a:\n  steps:\n    title: a\n  text: b\n    more: c\n", 4),
    ],
)
def test_a_line_with_too_few_spaces_is_named_itself(text: str, line: int) -> None:
    (problem,) = parse(text.encode(), "f.yml")[1]
    assert (problem.line, problem.message) == (line, yaml_errors._TOO_FEW)


@pytest.mark.parametrize("text", ["title: a\nyear: 1\n  doi: b\n", "doe:\n  title: a\n    year: 1\n", "title: a\n  b: c\n"])
def test_a_line_with_too_many_spaces_is_told_with_the_one_above(text: str) -> None:
    (problem,) = parse(text.encode(), "f.yml")[1]
    assert problem.message == yaml_errors._BROKEN_ABOVE


@pytest.mark.parametrize("text", ["title a\ncode: Q01\n", "title: a\n code: Q01\n"], ids=["no colon above", "indented"])
def test_a_field_that_follows_a_broken_line_is_not_called_a_text_with_a_colon(text: str) -> None:
    (problem,) = parse(text.encode(), "f.yml")[1]
    assert problem.message != "The text contains a colon followed by a space. Put the whole text in quotes."


@pytest.mark.parametrize(("sign", "meaning"), yaml_errors._MEANINGS, ids=[sign for sign, _ in yaml_errors._MEANINGS])
def test_no_meaning_is_idle(sign: str, meaning: str) -> None:
    """Each is the first that fits what libyaml, or PyYAML where libyaml is missing, says of some real mistake."""
    assert meaning in {yaml_errors.in_plain_words(error, lines, 0)[1] for error, lines in _errors() if sign in str(error)}


def _errors() -> list[tuple[yaml.YAMLError, tuple[str, ...]]]:
    found = []
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        for text in _SNIPPETS.values():
            try:
                list(yaml.parse(text, Loader=loader))
            except yaml.YAMLError as error:
                found.append((error, tuple(text.split("\n"))))
    return found


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("title: a\npurpose: [[helplines/a]] can help.\n", 2, "begins with '[['"),
        ('say:\n  - "I love you," and then wait.\n', 2, "The quotation marks end before"),
        ("title: 'A' and b: c\n", 1, "The quotation marks end before"),
        ("title: \u201cSoft: voice\u201d\n", 1, "Curly quotation marks"),
        ("title: a\ncode:\u00a0Q09\nsummary: b\n", 2, "A space on the line is none"),
        ("say:\n  - a\n\u00a0\u00a0- b\nsummary: c\n", 3, "A space on the line is none"),
        ("purpose: |\n  One line.\nPasted text\ntitle: a\n", 3, "indented by two spaces"),
        ("b:\nauthors: x\n  year: 2001\n", 2, "too few spaces before this line"),
    ],
)
def test_what_an_author_sees_at_once_is_told_as_it_is_seen(text: str, line: int, told: str) -> None:
    (problem,) = parse(text.encode(), "f.yml")[1]
    assert problem.line == line
    assert told in problem.message


def test_an_error_without_a_place_is_on_the_first_line() -> None:
    assert yaml_errors.in_plain_words(yaml.YAMLError("something new"), ("",), 0)[0] == 1

from __future__ import annotations

import gc

import pytest

from macros.reading.place import Span, dotted
from macros.reading.plain_file import MAX_BYTES, decode
from macros.reading.source_file import Source, parse
from macros.reading.yaml_builder import MAX_DEPTH, Data, EngineBuilder, Foreign
from tests.helpers import messages


def read(text: str) -> Source:
    source, problems = parse(text.encode(), "f.yml")
    assert source, messages(problems)
    return source


def refusals(text: str) -> list[str]:
    source, problems = parse(text.encode(), "f.yml")
    assert source is None
    return messages(problems)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_an_end_of_a_line_that_no_editor_shows_is_told_on_its_line(end: str) -> None:
    _, problems = decode(f"a: b\nc: d{end}e\n".encode(), "f.yml")
    assert [(problem.line, "invisible mark for the end of a line" in problem.message) for problem in problems] == [(2, True)]


def test_a_sign_for_nothing_is_no_value() -> None:
    assert read("a: ~\nb: '~'").data == {"a": None, "b": "~"}


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "true", "null", "0123", "1e3", "0x10", "1_000", "2026-11-21", "12:30", ".inf", "="]
)
def test_every_scalar_stays_text(word: str) -> None:
    assert read(f"a: {word}\nb:\n  - {word}").data == {"a": word, "b": [word]}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 'it''s'", {"a": "it's"}),
        ('a: "x: y"', {"a": "x: y"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: one\n  two", {"a": "one two"}),
        ("a:\n- b\n- c", {"a": ["b", "c"]}),
        ("a: [b, c]", {"a": ["b", "c"]}),
        ("a: {b: c}", {"a": {"b": "c"}}),
        ("a: ''", {"a": ""}),
        ("# a remark\na: b\n# another", {"a": "b"}),
        ("---\na: b\n", {"a": "b"}),
        ("no: b", {"no": "b"}),
        ("a: 🙂 שלום", {"a": "🙂 שלום"}),
    ],
)
def test_what_an_author_writes_is_read_as_meant(text: str, data: Data) -> None:
    assert read(text).data == data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a:", {"a": None}),
        ("a:\nb: c", {"a": None, "b": "c"}),
        ("a:\n  -\n  - b", {"a": [None, "b"]}),
        ("{a: , b: c}", {"a": None, "b": "c"}),
    ],
)
def test_a_key_without_a_value_is_told_apart_from_an_empty_text(text: str, data: Data) -> None:
    assert read(text).data == data


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b\na: c", "f.yml:2: a: The field appears twice; the first is on line 1. Keep one."),
        ("a:\n  - b: 1\n    b: 2", "f.yml:3: a[0].b: The field appears twice; the first is on line 2. Keep one."),
        ("a: b\n'a': c", "f.yml:2: a: The field appears twice; the first is on line 1. Keep one."),
        ("a: &x b", "f.yml:1: a: '&x' is a YAML mark that is not used here. Remove it, or put the text in quotes."),
        ("a: !!python/object x", "f.yml:1: a: '!!python/object' is a YAML mark"),
        ("b: x\n&a a: x", "f.yml:2: '&a' is a YAML mark that is not used here."),
        ("!!str a: x", "f.yml:1: '!!str' is a YAML mark that is not used here."),
        ("a: *x", "f.yml:1: a: '*x' repeats another value. Write the value out."),
        ("a:\n  <<: *x", "f.yml:2: a.<<: '*x' repeats another value. Write the value out."),
        ("a:\n  - *x\n", "f.yml:2: a[0]: '*x' repeats another value. Write the value out."),
        ("[a]: b", "f.yml:1: The name of a field must be a single word."),
        ("? {a: {b: c}}\n: d", "f.yml:1: The name of a field must be a single word."),
        ("a: {{ b }}", "f.yml:1: a: The name of a field must be a single word."),
        ("a: b\n---\nc: d", "f.yml:2: A second document begins here ('---'). A file holds one entry."),
        ("a:\n\t- b", "f.yml:2: The line begins with a tab. Use spaces only, two for each step."),
        ("a: |\n  b\n  \tc", "f.yml:3: The line begins with a tab. Use spaces only, two for each step."),
        ("", "f.yml:1: The file is empty. It needs lines of the form 'field: value'."),
        ("\n\n", "f.yml:1: The file is empty."),
        ("# only a remark\n", "f.yml:1: The file is empty."),
        ("- a\n- b", "f.yml:1: The file does not begin with a field."),
        ("only words", "f.yml:1: The file does not begin with a field."),
    ],
)
def test_what_is_refused_is_said_with_its_line(text: str, message: str) -> None:
    assert refusals(text)[0].startswith(message)


def test_all_problems_of_a_file_are_collected() -> None:
    assert len(refusals("a: &x b\na: *x\nc: !t d")) == 4


def test_each_line_with_a_tab_is_named() -> None:
    assert [message.split(":")[1] for message in refusals("a:\n\t- b\nc: d\n\t- e")] == ["2", "4"]


@pytest.mark.parametrize(("depth", "allowed"), [(MAX_DEPTH - 1, True), (MAX_DEPTH, False), (5000, False)])
def test_nesting_has_a_bound(depth: int, allowed: bool) -> None:  # noqa: FBT001
    source, problems = parse(f"a: {'[' * depth}{']' * depth}\nb: c".encode(), "f.yml")
    assert (source is not None) == allowed
    assert allowed or "nested more than" in problems[0].message


def test_a_file_that_many_aliases_would_blow_up_is_refused() -> None:
    assert any("repeats another value" in message for message in refusals("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a: b\nc: d", {("a",): Span(1, 1), ("c",): Span(2, 2)}),
        ("a: |\n  one\n  two\n\nc: d", {("a",): Span(1, 4), ("c",): Span(5, 5)}),
        ("a: >-\n  one\n  two\nc: d", {("a",): Span(1, 3), ("c",): Span(4, 4)}),
        ('a: "one\n  two"\nc: d', {("a",): Span(1, 2)}),
        ("a: one\n  two\nc: d", {("a",): Span(1, 2)}),
        (
            "a:\n  - b\n  - c: 1\n    d: 2\n",
            {("a",): Span(1, 4), ("a", 0): Span(2, 2), ("a", 1): Span(3, 4), ("a", 1, "d"): Span(4, 4)},
        ),
    ],
)
def test_each_value_keeps_its_lines(text: str, spans: dict[tuple[str | int, ...], Span]) -> None:
    found = read(text).spans
    assert {loc: found[loc] for loc in spans} == spans


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: |\n  one\n  two\n  THREE\n", 4),
        ("a: >-\n  one\n  two\n  three\n", 4),
        ("a: one\n\n  three", 3),
        ("a: three", 1),
        ("a: one\nb: three", 1),
    ],
)
def test_a_word_is_found_on_its_line_of_a_long_text(text: str, line: int) -> None:
    assert read(text).line_of(("a",), "three") == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: |\n  one\n  two three\n  four five\n", 3),
        ("a: >-\n  one\n\n  two Three\n  four.\n", 4),
        ("a: one\nb: three four", 1),
        ("a: one\n  three fours", 2),
    ],
)
def test_words_that_go_on_below_are_found_on_the_line_on_which_they_begin(text: str, line: int) -> None:
    assert read(text).line_of(("a",), "three four") == line


def test_a_missing_place_has_the_line_of_what_is_around_it() -> None:
    source = read("a: b\nsteps:\n  - title: x\n  - title: y")
    assert [source.line_of(loc) for loc in [("steps", 1, "text"), ("steps", 7), ("zz",)]] == [4, 2, 1]


def test_lines_count_from_the_beginning_of_the_file() -> None:
    above = b"---\n" * 4
    source, _ = parse(above + b"a: b\nc: |\n  d\n---\nWords.", "f.md", head=Span(5, 7))
    assert source
    assert source.spans["a",] == Span(5, 5)
    assert source.line_of(("c",), "d") == 7
    _, problems = parse(above + b"a: b\na: c", "f.md", head=Span(5, 6))
    assert [problem.line for problem in problems] == [6]


@pytest.mark.parametrize("newline", ["\r", "\u2028", "\u2029", "\x85"])
def test_unusual_line_ends_are_read_or_refused_and_never_lead_beyond_the_file(newline: str) -> None:
    raw = f'a: "one{newline}two"{newline}b: |{newline}  three{newline}'.encode()
    source, problems = parse(raw, "f.yml")
    assert source or problems
    if source:
        assert 1 <= source.line_of(("b",), "not there") <= len(source.lines)


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfa: b\r\nc: |\r\n  d\r\n", b"a: b\nc: |\n  d\n"], ids=["Windows", "Unix"])
def test_files_from_windows_are_read_alike(raw: bytes) -> None:
    source, _ = parse(raw, "f.yml")
    assert source
    assert source.data == {"a": "b", "c": "d\n"}
    assert source.line_of(("c",), "d") == 3


def test_a_file_in_another_encoding_is_refused_on_its_line() -> None:
    _, problems = decode("a: b\nc: é\n".encode("cp1252"), "f.yml")
    assert messages(problems) == ["f.yml:2: The file is not in UTF-8. Save it again with the encoding UTF-8."]


def test_a_file_in_utf_16_is_refused() -> None:
    assert decode("a: b".encode("utf-16"), "f.yml")[1]


@pytest.mark.parametrize(("size", "allowed"), [(MAX_BYTES, True), (MAX_BYTES + 1, False)])
def test_size_has_a_bound(size: int, allowed: bool) -> None:  # noqa: FBT001
    _, problems = decode(b"x" * size, "f.yml")
    assert (problems == []) == allowed
    assert allowed or "At most 1024 kB are allowed." in problems[0].message


@pytest.mark.parametrize(
    ("loc", "path"), [((), ""), (("a",), "a"), (("a", 0), "a[0]"), (("a", 1, "b", "c"), "a[1].b.c"), (("A1", "b"), "A1.b")]
)
def test_places_are_written_as_authors_read_them(loc: tuple[str | int, ...], path: str) -> None:
    assert dotted(loc) == path


@pytest.mark.parametrize("text", ["a: b # c", "a:\n  - b # c", "a: b\n  b # c"])
def test_a_comment_behind_a_text_is_refused_as_it_may_be_part_of_the_text(text: str) -> None:
    source, problems = parse(text.encode(), "f.yml")
    assert source is None
    assert "'# c' would be lost" in problems[0].message


@pytest.mark.parametrize("text", ["a: 'b # c'", "a: b#c", "a: |\n  b # c", "a:\n  # c\n  - b"])
def test_a_hash_that_is_text_or_stands_alone_is_read(text: str) -> None:
    assert parse(text.encode(), "f.yml")[1] == []


_OF_ENGINE = "a: &x one # a remark\nb: *x\nc: !ENV [NAME, two]\nd: !!python/name:a.b\ne:\n  <<: *x\n  f: !!str yes\n"


def test_the_engines_own_file_may_bear_marks_and_remarks() -> None:
    found, problems = parse(_OF_ENGINE.encode(), "f.yml", builder=EngineBuilder)
    assert messages(problems) == []
    assert found
    assert found.data == {
        "a": "one",
        "b": Foreign("*x"),
        "c": Foreign("!ENV"),
        "d": Foreign("!!python/name:a.b"),
        "e": {"<<": Foreign("*x"), "f": Foreign("!!str")},
    }
    assert [found.line_of((name,)) for name in "abcde"] == [1, 2, 3, 4, 5]


def test_an_authors_file_may_not() -> None:
    found, problems = parse(_OF_ENGINE.encode(), "f.yml")
    assert found is None
    assert {problem.line for problem in problems} == {1, 2, 3, 4, 6, 7}


@pytest.mark.parametrize(
    "text", ["a: 1\nb: 2\na: 3\n", "a:\n  b: 1\n  b: 2\n", "a: !x {b: 1, b: 2}\n", "a:\n  - b: 1\n    b: 2\n"]
)
def test_also_there_a_field_stands_once(text: str) -> None:
    _, problems = parse(text.encode(), "f.yml", builder=EngineBuilder)
    assert [problem.message.partition(";")[0] for problem in problems] == ["The field appears twice"]


def test_the_name_of_a_field_of_many_files_is_kept_once() -> None:
    first, second = (parse(f"for_families: {text}\n".encode(), "a.yml")[0] for text in "ab")
    assert first
    assert second
    assert next(iter(first.data)) is next(iter(second.data))


def test_what_a_file_says_is_not_kept_and_read_again_where_it_is_asked_for() -> None:
    files = [(f"a: {number}\nb:\n  - c: x\n    d: y\n".encode(), f"{number}.yml") for number in range(99)]
    sources = [source for source, _ in (parse(raw, file) for raw, file in files) if source]
    held = [found for found in gc.get_objects() if isinstance(found, dict) and found.keys() == {"a", "b"}]
    assert 0 < len(held) < len(sources) == 99
    assert [source.data["a"] for source in sources] == [str(number) for number in range(99)]
    assert [source.line_of(("b", 0, "d")) for source in sources] == [4] * 99


def test_a_page_is_read_again_between_its_fences() -> None:
    source, _ = parse(b"---\na: b\n---\nc: not a field\n", "f.md", head=Span(2, 2))
    for number in range(99):
        parse(f"a: {number}\n".encode(), "f.yml")
    assert source
    assert (source.data, source.lines[3], source.line_of(("a",))) == ({"a": "b"}, "c: not a field", 2)

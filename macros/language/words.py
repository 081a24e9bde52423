"""The words of one language, from its ``.ftl`` files: headings, labels, joiners, units, each with its plural forms.

The files are in the syntax of Project Fluent, which translators and their tools know. A message is asked for by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

from macros.language.languages import known, word_files


class Words:
    """Says what a message says in one language."""

    def __init__(self, language: str, resources: Mapping[str, str]) -> None:
        """Reads messages; ``resources`` are the texts of the files by their names without ending."""
        # Without marks around what is filled in: no language here runs from right to left.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._names: dict[str, tuple[str, ...]] = {}
        for file, text in resources.items():
            resource = FluentResource(text)
            self._bundle.add_resource(resource)
            self._names[file] = tuple(entry.id.name for entry in resource.body if isinstance(entry, Message))
        self.language = language
        # Pages say the same few words thousands of times.
        self._said: dict[tuple[object, ...], str] = {}

    def __call__(self, name: str, /, **values: str | int) -> str:
        """The message with this name, with values filled in.

        Raises:
            KeyError: if the language has no such message.
            ValueError: if a value is missing.
        """
        key = (name, *values.items())
        if key not in self._said:
            self._said[key] = self._format(name, values)
        return self._said[key]

    def _format(self, name: str, values: dict[str, str | int]) -> str:
        pattern = self._bundle.get_message(name).value if self._bundle.has_message(name) else None
        if pattern is None:
            raise KeyError(f"'{name}' is no message of the language '{self.language}'")
        said, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{name}: {errors[0]}")
        return str(said)

    def of_file(self, file: str, **values: str | int) -> dict[str, str]:
        """Every message of a file, by its name; all are given the same values.

        Raises:
            KeyError: if the language has no such file.
            ValueError: if a value is missing.
        """
        return {name: self(name, **values) for name in self._names[file]}

    def listed(self, parts: tuple[str, ...] | list[str], last: str = "join") -> str:
        """Parts in a row, with the joiner named ``last`` before the last of them: ``a, b or c``."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{self('join').join(parts[:-1])}{self(last)}{parts[-1]}"


@cache
def words_of_language(code: str) -> Words:
    """The words of a language, read once. A code without a folder, which a check reports, has those of English."""
    name = known(code)
    found = word_files(files("macros.language") / name)
    return Words(name, {file.name.removesuffix(".ftl"): file.read_text("utf-8") for file in found})

"""What a hand-written page asks the template engine to do.

The engine would run any expression as a program, and a page may come from a stranger. So a page may only call macros, each with
words and numbers; all else is refused, whether it would do harm or not.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

NOT_ONLY_CALLS = "The page holds more than macro calls once its references are filled in."
_ONE_CALL = "Between '{{' and '}}' only one macro call is allowed, such as {{ glossary_list() }}."
_MARKS = {
    "comment_begin": "'{#' begins a comment, which is not used here. Remove it. For the name of a heading write '{ #name }'.",
    "block_begin": f"'{{%' begins a program, and a page holds none. {_ONE_CALL}",
    "raw_begin": f"'{{%' begins a program, and a page holds none. {_ONE_CALL}",
}
# References are replaced before the engine runs: inside a word in quotes, they would end it.
_NOT_IN_WORDS = ("{", "}", "[[", "]]")


@dataclass(frozen=True, slots=True)
class MacroCall:
    """A call that the engine may make. ``line`` counts from 1 in the text."""

    line: int
    name: str
    args: tuple[Any, ...]
    named: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NoMacroCall:
    """Something else that the engine would do, and what is wrong with it; ``name`` where an unknown name is called."""

    line: int
    message: str
    name: str = ""


def code_in(text: str, macros: Container[str]) -> Iterator[MacroCall | NoMacroCall]:
    """All that the engine would do with a text, in which only the named ``macros`` may be called."""
    found: list[MacroCall | NoMacroCall] = []
    try:
        found.extend(_marks(text))
        found.extend(_outputs(text, macros))
    except TemplateSyntaxError as error:
        said = str(error.message).rstrip(".")
        message = _MARKS["comment_begin"] if "comment" in said else f"The macro call cannot be read: {said}."
        # A mark that was refused already may be why the rest cannot be read.
        found = found or [NoMacroCall(error.lineno, message)]
    except (RecursionError, ValueError):
        found.append(
            NoMacroCall(1, "The macro calls cannot be read: one is nested too deeply, or holds a number that is too long.")
        )
    yield from found


def only_calls_macros(text: str, macros: Container[str]) -> bool:
    """Whether the engine would make macro calls and do nothing else."""
    return all(isinstance(found, MacroCall) for found in code_in(text, macros))


def _marks(text: str) -> Iterator[NoMacroCall]:
    """What leaves no trace in the tree of a template, or would run: comments, statements, and hints about white space."""
    for line, token, written in Environment().lex(text):  # noqa: S701 - read only, never rendered
        if token in _MARKS:
            yield NoMacroCall(line, _MARKS[token])
        elif token in {"variable_begin", "variable_end"} and written.strip() not in {"{{", "}}"}:
            yield NoMacroCall(line, "Write a macro call between '{{' and '}}', without a hyphen or a plus sign next to them.")


def _outputs(text: str, macros: Container[str]) -> Iterator[MacroCall | NoMacroCall]:
    tree = Environment().parse(text)  # noqa: S701 - parsed only, never rendered
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if not isinstance(node, nodes.TemplateData):
                yield _call(node, macros)


def _call(node: nodes.Expr, macros: Container[str]) -> MacroCall | NoMacroCall:
    if isinstance(node, nodes.Name):
        return NoMacroCall(
            node.lineno, f"'{node.name}' is not a macro call. A call ends with parentheses, as in glossary_list()."
        )
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return NoMacroCall(node.lineno, _ONE_CALL)
    name = node.node.name
    if name not in macros:
        return NoMacroCall(node.lineno, f"'{name}' is not a macro.", name)
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    constants = [value.value for value in values if isinstance(value, nodes.Const)]
    if node.dyn_args or node.dyn_kwargs or len(constants) < len(values):
        return NoMacroCall(node.lineno, f"{name}(…): Only words in quotes and whole numbers are allowed between the parentheses.")
    if any(mark in value for value in constants if isinstance(value, str) for mark in _NOT_IN_WORDS):
        return NoMacroCall(node.lineno, f"{name}(…): Braces and double brackets are not allowed in its words.")
    named = {keyword.key: constant for keyword, constant in zip(node.kwargs, constants[len(node.args) :], strict=True)}
    return MacroCall(node.lineno, name, tuple(constants[: len(node.args)]), named)

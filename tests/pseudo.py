"""A made-up language: English with accents and doubled vowels. Whatever it does not reach is not in the words of a language."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message, Pattern, TextElement
from fluent.syntax.visitor import Transformer

CODE = "xx"
_LONGER = {"a": "áà", "e": "éè", "i": "íì", "o": "óò", "u": "úù", "A": "ÁÀ", "E": "ÉÈ", "I": "ÍÌ", "O": "ÓÒ", "U": "ÚÙ"}
_ACCENTED = {"c": "ç", "n": "ñ", "y": "ÿ", "C": "Ç", "N": "Ñ", "Y": "Ý"}
_LETTERS = str.maketrans({**_LONGER, **_ACCENTED})
_LOCALE, _ENDINGS = "locale", "word-endings"
_FACTS = f"""from dataclasses import replace

from macros.language.en import LANGUAGE as ENGLISH

# The content of the test is English.
LANGUAGE = replace(ENGLISH, name="{CODE}")
"""


def pseudo(text: str) -> str:
    """A text with accents, about 40 percent longer. What a script or Typst fills in (``{file}``) keeps its name."""
    return "".join(part if part.startswith("{") else part.translate(_LETTERS) for part in re.split(r"(\{[^{}]*\})", text))


class _Pseudo(Transformer):
    def visit_TextElement(self, node: TextElement) -> TextElement:  # noqa: N802 - the name that Fluent asks for
        return TextElement(pseudo(node.value))

    def visit_Message(self, node: Message) -> Message:  # noqa: N802 - the name that Fluent asks for
        # A code and a pattern are no words.
        if node.id.name == _LOCALE:
            node.value = Pattern([TextElement(CODE)])
        elif node.id.name != _ENDINGS:
            self.generic_visit(node)
        return node


def add_pseudo_language(package: Path) -> None:
    """Adds the folder of the language to a copy of the package ``macros``."""
    folder = package / "language" / CODE
    shutil.copytree(package / "language/en", folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "__init__.py").write_text(_FACTS, "utf-8")
    for path in folder.glob("*.ftl"):
        resource = FluentParser().parse(path.read_text("utf-8"))
        path.write_text(FluentSerializer().serialize(_Pseudo().visit(resource)), "utf-8")

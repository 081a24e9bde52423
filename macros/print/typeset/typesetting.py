"""Sets values on paper with Typst. What Typst only warns of is refused: a warning is a flaw on the page."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.paper.typeface import FOLDER

TEMPLATES = Path(__file__).parent / "templates"


class TypesetError(Exception):
    """Typst could not set the values, or only with a flaw; the message is Typst's own."""


class Typesetter:
    """A Typst compiler with our typeface and no other. It sees the files of one folder: our templates, unless told otherwise."""

    def __init__(self, templates: Path = TEMPLATES) -> None:
        import typst  # noqa: PLC0415 - a wheel that some platforms do not have

        self._typst = typst
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
        self._templates = templates
        self._compiler = typst.Compiler(root=templates, font_paths=self._fonts)

    def set(self, template: str, values: Mapping[str, Any], date: datetime.date) -> bytes:
        """A document as tagged PDF/UA-1.

        Args:
            template: name of the template, whose input it also is: ``sheet`` is ``sheet.typ`` and sees ``sys.inputs.sheet``.
            values: what the template sees.
            date: the day that the document bears.

        Raises:
            TypesetError: if Typst fails or warns.
        """
        midnight = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                input=self._templates / f"{template}.typ",
                sys_inputs={template: json.dumps(values, ensure_ascii=False)},
                pdf_standards=["ua-1"],
                timestamp=midnight,
            )
        except self._typst.TypstError as error:
            raise TypesetError(error.message) from None
        if warnings:
            raise TypesetError("; ".join(warning.message for warning in warnings))
        assert isinstance(pdf, bytes)  # noqa: S101 - one document was asked for
        return pdf

    def told(self, template: str, values: Mapping[str, Any], label: str) -> Any:
        """What the metadata of a document under a label say. The document is laid out, and no file is made.

        Args:
            template: name of the template.
            values: what it sees.
            label: the name of the only metadata that is asked for.

        Raises:
            TypesetError: if Typst fails.
        """
        compiler = self._typst.Compiler(
            input=self._templates / f"{template}.typ",
            root=self._templates,
            font_paths=self._fonts,
            sys_inputs={template: json.dumps(values, ensure_ascii=False)},
        )
        try:
            return json.loads(compiler.query(f"<{label}>", field="value", one=True))
        except self._typst.TypstError as error:
            raise TypesetError(error.message) from None

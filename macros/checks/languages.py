"""Language: the one that the handbook names is one that we have words for."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue.handbook import Handbook
from macros.language.languages import languages
from macros.reading.problem import Problem, did_you_mean, one_of
from macros.schema.library import Release


def check(handbook: Handbook) -> Iterator[Problem]:
    """A language without a folder."""
    for item, release in handbook.all_of(Release):
        if release.language not in languages():
            allowed = sorted(languages())
            message = f"There are no words in '{release.language}'. Write {one_of(allowed)}, or add the folder macros/language/"
            yield item.problem(("language",), f"{message}{release.language}.{did_you_mean(release.language, allowed)}")

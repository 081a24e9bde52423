from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import glossary
from tests.helpers import Files, messages


@pytest.mark.parametrize("other", [{"term": "Relapse"}, {"term": "lapse", "forms": ["RELAPSE"]}])
def test_a_word_that_is_explained_twice_is_found(make: Callable[[Files], Handbook], other: dict[str, object]) -> None:
    terms = {"relapse": {"term": "relapse", "means": "A return."}, "second": {"means": "Again.", **other}}
    (message,) = messages(glossary.check(make({"library/glossary": terms})))
    assert "is explained by the term '" in message


def test_a_term_may_have_its_own_word_in_other_letters(make: Callable[[Files], Handbook]) -> None:
    terms = {"relapse": {"term": "relapse", "means": "A return.", "forms": ["Relapse", "relapses"]}}
    assert messages(glossary.check(make({"library/glossary": terms}))) == []

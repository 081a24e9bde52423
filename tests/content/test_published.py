"""The real handbook keeps what it has published."""

from __future__ import annotations

from macros.catalogue.published import PAGE
from macros.project.loading import LoadedProject


def test_the_list_holds_what_the_first_releases_printed(real: LoadedProject) -> None:
    names = real.handbook.published.names
    assert names["worksheets/safety-check"] == "W01"
    assert names["pages/emergency"] == PAGE
    assert len(real.handbook.published.codes) >= 157

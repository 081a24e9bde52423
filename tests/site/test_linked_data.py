from __future__ import annotations

import json
from pathlib import Path

from lxml.html import document_fromstring

from macros.schema.kinds import KINDS
from macros.site.linked_data import MOST


def test_every_built_page_of_every_kind_has_one_block_that_can_be_read(built: Path) -> None:
    kinds = {kind.name for kind in KINDS if kind.has_page and kind.form != "page"}
    seen = set()
    for path in built.rglob("index.html"):
        page = document_fromstring(path.read_bytes())
        if not page.xpath("//article[contains(@class, 'page')]"):
            continue  # an address that leads on, or a page that stands alone
        (block,) = page.xpath("//script[@type = 'application/ld+json']/text()")
        assert len(block.encode()) <= MOST, path
        found = json.loads(block)
        assert found["name"]
        assert "reviewedBy" not in found
        seen.add(path.relative_to(built).parts[0])
    assert kinds <= seen

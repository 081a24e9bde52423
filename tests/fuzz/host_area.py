"""What hosts are told: the files for them, from hostile addresses and pages, and the pages that lead on from hostile names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from lxml.html import HtmlElement, document_fromstring, fragment_fromstring
from pydantic import ValidationError

from macros.catalogue.settings_file import FILE as SETTINGS
from macros.catalogue.settings_file import read_settings
from macros.checks import check
from macros.reading.problem import errors
from macros.site.content_security_policy import policy_of
from macros.site.host_files import APACHE, NETLIFY, NGINX, PLAIN_PAGES, host_files, mount_of
from macros.site.pages import redirect_files
from macros.view.context import View
from tests.fuzz import inert
from tests.fuzz.host_grammar import apache_is_plain, netlify_is_plain, nginx_is_plain
from tests.fuzz.material import ADDRESSES, MARKUP, NAMES, ODD, hostile_text
from tests.fuzz.reading_areas import Verdict
from tests.fuzz.showing_areas import tiny, with_item

_NAMED = ("techniques/kind-letter", "worksheets/small", "pages/about")
_LEADS_ON = re.compile(r"([A-Za-z0-9-]+/)+index\.html")
_GOAL = re.compile(r"(\.\./)*([a-z0-9-]+/)*(#[a-z0-9-]+)?|\./|\.\.")


@dataclass(frozen=True)
class Hosting:
    """Tries what is written for hosts. ``folder`` is an empty one that it may write in."""

    folder: Path

    def hosts(self, chance: Random) -> Verdict:
        """An address of a site with hostile code in its pages, or hostile names of what leads on."""
        return self._leads_on(chance) if chance.random() < 0.1 else self._address(chance)

    def _address(self, chance: Random) -> Verdict:
        lines = [f"site_url: {json.dumps(_address(chance))}", "extra:", f"  leave_to: {json.dumps(_away(chance))}"]
        (self.folder / SETTINGS).write_text("\n".join(lines) + "\n", "utf-8")
        settings, problems = read_settings(self.folder)
        for problem in problems:
            inert.message_is_inert(str(problem))
        if problems:
            return "refused"
        mount, pages = mount_of(settings.site_url), list(_pages(chance))
        files = host_files(pages, mount)
        policies = [policy_of(page) for page in pages]
        netlify_is_plain(files[NETLIFY], policies)
        apache_is_plain(files[APACHE], mount, policies)
        nginx_is_plain(files[NGINX], mount, policies)
        assert files[PLAIN_PAGES] == ""
        return "accepted"

    @staticmethod
    def _leads_on(chance: Random) -> Verdict:
        """An earlier name, a code or a language of the handbook, in the pages that lead to another."""
        item = tiny().items[chance.choice((*_NAMED, "release/release"))]
        field = chance.choice(("was", "code")) if item.entry else "was" if item.kind.form == "page" else "language"
        said = chance.choice(("en", "old-name", "")) + hostile_text(chance, 2, NAMES, ODD, MARKUP)
        said = chance.choice((said, "en", "old-name", "Q77", "W77"))
        try:
            fields = item.kind.model.model_validate({**item.data, field: [said] if field == "was" else said})
        except ValidationError:
            return "refused"
        handbook = with_item(replace(item, fields=fields))
        if errors(check(handbook)):
            return "refused"
        for found in redirect_files(View(handbook)):
            _leads_to_a_page(found.uri, found.content)
        return "accepted"


def _leads_to_a_page(uri: str, content: str) -> None:
    """One page that leads to another one of the site, and does nothing else."""
    assert _LEADS_ON.fullmatch(uri), uri
    page = document_fromstring(content)
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", page.get("lang", "")), page.get("lang")
    assert {str(element.tag) for element in page.iter()} == {"html", "head", "meta", "title", "body", "h1", "p", "a"}
    (goal,) = page.xpath("//a/@href")
    (waits,) = page.xpath("//meta[@http-equiv]/@content")
    assert waits == f"0; url={goal}"
    assert _GOAL.fullmatch(goal), goal


def _address(chance: Random) -> str:
    """An address of a site that is hostile in one or two places."""
    host = "example.org" if chance.random() < 0.7 else f"e{hostile_text(chance, 1, ADDRESSES, ODD)}.org"
    parts = [_part(chance) for _ in range(chance.randint(0, 3))]
    return f"https://{host}/{'/'.join(parts)}{chance.choice(('/', ''))}"


def _part(chance: Random) -> str:
    kinds = ("book", "v1.2", "a" + hostile_text(chance, 2, ADDRESSES), hostile_text(chance, 1, ADDRESSES, NAMES, MARKUP, ODD))
    # Half a character is no text of a file.
    return chance.choice(kinds).encode("utf-8", "replace").decode("utf-8")


def _away(chance: Random) -> str:
    away = (
        f"https://b{hostile_text(chance, 1, ADDRESSES, ODD)}bc.com/x" if chance.random() < 0.1 else "https://www.bbc.com/weather"
    )
    return away.encode("utf-8", "replace").decode("utf-8")


def _pages(chance: Random) -> Iterator[HtmlElement]:
    """Pages with hostile code within, as a browser reads them."""
    for _ in range(chance.randint(0, 2)):
        page = fragment_fromstring("<div><script></script><style></style></div>")
        code = hostile_text(chance, 3, MARKUP, ADDRESSES)
        page[0].text = page[1].text = "".join(sign for sign in code if sign.isprintable() or sign == "\n")
        yield page

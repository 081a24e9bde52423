"""What a host should say with each page: the policy of the pages once more, and what a page cannot say of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

from macros.site.content_security_policy import policy_of_all

_OTHERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Nothing is kept between a reader and the host, such as in an office, and a correction arrives within minutes.
    "Cache-Control": "private, max-age=600",
}


def headers(pages: Iterable[HtmlElement]) -> Mapping[str, str]:
    """The headers of a site by their names, for all of its parsed pages: a host has one policy for all addresses.

    That pages are shown in no frame of another site can be said in a header alone.
    """
    return {"Content-Security-Policy": f"{policy_of_all(pages)}; frame-ancestors 'none'", **_OTHERS}

"""What the preview itself says in the browser: the problems, why a page cannot be shown, and the bar on every page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable

from macros.reading.problem import Problem

STATE = "preview-state"
"""Where an open page asks what is going on."""

_STYLE = (
    "body{font:1.1rem/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}li{margin:.6rem 0}pre{white-space:pre-wrap}"
)
# It stays in sight, as a page keeps its place when it is loaded again.
_BOX = (
    "position:sticky;top:0;z-index:98;max-height:40vh;overflow:auto;padding:.5rem 1rem;font:1rem/1.4 system-ui;"
    "background:#fff;color:#222;border-bottom:.3rem solid #b00"
)
_BODY = re.compile("<body[^>]*>")

# It asks only while it is seen, as a browser keeps few connections open to one host. Loading a page again keeps its place.
_SCRIPT = """<script>(() => {
  const { state, shown, mount } = %s;
  const bar = document.createElement("div");
  bar.setAttribute("role", "status");
  bar.style = "position:fixed;inset:auto 0 0;z-index:99;padding:.3rem 1rem;font:1rem system-ui;background:#222;color:#fff";
  const linkTo = ([place, title]) => {
    const link = document.createElement("a");
    Object.assign(link, { href: mount + place, textContent: title, style: "color:#fff;margin-left:1rem" });
    return link;
  };
  const tell = (words, changed = []) => {
    const others = changed.map(linkTo).filter((link) => link.pathname !== location.pathname);
    bar.replaceChildren(words, ...(others.length ? [" Changed: ", ...others] : []));
    bar.hidden = !bar.textContent;
  };
  tell("");
  document.body.append(bar);
  let number = 0;
  const ask = async () => {
    try {
      const told = await (await fetch(`${state}?since=${number}`)).json();
      if (told.shown !== shown) return location.reload();
      number = told.number;
      tell(told.doing, told.changed);
      setTimeout(follow, 50);
    } catch {
      tell("The preview has ended. Start it again with: handbook serve");
      setTimeout(follow, 1000);
    }
  };
  const follow = () => {
    if (document.visibilityState === "visible") ask();
    else document.addEventListener("visibilitychange", follow, { once: true });
  };
  follow();
})();</script>
"""


def problem_page(problems: Collection[Problem]) -> str:
    """A page that lists problems, where there is no other to show."""
    return _page(f"{len(problems)} to fix", f"<p>Fix this and save. The page comes back by itself.</p>\n{_list(problems)}")


def with_problems(page: str, problems: Collection[Problem], *, is_old: bool) -> str:
    """A page with a list of problems above it.

    Args:
        page: the page.
        problems: what is to be fixed.
        is_old: whether the page is from before, as a file cannot be read now.
    """
    advice = "This page is as it was before. Fix this and save, and it follows." if is_old else "Fix this and save."
    told = f"<summary>{len(problems)} to fix</summary>\n<p>{advice}</p>\n{_list(problems)}"
    box = f'<details open style="{_BOX}">{told}</details>\n'
    body = _BODY.search(page)
    at = body.end() if body else 0
    return f"{page[:at]}{box}{page[at:]}"


def _list(problems: Iterable[Problem]) -> str:
    rows = "\n".join(f"<li><code>{html.escape(str(problem))}</code></li>" for problem in problems)
    return f"<ol>\n{rows}\n</ol>"


def failure_page(uri: str, words: str) -> str:
    """A page that says why another cannot be shown."""
    about = "If the handbook has a problem, the list of problems comes in a moment. If not, the theme or a macro has one:"
    return _page(f"{uri} cannot be shown", f"<p>{about}</p>\n<pre>{html.escape(words)}</pre>")


def with_bar(page: str, mount: str, shown: int) -> str:
    """A page with the script that shows what is going on and loads the page again when it has changed.

    Args:
        page: the page.
        mount: the path of the site, with a slash at both ends.
        shown: the number of the state that the page was made from.
    """
    script = _SCRIPT % json.dumps({"state": f"{mount}{STATE}", "shown": shown, "mount": mount})
    before, end, after = page.rpartition("</body>")
    return f"{before}{script}{end}{after}" if end else f"{page}{script}"


def _page(title: str, body: str) -> str:
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{html.escape(title)}</title><style>{_STYLE}</style></head>
<body><h1>{html.escape(title)}</h1>
{body}
</body></html>
"""

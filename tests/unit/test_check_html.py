"""The checks of built pages, each firing and silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site import check_html as built_checks
from macros.site.content_security_policy import PLACE, with_policy

BARE = """<!doctype html><html lang="en"><head><title>A page</title><meta name="description" content="About it">
<!-- csp --><link rel="canonical" href="https://example.org/"></head>
<body><a href="https://example.org/weather" data-leave>Leave this page</a>
<h1 id="top">One</h1>
<a href="#top">up</a><a href="https://example.org/">out</a><a href="tel:911">call</a></body></html>"""
GOOD = with_policy(BARE)

BAD = {
    "no main heading": ("<h1", "<h2", "1: The page has 0 main headings (h1). It needs one."),
    "two main headings": ("<h1", "<h1>again</h1>\n<h1", "5: The page has 2 main headings (h1). It needs one."),
    "no title": ("A page", " ", "1: The page has no title."),
    "no description": ("About it", " ", "1: The page has no description."),
    "a macro left over": ("One", "{{ show_record() }}", "4: '{{' was left over by a macro or a reference."),
    "a statement left over": ("One", "{% if x %}", "4: '{%' was left over by a macro or a reference."),
    "a reference left over": ("One", "[[types/x]]", "4: '[[' was left over by a macro or a reference."),
    "a reference left over in encoded letters": ("One", "&#91;&#91;types/x", "4: '[[' was left over by a macro or a reference."),
    "a reference left over in the title": ("A page", "[[types/x]]", "1: '[[' was left over by a macro or a reference."),
    "a reference left over in an attribute": ("About it", "[[types/x]]", "1: '[[' was left over by a macro or a reference."),
    "an error of the macros plugin": (
        "One",
        "Macro Rendering Error",
        "4: 'Macro Rendering Error' was left over by a macro or a reference.",
    ),
    "an inline style": (
        "<h1",
        '<p style="color:red">x</p><h1',
        "4: The element has a style of its own, which the security policy blocks.",
    ),
    "an inline handler": (
        "<h1",
        '<p OnClick="a()">x</p><h1',
        "4: The element has a script (onclick) of its own, which the security policy blocks.",
    ),
    "an inline page": (
        "<h1",
        '<iframe srcdoc="x"></iframe><h1',
        "4: The element has a page of its own, which the security policy blocks.",
    ),
    "an id twice": ("</h1>", '</h1>\n<p id="top">x</p>', "5: The id 'top' appears 2 times."),
    "a dead anchor": ('"#top"', '"#gone"', "5: The link '#gone' leads to a place that 'index.html' does not have."),
    "a dead link": ('"#top"', '"gone/"', "5: The link 'gone/' leads to 'gone/index.html', which does not exist."),
    "a picture that is not there": ("<h1", '<img src="a.png"><h1', "4: The link 'a.png' leads to 'a.png', which does not exist."),
    "a scripted link": (
        '"#top"',
        '"javascript:alert(1)"',
        "5: 'javascript:alert(1)' is not a kind of link that the handbook uses.",
    ),
    "a scripted link in disguise": (
        '"#top"',
        '" Java&#9;Script:alert(1)"',
        "5: ' Java\\tScript:alert(1)' is not a kind of link that the handbook uses.",
    ),
    "a link to nowhere": ('"#top"', '"https://["', "5: 'https://[' is not a kind of link that the handbook uses."),
    "a link with half an address": (
        '"#top"',
        '"//example.org"',
        "5: '//example.org' is not a kind of link that the handbook uses.",
    ),
    "an empty link": ('"#top"', '""', "5: A link is empty: it leads back to this page."),
    "a link without an address": (' href="#top"', " href", "5: A link is empty: it leads back to this page."),
    "an empty picture": ("<h1", '<img src=""><h1', "4: A link is empty: it leads back to this page."),
    "no way out": (
        " data-leave",
        "",
        "1: The page has no link 'Leave this page'. The theme's folder 'overrides' brings it.",
    ),
    "a way out without an address": (
        'href="https://example.org/weather" ',
        "",
        "1: The page has no link 'Leave this page'. The theme's folder 'overrides' brings it.",
    ),
}
LEAVE_TO = "Set 'leave_to' under 'extra' in mkdocs.yml to a page elsewhere."
NO_WAY_OUT = ["", "#top", "https:///a", "http://example.org/"]
ELSEWHERE = {
    f"{named} from elsewhere": html
    for named, html in {
        "a script": '<script src="{}"></script>',
        "a picture": '<img src="{}">',
        "a picture of a choice": '<img srcset="#top 1x, {} 2x">',
        "a picture for some screens": '<picture><source srcset="{} 1x"></picture>',
        "a style": '<link rel="stylesheet" href="{}">',
        "a style beside": '<link rel="alternate stylesheet" href="{}">',
        "a connection": '<link rel="preconnect" href="{}">',
        "a page in a frame": '<iframe src="{}"></iframe>',
        "a film": '<video src="{}"></video>',
        "a part of a film": '<video><source src="{}"></video>',
        "words of a film": '<video><track src="{}"></video>',
        "the picture before a film": '<video poster="{}"></video>',
        "a sound": '<audio src="{}"></audio>',
        "an object": '<object data="{}"></object>',
        "something embedded": '<embed src="{}">',
        "a button": '<input type="image" src="{}">',
        "a part of a drawing": '<svg><use href="{}"/></svg>',
        "a part of a drawing, as it was written once": '<svg><image xlink:href="{}"/></svg>',
        "where a form goes": '<form action="{}"></form>',
        "where a button goes": '<form><button formaction="{}">x</button></form>',
        "who is told": '<a href="#top" ping="{}">x</a>',
        "where the reader is led": '<meta http-equiv="Refresh" content="9; URL={}">',
        "what all links are read from": '<base href="{}">',
    }.items()
}
CSS = [
    "@import url(https://example.org/b.css);",
    '@import "//example.org/b.css";',
    "a { background: URL( 'http://example.org/a.png' ) }",
    "a { background: image-set('https://example.org/a.png' 1x) }",
]


def problems_of(folder: Path, html: str) -> list[str]:
    (folder / "index.html").write_text(html, "utf-8")
    return [str(problem).partition(":")[2] for problem in built_checks.check(folder)]


def test_a_good_page_has_no_problems(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == []


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_has_its_problem(tmp_path: Path, name: str) -> None:
    old, new, said = BAD[name]
    assert old in GOOD
    assert problems_of(tmp_path, GOOD.replace(old, new, 1)) == [said]


@pytest.mark.parametrize("goal", NO_WAY_OUT)
def test_a_way_out_leads_away(tmp_path: Path, goal: str) -> None:
    said = f"3: 'Leave this page' leads to '{goal}'. {LEAVE_TO}"
    assert said in problems_of(tmp_path, GOOD.replace("https://example.org/weather", goal))


@pytest.mark.parametrize("address", ["https://example.org/x", "//example.org/x", "https:///example.org/x", "HTTP:example.org/x"])
@pytest.mark.parametrize("name", ELSEWHERE)
def test_nothing_comes_from_another_host(tmp_path: Path, name: str, address: str) -> None:
    page = with_policy(BARE.replace("</body>", f"\n{ELSEWHERE[name].format(address)}</body>"))
    assert problems_of(tmp_path, page) == [f"6: '{address}' is loaded from another host."]


@pytest.mark.parametrize("name", sorted(set(ELSEWHERE) - {"what all links are read from"}))
def test_the_same_from_this_site_is_fine(tmp_path: Path, name: str) -> None:
    (tmp_path / "x").write_bytes(b"")
    assert problems_of(tmp_path, with_policy(BARE.replace("</body>", f"\n{ELSEWHERE[name].format('x')}</body>"))) == []


@pytest.mark.parametrize("css", CSS)
def test_a_style_in_a_page_loads_nothing_from_another_host(tmp_path: Path, css: str) -> None:
    page = with_policy(BARE.replace("</head>", f"<style>{css}</style></head>"))
    assert problems_of(tmp_path, page) == ["2: The style loads something from another host."]


@pytest.mark.parametrize(
    "html",
    [
        "<code><em>x</em>[[y]]</code>",
        "<code>{{ x }}</code>",
        "<code>@import url(https://example.org/b.css);</code>",
        '<pre><code class="a"><span>{%</span> x %}</code></pre>',
        '<code title="[[y]]">x</code>',
        "<script>a[[0]]</script>",
        "<style>/* {{ */</style>",
    ],
)
def test_code_may_show_what_elsewhere_is_left_over(tmp_path: Path, html: str) -> None:
    assert problems_of(tmp_path, with_policy(BARE.replace("</body>", f"{html}</body>"))) == []


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>\n<code>x</code>\n{{ x</p>", 7),
        ("<p>a\n<em>b\nc</em>\n{{ x</p>", 8),
        ("\n<p\nclass='a'>b\n{{ x</p>", 8),
        ("\n<p\nclass='{{'>b</p>", 7),
    ],
)
def test_what_is_left_over_has_its_line(tmp_path: Path, html: str, line: int) -> None:
    assert problems_of(tmp_path, GOOD.replace("</body>", f"{html}</body>")) == [
        f"{line}: '{{{{' was left over by a macro or a reference."
    ]


def test_each_mark_that_is_left_over_in_a_text_is_found_where_it_comes_first(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD.replace("</body>", "<p>a\nb {{ x\nc {% y [[z\n{{ x [[z</p></body>")) == [
        "6: '{{' was left over by a macro or a reference.",
        "7: '[[' was left over by a macro or a reference.",
        "7: '{%' was left over by a macro or a reference.",
    ]


@pytest.mark.parametrize(
    "link", ["../", "..", "../..", "../../", ".", "./", "../b/", "../b/#top", "../b/?q=1#top", "../b/index.html", "%2E/"]
)
def test_a_link_between_folders_leads_to_the_page_of_a_folder(tmp_path: Path, link: str) -> None:
    for folder in ("a/b", "a"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "index.html").write_text(GOOD, "utf-8")
    (tmp_path / "a/b/index.html").write_text(GOOD.replace('"#top"', f'"{link}"'), "utf-8")
    assert problems_of(tmp_path, GOOD) == []


@pytest.mark.parametrize("link", ["../c/", "../c/#top", "c", "../b", "../../../"])
def test_a_dead_link_between_folders_is_found(tmp_path: Path, link: str) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/index.html").write_text(GOOD.replace('"#top"', f'"{link}"'), "utf-8")
    (message,) = problems_of(tmp_path, GOOD)
    assert message.startswith(f"5: The link '{link}' leads to '")


@pytest.mark.parametrize("html", ["", " \n", "<!-- nothing -->"])
def test_an_empty_page_is_a_problem(tmp_path: Path, html: str) -> None:
    assert problems_of(tmp_path, html) == ["1: The page is empty."]


POLICY = GOOD.partition('Security-Policy" content="')[2].partition('"')[0]
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
RULES = POLICY.split("; ")
TOO_LATE = "The security policy comes too late. It belongs in the head, before any script or style."


@pytest.mark.parametrize(
    "other",
    [
        "",
        POLICY.replace("connect-src 'self'", "connect-src *"),
        POLICY.replace("img-src 'self' data:", "img-src *"),
        POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        *("; ".join(other for other in RULES if other != rule) for rule in RULES),
    ],
)
def test_another_policy_is_refused(tmp_path: Path, other: str) -> None:
    said = f"2: The security policy is “{other}”. It must be “{POLICY}”."
    assert problems_of(tmp_path, GOOD.replace(POLICY, other)) == [said]


@pytest.mark.parametrize("inline", ["<script>a()</script>", "<style>p{}</style>"])
def test_a_policy_fits_what_its_page_holds(tmp_path: Path, inline: str) -> None:
    assert problems_of(tmp_path, with_policy(BARE.replace("</body>", f"{inline}</body>"))) == []
    (said,) = problems_of(tmp_path, GOOD.replace("</body>", f"{inline}</body>"))
    assert said.startswith(f"2: The security policy is “{POLICY}”. It must be “")
    (said,) = problems_of(tmp_path, with_policy(BARE.replace("</body>", f"{inline}</body>")).replace(inline, ""))
    assert said.endswith(f"It must be “{POLICY}”.")


@pytest.mark.parametrize(("times", "html"), [(0, BARE), (2, GOOD.replace("<title>", f"{META}<title>"))])
def test_a_page_has_one_policy(tmp_path: Path, times: int, html: str) -> None:
    (tmp_path / "404.html").write_text(html, "utf-8")
    said = f"1: The page has {times} security policies. It needs one, in place of '{PLACE}' in the theme."
    assert problems_of(tmp_path, html) == [said, said]


@pytest.mark.parametrize("before", ["<script src='#top'></script>", "<link rel='canonical' href='#top'>"])
def test_a_policy_comes_before_what_it_is_for(tmp_path: Path, before: str) -> None:
    assert problems_of(tmp_path, GOOD.replace("<title>", f"{before}<title>")) == [f"2: {TOO_LATE}"]


def test_a_policy_outside_the_head_is_none(tmp_path: Path) -> None:
    said = problems_of(
        tmp_path, BARE.replace("<h1", f"{META}<h1").replace('<link rel="canonical" href="https://example.org/">', "")
    )
    assert said == [f"4: {TOO_LATE}"]


@pytest.mark.parametrize("css", CSS)
def test_a_style_sheet_that_loads_from_elsewhere_is_a_problem(tmp_path: Path, css: str) -> None:
    (tmp_path / "a.css").write_text(css, "utf-8")
    assert problems_of(tmp_path, GOOD) == ["1: The style sheet loads something from another host."]


@pytest.mark.parametrize(
    "css",
    [
        "a { background: url(data:image/png;base64,) }",
        "a { background: url('data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>') }",
        "/* https://example.org/ */ @import 'b.css';",
    ],
)
def test_a_style_sheet_that_loads_from_here_is_none(tmp_path: Path, css: str) -> None:
    (tmp_path / "a.css").write_text(css, "utf-8")
    assert problems_of(tmp_path, GOOD) == []


MOVES = BARE.replace(" data-leave", "").replace("<title>", '<meta http-equiv="refresh" content="0; url=#top"><title>')


def test_a_page_that_moves_on_at_once_needs_no_way_out_and_no_policy(tmp_path: Path) -> None:
    assert problems_of(tmp_path, MOVES) == []


@pytest.mark.parametrize(
    ("old", "new"), [("0; url", "9; url"), ("</body>", "<script></script></body>"), ("</head>", "<style></style></head>")]
)
def test_a_page_that_is_seen_or_runs_something_needs_both(tmp_path: Path, old: str, new: str) -> None:
    assert problems_of(tmp_path, MOVES.replace(old, new)) == [
        "1: The page has 0 security policies. It needs one, in place of '<!-- csp -->' in the theme.",
        "1: The page has no link 'Leave this page'. The theme's folder 'overrides' brings it.",
    ]


def test_the_links_of_the_page_of_a_missing_address_are_made_for_an_unknown_depth(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text(
        GOOD.replace("#top", "/hand/book/").replace("</head>", '<link rel="icon" href="data:,"></head>')
    )
    assert problems_of(tmp_path, GOOD) == []


def test_the_page_of_a_missing_address_needs_a_way_out_too(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text(GOOD.replace("https://example.org/weather", ""), "utf-8")
    assert {(problem.file, problem.message.partition("'.")[0]) for problem in built_checks.check(tmp_path)} == {
        ("404.html", "A link is empty: it leads back to this page."),
        ("404.html", "'Leave this page' leads to '"),
    }


PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
BROKEN = {
    "empty": b"",
    "cut short": PDF[:-8],
    "zeroed": bytes(len(PDF)),
    "zeroed at its end": PDF[:9] + bytes(40),
    "no PDF": b"<!doctype html> %%EOF",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print/W01-a-us.pdf").write_bytes(BROKEN[name])
    (tmp_path / "print/W01-a-a4.pdf").write_bytes(PDF)
    (tmp_path / "index.html").write_text(GOOD, "utf-8")
    message = "The document is empty or cut short. Build again to make it anew."
    assert [str(problem) for problem in built_checks.check(tmp_path)] == [f"print/W01-a-us.pdf:1: {message}"]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_whole_document_is_none(tmp_path: Path, end: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF.strip() + end)
    assert problems_of(tmp_path, GOOD) == []

"""Where a reader with an account can change the file that a page is made from."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

_OF_THE_ENGINE = ("edit/master/docs/", "src/default/docs/")
_GUESSES = {"github.com": _OF_THE_ENGINE[0], "gitlab.com": _OF_THE_ENGINE[0], "bitbucket.org": _OF_THE_ENGINE[1]}


def guessed(repository: str) -> str | None:
    """What MkDocs takes for ``edit_uri`` where the settings name a repository alone; other engines are told it."""
    return _GUESSES.get(urlsplit(repository).netloc.lower())


def edit_address(repository: str | None, edit_uri: str | None, pages: str, made_from: str) -> str | None:
    """The address to edit a file, or ``None`` where the settings name no place for it.

    Args:
        repository: ``repo_url`` of the settings.
        edit_uri: ``edit_uri`` of the settings, or what the engine has put in its place. It may be a whole address, or what is
            to be added to ``repository``; it may lead to the project or to its folder of pages.
        pages: the folder of pages, from the project.
        made_from: the file, from the project.
    """
    if not edit_uri:
        return None
    if edit_uri in _OF_THE_ENGINE:
        # The engine's own guess knows neither the branch nor the folder. HEAD is whatever branch is shown first.
        edit_uri = f"{edit_uri.split('/')[0]}/HEAD/"
    base = edit_uri if "://" in edit_uri else urljoin(f"{(repository or '').rstrip('/')}/", edit_uri.lstrip("/"))
    if "://" not in base:
        return None
    base = f"{base.rstrip('/')}/".removesuffix(f"/{pages.strip('/')}/").rstrip("/")
    return f"{base}/{quote(made_from)}"

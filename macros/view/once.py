"""What many pages show alike, such as whom to call about a danger, is made once for each handbook."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from macros.view.context import View

P = ParamSpec("P")
R = TypeVar("R")


def once(make: Callable[Concatenate[View, P], R]) -> Callable[Concatenate[View, P], R]:
    """Keeps what a function makes with the view it is made for. Nobody may change it; all other arguments can be hashed."""

    @wraps(make)
    def kept(view: View, /, *args: P.args, **named: P.kwargs) -> R:
        key: Hashable = (make, args, tuple(named.items()))
        if key not in view.made_once:
            view.made_once[key] = make(view, *args, **named)
        result: R = view.made_once[key]
        return result

    return kept


def lately(most: int) -> Callable[[Callable[Concatenate[View, P], R]], Callable[Concatenate[View, P], R]]:
    """The same for what is large: only the ``most`` results that were asked for last are kept, the others made anew."""

    def decorate(make: Callable[Concatenate[View, P], R]) -> Callable[Concatenate[View, P], R]:
        @wraps(make)
        def kept(view: View, /, *args: P.args, **named: P.kwargs) -> R:
            if make not in view.made_once:
                view.made_once[make] = lru_cache(maxsize=most)(partial(make, view))
            result: R = view.made_once[make](*args, **named)
            return result

        return kept

    return decorate

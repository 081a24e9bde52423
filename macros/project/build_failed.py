"""Why a command has put nothing in place. It is a module of its own, as who reports it need not load what builds."""

from __future__ import annotations

from macros.reading.problem import Problem


class BuildFailed(Exception):
    """Nothing was put in place. ``problems`` says why, or ``engine`` says it in the engine's words."""

    def __init__(self, problems: list[Problem], engine: str = "") -> None:
        super().__init__(engine or f"{len(problems)} problems")
        self.problems = problems
        self.engine = engine

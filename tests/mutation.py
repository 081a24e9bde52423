"""Changes the code in many small ways and reports which changes no test notices: ``python -m tests.mutation``.

mutmut makes the changes, chooses for each the tests that run the changed function, and runs them. All that is ours is
which changes are tried: as many from each part of the package, the same ones each time for the same code.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from mutmut.mutation.data import MutantLineSpans
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name, orig_function_and_class_names_from_key

from tests.helpers import ROOT

PARTS = ("checks", "view", "site", "print", "word")
SEED = 2026
FROM_EACH_PART = 64
MUTANTS = Path("mutants")
NOTICED, SURVIVED = 1, 0


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of one function in a file; ``name`` is mutmut's, with the name of the changed function at its end."""

    part: str
    path: Path
    name: str

    def exit_code(self) -> int | None:
        """What pytest ended with: 1 where a test failed, 0 where none did, and anything else where it could not run them."""
        codes: dict[str, int | None] = json.loads((MUTANTS / f"{self.path}.meta").read_text("utf-8"))["exit_code_by_key"]
        return codes[self.name]

    def __str__(self) -> str:
        before, after = self._sources()
        lines = zip_longest(before.splitlines(), after.splitlines(), fillvalue="")
        at, (old, new) = next((at, pair) for at, pair in enumerate(lines) if pair[0] != pair[1])
        line = self.path.read_text("utf-8").partition(before)[0].count("\n") + at + 1
        return f"{self.path}:{line}: {self.name}\n  - {old.strip()}\n  + {new.strip()}"

    def _sources(self) -> list[str]:
        """The function as it is, and as it is changed, both under its own name."""
        spans = MutantLineSpans.load(self.path)
        assert spans
        changed = self.name.rpartition(".")[2]
        names = (f"{changed.rpartition('__mutmut_')[0]}__mutmut_orig", changed)
        own, _ = orig_function_and_class_names_from_key(self.name)
        sources = spans.read_function_sources(names)
        return [source.strip("\n").replace(name, own, 1) for name, source in zip(names, sources, strict=True)]


def _all_of(part: str) -> Iterator[Mutant]:
    for path in sorted(Path("macros", part).rglob("*.py")):
        made = mutate_file_contents(str(path), path.read_text("utf-8"))
        yield from (Mutant(part, path, get_mutant_name(path, name)) for name in made.mutant_names)


def sample() -> list[Mutant]:
    """The changes that are tried."""
    chance = random.Random(SEED)  # noqa: S311 - nothing is kept secret with it
    return [mutant for part in PARTS for mutant in chance.sample(list(_all_of(part)), FROM_EACH_PART)]


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def main() -> None:
    assert Path.cwd() == ROOT, "mutmut looks for the code in the current folder"
    shutil.rmtree(MUTANTS, ignore_errors=True)
    MUTANTS.mkdir()
    mutants = sample()
    command = [sys.executable, "-c", "from mutmut.__main__ import cli; cli()", "run", *(mutant.name for mutant in mutants)]
    with (MUTANTS / "mutmut.log").open("w", encoding="utf-8") as log:
        if subprocess.run(command, check=False, stdout=log, stderr=log).returncode:
            sys.exit(f"mutmut has stopped; {log.name} says where. pytest in {MUTANTS}/ shows the test that fails with no change.")
    codes = {mutant: mutant.exit_code() for mutant in mutants}
    for part in (*PARTS, "all"):
        of_part = [code for mutant, code in codes.items() if part in {mutant.part, "all"}]
        noticed, survived = of_part.count(NOTICED), of_part.count(SURVIVED)
        rest = len(of_part) - noticed - survived
        _say(f"{part}: {noticed} of {len(of_part)} noticed ({noticed / len(of_part):.0%}), {survived} survived, {rest} other")
    for mutant, code in codes.items():
        if code != NOTICED:
            _say(f"{mutant}" if code == SURVIVED else f"{mutant}\n  pytest ended with {code}")


if __name__ == "__main__":
    main()

"""The rules that every module of the package keeps. Each rule is a function, and each is shown to fire."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers import ROOT

MODULES = sorted((ROOT / "macros").rglob("*.py"))
_CHANGING = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update"
}  # fmt: skip
_MOST_LINES = 200
_LONGER = {
    "macros/view/blocks.py": 480,  # one small class for each kind of block, without behavior
    "macros/view/macros.py": 250,  # one small function for each macro
}
"""The modules that may be longer than others."""
_EMPTY = {"dict", "list", "set", "defaultdict", "OrderedDict", "Counter", "deque"}


def _engine_imports(tree: ast.Module) -> Iterator[str]:
    """Imports of the engine."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name for name in names if name.split(".")[0] in {"mkdocs", "mkdocs_macros", "material", "zensical"})


def _state(tree: ast.Module) -> Iterator[str]:
    """Module-level names that look like variables, that begin empty, or that something changes later."""
    constants = set()
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for name in (part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)):
            constants.add(name)
            if name != name.upper() and not _is_type(node):
                yield f"{name} is not named as a constant"
            if _begins_empty(node):
                yield f"{name} begins empty, so something must fill it"
    yield from (f"{name} is changed" for name in _changed(tree) if name in constants)
    yield from ("a global statement" for node in ast.walk(tree) if isinstance(node, ast.Global))


def _is_type(node: ast.stmt) -> bool:
    """Type aliases and type variables: they bear capitals of their own."""
    if isinstance(node, ast.AnnAssign):
        return isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias"
    value = node.value if isinstance(node, ast.Assign) else None
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "TypeVar"


def _begins_empty(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    if isinstance(value, ast.List | ast.Set):
        return not value.elts
    if isinstance(value, ast.Dict):
        return not value.keys
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _EMPTY and not value.args


def _changed(tree: ast.Module) -> Iterator[str]:
    """Names whose parts are set or deleted, or on which a changing method is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield from (node.value.id,) if isinstance(node.value, ast.Name) else ()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGING:
            yield from (node.func.value.id,) if isinstance(node.func.value, ast.Name) else ()


def _undocumented(tree: ast.Module) -> Iterator[str]:
    """The module and its public classes and functions without a docstring."""
    if not ast.get_docstring(tree):
        yield "the module has no docstring"
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{node.name} has no docstring"


def _surprises(tree: ast.Module) -> Iterator[str]:
    """What runs text as a program, or prints past the command line."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"eval", "exec", "print", "compile"}
        ):
            yield f"{node.func.id} in line {node.lineno}"


def _ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_only_the_engines_know_an_engine(path: Path) -> None:
    found = list(_engine_imports(_tree(path)))
    assert not found or path.parent.name == "engines", found


@pytest.mark.parametrize("rule", [_state, _undocumented, _surprises], ids=lambda rule: rule.__name__.strip("_"))
@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_every_module_keeps_the_rule(path: Path, rule: Callable[[ast.Module], Iterator[str]]) -> None:
    assert list(rule(_tree(path))) == []


@pytest.mark.parametrize("path", MODULES, ids=_ids)
def test_no_module_is_long(path: Path) -> None:
    assert _length(path) <= _LONGER.get(_ids(path), _MOST_LINES)


def test_only_what_is_longer_may_be() -> None:
    assert [name for name in _LONGER if _length(ROOT / name) <= _MOST_LINES] == []


def _length(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("rule", "planted"),
    [
        (_engine_imports, "import mkdocs.config"),
        (_engine_imports, "def f():\n    from mkdocs.plugins import x"),
        (_state, "cache = 1"),
        (_state, "CACHE = {}"),
        (_state, "CACHE: dict[str, int] = {}"),
        (_state, "CACHE = set()"),
        (_state, "CACHE = defaultdict()"),
        (_state, "CACHE = {1: 2}\ndef f():\n    CACHE[3] = 4"),
        (_state, "CACHE = [1]\ndef f():\n    CACHE.append(2)"),
        (_state, "CACHE = {1: 2}\ndef f():\n    del CACHE[1]"),
        (_state, "def f():\n    global CACHE"),
        (_undocumented, "X = 1"),
        (_undocumented, '"""A module."""\nclass A:\n    pass'),
        (_surprises, "eval('1')"),
        (_surprises, "def f():\n    print(1)"),
    ],
)
def test_each_rule_fires(rule: Callable[[ast.Module], Iterator[str]], planted: str) -> None:
    assert list(rule(ast.parse(planted)))


@pytest.mark.parametrize(
    "fine", ["A = 1", "_B = (1, 2)", "C = {1: 2}\nprint(C[1])", "Name: TypeAlias = str", 'T = TypeVar("T")', "D = frozenset()"]
)
def test_constants_are_no_state(fine: str) -> None:
    assert list(_state(ast.parse(fine))) == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "macros/py.typed").is_file()


def test_every_module_is_looked_at() -> None:
    assert {"macros/project/engines/mkdocs_hooks.py", "macros/checks/words.py"} <= {_ids(path) for path in MODULES}

"""Our own source files, as the tests of the architecture read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("config", "conferences", "workgroups", "cases", "agencies", "audit", "core")
OURS = (*APPS, "tests", "bench")


@cache
def python_files(*packages: str) -> tuple[Path, ...]:
    """Python files of these packages that somebody wrote: without migrations and empty files."""
    found = (path for package in packages for path in (ROOT / package).rglob("*.py"))
    return tuple(sorted(path for path in found if "migrations" not in path.parts and path.stat().st_size))


def name(path: Path) -> str:
    """The file as it stands in the repository."""
    return path.relative_to(ROOT).as_posix()


@cache
def lines(path: Path) -> int:
    """How long a file is."""
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def tree(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    """All functions and methods of a file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of a function without its decorators."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every import statement, with the module it names."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""

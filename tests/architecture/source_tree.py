"""Our own source, read as text and as a tree, for the checks of its shape."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EDITOR = ROOT / "editor"
TESTS = ROOT / "tests"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    """Return every module of the package."""
    return sorted(path for path in EDITOR.rglob("*.py") if "__pycache__" not in path.parts)


def shown(path: Path) -> str:
    """Return `path` as a person names it, from the root of the checkout."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of `path`."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[tuple[str, Function]]:
    """Yield (place, node) of every function and method of `path`, those inside others too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield f"{shown(path)}:{node.lineno} {node.name}", node


def public_functions(path: Path) -> Iterator[tuple[str, Function]]:
    """Yield (place, node) of the functions and methods that others may call; those inside a function are its own."""
    holders: list[ast.Module | ast.ClassDef] = [tree(path)]
    while holders:
        for node in holders.pop().body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                holders.append(node)
            elif isinstance(node, Function) and not node.name.startswith("_"):
                yield f"{shown(path)}:{node.lineno} {node.name}", node


def classes(path: Path) -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield (place, node) of every class of `path`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            yield f"{shown(path)}:{node.lineno} {node.name}", node


def decorators(node: Function | ast.ClassDef) -> set[str]:
    """Return the last words of the decorators of `node`: "property", "override", "setter"."""
    names = set()
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        names.add(target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", ""))
    return names


def written_files() -> list[Path]:
    """Return the files that are or will be committed: known to git, or not ignored by it; without git, all of ours."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    if shutil.which("git"):
        asked = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return [path for name in asked.stdout.splitlines() if (path := ROOT / name).is_file()]
    folders = ("editor", "resources", "tests", "packaging")
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return [path for path in found if not {"__pycache__", "node_modules"} & set(path.parts)]

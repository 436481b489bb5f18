"""Names, docstrings and the few words that may not stand in the tree."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source_tree import (
    EDITOR,
    ROOT,
    TESTS,
    classes,
    decorators,
    functions,
    modules,
    public_functions,
    shown,
    tree,
    written_files,
)

EMPTY_NAMES = {
    "util",
    "utils",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "handler",
    "handlers",
    "data",
}
# The four places where anything at all may be caught; each of them shows or records what it caught.
CATCH_ALL = {"editor/ui/jobs.py", "editor/ui/errors.py", "editor/cli/running.py", "editor/images/detection.py"}
TOP_LEVEL = {"editor", "resources", "tests", "packaging", "pyproject.toml", "LICENSE"}
TOP_LEVEL |= {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}


def test_no_module_has_an_empty_name() -> None:
    assert [shown(path) for path in modules() if EMPTY_NAMES & set(path.stem.split("_"))] == []


def test_names_are_snake_case() -> None:
    assert [
        shown(path) for path in modules() if not re.fullmatch(r"[a-z][a-z0-9_]*|__init__|__main__", path.stem)
    ] == []


def test_camel_case_stands_only_where_qt_is_overridden() -> None:
    loud = [
        place
        for path in modules()
        for place, node in functions(path)
        if node.name != node.name.lower() and "override" not in decorators(node)
    ]
    assert loud == []


def test_every_module_says_what_it_holds() -> None:
    assert [shown(path) for path in modules() if not ast.get_docstring(tree(path))] == []


def test_every_module_has_the_future_import() -> None:
    without = [shown(path) for path in modules() if path.stem != "__init__" and not _has_future_import(path)]
    assert without == []


def test_every_public_class_says_its_job() -> None:
    mute = [
        place
        for path in modules()
        for place, node in classes(path)
        if not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert mute == []


def test_every_public_function_says_what_it_does() -> None:
    mute = [
        place
        for path in modules()
        for place, node in public_functions(path)
        if not decorators(node) & {"override", "overload", "setter"} and not ast.get_docstring(node)
    ]
    assert mute == []


def test_every_module_has_its_twin() -> None:
    without = [
        shown(path)
        for path in modules()
        if path.stem != "__init__" and not _twin(path).is_file() and not _twin_in_migrations(path)
    ]
    assert without == []


def test_everything_is_caught_in_four_places_only() -> None:
    places = {
        shown(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    }
    assert places - CATCH_ALL == set()


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b")
    left = [
        shown(path)
        for path in [*modules(), *TESTS.rglob("*.py")]
        if later.search(_text(path)) and path != Path(__file__)
    ]
    assert left == []


def test_no_test_is_marked_to_be_passed_over() -> None:
    passed_over = re.compile(r"pytest\.mark\.(skip|xfail)\b")
    assert [
        shown(path) for path in TESTS.rglob("*.py") if passed_over.search(_text(path)) and path != Path(__file__)
    ] == []


def test_the_top_level_holds_what_was_agreed() -> None:
    stray = {path.relative_to(ROOT).parts[0] for path in written_files()} - TOP_LEVEL
    assert {name for name in stray if not name.startswith(".")} == set()


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a path of one machine", r"/(?:root|home|Users)/[a-z][\w.-]*/|[A-Z]:\\\\Users\\\\"),
        (
            "a place packages come from",
            r"(?:extra-)?index" + r"-url|--find" + r"-links|python" + r"hosted|pypi\.org/simple",
        ),
        ("a private key", r"-----BEGIN [A-Z ]*PRIVATE" + r" KEY"),
    ],
)
def test_the_tree_holds_no(what: str, pattern: str) -> None:
    finder = re.compile(pattern, re.IGNORECASE)
    guilty = [shown(path) for path in written_files() if path.suffix not in _BINARY and finder.search(_text(path))]
    assert guilty == [], what


_BINARY = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".mo", ".woff2", ".ttf", ".jar", ".ico", ".zip"}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _twin(path: Path) -> Path:
    relative = path.relative_to(EDITOR)
    return TESTS / relative.parent / f"test_{relative.stem.strip('_')}.py"


def _twin_in_migrations(path: Path) -> bool:
    """Say whether `path` is a numbered migration: one test compares what all of them build with the tables."""
    return path.parent.name == "migrations" and bool(re.fullmatch(r"m\d{4}_\w+", path.stem))


def _has_future_import(path: Path) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree(path).body)


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    """Say whether `handler` swallows whatever comes; one that only cleans up and raises again does not."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    if handler.type is None:
        return True
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in names)

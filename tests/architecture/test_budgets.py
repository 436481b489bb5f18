"""How big things may grow. No exemption list: to meet a budget, split."""

from __future__ import annotations

import ast

from tests.architecture.source_tree import EDITOR, Function, classes, decorators, functions, modules, shown

MODULE_LINES = 400
MAIN_WINDOW_LINES = 250
FUNCTION_LINES = 60
PUBLIC_METHODS = 15
CONSTRUCTOR_PARAMETERS = 6


def test_modules_are_short() -> None:
    over = {shown(path): lines for path in modules() if (lines := _lines(path.read_bytes())) > MODULE_LINES}
    assert over == {}


def test_the_main_window_is_short() -> None:
    path = EDITOR / "ui" / "main_window.py"
    assert _lines(path.read_bytes()) <= MAIN_WINDOW_LINES


def test_functions_are_short() -> None:
    over = {
        place: length
        for path in modules()
        for place, node in functions(path)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    }
    assert over == {}


def test_classes_have_few_public_methods() -> None:
    over = {
        place: names
        for path in modules()
        for place, node in classes(path)
        if len(names := _public_methods(node)) > PUBLIC_METHODS
    }
    assert over == {}


def test_constructors_take_few_things() -> None:
    over = {
        place: count
        for path in modules()
        for place, node in functions(path)
        if node.name == "__init__" and (count := _parameters(node)) > CONSTRUCTOR_PARAMETERS
    }
    assert over == {}


def _lines(text: bytes) -> int:
    return len(text.splitlines())


def _public_methods(node: ast.ClassDef) -> list[str]:
    """Return what a user of the class can call; Qt's own methods, overridden, are not offered by us."""
    return [
        method.name
        for method in node.body
        if isinstance(method, Function)
        and not method.name.startswith("_")
        and not decorators(method) & {"override", "setter", "overload"}
    ]


def _parameters(node: Function) -> int:
    arguments = node.args
    return len(arguments.posonlyargs) + len(arguments.args) + len(arguments.kwonlyargs) - 1

"""What outlives its moment in Qt ends the process later, somewhere else: painters are closed, no lambda is a slot."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source_tree import EDITOR, modules, shown, tree


def _calls(module: ast.Module, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = node.func
            if (called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")) == name:
                yield node


def _window() -> Iterator[tuple[str, ast.Module]]:
    for path in modules():
        if (EDITOR / "ui") in path.parents:
            yield shown(path), tree(path)


def test_a_painter_is_closed_whatever_happens_while_it_paints() -> None:
    """An error keeps its frame, and so a painter that nobody closed: the widget could not be painted again."""
    open_ones = []
    for name, module in _window():
        withs = [node for node in ast.walk(module) if isinstance(node, ast.With)]
        closed = {id(item.context_expr) for node in withs for item in node.items}
        open_ones += [f"{name}:{call.lineno}" for call in _calls(module, "QPainter") if id(call) not in closed]
    assert open_ones == []


def test_no_lambda_is_a_slot() -> None:
    """Nothing disconnects it when what it speaks of is gone, and born in a worker it runs there."""
    found = [
        f"{name}:{call.lineno}"
        for name, module in _window()
        for signal in ("connect", "singleShot")
        for call in _calls(module, signal)
        if any(isinstance(given, ast.Lambda) for given in (*call.args, *(word.value for word in call.keywords)))
    ]
    assert found == []


def test_qt_is_asked_to_decode_in_one_place() -> None:
    """Not told the format, it may wait for Python under a lock for which another thread holds Python: a standstill."""
    found = {
        name
        for name, module in _window()
        for asked in ("fromData", "loadFromData", "QImageReader")
        for _call in _calls(module, asked)
    }
    assert found == {"editor/ui/widgets/decoding.py"}


def test_nothing_that_qt_asks_for_under_its_locks_is_python() -> None:
    """Words, bytes and log lines are asked for on any thread; an answer in Python waits for whoever waits for the lock.

    What else is overridden, Qt calls on the interface thread: models, delegates, highlighters, icons, the engine's
    schemes and requests. A runnable is called, and let go of, while its pool holds nothing.
    """
    asked_anywhere = {"QTranslator", "QIODevice", "QBuffer", "QFile", "QAbstractNativeEventFilter"}
    derived = [
        f"{name}:{node.lineno}"
        for name, module in _window()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") in asked_anywhere for base in node.bases)
    ]
    installed = [name for name, module in _window() for _call in _calls(module, "qInstallMessageHandler")]
    translators = {name for name, module in _window() for _call in _calls(module, "QTranslator")}
    assert (derived, installed, translators) == ([], [], {"editor/ui/qt_words.py"})

"""What every test of the window stands on: nothing of Qt may outlive the test that made it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer, isValid

from editor.bootstrap import Desk
from editor.i18n.interface import set_interface_language
from editor.ui import theme, web_engine
from editor.ui.studio import Studio
from tests.builders import a_desk

Kind = TypeVar("Kind")

web_engine.prepare()  # before any test makes the application object


@pytest.fixture(autouse=True)
def _plain_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the web engine out, which takes seconds to load; the tests that are about it take this back."""
    monkeypatch.setenv(web_engine.PLAIN_VARIABLE, "1")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give the test an open, empty newsroom with a Swahili and an English edition."""
    opened = a_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def studio(qapp: QApplication) -> Iterator[Studio]:
    """Give the test the running application without a window, and put everything back after it."""
    made = Studio(qapp)
    yield made
    for window in qapp.topLevelWidgets():
        window.close()
    set_interface_language("en")
    made.set_language("en")
    theme.apply(qapp, theme.Scheme.LIGHT)
    made.deleteLater()


@pytest.fixture(autouse=True, scope="module")
def _fewer_objects_to_look_through() -> None:
    """Leave what is loaded by now out of every later search and collection: it would cost more than the tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_qt_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a visible window, a running thread or a ticking timer behind."""
    windows_before = _windows(qapp)
    timers_before = _timers()
    threads_before = set(threading.enumerate())
    yield
    QThreadPool.globalInstance().waitForDone(5000)
    _delete_what_is_due(qapp)

    def left() -> list[str]:
        threads = [f"thread {one.name}" for one in set(threading.enumerate()) - threads_before if not one.daemon]
        return [*(_windows(qapp) - windows_before), *(_timers() - timers_before), *_running_threads(), *threads]

    if left():  # it may be held by a circle of references alone
        gc.collect()
        _delete_what_is_due(qapp)
    if still_left := left():
        pytest.fail("left behind:\n  " + "\n  ".join(still_left), pytrace=False)


def _delete_what_is_due(app: QApplication) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def _windows(app: QApplication) -> set[str]:
    return {_name("window", window) for window in app.topLevelWidgets() if window.isVisible()}


def _timers() -> set[str]:
    return {_name("timer", timer) for timer in _alive(QTimer) if timer.isActive()}


def _running_threads() -> list[str]:
    own = QThread.currentThread()
    return [_name("thread", thread) for thread in _alive(QThread) if thread is not own and thread.isRunning()]


def _alive(kind: type[Kind]) -> list[Kind]:
    kinds = _with_subclasses(kind)
    return [thing for thing in gc.get_objects() if type(thing) in kinds and isValid(thing)]


def _with_subclasses(kind: type[Kind]) -> set[type]:
    return {kind}.union(*map(_with_subclasses, kind.__subclasses__()))


def _name(what: str, thing: QObject) -> str:
    owner = type(thing.parent()).__name__
    return f"{what} {type(thing).__name__} {thing.objectName()!r} of {owner} at {getCppPointer(thing)[0]:x}"

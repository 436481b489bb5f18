"""What every test of the window stands on: nothing of Qt may outlive the test that made it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer, isValid

from editor.bootstrap import Desk
from editor.i18n.interface import set_interface_language
from editor.services.dictionaries import SYSTEM_VARIABLE
from editor.ui import theme, web_engine
from editor.ui.dictionary_shelf import OFF_VARIABLE
from editor.ui.keys import keys
from editor.ui.studio import Studio
from tests.builders import a_desk

web_engine.prepare()  # before any test makes the application object


@pytest.fixture(autouse=True)
def _plain_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the web engine out, which takes seconds to load; the tests that are about it take this back."""
    monkeypatch.setenv(web_engine.PLAIN_VARIABLE, "1")


@pytest.fixture(autouse=True)
def _no_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the spelling's process out, which each would start; the tests that are about it take this back."""
    monkeypatch.setenv(OFF_VARIABLE, "1")
    monkeypatch.setenv(SYSTEM_VARIABLE, "")


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
    made.closing.finish()
    made.set_language("en")
    keys().choose({})
    theme.apply(qapp, theme.Scheme.LIGHT)
    made.deleteLater()


@pytest.fixture(autouse=True)
def _no_qt_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a visible window, a running thread or a ticking timer behind."""
    gc.collect()
    gc.freeze()  # what was there before is left out of every search and collection: they would cost more than the tests
    windows_before = _windows(qapp)
    threads_before = set(threading.enumerate())
    yield

    def left() -> list[str]:
        threads = [f"thread {one.name}" for one in set(threading.enumerate()) - threads_before if not one.daemon]
        return [*(_windows(qapp) - windows_before), *_ticking(), *threads]

    QThreadPool.globalInstance().waitForDone(5000)
    _delete_what_is_due(qapp)
    if left():  # it may be held by a circle of references alone
        gc.collect()
        _delete_what_is_due(qapp)
    if still_left := left():
        pytest.fail("left behind:\n  " + "\n  ".join(still_left), pytrace=False)


def _delete_what_is_due(app: QApplication) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def _windows(app: QApplication) -> set[str]:
    return {_name(type(window).__name__, window) for window in app.topLevelWidgets() if window.isVisible()}


def _ticking() -> list[str]:
    """Name the timers and threads that were made since the last `gc.freeze` and still run."""
    timers, threads = _with_subclasses(QTimer), _with_subclasses(QThread)
    both = timers | threads
    made = [thing for thing in gc.get_objects() if type(thing) in both and isValid(thing)]
    running = [one for one in made if (one.isActive() if type(one) in timers else one.isRunning())]
    return [_name(type(one).__name__, one) for one in running if one is not QThread.currentThread()]


def _with_subclasses(kind: type) -> set[type]:
    return {kind}.union(*map(_with_subclasses, kind.__subclasses__()))


def _name(what: str, thing: QObject) -> str:
    owner = type(thing.parent()).__name__
    return f"{what} {thing.objectName()!r} of {owner} at {getCppPointer(thing)[0]:x}"

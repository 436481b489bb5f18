"""What was raised, and what a person sees of it."""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.messages import say
from editor.ui.errors import ErrorHook, show_error
from editor.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def hook() -> ErrorHook:
    return ErrorHook()


def _raised(error: BaseException) -> BaseException:
    try:
        raise error  # noqa: TRY301 - so that it has a trace
    except BaseException as caught:  # noqa: BLE001 - whatever a test raises
        return caught


def test_our_bug_becomes_a_report_with_versions_and_trace(
    qtbot: QtBot, hook: ErrorHook, caplog: pytest.LogCaptureFixture
) -> None:
    error = _raised(ZeroDivisionError("nothing to divide"))
    with qtbot.waitSignal(hook.bug) as caught, caplog.at_level(logging.ERROR):
        hook.take(type(error), error, error.__traceback__)
    report = caught.args[0]
    assert "ZeroDivisionError: nothing to divide" in report
    assert "test_errors.py" in report
    assert report.startswith("Makala ")
    assert caplog.records


@pytest.mark.parametrize("error", [UserError(say("No headline.")), Fault(say("The disk is full."))])
def test_what_a_person_can_meet_goes_to_the_bar(qtbot: QtBot, hook: ErrorHook, error: Exception) -> None:
    with qtbot.waitSignal(hook.told) as caught, qtbot.assertNotEmitted(hook.bug):
        hook.take(type(error), error, None)
    assert caught.args == [error]


def test_stopped_work_is_shown_to_nobody(qtbot: QtBot, hook: ErrorHook) -> None:
    with qtbot.assertNotEmitted(hook.bug), qtbot.assertNotEmitted(hook.told):
        hook.take(Cancelled, Cancelled(), None)


def test_an_exception_of_any_thread_arrives(
    qtbot: QtBot, hook: ErrorHook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hook.install()

    def work() -> None:
        raise LookupError("in a thread")

    with qtbot.waitSignal(hook.bug) as caught, caplog.at_level(logging.ERROR):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert "in a thread" in caught.args[0]


def test_each_kind_has_its_place(qtbot: QtBot, hook: ErrorHook, caplog: pytest.LogCaptureFixture) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    show_error(bar, Cancelled(), hook)
    assert bar.isHidden()
    show_error(bar, UserError(say("No headline.")), hook)
    assert bar.text == "No headline."
    with qtbot.waitSignal(hook.bug), caplog.at_level(logging.ERROR):
        show_error(bar, ValueError("ours"), hook)
    with pytest.raises(ValueError, match="ours"):
        show_error(bar, ValueError("ours"))

"""The notice bar: what happened, what to do, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[NoticeBar]:
    made = NoticeBar()
    qtbot.addWidget(made)
    yield made
    made.close()


def _button(bar: NoticeBar) -> QPushButton:
    found = bar.findChild(QPushButton, "notice.action")
    assert isinstance(found, QPushButton)
    return found


def test_it_is_hidden_until_there_is_something_to_say(bar: NoticeBar) -> None:
    assert bar.isHidden()


def test_it_knows_what_it_says_while_it_says_it(bar: NoticeBar) -> None:
    bar.show_notice(UserError(say("An article needs a headline."), say("Type one.")))
    assert bar.says(say("An article needs a headline."))
    assert not bar.says(say("Type one."))
    bar.dismiss()
    assert not bar.says(say("An article needs a headline."))


def test_a_user_error_says_what_was_wrong_and_what_to_do(bar: NoticeBar) -> None:
    bar.show_notice(UserError(say("An article needs a headline."), say("Type one.")))
    assert bar.text == "An article needs a headline.\nType one."
    assert bar.property("kind") == "warn"
    assert _button(bar).isHidden()


def test_a_fault_can_be_tried_again(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice(Fault(say("This was not saved."), say("The disk is full.")))
    assert bar.property("kind") == "fault"
    assert _button(bar).text() == "Try again"
    with qtbot.waitSignal(bar.action_requested):
        QTest.mouseClick(_button(bar), Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_a_fault_that_cannot_be_tried_again_offers_nothing(bar: NoticeBar) -> None:
    bar.show_notice(Fault(say("This newsroom is newer."), can_retry=False))
    assert _button(bar).isHidden()


def test_it_is_dismissed_by_its_button(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice(say("Backed up."), kind="done")
    close = bar.findChild(QToolButton, "notice.close")
    assert isinstance(close, QToolButton)
    assert close.accessibleName() == "Dismiss this notice"
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    with qtbot.assertNotEmitted(bar.dismissed):
        bar.dismiss()


def test_a_lasting_notice_has_no_way_out(bar: NoticeBar) -> None:
    bar.show_notice(say("Open elsewhere."), is_lasting=True)
    close = bar.findChild(QToolButton, "notice.close")
    assert isinstance(close, QToolButton)
    assert close.isHidden()


def test_words_with_marks_are_shown_as_they_are(bar: NoticeBar) -> None:
    bar.show_notice(say("“{headline}” is published already.", headline="<b>A & B</b> {x}"))
    assert bar.text == "“<b>A & B</b> {x}” is published already."


def test_a_long_name_in_it_does_not_widen_the_panel(bar: NoticeBar) -> None:
    name = "images/3050f9d99d132dfd-6daba0c8-1280.webp"
    bar.show_notice(Fault(say("“{file}” was not delivered.", file=name), say("Nobody answers there.")))
    short = NoticeBar()
    short.show_notice(Fault(say("“{file}” was not delivered.", file="images"), say("Nobody answers there.")))
    assert bar.minimumSizeHint().width() < 1.5 * short.minimumSizeHint().width()
    assert name in bar.text
    short.close()

"""Tags and bylines as chips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLineEdit, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.widgets.names_field import NamesField


@pytest.fixture
def tags(qtbot: QtBot) -> NamesField:
    made = NamesField("draft.tags")
    qtbot.addWidget(made)
    made.show_names(["Japan", "Washington, D.C."])
    return made


def _line(field: NamesField) -> QLineEdit:
    line = field.findChild(QLineEdit)
    assert line is not None
    return line


def test_a_comma_and_return_add_what_is_typed(tags: NamesField) -> None:
    said: list[tuple[str, ...]] = []
    tags.committed.connect(said.append)
    QTest.keyClicks(_line(tags), "ports,")
    QTest.keyClicks(_line(tags), " drums ")
    QTest.keyClick(_line(tags), Qt.Key.Key_Return)
    assert said == [("Japan", "Washington, D.C.", "ports"), ("Japan", "Washington, D.C.", "ports", "drums")]


@pytest.mark.parametrize("pasted", ["ports, drums,ferries,  ", "ports\ndrums\nferries", "ports、drums،ferries"])
def test_a_pasted_list_is_as_many_tags(tags: NamesField, pasted: str) -> None:
    said: list[tuple[str, ...]] = []
    tags.committed.connect(said.append)
    QGuiApplication.clipboard().setText(pasted)
    _line(tags).paste()
    tags.settle()
    assert tags.names() == ("Japan", "Washington, D.C.", "ports", "drums", "ferries")
    assert len(said) <= 2, "a list is not one step of undo for each of its tags"


def test_a_long_name_does_not_widen_the_form(tags: NamesField) -> None:
    tags.show_names(["Ministry of Roads, Ports and Inland Navigation " * 5, "ports"])
    assert tags.minimumSizeHint().width() < 250
    assert tags.findChildren(QToolButton)[0].toolTip().count("Ministry") == 5


def test_the_line_stays_in_sight_under_many_chips(qtbot: QtBot) -> None:
    tags = NamesField("draft.tags")
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(tags)
    area.resize(300, 120)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    line = _line(tags)
    line.setFocus()
    for number in range(20):
        QTest.keyClicks(line, f"tag {number},")
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())


def test_what_is_there_already_is_not_added_again(tags: NamesField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tags.committed):
        QTest.keyClicks(_line(tags), "japan,")
    assert tags.names() == ("Japan", "Washington, D.C.")


def test_backspace_in_the_empty_line_takes_the_last_out(tags: NamesField) -> None:
    QTest.keyClicks(_line(tags), "x")
    QTest.keyClick(_line(tags), Qt.Key.Key_Backspace)
    assert len(tags.names()) == 2
    QTest.keyClick(_line(tags), Qt.Key.Key_Backspace)
    assert tags.names() == ("Japan",)


def test_a_chip_takes_itself_out(tags: NamesField, qtbot: QtBot) -> None:
    chip = tags.findChildren(QToolButton)[0]
    assert chip.accessibleName() == "Remove Japan"
    with qtbot.waitSignal(tags.committed) as said:
        chip.click()
    assert said.args == [("Washington, D.C.",)]


def test_a_byline_may_hold_a_comma(qtbot: QtBot) -> None:
    byline = NamesField("draft.byline", comma_ends=False)
    qtbot.addWidget(byline)
    QTest.keyClicks(_line(byline), "Asha Njoroge, Nairobi")
    byline.settle()
    assert byline.names() == ("Asha Njoroge, Nairobi",)


def test_known_names_are_offered(tags: NamesField, qtbot: QtBot) -> None:
    tags.set_choices(["South Korea"])
    completer = _line(tags).completer()
    assert isinstance(completer, QCompleter)
    with qtbot.waitSignal(tags.committed) as said:
        completer.activated.emit("South Korea")
    assert said.args[0][-1] == "South Korea"


def test_reading_only_hides_the_line(tags: NamesField) -> None:
    tags.set_writable(is_writable=False)
    assert not _line(tags).isVisibleTo(tags)

"""A box that speaks in values."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField


@pytest.fixture
def field(qtbot: QtBot) -> ChoiceField:
    made = ChoiceField("kind")
    qtbot.addWidget(made)
    made.set_choices([("", "None"), ("a", "Apple"), ("b", "Pear")])
    made.show_value("a")
    return made


def test_it_shows_words_and_hands_out_values(field: ChoiceField, qtbot: QtBot) -> None:
    assert field.currentText() == "Apple"
    with qtbot.waitSignal(field.committed) as said:
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert said.args == ["b"]


def test_showing_and_offering_hand_out_nothing(field: ChoiceField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.committed):
        field.show_value("b")
        field.set_choices([("", "Hakuna"), ("b", "Pea")])
    assert (field.value(), field.currentText()) == ("b", "Pea")


def test_a_value_that_is_no_choice_is_shown_as_it_is(field: ChoiceField) -> None:
    field.show_value("foreign")
    assert (field.value(), field.currentText()) == ("foreign", "foreign")


def test_what_is_no_choice_is_offered_no_longer_once_the_choices_are_offered_again(field: ChoiceField) -> None:
    offered = [("", "None"), ("a", "Apple"), ("b", "Pear")]
    field.show_value("foreign")
    field.show_value("a")
    assert field.count() == 4
    for _ in range(2):
        field.set_choices(offered)
        assert [field.itemText(line) for line in range(field.count())] == ["None", "Apple", "Pear"]
        assert field.value() == "a"
    field.set_choices(offered[:2])
    assert field.count() == 2


def test_the_wheel_changes_nothing(field: ChoiceField) -> None:
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(field, wheel)
    assert field.value() == "a"


def test_headings_cannot_be_chosen(field: ChoiceField) -> None:
    field.set_groups([("", [("", "None")]), ("Fruit", [("a", "Apple")])])
    assert field.value() == "a"
    row = field.findText("Fruit")
    assert not field.model().flags(field.model().index(row, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_an_editable_one_takes_any_text(qtbot: QtBot) -> None:
    field = ChoiceField("section", is_editable=True)
    qtbot.addWidget(field)
    field.set_choices([("World", "World")])
    field.show_value("World")
    field.setEditText("Harbour ")
    with qtbot.waitSignal(field.committed) as said:
        field.settle()
    assert said.args == ["Harbour"]
    field.set_choices([("World", "World"), ("City", "City")])
    assert field.currentText() == "Harbour "


def test_words_that_are_too_long_end_in_dots_and_not_in_half_a_letter(field: ChoiceField) -> None:
    field.set_choices([("a", "Apple of the tree behind the house")])
    field.resize(110, 30)
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    assert field.shown_words(option).endswith("…")
    field.resize(900, 30)
    field.initStyleOption(option)
    assert field.shown_words(option) == "Apple of the tree behind the house"


def test_a_list_of_two_dozen_is_seen_whole(qtbot: QtBot) -> None:
    field = ChoiceField("many")
    qtbot.addWidget(field)
    assert field.maxVisibleItems() == 24


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen plugin cannot, for no list
@pytest.mark.parametrize("count", [2, 4, 17])
def test_the_open_list_shows_each_line_whole(field: ChoiceField, qtbot: QtBot, qapp: QApplication, count: int) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    field.setProperty("kind", "filter")
    field.resize(100, 30)
    field.set_choices([(str(number), f"Choice number {number} of the list") for number in range(count)])
    with qtbot.waitExposed(field):
        field.show()
    field.showPopup()
    qapp.processEvents()
    lines = field.view()
    assert lines.verticalScrollBar().maximum() == 0
    assert lines.viewport().height() >= sum(lines.sizeHintForRow(row) for row in range(count))
    widest = max(lines.sizeHintForIndex(field.model().index(row, 0)).width() for row in range(count))
    assert lines.viewport().width() >= widest
    field.hidePopup()


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_a_list_wider_than_its_field_stays_on_the_screen(field: ChoiceField, qtbot: QtBot, qapp: QApplication) -> None:
    field.set_choices([("a", "A choice that says a good deal more than its field has room for")])
    screen = field.screen().availableGeometry()
    field.setGeometry(screen.right() - 90, 40, 80, 30)
    with qtbot.waitExposed(field):
        field.show()
    field.showPopup()
    qapp.processEvents()
    popup = field.view().window().geometry()
    assert popup.width() > 200
    assert screen.contains(popup)
    field.hidePopup()

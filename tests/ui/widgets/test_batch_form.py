"""What is said of several pictures at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.widgets.batch_form import BatchForm
from editor.ui.widgets.field_change import FieldChange
from tests.builders import an_image


@pytest.fixture
def form(qtbot: QtBot) -> BatchForm:
    made = BatchForm()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_they_have_in_common_is_shown(form: BatchForm) -> None:
    form.show_images([an_image(credit="AP", ai_system="Firefly"), an_image(credit="AP", source_type="")])
    assert form.fields["credit"].text() == "AP"
    assert form.fields["ai_system"].text() == ""
    assert "Different" in form.fields["ai_system"].placeholderText()
    assert "Different" in form.origin.currentText()
    count = form.findChild(QLabel, "images.batch.count")
    assert count is not None
    assert count.text() == "2 pictures chosen"
    form.show_images([an_image(), an_image()])
    assert form.origin.value() == "trainedAlgorithmicMedia"


def test_what_is_entered_goes_out_and_what_is_not_stays_in(form: BatchForm, qtbot: QtBot) -> None:
    form.show_images([an_image(credit="AP"), an_image(credit="Reuters", source_type="")])
    with qtbot.assertNotEmitted(form.changed), qtbot.assertNotEmitted(form.origin_chosen):
        form.settle()
        form.origin.settle()
    QTest.keyClicks(form.fields["credit"], "AFP")
    with qtbot.waitSignal(form.changed) as said:
        QTest.keyClick(form.fields["credit"], Qt.Key.Key_Return)
    (change,) = said.args
    assert isinstance(change, FieldChange)
    assert change.fields == {"credit": "AFP"}
    form.origin.setCurrentIndex(form.origin.findData("digitalCapture"))
    with qtbot.waitSignal(form.origin_chosen) as chosen:
        form.origin.settle()
    assert chosen.args == ["digitalCapture"]


def test_a_reader_writes_nothing_and_actions_are_those_possible(form: BatchForm, qtbot: QtBot) -> None:
    form.set_writable(is_writable=False)
    assert not form.origin.isEnabled()
    assert all(field.isReadOnly() for field in form.fields.values())
    form.allow({"trash"})
    assert [name for name, button in form.buttons.items() if button.isVisible()] == ["trash"]
    with qtbot.waitSignal(form.asked) as said:
        form.buttons["trash"].click()
    assert said.args == ["trash"]
    form.retranslate()
    assert all(field.accessibleName() for field in (form.origin, *form.fields.values()))

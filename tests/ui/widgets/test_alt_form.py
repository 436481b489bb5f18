"""Alt texts per language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from editor.ui.widgets.alt_form import COMFORTABLE, AltForm
from editor.ui.widgets.text_area import TextArea


@pytest.fixture
def form(qtbot: QtBot) -> AltForm:
    made = AltForm()
    qtbot.addWidget(made)
    made.show_alt({"en": "A drum", "ar": ""}, ("en", "sw", "ar"), is_other=True)
    made.show()
    return made


def _area(form: AltForm, tag: str) -> TextArea:
    found = form.findChild(TextArea, f"images.alt.{tag}")
    assert found is not None
    return found


def test_each_language_has_its_text_its_way(form: AltForm) -> None:
    assert [_area(form, tag).text() for tag in ("en", "sw", "ar")] == ["A drum", "", ""]
    assert _area(form, "ar").layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert not _area(form, "ar").isVisible()


def test_a_typed_text_goes_out_with_the_others(form: AltForm, qtbot: QtBot) -> None:
    QTest.keyClicks(_area(form, "sw"), "Ngoma ")
    with qtbot.waitSignal(form.committed) as said:
        form.settle()
    assert said.args == [{"en": "A drum", "ar": "", "sw": "Ngoma"}]


def test_an_emptied_text_is_not_written_yet_rather_than_decorative(form: AltForm, qtbot: QtBot) -> None:
    _area(form, "en").selectAll()
    QTest.keyClick(_area(form, "en"), Qt.Key.Key_Delete)
    with qtbot.waitSignal(form.committed) as said:
        form.settle()
    assert said.args == [{"ar": ""}]


def test_decorative_is_marked_and_unmarked(form: AltForm, qtbot: QtBot) -> None:
    box = form.findChild(QCheckBox, "images.alt.ar.decorative")
    assert box is not None
    with qtbot.waitSignal(form.marked) as said:
        box.click()
    assert said.args == [{"en": "A drum"}]


def test_the_counter_warns_of_what_is_too_long_to_hear(form: AltForm) -> None:
    count = form.findChild(QLabel, "images.alt.en.count")
    assert count is not None
    assert (count.text(), count.property("role")) == ("6", "muted")
    form.show_alt({"en": "x" * (COMFORTABLE + 1)}, ("en", "sw", "ar"), is_other=True)
    assert count.property("role") == "warn"


def test_other_languages_make_other_rows(form: AltForm) -> None:
    form.show_alt({}, ("ja",), is_other=True)
    assert _area(form, "ja").text() == ""
    form.retranslate()
    assert "日本語" in _area(form, "ja").accessibleName()


def test_a_language_without_its_text_is_marked(form: AltForm) -> None:
    said = {tag: form.findChild(QLabel, f"images.alt.{tag}.count") for tag in ("en", "sw", "ar")}
    assert [label.text() for label in said.values() if label is not None] == ["6", "Missing", ""]
    swahili = said["sw"]
    assert swahili is not None
    assert swahili.property("role") == "warn"
    QTest.keyClicks(_area(form, "sw"), "Ngoma")
    assert (swahili.text(), swahili.property("role")) == ("5", "muted")

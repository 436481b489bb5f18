"""One label: written with its places checked as typed, approved, given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.page_label import PageLabel
from editor.i18n.page_labels import LabelRow, label_rows
from editor.ui.widgets.label_form import LabelForm, state_words
from tests.builders import NOON

LABELS = {
    "sw": {
        "related": PageLabel(text="Habari", english="Related stories"),
        "decline": PageLabel(text="Hapana", english="Decline", reviewed_by="Asha", reviewed_at=NOON),
    }
}
ROWS = {row.key: row for row in label_rows(LABELS, "sw")}
TEXTS = {key: row.text for key, row in ROWS.items()}


@pytest.fixture
def form(qtbot: QtBot) -> LabelForm:
    made = LabelForm()
    qtbot.addWidget(made)
    made.show()
    return made


def _show(form: LabelForm, key: str) -> LabelRow:
    form.show_row(ROWS[key], TEXTS, "sw")
    return ROWS[key]


def test_a_label_is_shown_with_its_english_and_its_place(form: LabelForm) -> None:
    _show(form, "by_line")
    assert "By {names}" in form.english.text()
    assert form.field.placeholderText() == "Na {names}"
    assert form.sample.text == "Na the author's name"
    assert form.back.isHidden()


def test_places_are_checked_as_typed_and_wrong_words_are_not_handed_out(qtbot: QtBot, form: LabelForm) -> None:
    _show(form, "by_line")
    with qtbot.assertNotEmitted(form.written):
        QTest.keyClicks(form.field, "Imeandikwa na")
        assert "{names} is missing" in form.trouble.text()
        assert form.sample.text == "Imeandikwa na"
        assert not form.right.isEnabled()
        QTest.keyClick(form.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.written) as caught:
        QTest.keyClicks(form.field, " {names}")
        assert form.trouble.isHidden()
        QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert caught.args == ["Imeandikwa na {names}"]


def test_words_are_approved_and_made_a_draft_again(qtbot: QtBot, form: LabelForm) -> None:
    _show(form, "accept")
    with qtbot.waitSignal(form.reviewed) as caught:
        form.right.click()
    assert caught.args == [True]
    _show(form, "decline")
    with qtbot.waitSignal(form.reviewed) as caught:
        form.right.click()
    assert caught.args == [False]


def test_the_shipped_words_come_back(qtbot: QtBot, form: LabelForm) -> None:
    _show(form, "decline")
    with qtbot.waitSignal(form.written) as caught:
        form.back.click()
    assert caught.args == [""]
    assert form.sample.text == "Kataa"


def test_keys_go_to_the_next_and_approve(qtbot: QtBot, form: LabelForm) -> None:
    _show(form, "accept")
    with qtbot.waitSignal(form.stepped) as caught:
        QTest.keyClick(form.field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [1]
    with qtbot.waitSignals([form.reviewed, form.stepped]):
        QTest.keyClick(form.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_is_typed_stays_while_the_same_label_is_shown_again(form: LabelForm) -> None:
    _show(form, "accept")
    form.field.setFocus()
    QTest.keyClicks(form.field, "Nd")
    _show(form, "accept")
    assert form.field.text() == "Nd"
    _show(form, "updated")
    assert form.field.text() == ""


def test_states_are_said(form: LabelForm) -> None:
    assert "has changed" in state_words(_show(form, "related"), "UTC")
    assert "Related stories" in form.english.text()
    assert state_words(ROWS["decline"], "UTC") == "Reviewed by Asha, 14 Jan 2026."
    assert state_words(ROWS["timeline"], "UTC").startswith("Draft")
    assert state_words(label_rows({}, "is")[0], "UTC").startswith("Not translated")
    assert state_words(label_rows({}, "en")[0], "UTC").startswith("Reviewed before")


def test_nothing_is_no_label(form: LabelForm) -> None:
    form.show_row(None, {}, "sw")
    assert form.isHidden()

"""Typographic signs as they are typed, and the straight ones given back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.domain.house_style import HouseStyle
from editor.i18n import quotation
from editor.i18n.typography import signs_of
from editor.ui.widgets.prose_field import ProseField, set_typographic_signs


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[ProseField]:
    made = ProseField("headline")
    qtbot.addWidget(made)
    made.set_language("en")
    yield made
    set_typographic_signs(is_on=True)


def _type(field: ProseField, text: str) -> None:
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else 0
        pressed = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter.replace("\n", "\r"))
        QApplication.sendEvent(field, pressed)


def test_signs_are_those_of_the_language(field: ProseField) -> None:
    _type(field, '"It\'s" -- so')
    assert field.text() == "“It’s” – so"
    field.show_text("")
    field.set_language("de-AT")
    _type(field, '"Ja, ich hab\'s"')
    assert field.text() == "„Ja, ich hab’s“"


def test_a_newsroom_may_have_signs_of_its_own(field: ProseField) -> None:
    field.set_signs(signs_of("de", HouseStyle(quotes=tuple("»«›‹"))))
    _type(field, "\"Ja\", 'nein'")
    assert field.text() == "»Ja«, ›nein‹"


def test_undo_gives_the_straight_sign_back_at_once(field: ProseField) -> None:
    _type(field, 'He said "')
    assert field.text() == "He said “"
    field.undo()
    assert field.text() == 'He said "'
    _type(field, "yes")
    assert field.text() == 'He said "yes'


def test_undo_later_takes_back_words_before_the_sign(field: ProseField) -> None:
    _type(field, 'a "yes')
    field.undo()
    assert field.text() == "a “"
    field.undo()
    assert field.text() == 'a "'
    field.redo()
    field.redo()
    assert field.text() == "a “yes"


def test_a_straight_sign_that_was_given_back_stays(field: ProseField) -> None:
    _type(field, "a--")
    field.undo()
    _type(field, "-b")
    assert field.text() == "a---b"


def test_it_can_be_switched_off(field: ProseField) -> None:
    set_typographic_signs(is_on=False)
    _type(field, '"a" -- b...')
    assert field.text() == '"a" -- b...'
    assert field.sign_pair('"') == ('"', '"')


def test_a_text_that_is_only_read_stays(field: ProseField) -> None:
    field.setReadOnly(True)
    _type(field, '"')
    assert field.text() == ""


def test_what_is_shown_or_pasted_is_not_touched(field: ProseField) -> None:
    field.show_text('"a" -- b')
    field.textCursor().insertText('"')
    assert field.text() == '""a" -- b'


def test_36_half_a_composition_is_left_alone(field: ProseField) -> None:
    """Pitfall 36: only what an input method hands over whole is looked at."""
    QApplication.sendEvent(field, QInputMethodEvent('"', []))
    assert field.text() == ""
    composed = QInputMethodEvent("", [])
    composed.setCommitString('"')
    QApplication.sendEvent(field, composed)
    assert field.text() == "“"
    words = QInputMethodEvent("", [])
    words.setCommitString('日本"')
    QApplication.sendEvent(field, words)
    assert field.text() == '“日本"'


def test_letters_beyond_the_first_plane_count_as_qt_counts_them(field: ProseField) -> None:
    _type(field, '😀 "😀" it\'s')
    assert field.text() == "😀 “😀” it’s"


class _Asked(ProseField):
    """Notes what was read of the text."""

    def __init__(self) -> None:
        super().__init__("asked")
        self.read: list[str] = []

    @override
    def is_prose(self, before: str, typed: str) -> bool:
        self.read.append(before)
        return super().is_prose(before, typed)


def test_25_a_key_reads_its_paragraph_at_most(qtbot: QtBot) -> None:
    """Pitfall 25: auto-replace must not make typing lag. Most keys read nothing, a sign what stands before it."""
    field = _Asked()
    qtbot.addWidget(field)
    field.set_language("de")
    field.show_text("\n".join(["many words"] * 1000))
    field.put_cursor(0)
    _type(field, "Plain words, und so weiter; 1000!")
    assert field.read == []
    _type(field, '"')
    assert field.read == ["Plain words, und so weiter; 1000!"]
    field.show_text("x" * 30_000)
    field.put_cursor(None)
    _type(field, '"')
    assert len(field.read) == 1


@pytest.mark.parametrize("tag", sorted(quotation.languages()))
def test_quotation_marks_are_those_of_cldr(tag: str) -> None:
    """Qt carries CLDR's delimiters; where the two differ, one of them was updated."""
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        pytest.skip(f"Qt has no {tag}")
    outer = locale.quoteString("x", QLocale.QuotationStyle.StandardQuotation)
    inner = locale.quoteString("x", QLocale.QuotationStyle.AlternateQuotation)
    assert f"{outer}{inner}".replace("x", "") == "".join(quotation.standard_quotes(tag))

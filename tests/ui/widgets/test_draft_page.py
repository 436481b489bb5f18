"""The words on one page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.house_style import HouseStyle
from editor.ui.page_look import READING_PIXELS, PageLook
from editor.ui.widgets.draft_page import COLUMN_CHARACTERS, DraftPage


@pytest.fixture
def page(qtbot: QtBot) -> DraftPage:
    made = DraftPage()
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_column_is_66_characters_and_centred(page: DraftPage) -> None:
    wide = page.body.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS
    assert page.body.width() <= wide
    left = page.body.mapTo(page, QPoint(0, 0)).x()
    right = page.viewport().width() - left - page.body.width()
    assert abs(left - right) <= 2


def test_it_scrolls_as_one_and_follows_the_cursor(page: DraftPage, qtbot: QtBot) -> None:
    page.body.show_text("A line of words.\n\n" * 200)
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    page.activateWindow()
    page.body.setFocus()
    page.body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page.body, "x")
    if page.body.hasFocus():
        qtbot.waitUntil(lambda: bar.value() > 1000)
        place = page.body.mapTo(page.viewport(), page.body.cursorRect().center())
        assert page.viewport().rect().contains(place)


def test_fields_run_and_are_drawn_the_way_of_the_language(page: DraftPage) -> None:
    page.set_language("ja")
    assert "Noto Serif CJK JP" in page.body.font().families()
    page.set_language("ur")
    assert all(field.layoutDirection() is Qt.LayoutDirection.RightToLeft for field in page.fields().values())


def test_the_persons_face_and_size(page: DraftPage) -> None:
    page.set_look(PageLook(face="DejaVu Serif", pixels=22))
    assert page.body.font().families()[0] == "DejaVu Serif"
    assert page.body.font().pixelSize() == 22
    page.set_look(PageLook())
    assert page.body.font().pixelSize() == READING_PIXELS


def test_return_goes_from_headline_to_standfirst_and_tab_on_to_the_body(page: DraftPage) -> None:
    page.headline.setFocus()
    QTest.keyClick(page.headline, Qt.Key.Key_Return)
    assert page.focusWidget() is page.standfirst
    QTest.keyClick(page.standfirst, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.body
    QTest.keyClick(page.body, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.reactions


def test_names_and_hints(page: DraftPage) -> None:
    page.retranslate()
    page.set_writable(is_writable=False)
    for field in page.fields().values():
        assert field.accessibleName()
        assert field.placeholderText()
        assert field.isReadOnly()


def test_words_are_quoted_as_the_newsroom_has_it(page: DraftPage) -> None:
    page.set_language("de", HouseStyle(quotes=tuple("»«›‹")))
    assert page.body.sign_pair('"') == ("»", "«")
    page.set_language("de")
    assert page.body.sign_pair('"') == ("„", "“")

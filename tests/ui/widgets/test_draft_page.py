"""The words on one page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.domain.house_style import HouseStyle
from editor.ui import theme
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


def test_a_text_never_seen_before_shows_its_headline_until_a_key_is_pressed(page: DraftPage, qtbot: QtBot) -> None:
    """The window puts the keyboard into the body at its start; that alone shall not lead to the end of it."""
    page.body.show_text("A line of words.\n\n" * 200)
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    page.begin_at(None)
    page.activateWindow()
    page.body.setFocus()
    qtbot.waitUntil(page.body.hasFocus)
    qtbot.wait(20)  # the page follows its cursor once it is laid out
    assert bar.value() == 0
    QTest.keyClicks(page.body, "x")
    qtbot.waitUntil(lambda: bar.value() > 1000)


class _Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_key_paints_the_body_and_nothing_that_it_stands_on(page: DraftPage, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    page.body.show_text("Words of the article, and more of them.")
    ground = page.widget()
    assert ground is not None
    qtbot.wait(50)
    words, under = _Paintings(page.body.viewport()), _Paintings(ground)
    QTest.keyClicks(page.body, "x")
    qtbot.waitUntil(lambda: words.count > 0)
    assert under.count == 0


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_the_bodys_own_ground_is_that_of_its_page(page: DraftPage, qapp: QApplication, scheme: theme.Scheme) -> None:
    before = theme.look().scheme
    theme.apply(qapp, scheme)
    corner = QPoint(page.body.viewport().width() - 1, 0)
    assert page.body.viewport().grab().toImage().pixelColor(corner) == theme.color("surface")
    theme.apply(qapp, before)


def test_the_title_of_the_voices_stands_on_the_side_where_the_words_begin(page: DraftPage) -> None:
    title = next(one for one in page.findChildren(QLabel) if one.text() == "What people are saying")
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    for tag, side in (("ar", right), ("sw", left), ("fa", right)):
        page.set_language(tag)
        assert title.alignment() & (left | right) == side
        assert title.alignment() & Qt.AlignmentFlag.AlignAbsolute, "the language of the window has no say"


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


def test_what_follows_the_body_stands_below_it_in_the_first_picture(page: DraftPage) -> None:
    page.body.show_text("Words of one line that is longer than the others.\n\n" * 2_000)
    page.begin_at(None)
    assert page.body.height() > page.height()
    assert page.reactions.y() > page.body.geometry().bottom()
    column = page.body.parentWidget()
    assert column is not None
    assert column.height() > page.reactions.geometry().bottom()

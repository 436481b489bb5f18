"""A trashed article is read as it was typed, and nothing is changed by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.domain.kept_text import MOST_ON_A_LINE
from editor.ui.widgets.trashed_article import TrashedArticle
from tests.builders import an_article


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_all_its_words_are_there_as_typed_and_none_can_be_changed(owner: QWidget) -> None:
    article = an_article(headline="Drums <b>", byline=("Amina", "Juma"), standfirst="Two.", body="*One*\n\n<img src=x>")
    shown = TrashedArticle(article, owner, print)
    shown.show()
    assert shown.text.toPlainText() == "Drums <b>\nAmina, Juma\nTwo.\n*One*\n\n<img src=x>"
    assert shown.text.isReadOnly()
    assert shown.restore.isVisible()
    shown.close()


def test_restoring_is_asked_for_and_where_nothing_is_written_it_is_not_offered(owner: QWidget, qtbot: QtBot) -> None:
    asked: list[bool] = []
    shown = TrashedArticle(an_article(), owner, lambda: asked.append(True))
    shown.restore.click()
    assert asked == [True]
    shown = TrashedArticle(an_article(language="ar"), owner, None)
    shown.show()
    assert not shown.restore.isVisible()
    assert shown.text.layoutDirection() is Qt.LayoutDirection.RightToLeft
    with qtbot.waitSignal(shown.rejected):
        shown.close_button.click()


def test_of_a_line_that_no_field_keeps_up_with_the_beginning_is_shown(owner: QWidget) -> None:
    shown = TrashedArticle(an_article(headline="", body="x" * (MOST_ON_A_LINE + 9)), owner, print)
    assert len(shown.text.toPlainText()) == len("No headline yet\n") + MOST_ON_A_LINE
    shown.close()


def test_a_name_in_other_letters_stands_on_the_side_of_the_others(owner: QWidget) -> None:
    for language, side in (("ar", Qt.LayoutDirection.RightToLeft), ("en", Qt.LayoutDirection.LeftToRight)):
        article = an_article(language=language, headline="قمة", byline=("Nara Desk",), body="عزفا")
        shown = TrashedArticle(article, owner, print)
        document = shown.text.document()
        assert {document.findBlockByNumber(at).textDirection() for at in range(document.blockCount())} == {side}
        shown.close()

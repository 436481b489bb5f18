"""A text field that loses nothing: what it holds is what was typed, pasted or shown."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import (
    QDropEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.ui import theme
from editor.ui.widgets.writing_field import WritingField


@pytest.fixture
def field(qtbot: QtBot) -> WritingField:
    made = WritingField("field", line_height=1.6)
    made.set_face(theme.font(18, is_serif=True))
    made.resize(300, 100)
    qtbot.addWidget(made)
    made.show()
    return made


def test_no_break_spaces_and_every_script_come_out_as_they_went_in(field: WritingField) -> None:
    text = "Prix\u00a0: 5\u202f€\n\nحبر 墨 \U0001f600\tend "
    field.show_text(text)
    assert field.text() == text


def test_showing_is_not_typing(field: WritingField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.typed):
        field.show_text("shown")
        field.take_over("shown differently")
        field.set_face(theme.font(24))
    with qtbot.waitSignal(field.typed):
        QTest.keyClicks(field, "x")


def test_there_is_nothing_to_undo_in_a_text_just_shown(field: WritingField) -> None:
    field.show_text("one\ntwo")
    assert not field.document().isUndoAvailable()


def test_nothing_in_the_place_of_nothing_changes_nothing_but_what_could_be_taken_back(
    field: WritingField, qtbot: QtBot
) -> None:
    field.show_text("")
    with qtbot.assertNotEmitted(field.document().contentsChange):
        field.show_text("")
    assert field.shared.showings == 2
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.show_text("")
    assert not field.document().isUndoAvailable()


def test_cursors_made_while_another_text_is_shown_are_of_the_text_like_any_other(field: WritingField) -> None:
    # Qt's own clear() forgot them, and wrote to those that a listener had let go of: a crash, sooner or later.
    field.show_text("The ferry leaves at noon")
    kept: list[QTextCursor] = []

    def listen() -> None:
        kept[:] = [QTextCursor(field.document()) for _ in range(3)]

    field.document().contentsChange.connect(listen)
    heard: list[list[QTextCursor]] = []
    field.document().contentsChange.connect(lambda: heard.append(list(kept)))
    field.show_text("The ferry is late")
    assert len(heard) > 1
    for cursors in heard:
        for cursor in cursors:
            cursor.setPosition(1)
    field.take_over("So: The ferry is late")
    assert {cursor.position() for cursors in heard[:-1] for cursor in cursors} == {5}


def test_what_one_text_looked_like_is_not_the_look_of_the_next(field: WritingField) -> None:
    field.show_text("one")
    field.selectAll()
    look = QTextCharFormat()
    look.setFontItalic(True)
    field.textCursor().mergeCharFormat(look)
    field.show_text("two\nthree")
    assert not any(field.document().find(word).charFormat().fontItalic() for word in ("two", "three"))


def test_a_foreign_change_leaves_the_cursor_at_its_words_and_can_be_undone(field: WritingField) -> None:
    field.show_text("The ferry leaves at noon")
    field.select(24, 24)
    field.take_over("The new ferry leaves at noon")
    assert field.text() == "The new ferry leaves at noon"
    assert field.textCursor().position() == 28
    field.undo()
    assert field.text() == "The ferry leaves at noon"


def test_lines_are_as_high_as_asked_and_later_ones_too(field: WritingField) -> None:
    field.show_text("one")
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "two")
    block = field.document().lastBlock()
    assert block.blockFormat().lineHeightType() == QTextBlockFormat.LineHeightTypes.MinimumHeight.value
    QTest.keyClick(field, Qt.Key.Key_Return)
    layout = field.document().documentLayout()
    assert layout.blockBoundingRect(block.next()).top() - layout.blockBoundingRect(block).top() >= 28


def test_a_zoom_scales_the_lines_and_keeps_everything_to_undo(field: WritingField) -> None:
    field.show_text("one two three four five six seven eight nine ten eleven twelve thirteen fourteen")
    QTest.keyClicks(field, "x")
    for pixels in (36, 9, 18):
        field.set_face(theme.font(pixels, is_serif=True))
        layout = field.document().firstBlock().layout()
        assert layout is not None
        assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(1.6 * pixels, rel=0.01)
    field.undo()
    assert field.text().startswith("one")


def test_the_field_grows_with_its_words(field: WritingField) -> None:
    field.show_text("one")
    low = field.minimumHeight()
    field.show_text("one\n" * 20)
    assert field.minimumHeight() > 10 * low


def test_shift_and_return_make_a_plain_line_end(field: WritingField) -> None:
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "b")
    assert field.text() == "a\nb"


def test_return_in_a_field_of_one_line_goes_on_to_the_next(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    first, second = WritingField("first", is_one_line=True), WritingField("second")
    column.addWidget(first)
    column.addWidget(second)
    holder.show()
    first.setFocus()
    QTest.keyClicks(first, "one")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert first.text() == "one"
    assert holder.focusWidget() is second


def _pasted(field: WritingField, source: QMimeData) -> str:
    QGuiApplication.clipboard().setMimeData(source)
    field.paste()
    return field.text()


def test_pasting_from_an_empty_clipboard_does_nothing(field: WritingField) -> None:
    QGuiApplication.clipboard().clear()
    field.paste()
    assert field.text() == ""


def test_pasted_words_are_plain_and_clean(field: WritingField) -> None:
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bold\r\nand\0 more")
    assert _pasted(field, rich) == "bold\nand\ufffd more"
    assert "font-weight:700" not in field.toHtml().replace(" ", "")


def test_pasting_html_alone_or_pixels_changes_nothing(field: WritingField) -> None:
    odd = QMimeData()
    odd.setData("application/x-unknown", b"\0\1\2")
    assert _pasted(field, odd) == ""


def test_what_is_copied_is_plain_text(field: WritingField) -> None:
    field.show_text("one\ntwo\u00a0three")
    field.selectAll()
    copied = field.createMimeDataFromSelection()
    assert copied.text() == "one\ntwo\u00a0three"
    assert not copied.hasHtml()


def test_a_composition_is_no_text_until_it_is_finished(field: WritingField) -> None:
    field.show_text("日本")
    field.moveCursor(field.textCursor().MoveOperation.End)
    QApplication.sendEvent(field, QInputMethodEvent("ご", []))
    assert field.is_composing()
    assert field.text() == "日本"
    done = QInputMethodEvent()
    done.setCommitString("語")
    QApplication.sendEvent(field, done)
    assert not field.is_composing()
    assert field.text() == "日本語"


def test_36_a_composition_in_one_view_is_one_of_the_text(field: WritingField, qtbot: QtBot) -> None:
    """Autosave asks the first view, and must wait for what is composed in the second."""
    field.show_text("日本")
    second = WritingField("second", over=field)
    qtbot.addWidget(second)
    QApplication.sendEvent(second, QInputMethodEvent("ご", []))
    assert field.is_composing()
    assert (field.text(), second.text()) == ("日本", "日本")
    done = QInputMethodEvent()
    done.setCommitString("語")
    with qtbot.waitSignal(field.typed):
        QApplication.sendEvent(second, done)
    assert not field.is_composing()
    assert field.text() == second.text() == "語日本"


class _Drop(QDropEvent):
    """Words dragged from `dragged`; Qt knows the source of a real drag alone."""

    def __init__(self, dragged: WritingField, place: QPointF) -> None:
        self._words = dragged.createMimeDataFromSelection()
        self._dragged = dragged
        super().__init__(
            place,
            Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
            self._words,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )

    @override
    def source(self) -> QObject:
        return self._dragged.viewport()


@pytest.mark.parametrize(("target", "text"), [(13, "one three\nfourtwo  five"), (6, "one two three\nfour five")])
def test_words_dragged_to_another_view_of_the_text_move_in_one_step(
    field: WritingField, qtbot: QtBot, target: int, text: str
) -> None:
    field.show_text("one two three\nfour five")
    second = WritingField("second", over=field)
    qtbot.addWidget(second)
    second.resize(field.size())
    second.show()
    field.select(4, 8)
    at = second.textCursor()
    at.setPosition(target + 5 if target > 8 else target)
    dropped = _Drop(field, QPointF(second.cursorRect(at).center()))
    second.dropEvent(dropped)
    assert dropped.dropAction() is Qt.DropAction.CopyAction  # Qt takes the words out of the source after a move
    assert field.text() == second.text() == text
    assert second.textCursor().selectedText() == ("two " if target > 8 else "")
    second.undo()
    assert field.text() == "one two three\nfour five"
    assert not field.document().isUndoAvailable()


def test_two_views_have_one_look_and_the_second_is_no_typing(field: WritingField, qtbot: QtBot) -> None:
    field.show_text("One.\n\nTwo.")
    with qtbot.assertNotEmitted(field.typed):
        second = WritingField("second", over=field)
        qtbot.addWidget(second)
        for view in (field, second):
            view.set_face(QFont("serif", 20))
            view.set_language("ar")
    assert not field.document().isUndoAvailable()
    field.show_text("Another.")
    assert second.text() == "Another."
    assert field.shared.showings == 2


def test_the_words_run_the_way_of_their_language(field: WritingField) -> None:
    field.set_language("ar")
    assert field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert field.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    field.set_language("sw")
    assert field.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_paragraph_in_arabic_runs_its_own_way_among_others(field: WritingField) -> None:
    field.set_language("en")
    field.show_text("English\nقال الوزير\n\n12")
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    document = field.document()
    assert [document.findBlockByNumber(n).textDirection() for n in range(4)] == [left, right, left, left]
    field.set_language("ar")
    assert {document.findBlockByNumber(n).textDirection() for n in range(4)} == {right}  # also one that begins "BBC"


def test_selecting_counts_characters_not_units(field: WritingField) -> None:
    field.show_text("\U0001f600 drum")
    field.select(2, 6)
    assert field.textCursor().selectedText() == "drum"


def test_page_down_goes_by_what_is_in_sight(field: WritingField) -> None:
    field.show_text("line\n" * 200)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    moved = field.textCursor().blockNumber()
    assert 0 < moved <= 200
    QTest.keyClick(field, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert field.textCursor().hasSelection()
    field.close()


def test_leaving_is_told(field: WritingField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.left):
        QApplication.sendEvent(field, _focus_out())


def _focus_out() -> QEvent:
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)


def test_a_style_sheet_further_up_does_not_take_the_face_away(qtbot: QtBot) -> None:
    holder = QWidget()
    holder.setStyleSheet("QWidget { font-weight: 600; }")
    qtbot.addWidget(holder)
    made = WritingField("field")
    made.set_face(theme.font(28, is_serif=True))
    QVBoxLayout(holder).addWidget(made)
    holder.show()
    assert made.font().pixelSize() == 28
    assert made.document().defaultFont().families() == theme.font(28, is_serif=True).families()


def test_a_long_text_is_laid_out_in_steps_and_at_last_as_high_as_its_words(field: WritingField, qtbot: QtBot) -> None:
    text = "\U0001f600 The ferry leaves at noon, and again at six.\n" * 1500
    field.show_text(text)
    assert field.is_long()
    assert field.textCursor().position() == 0
    first = field.height()
    assert field.text() == text
    qtbot.waitUntil(lambda: field.height() >= round(field.document().size().height()))
    assert field.height() > 4 * first
    assert not field.document().isUndoAvailable()
    heights = {field.document().findBlockByNumber(n).blockFormat().lineHeight() for n in (0, 1, 1499)}
    assert heights == {1.6 * 18}


def test_typing_at_the_end_of_a_long_text_that_was_just_shown(field: WritingField) -> None:
    text = "The ferry leaves at noon.\n" * 1500
    field.show_text(text)
    field.put_cursor(None)
    QTest.keyClicks(field, "It left.")
    assert field.text() == text + "It left."


@pytest.mark.parametrize(
    "text",
    [
        "นายกรัฐมนตรีญี่ปุ่นเล่นกลองกับประธานาธิบดีเกาหลีใต้ที่เมืองนารา" * 2,
        "高市首相が奈良でドラムを演奏しちゃったって、大統領とのセッション。" * 2,
        "首相在奈良打鼓，两国领导人一起演奏。“很高兴”，他说。" * 2,
        "នាយករដ្ឋមន្ត្រីជប៉ុនបានជួបប្រធានាធិបតីកូរ៉េនៅទីក្រុងណារ៉ា" * 2,
        "ນາຍົກລັດຖະມົນຕີຍີ່ປຸ່ນຕີກອງກັບປະທານາທິບໍດີເກົາຫຼີໃຕ້" * 2,
        "ဂျပန်ဝန်ကြီးချုပ်နှင့်တောင်ကိုရီးယားသမ္မတတို့တွေ့ဆုံခဲ့သည်" * 2,
        "Donaudampfschifffahrtsgesellschaftskapitänspatentinhaberverzeichnis",
    ],
)
def test_no_line_is_wider_than_the_field_in_any_script(qtbot: QtBot, text: str) -> None:
    """Qt knows where Thai words end only where the system has libthai; a line ends anyway."""
    field = WritingField("draft.body")
    qtbot.addWidget(field)
    field.resize(200, 100)
    field.show()
    field.show_text(text)
    layout = field.document().firstBlock().layout()
    assert layout.lineCount() > 1
    assert all(layout.lineAt(n).naturalTextWidth() <= field.viewport().width() for n in range(layout.lineCount()))
    breaks = [layout.lineAt(n).textStart() for n in range(1, layout.lineCount())]
    assert all(unicodedata.category(text[at])[0] != "M" for at in breaks)  # never between a letter and its marks

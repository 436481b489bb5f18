"""Qt's own words come from our catalogs; what is not there stays Qt's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.i18n.catalogs import Catalog
from editor.i18n.interface import set_interface_language, tr
from editor.i18n.qt_texts import QT_CONTEXT, QT_TEXTS
from editor.ui.qt_words import InterfaceLanguage, QtWords


@pytest.fixture
def language(qapp: QApplication) -> Iterator[InterfaceLanguage]:
    made = InterfaceLanguage(qapp)
    yield made
    made.show("en")
    made.deleteLater()


def test_an_unknown_word_is_none_so_that_no_button_is_blank() -> None:
    assert QtWords().translate("QPlatformTheme", "A word that no catalog has") is None
    assert not QtWords().isEmpty()


def test_a_known_word_reaches_qts_own_dialogs(qtbot: QtBot, language: InterfaceLanguage) -> None:
    language.show("sw")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == tr("Cancel") != "Cancel"
    assert QCoreApplication.translate("QPlatformTheme", "A word of Qt's future") == "A word of Qt's future"


@pytest.mark.parametrize("tag", ["ar", "de", "fa", "fr", "ja", "pt", "sw", "zh-Hans", "zh-Hant"])
def test_each_language_has_qts_words_from_qt_or_from_us(qtbot: QtBot, language: InterfaceLanguage, tag: str) -> None:
    language.show(tag)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() not in {"", "Cancel", "&Cancel"}
    language.show("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize("tag", ["hi", "bn", "ur", "id", "vi", "th", "am", "so", "ha", "yo"])
def test_where_nobody_has_them_they_are_english_and_not_blank(language: InterfaceLanguage, tag: str) -> None:
    language.show(tag)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_counts_take_the_form_of_their_number(language: InterfaceLanguage) -> None:
    forms = {(QT_CONTEXT, "%n file(s)"): ("faili %n", "mafaili %n")}
    set_interface_language("sw", Catalog("sw", forms))
    language.put_on()
    assert QCoreApplication.translate("QFileDialog", "%n file(s)", None, 1) == "faili 1"
    assert QCoreApplication.translate("QFileDialog", "%n file(s)", None, 5) == "mafaili 5"


# Names of keys and of paper, and what a plugin that this machine lacks leaves for the log.
_NOT_SHOWN = {"QShortcut", "QPageSize", "QLibrary"}


def test_qts_dialogs_show_nothing_that_we_have_no_words_for(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """What Qt asks for while its dialogs and menus are made is known, keys and names of paper aside."""
    asked = _Asked()
    qapp.installTranslator(asked)
    try:
        for widget in _dialogs(tmp_path):
            qtbot.addWidget(widget)
    finally:
        qapp.removeTranslator(asked)
    known = {*QT_TEXTS, "QT_LAYOUT_DIRECTION", "Form", "..."}
    unknown = {text for context, text in asked.seen if context not in _NOT_SHOWN and text not in known}
    assert {text for text in unknown if not QKeySequence(text).toString()} == set()
    assert "&Copy" in {text for _, text in asked.seen}


class _Asked(QTranslator):
    """Notes what Qt asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[tuple[str, str]] = set()

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        self.seen.add((context, sourceText))
        return None

    @override
    def isEmpty(self) -> bool:
        return False


def _dialogs(folder: Path) -> Iterator[QWidget]:
    """Yield every dialog and menu of Qt's own that the window can show, made and laid out."""
    (folder / "inside").mkdir()
    for accept in QFileDialog.AcceptMode:
        for mode in (QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory):
            files = QFileDialog(None, "x", str(folder), "PO (*.po);;All Files (*)")
            files.setOption(QFileDialog.Option.DontUseNativeDialog)
            files.setAcceptMode(accept)
            files.setFileMode(mode)
            files.ensurePolished()
            yield files
    box = QMessageBox()
    for button in ("Ok", "Save", "Open", "Yes", "No", "Close", "Cancel", "Discard", "Help", "Apply", "Reset", "Retry"):
        box.addButton(QMessageBox.StandardButton[button])
    box.setDetailedText("x")
    yield box
    for field in (QLineEdit("abc"), QTextEdit("abc"), QPlainTextEdit("abc")):
        menu = field.createStandardContextMenu()
        menu.setParent(field)
        yield field
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "x.pdf"))
    yield QPrintDialog(printer)
    window = QMainWindow()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, QDockWidget("x"))
    yield window
    yield QInputDialog()
    yield QSpinBox()


def test_the_direction_follows_the_language(qapp: QApplication, language: InterfaceLanguage) -> None:
    set_interface_language("ar", Catalog("ar"))
    language.put_on()
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    language.show("sw")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight

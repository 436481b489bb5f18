"""Qt's own words come from our catalogs; what is not there stays Qt's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
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
from shiboken6 import Shiboken
from typing_extensions import override

from editor.i18n.catalogs import Catalog
from editor.i18n.direction import direction
from editor.i18n.interface import begun_languages, forms_in, interface_languages, set_interface_language, tr
from editor.i18n.plurals import plural_form, rule_for
from editor.i18n.qt_texts import QT_CONTEXT, QT_TEXTS
from editor.ui.qt_words import InterfaceLanguage


@pytest.fixture
def language(qapp: QApplication) -> Iterator[InterfaceLanguage]:
    made = InterfaceLanguage(qapp)
    yield made
    made.show("en")
    made.deleteLater()


@pytest.mark.parametrize("tag", [*interface_languages(), *begun_languages()])
def test_each_text_has_the_words_of_our_catalog_then_of_qts_own(language: InterfaceLanguage, tag: str) -> None:
    """In each class of Qt's, with and without a note or a number; but the names of keys are always Qt's own."""
    language.show(tag)
    shipped = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if tag != "en":
        shipped.load(QLocale(tag), "qtbase", "_", folder)
    ours = forms_in(QT_CONTEXT)
    assert len(ours) == (len(QT_TEXTS) if tag in interface_languages() and tag != "en" else 0)
    for text in QT_TEXTS:
        for context in ("QPlatformTheme", "QFileDialog", "QAbstractPrintDialog", "QtX", ""):
            known = ours[text][0] if text in ours else shipped.translate(context, text) or text
            assert QCoreApplication.translate(context, text) == known
            assert QCoreApplication.translate(context, text, "a note of Qt's") == known
            counted = ours[text][0] if text in ours else shipped.translate(context, text, None, 3) or text
            assert QCoreApplication.translate(context, text, None, 3) == counted
        assert QCoreApplication.translate("QShortcut", text) == (shipped.translate("QShortcut", text) or text)
    is_rtl = direction(tag) == "rtl"
    assert QCoreApplication.translate("QGuiApplication", "QT_LAYOUT_DIRECTION", "x") == ("RTL" if is_rtl else "LTR")


def test_the_name_of_a_key_stays_qts_where_a_button_is_called_the_same(language: InterfaceLanguage) -> None:
    set_interface_language("de", Catalog("de", {(QT_CONTEXT, "Delete"): ("Weg damit",)}))
    language.put_on()
    assert QCoreApplication.translate("QFileDialog", "Delete") == "Weg damit"
    assert QCoreApplication.translate("QShortcut", "Delete") == "Löschen"
    assert QKeySequence("Ctrl+Del").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+Entf"


def test_many_changes_of_language_leave_nothing_of_the_one_before(language: InterfaceLanguage) -> None:
    for tag in ("sw", "de", "ar", "sw", "fr", "en", "sw") * 5:
        language.show(tag)
        shown = QCoreApplication.translate("QPlatformTheme", "Cancel")
        assert shown == {"sw": "Ghairi", "de": "Abbrechen", "ar": "ألغِ", "fr": "Annuler", "en": "Cancel"}[tag]


def test_one_that_is_gone_leaves_nothing_behind(qapp: QApplication) -> None:
    made = InterfaceLanguage(qapp)
    made.show("sw")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Ghairi"
    Shiboken.delete(made)
    set_interface_language("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


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


@pytest.mark.parametrize("tag", ["sw", "fr", "ja", "pl", "ru", "he", "ar"])
def test_counts_take_the_form_of_their_number(language: InterfaceLanguage, tag: str) -> None:
    forms = tuple(f"{form}: %n" for form in range(rule_for(tag).forms))
    set_interface_language(tag, Catalog(tag, {(QT_CONTEXT, "%n x"): forms, (QT_CONTEXT, "%n y"): ("one for all %n",)}))
    language.put_on()
    for n in (*range(130), 1000, 1001, 1011, 1_000_000):
        assert QCoreApplication.translate("QFileDialog", "%n x", None, n) == f"{plural_form(tag, n)}: {n}"
        assert QCoreApplication.translate("QFileDialog", "%n y", None, n) == f"one for all {n}"
    assert QCoreApplication.translate("QFileDialog", "%n x") == "0: %n"


def test_qt_asks_for_words_under_its_own_locks_and_never_waits_for_python(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """In a process of its own, which switches threads and languages as often as it can.

    Not told the format, Qt looks for it under a lock and asks for words there. With an answer from Python each such run
    stood still.
    """
    file = tmp_path_factory.mktemp("decoding") / "picture"
    Image.new("RGB", (7, 5), "#123456").save(file, "PNG")
    subprocess.run([sys.executable, "-c", _MANY_THREADS, str(file)], check=True, timeout=60)


_MANY_THREADS = """
import sys, threading
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from editor.ui.qt_words import InterfaceLanguage
app = QApplication([])
language = InterfaceLanguage(app)
data = open(sys.argv[1], "rb").read()
sys.setswitchinterval(1e-6)
def work():
    for _ in range(400):
        assert not QImage.fromData(data).isNull()
threads = [threading.Thread(target=work, daemon=True) for _ in range(3)]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads):
    for tag in ("sw", "de", "ar", "en"):
        language.show(tag)
for thread in threads:
    thread.join()
"""


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

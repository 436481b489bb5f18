"""Qt's own words (its dialogs' buttons, a text's context menu) in the interface language, from our catalogs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from editor.i18n import interface
from editor.i18n.direction import direction
from editor.i18n.qt_texts import qt_text


class QtWords(QTranslator):
    """Answers Qt from the interface catalog; what is not there is None, for "" would blank the button."""

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return qt_text(context, sourceText, n)

    @override
    def isEmpty(self) -> bool:
        return False


class InterfaceLanguage(QObject):
    """Shows the application in one language: our words, Qt's words and the direction, all at once. Made once."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._words: tuple[QTranslator, ...] = ()

    def show(self, tag: str) -> None:
        """Show everything in the language of `tag` from now on."""
        interface.set_interface_language(tag)
        self.put_on()

    def put_on(self) -> None:
        """Give Qt the words and the direction of the interface language as it is set."""
        for before in self._words:
            self._app.removeTranslator(before)
        tag = interface.interface_language()
        shipped = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        is_there = tag != "en" and shipped.load(QLocale(tag), "qtbase", "_", folder)
        self._words = (*((shipped,) if is_there else ()), QtWords(self._app))
        is_rtl = direction(tag) == "rtl"
        self._app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        for words in self._words:  # the last one is asked first: ours before Qt's own
            self._app.installTranslator(words)

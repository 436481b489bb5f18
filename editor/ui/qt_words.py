"""Qt's own words (its dialogs' buttons, a text's context menu) in the interface language, from our catalogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from editor.i18n import interface
from editor.i18n.direction import direction
from editor.i18n.qt_texts import qt_words

# Every catalog that Qt was given. Qt reads it where it lies, until the process ends.
_lent: dict[bytes, bytes] = {}


class InterfaceLanguage(QObject):
    """Shows the application in one language: our words, Qt's words and the direction, all at once. Made once.

    Made before any other thread is. Qt asks for words on every thread, and under locks of its own, so what answers
    must not wait for Python: another thread may hold Python and wait for that lock, and both wait for good. Therefore
    nothing here is answered in Python, and there are two pairs of translators, used by turns: one that was just made
    asks Python once whether Python answers for it, and that is over before there is anybody to wait for.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._pairs = [(QTranslator(self), QTranslator(self)), (QTranslator(self), QTranslator(self))]
        for pair in self._pairs:
            for words in pair:
                app.installTranslator(words)  # empty, so that nothing on the screen is told of it
        QCoreApplication.translate("", "")
        self._take_off()

    def show(self, tag: str) -> None:
        """Show everything in the language of `tag` from now on."""
        interface.set_interface_language(tag)
        self.put_on()

    def put_on(self) -> None:
        """Give Qt the words and the direction of the interface language as it is set."""
        self._take_off()
        self._pairs.reverse()
        shipped, ours = self._pairs[0]
        tag = interface.interface_language()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        is_there = tag != "en" and shipped.load(QLocale(tag), "qtbase", "_", folder)
        catalog = qt_words(lambda name: shipped.translate("QShortcut", name) if is_there else None)
        ours.load(_lent.setdefault(catalog, catalog))
        is_rtl = direction(tag) == "rtl"
        self._app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        if is_there:
            self._app.installTranslator(shipped)
        self._app.installTranslator(ours)  # the last one is asked first: ours before Qt's own

    def _take_off(self) -> None:
        for pair in self._pairs:
            for words in pair:
                self._app.removeTranslator(words)

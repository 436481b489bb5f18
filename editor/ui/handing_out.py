"""What leaves the window without a bundle: an article on the clipboard, on paper, as PDF, several as an e-book."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from editor.core.errors import Fault, UserError
from editor.core.files import faults, write_whole
from editor.core.messages import Message, say
from editor.i18n.interface import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from editor.domain.article import Article
    from editor.services.renditions import BookReport, CleanCopy, Paper, Renditions
    from editor.ui.main_window import MainWindow
    from editor.ui.widgets.paper_press import PaperPress


class HandingOut(QObject):
    """Made by the window's view commands. What comes of it is said in the window's own bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._place: Path | None = None
        self._printer: QPrinter | None = None
        self._press: PaperPress | None = None
        self._paper: Paper | None = None

    def do(self, member: str) -> None:
        """Do `html`, `pdf`, `print` with the open article, or `book`; `book.<id>,<id>` with these articles."""
        what, _dot, ids = member.partition(".")
        self._workspace.settle()
        article = self._workspace.article
        if what == "book" and (ids or article):
            self._book(tuple(ids.split(",")) if ids else (article.id,) if article else ())
        elif article is not None:
            {"html": self._copy, "pdf": self._pdf, "print": self._print}[what](article)

    @cached_property
    def _renditions(self) -> Renditions:
        from editor.services.renditions import Renditions

        desk = self._workspace.desk
        return Renditions(desk.articles, desk.images, desk.newsroom, desk.clock)

    def _copy(self, article: Article) -> None:
        self._submit(partial(self._renditions.clean, article), say("Copying"), self._on_copied)

    def _book(self, ids: tuple[str, ...]) -> None:
        from editor.services.renditions import BookRequest
        from editor.ui.file_dialogs import ask_new_file

        first = self._workspace.desk.articles.find(ids[0])
        name = f"{first.slug if first and len(ids) == 1 else self._workspace.desk.folder.name}.epub"
        start = self._workspace.desk.folder.parent / name
        chosen = ask_new_file(self._window, say("Save as e-book"), start, tr("E-books (*.epub)"))
        if chosen is not None:
            request = BookRequest(out=_ending(chosen, ".epub"), articles=ids)
            book = partial(self._renditions.book, request)
            self._submit(book, say("Making the e-book"), self._on_book)

    def _pdf(self, article: Article) -> None:
        from editor.ui.file_dialogs import ask_new_file

        if self._cannot_press():
            return
        start = self._workspace.desk.folder.parent / f"{article.slug}.pdf"
        chosen = ask_new_file(self._window, say("Save as PDF"), start, tr("PDF files (*.pdf)"))
        if chosen is not None:
            self._place, self._printer = _ending(chosen, ".pdf"), None
            self._prepare(article)

    def _print(self, article: Article) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from editor.ui.file_dialogs import ask_printer

        if self._cannot_press():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(article.headline or article.slug)
        if ask_printer(printer, self._window):
            self._place, self._printer = None, printer
            self._prepare(article)

    def _cannot_press(self) -> bool:
        """Say why nothing can be put on paper here; one paper at a time."""
        from editor.ui import web_engine

        reason = web_engine.why_not() or (say("An article is on its way to paper already.") if self._press else None)
        if reason:
            self._window.show_error(UserError(reason, say("The exported pages can be printed by any browser.")))
        return bool(reason)

    def _prepare(self, article: Article) -> None:
        self._submit(partial(self._renditions.paper, article), say("Preparing the pages"), self._on_paper)

    def _submit(self, work: object, title: Message, done: object) -> None:
        self._window.jobs.submit(work, title=title, done=done, failed=self._on_failed)  # type: ignore[arg-type]

    @Slot(object)
    def _on_copied(self, copy: CleanCopy) -> None:
        from editor.services.renditions import left_out_words

        data = QMimeData()
        data.setHtml(copy.html)
        data.setText(copy.text)
        QGuiApplication.clipboard().setMimeData(data)
        self._window.tell(left_out_words(copy.left_out))

    @Slot(object)
    def _on_book(self, report: BookReport) -> None:
        if report.warnings:
            self._window.tell(report.warnings[0], str(report.path.parent))
        else:
            self._window.tell(say("The e-book is written: {path}.", path=str(report.path)), str(report.path.parent))

    @Slot(object)
    def _on_paper(self, paper: Paper) -> None:
        """Let the engine be tried out where it was not yet: it takes its time on the first day."""
        from editor.ui import web_engine

        self._paper = paper
        platform = QGuiApplication.platformName()
        self._submit(partial(web_engine.try_out, platform), say("Preparing the pages"), self._on_tried)

    @Slot(object)
    def _on_tried(self, reason: Message) -> None:
        if reason:
            self._window.show_error(UserError(reason, say("The exported pages can be printed by any browser.")))
            return
        from editor.ui.widgets.paper_press import PaperPress

        if self._paper is None:
            return
        press = self._press = PaperPress(self._paper, self._window)
        press.pressed.connect(self._on_pressed)
        press.printed.connect(self._on_printed)
        press.failed.connect(self._on_failed)
        if self._printer is not None:
            press.print_on(self._printer)
        else:
            press.press()

    @Slot(object)
    def _on_pressed(self, data: bytes) -> None:
        from editor.services.own_places import refuse_own

        place = self._place
        self._let_go()
        if place is None:
            return
        try:
            refuse_own(place)
            with faults(say("The PDF could not be written.")):
                write_whole(place, data)
        except (Fault, UserError) as error:
            self._window.show_error(error)
            return
        self._window.tell(say("The PDF is written: {path}.", path=str(place)), str(place.parent))

    @Slot()
    def _on_printed(self) -> None:
        self._let_go()
        self._window.tell(say("The article is handed to the printer."))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._let_go()
        self._window.show_error(error)

    def _let_go(self) -> None:
        press, self._press, self._paper, self._printer, self._place = self._press, None, None, None, None
        if press is not None:
            press.deleteLater()


def _ending(path: Path, ending: str) -> Path:
    return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")

"""The questions for a file or folder: the one edge of the window where tests put a stand-in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from editor.core.messages import Message
from editor.i18n.interface import words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_folder(parent: QWidget | None, title: Message, start: Path) -> Path | None:
    """Return the folder that the person chooses, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, words(title), str(start))
    return Path(chosen) if chosen else None


def ask_files(parent: QWidget | None, title: Message, start: Path, kinds: str) -> list[Path]:
    """Return the files that the person chooses; `kinds` is Qt's filter, such as "Articles (*.md *.txt)"."""
    chosen, _kind = QFileDialog.getOpenFileNames(parent, words(title), str(start), kinds)
    return [Path(one) for one in chosen]


def ask_new_file(parent: QWidget | None, title: Message, start: Path, kinds: str) -> Path | None:
    """Return the name of a file to be written, or None; an existing one is confirmed by the system's dialog."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, words(title), str(start), kinds)
    return Path(chosen) if chosen else None


def ask_printer(printer: QPrinter, parent: QWidget | None) -> bool:
    """Let the person choose where `printer` prints; say whether it shall."""
    from PySide6.QtPrintSupport import QPrintDialog

    return bool(QPrintDialog(printer, parent).exec())

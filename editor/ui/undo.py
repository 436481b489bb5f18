"""Undo in two scopes: the text's own while it has the focus, else the workspace's stack of edits."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from editor.domain.edits import Edit, EditArticle, EditImage

if TYPE_CHECKING:
    from editor.core.messages import Message

LIMIT = 500
JOIN_SECONDS = 2.0

TextWidget = QLineEdit | QPlainTextEdit | QTextEdit


class UndoStack:
    """Edits that were made, oldest first, and those that were taken back. Made by the workspace.

    Edits that follow one another within two seconds, of the same words of the same thing, are one step.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._pushed_at = float("-inf")

    def push(self, edit: Edit) -> None:
        """Note that `edit` was made; what had been taken back can no longer be made again."""
        now = self._seconds()
        joined = _joined(self._done[-1], edit) if self._done and now - self._pushed_at < JOIN_SECONDS else None
        if joined is not None and not self._undone:
            self._done[-1] = joined
        else:
            self._done.append(edit)
            del self._done[:-LIMIT]
        self._undone.clear()
        self._pushed_at = now

    def clear(self) -> None:
        """Forget everything: what was done so far is where the person begins."""
        self._done.clear()
        self._undone.clear()

    def undo_edit(self) -> Edit | None:
        """Return the edit that takes the last one back, or None."""
        return self._done[-1].inverse() if self._done else None

    def redo_edit(self) -> Edit | None:
        """Return the edit that makes the last one taken back again, or None."""
        return self._undone[-1].inverse() if self._undone else None

    def undo_label(self) -> Message | None:
        """Return what would be taken back."""
        return self._done[-1].label if self._done else None

    def redo_label(self) -> Message | None:
        """Return what would be made again."""
        return self._undone[-1].label if self._undone else None

    def step_back(self) -> None:
        """Note that `undo_edit` was made."""
        self._undone.append(self._done.pop().inverse())
        self._pushed_at = float("-inf")

    def step_forward(self) -> None:
        """Note that `redo_edit` was made."""
        self._done.append(self._undone.pop().inverse())
        self._pushed_at = float("-inf")

    def stepped(self, asked: Edit, made: Edit | None, *, is_undo: bool) -> None:
        """Note that `made` was made of `asked`, which `undo_edit` or `redo_edit` gave a while ago; None for nothing.

        Others may have been made, taken back and forgotten since.
        """
        origin, goal = (self._done, self._undone) if is_undo else (self._undone, self._done)
        if (stood := asked.inverse()) in origin:
            origin.remove(stood)
        if made is not None:
            goal.append(made)
        self._pushed_at = float("-inf")

    def drop_undo(self) -> None:
        """Forget the edit that can no longer be taken back."""
        self._done.pop()

    def drop_redo(self) -> None:
        """Forget the edit that can no longer be made again."""
        self._undone.pop()


def focused_text() -> TextWidget | None:
    """Return the text that has the focus and can be typed into, or None."""
    widget: QWidget | None = QApplication.focusWidget()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not widget.isReadOnly():
        return widget
    return None


def can_undo_text(widget: TextWidget | None) -> bool:
    """Say whether the text has a typing of its own to take back."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return widget is not None and widget.document().isUndoAvailable()


def can_redo_text(widget: TextWidget | None) -> bool:
    """Say whether the text has a typing of its own to make again."""
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    return widget is not None and widget.document().isRedoAvailable()


def _joined(first: Edit, second: Edit) -> Edit | None:
    """Return the two as one edit when both change the same words of the same thing, else None."""
    if type(first) is not type(second):
        return None
    if isinstance(first, EditArticle) and isinstance(second, EditArticle):
        if first.article_id != second.article_id or not _same_words(first, second) or second.keeps_present:
            return None
        return EditArticle(first.article_id, first.before, second.after, second.label)
    if isinstance(first, EditImage) and isinstance(second, EditImage):
        if first.image_id != second.image_id or not _same_words(first, second):
            return None
        return EditImage(first.image_id, first.before, second.after, second.label)
    return None


def _same_words(first: EditArticle | EditImage, second: EditArticle | EditImage) -> bool:
    """Say whether both are typing into the same fields: plain strings, or the alt texts."""
    if first.after.keys() != second.after.keys() or first.label != second.label:
        return False
    values = [*first.after.values(), *second.after.values()]
    # A status is a `str` too, but chosen, not typed: it stays a step of its own.
    return all(type(value) in {str, dict} for value in values)

"""A field for words that readers will see: straight quotation marks and dashes become those of the article's language.

As typed, each as a step of undo of its own: one Ctrl+Z gives the straight sign back, which then stays.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from typing_extensions import override

from editor.core.errors import UserError
from editor.core.messages import say
from editor.i18n.typography import Setting, Signs, as_typed, may_be_clipped, mended, signs_of
from editor.ui.widgets import block_lines, carried_marks
from editor.ui.widgets.plain_text import utf16_length
from editor.ui.widgets.writing_field import WritingField

# A paragraph longer than this is no prose, and is not read while it is typed.
_MOST_LETTERS = 20_000


class ProseField(WritingField):
    """Made by the draft for headline and standfirst; the body is one too.

    Nothing is done to half a composition of an input method, nor to anything pasted. Of the keys, only those that may
    be a sign cost a look at the paragraph, and none at the text.
    """

    def __init__(
        self, name: str, *, is_one_line: bool = False, line_height: float = 0, over: WritingField | None = None
    ) -> None:
        super().__init__(name, is_one_line=is_one_line, line_height=line_height, over=over)
        self._signs = Signs()
        self._watched = self._signs.watched
        self._mends = self._signs.mended_behind

    def sign_pair(self, sign: str) -> tuple[str, str]:
        """Return what goes around words for a straight quotation mark: (opening, closing)."""
        opening, closing = {'"': self._signs.double, "'": self._signs.single}[sign]
        if not _state.is_on or not opening:
            return sign, sign
        inside = self._signs.inside if sign == '"' else ""
        return f"{opening}{inside}", f"{inside}{closing}"

    def is_prose(self, before: str, typed: str) -> bool:
        """Say whether the sign `typed` behind `before`, the letters of its paragraph, is one that readers see."""
        return not (before.endswith("\\") and typed)

    @override
    def set_language(self, tag: str) -> None:
        """Let the words run the way of the language, and have its signs."""
        super().set_language(tag)
        self.set_signs(signs_of(tag))

    def set_signs(self, signs: Signs) -> None:
        """Put these signs in the place of straight ones."""
        if signs == self._signs:
            return
        self._signs = signs
        self._watched = self._signs.watched
        self._mends = signs.mended_behind

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        typed = event.text()
        if len(typed) == 1 and not event.matches(QKeySequence.StandardKey.Undo):
            self._set(typed)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        typed = event.commitString()
        if len(typed) == 1 and not event.preeditString():
            self._set(typed)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(source)
        if carried_marks.are_lost(self.document(), source):
            self.refused.emit(
                UserError(
                    say("AI wrote some of these words. Only the body keeps marks that say so."),
                    say("State it in the authorship of the article, or put the words into the body."),
                )
            )

    def _set(self, typed: str) -> None:
        """Put the sign of the language in the place of the one that was just typed."""
        if not _state.is_on or self.isReadOnly() or self.is_composing():
            return
        cursor = self.textCursor()
        if typed not in self._watched and not may_be_clipped(typed, self._signs) and not self._is_mending(cursor):
            return
        if cursor.hasSelection() or cursor.positionInBlock() > _MOST_LETTERS:
            return
        before = block_lines.before(cursor)
        if not before.endswith(typed) or not self.is_prose(before[:-1], typed):
            return
        before = before[:-1]
        if found := as_typed(before, typed, self._signs) or mended(before, typed, self._signs):
            _put(cursor, found, f"{before}{typed}")

    def _is_mending(self, cursor: QTextCursor) -> bool:
        place = cursor.position()
        return place > 1 and self.document().characterAt(place - 2) in self._mends


def set_typographic_signs(*, is_on: bool) -> None:
    """Put typographic signs in the place of straight ones from now on, in every field, or leave what is typed."""
    _state.is_on = is_on


class _State:
    """What this machine's person wants."""

    is_on = True


_state = _State()


def _put(cursor: QTextCursor, found: Setting, typed: str) -> None:
    end = cursor.position()
    cursor.beginEditBlock()
    # The new sign first: what is typed next would else be joined to it, and be taken back together with it.
    cursor.insertText(found.text)
    length = utf16_length(typed[-found.length :])
    cursor.setPosition(end - length)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.endEditBlock()

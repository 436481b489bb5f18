"""Find and replace on one article's page: what is found in its four texts, marked, gone through and replaced.

Looking for it is a job: words take some milliseconds of a thread, patterns a process of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, nsay, say
from editor.domain.passages import Instead, Sought, check
from editor.services.passages import Finder
from editor.ui.jobs import Latest
from editor.ui.panel import Search
from editor.ui.widgets.find_bar import FindBar
from editor.ui.widgets.found_marks import FoundMarks
from editor.ui.widgets.plain_text import Utf16
from editor.ui.widgets.typing_pace import Timers, TypingPace

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.ui.jobs import Jobs
    from editor.ui.widgets.draft_page import DraftPage
    from editor.ui.widgets.writing_field import WritingField

QUIET_MS = 120  # after the last key in the text; what is typed into the bar is looked for at once
_PARAGRAPH_END = "\u2029"
_MOST_WORDS = 200  # of a selection, to look for


class Hit(NamedTuple):
    """Stands from `start` up to `end` (UTF-16 units) of the page's field number `field`."""

    field: int
    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class _Query:
    sought: Sought
    instead: Instead | None
    texts: tuple[str, ...]
    within: tuple[int, int, int] | None  # field, from, up to (UTF-16 units)


class PageSearch(QObject):
    """Made by the draft; `bar` is what it puts below its tools. All on the interface thread but the finding itself."""

    def __init__(self, jobs: Jobs, parent: QObject, timers: Timers | None = None, finder: Finder | None = None) -> None:
        super().__init__(parent)
        self.bar = FindBar()
        self._lane = Latest(jobs, self)
        self._finder = finder or Finder()
        self._pace = TypingPace(self, timers, quiet_ms=QUIET_MS)
        self._page: DraftPage | None = None
        self._fields: list[WritingField] = []
        self._marks = FoundMarks(self)
        self._query: _Query | None = None  # the one that `_hits` answers
        self._hits: list[Hit] = []
        self._is_looking = False
        self._then: Callable[[], None] | None = None
        self._selection: tuple[int, QTextCursor] | None = None
        self._at = 0
        self._begin = (0, 0)
        self._is_stale = self._is_replacing = False
        self._undoable: dict[WritingField, str] = {}
        self._pace.due.connect(self._look)
        for signal, slot in (
            (self.bar.changed, self._on_changed),
            (self.bar.selection_toggled, self._on_selection),
            (self.bar.next_asked, partial(self._go, 1)),
            (self.bar.previous_asked, partial(self._go, -1)),
            (self.bar.replace_asked, self._on_replace),
            (self.bar.replace_all_asked, self._on_replace_all),
            (self.bar.undo_asked, self._on_undo),
            (self.bar.closed, self._on_closed),
        ):
            signal.connect(slot)

    def serve(self, page: DraftPage) -> None:
        """Hear of what happens on this page: once, for to turn to it shall cost little."""
        for field in page.fields().values():
            field.textChanged.connect(partial(self._on_text, page))
        self._marks.serve(page)

    def turn_to(self, page: DraftPage | None) -> None:
        """Look on this page, which is served, from now on."""
        if page is self._page:
            return
        self._page = page
        self._fields = list(page.fields().values()) if page is not None else []
        self._marks.turn_to(page)
        self._select_only(None)
        self._forget()
        if page is None:
            self.bar.hide()
        elif self.bar.isVisible():
            self._look()

    def do(self, step: Search) -> None:
        """Open the bar, or go to the next or the one before."""
        if self._page is None:
            return
        if step in {Search.BEGIN, Search.REPLACE}:
            self._open(replaces=step is Search.REPLACE)
        elif not self.bar.sought.words:
            self._open(replaces=False)
        else:
            self._go(1 if step is Search.NEXT else -1)

    @property
    def _field(self) -> int:
        """Return the number of the field that is gone through: the one with the keyboard, else the last."""
        found = next((place for place, field in enumerate(self._fields) if field.hasFocus()), None)
        if found is not None:
            self._at = found
        return self._at

    @property
    def _is_ready(self) -> bool:
        """Say whether `_hits` is what stands in the texts now; else it will be soon, if anything is sought."""
        return self._query is not None and not self._is_looking and not self._is_stale

    def _open(self, *, replaces: bool) -> None:
        cursor = self._fields[self._field].textCursor()
        words = cursor.selectedText()
        self._begin = (self._at, cursor.selectionStart())
        if _PARAGRAPH_END in words and self._selection is None:
            self._select_only(cursor)
        is_short = 0 < len(words) <= _MOST_WORDS and _PARAGRAPH_END not in words
        self.bar.open(words if is_short and not self.bar.sought.is_pattern else "", replaces=replaces)
        if not self._is_ready:
            self._look()

    def _go(self, step: int) -> None:
        """Select the next passage, or the one before; past the last comes the first."""
        if not self._is_ready:
            self._look(partial(self._go, step))
            return
        if not self._hits:
            return
        cursor = self._fields[self._field].textCursor()
        if step > 0:
            after = (self._at, cursor.selectionEnd())
            self._choose(bisect_left(self._hits, after, key=lambda hit: (hit.field, hit.start)) % len(self._hits))
        else:
            before = (self._at, cursor.selectionStart())
            self._choose(bisect_right(self._hits, before, key=lambda hit: (hit.field, hit.end)) - 1)
        self._begin = (self._at, self._fields[self._at].textCursor().selectionStart())

    def _choose(self, number: int) -> None:
        """Select passage `number`; the keyboard stays in the bar where it is there."""
        hit = self._hits[number]
        field = self._fields[hit.field]
        has_focus = any(one.hasFocus() for one in self._fields)
        if hit.field != self._at:
            left = self._fields[self._at].textCursor()
            left.clearSelection()
            self._fields[self._at].setTextCursor(left)
        self._at = hit.field
        field.setTextCursor(_cursor(field, hit))
        if has_focus:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._page is not None:
            self._page.reveal(field)
        self._count()

    def _chosen(self) -> int | None:
        """Return the number of the passage that is selected, or None."""
        if not self._fields:
            return None
        cursor = self._fields[self._field].textCursor()
        place = (self._at, cursor.selectionStart())
        number = bisect_left(self._hits, place, key=lambda hit: (hit.field, hit.start))
        if number < len(self._hits) and self._hits[number][:3] == (*place, cursor.selectionEnd()):
            return number
        return None

    def _count(self) -> None:
        number, total = self._chosen(), len(self._hits)
        if not self.bar.sought.words:
            self.bar.tell(Message())
        elif number is not None:
            self.bar.tell(say("{place} of {total}", place=number + 1, total=total))
        else:
            self.bar.tell(nsay("{n} found", "{n} found", total) if total else say("Nothing found"))

    def _look(self, then: Callable[[], None] | None = None) -> None:
        """Find out what stands in the texts now, and do `then` when it is known."""
        self._pace.rest()
        self._then = then or self._then
        sought, instead = self.bar.sought, self.bar.instead
        try:
            check(sought, instead)
        except UserError as error:
            self._forget()
            self.bar.tell(error.message, is_trouble=True)
            return
        if not sought.words or not self._fields:
            self._forget()
            return
        self._is_looking, self._is_stale = True, False
        self._query = _Query(sought, instead, tuple(field.text() for field in self._fields), self._within())
        self._lane.submit(
            partial(_found, self._finder, self._query),
            title=say("Finding in the article"),
            done=self._on_found,
            failed=self._on_failed,
        )

    def _within(self) -> tuple[int, int, int] | None:
        if self._selection is None:
            return None
        field, cursor = self._selection
        return field, cursor.selectionStart(), cursor.selectionEnd()

    def _forget(self) -> None:
        self._lane.cancel()
        self._query, self._hits, self._then = None, [], None
        self._is_looking = self._is_stale = False
        self._undoable = {}
        if not self.bar.isHidden():  # else it is shown what there is when it opens
            self._show()

    def _show(self) -> None:
        can_write = bool(self._fields) and not self._fields[0].isReadOnly()
        self.bar.allow(has_found=bool(self._hits), can_write=can_write)
        self.bar.show_undo(is_possible=bool(self._undoable))
        self._marks.show(self._hits if self.bar.isVisible() else [], self._within())
        self._count()

    def _select_only(self, cursor: QTextCursor | None) -> None:
        """Look through what `cursor` holds selected, which moves with the text; None: through everything."""
        self._selection = (self._at, QTextCursor(cursor)) if cursor is not None else None
        self.bar.show_selection(is_on=cursor is not None)
        self._query = None

    def _on_found(self, hits: list[Hit]) -> None:
        self._is_looking = False
        if self._is_stale:  # the text went on; it is looked through again when it rests, or when somebody waits for it
            if self._then is not None:
                self._look(self._then)
            return
        self._hits = hits
        self._show()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_failed(self, error: Exception) -> None:
        self._forget()
        if isinstance(error, UserError):
            self.bar.tell(error.message, is_trouble=True)
        elif isinstance(error, Fault):
            self.bar.tell(error.what, is_trouble=True)
        else:
            raise error

    def _on_text(self, page: DraftPage) -> None:
        if page is not self._page:
            return
        self._is_stale = True
        if not self._is_replacing and self._undoable:
            self._undoable = {}
            self.bar.show_undo(is_possible=False)
        if self.bar.isVisible() and self.bar.sought.words:
            self._pace.touch()

    def _on_changed(self) -> None:
        is_other = self._query is None or self._query.sought != self.bar.sought
        self._look(self._choose_first if is_other else None)

    def _choose_first(self) -> None:
        """Select the first passage from where the search began on: words are found while they are typed."""
        if self._hits:
            number = bisect_left(self._hits, self._begin, key=lambda hit: (hit.field, hit.start))
            self._choose(number % len(self._hits))

    def _on_selection(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        cursor = self._fields[self._field].textCursor() if is_on and self._fields else None
        if cursor is not None and not cursor.hasSelection():
            self.bar.show_selection(is_on=False)
            self.bar.tell(say("Select a stretch of the text first."), is_trouble=True)
            return
        self._select_only(cursor)
        self._look()

    def _on_replace(self) -> None:
        if not self._is_ready:
            self._look(self._on_replace)
            return
        number = self._chosen()
        if number is None:
            self._go(1)
            return
        hit = self._hits[number]
        field = self._fields[hit.field]
        if not field.isReadOnly():
            cursor = _cursor(field, hit)
            cursor.insertText(field.fitting(hit.instead))
            field.setTextCursor(cursor)
            self._look(partial(self._go, 1))

    def _on_replace_all(self) -> None:
        """Replace every passage, as one step of each text's own undo."""
        if not self._is_ready:
            self._look(self._on_replace_all)
            return
        if not self._hits or self._fields[0].isReadOnly():
            return
        hits = [hit for hit in self._hits if not self._fields[hit.field].isReadOnly()]
        replaced = {hit.field for hit in hits}
        self._is_replacing = True
        cursors = {number: QTextCursor(self._fields[number].document()) for number in replaced}
        for cursor in cursors.values():
            cursor.beginEditBlock()
        for hit in reversed(hits):
            cursor = cursors[hit.field]
            cursor.setPosition(hit.start)
            cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(self._fields[hit.field].fitting(hit.instead))
        for cursor in cursors.values():
            cursor.endEditBlock()
        self._is_replacing = False
        self._undoable = {self._fields[number]: self._fields[number].text() for number in replaced}
        self._look(partial(self.bar.tell, nsay("{n} replaced", "{n} replaced", len(hits))))

    def _on_undo(self) -> None:
        undoable, self._undoable = self._undoable, {}
        for field, text in undoable.items():
            if field.text() == text:
                field.undo()
        self._look()

    def _on_closed(self) -> None:
        if self._fields:
            self._fields[self._at].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._select_only(None)
        self._finder.close()
        self._marks.show([], None)


def _cursor(field: WritingField, hit: Hit) -> QTextCursor:
    cursor = field.textCursor()
    cursor.setPosition(hit.start)
    cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _found(finder: Finder, query: _Query, context: JobContext) -> list[Hit]:
    hits: list[Hit] = []
    for number, text in enumerate(query.texts):
        units = Utf16(text)
        within = None
        if query.within is not None:
            if number != query.within[0]:
                continue
            within = (units.character(query.within[1]), units.character(query.within[2]))
        (places,) = finder.find(query.sought, [text], context, query.instead, within=within)
        hits += [Hit(number, units.unit(one.start), units.unit(one.end), one.instead) for one in places]
    return hits

"""The open article, the one way to change anything, and word of every change to all who show something.

Keeps the undo stack for everything that is not typing; must not know any panel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, nsay, say
from editor.domain.article import Status
from editor.domain.edits import WRITTEN_FIELDS, Change, CreateArticle, Edit, EditArticle, EditImage, Several, touched
from editor.domain.workflow import STATUS_WORDS
from editor.ui.undo import UndoStack
from editor.ui.widgets.ai_label import use_labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.bootstrap import Desk
    from editor.domain.article import Article
    from editor.services.replacing import Replaced

Refusal = UserError | Fault

_SOON = say("Not saved yet. Your words are kept on this computer and go into the newsroom as soon as they can.")
_NEXT_TIME = say("Not saved yet. Your words are kept on this computer and offered when the newsroom is opened again.")
_FELT = 8  # articles that are written in 40 ms
_AFTERWARDS = QEvent.Type(QEvent.registerEventType())
_LAST = Qt.EventPriority.LowEventPriority.value - 1  # windows are painted by an event of low priority, the lower follow
# A change of these moves an article out of sight or in front of readers: it is said, not only shown.
_FELT_FIELDS = frozenset({"status", "trashed_at"})


class Workspace(QObject):
    """What the window works on; made by the window, lives on the interface thread.

    Signals: `settling` before the article changes or something reads it, so that panels hand in what is typed;
    `article_opened` carries the `Article` or None; `changed` the `Change` and the open article as it is now;
    `typed` the panel where it happens and the open `Article` with words that are not saved yet;
    `cursor_moved` the line of its body where the cursor stands, `line_requested` the one where it shall stand;
    `kept` says that a version of the open article was kept, which itself stayed as it is;
    `refused` a `UserError` or `Fault`; `saved` the instant of the last accepted edit; `stack_changed` says that
    undo or redo would now do something else; `done` carries a `Message` on what was just done, for the status line;
    `long_step` the `Several` that undo (True) or redo would make and that takes too long here: see `stepped`.
    """

    settling = Signal()
    article_opened = Signal(object)
    changed = Signal(object, object)
    kept = Signal()
    typed = Signal(object, object)
    cursor_moved = Signal(int)
    line_requested = Signal(int)
    refused = Signal(object)
    saved = Signal(object)
    stack_changed = Signal()
    done = Signal(object)
    long_step = Signal(object, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.article: Article | None = None
        self.line = 0
        self.stack = UndoStack()
        self.is_held = False  # others write for a moment: see `hold`
        self._to_remember = ""
        self.is_closed = False  # all was handed in; a field that loses the cursor with the window says it once more
        self.are_words_kept = False  # in a second place, by whoever looks after what the disk refuses
        self._unsaved: dict[tuple[object, ...], Edit] = {}
        self.cursor_moved.connect(self._on_cursor)
        use_labels(desk.newsroom.settings.page_labels)

    @property
    def is_read_only(self) -> bool:
        """Say whether nothing can be changed here: another window holds the newsroom, or its folder is read-only."""
        return bool(self.desk.read_only)

    @property
    def has_unsaved(self) -> bool:
        """Say whether an edit could not reach the disk yet; `retry` tries again."""
        return bool(self._unsaved)

    def unsaved(self) -> Iterator[Edit]:
        """Yield the edits that could not reach the disk yet, in the order they were asked for."""
        yield from self._unsaved.values()

    def begin(self, article: Article | None) -> None:
        """Show the article that was open last; it is the newsroom's remembered one already."""
        self._show(article)

    def open(self, article_id: str) -> None:
        """Show the article with this id in every panel; "" shows that nothing is open."""
        self.settle()
        try:
            article = self.desk.articles.get(article_id) if article_id else None
        except (UserError, Fault) as error:
            self.refused.emit(error)
            return
        if article is not None and not self.is_read_only:
            self._to_remember = article_id
            QCoreApplication.postEvent(self, QEvent(_AFTERWARDS), _LAST)  # its words are not kept waiting by the disk
        self._show(article)

    def settle(self) -> None:
        """Have every panel hand in what is typed, so that the disk holds what the screen shows."""
        self._remember()
        self.settling.emit()

    def hold(self, *, is_held: bool) -> None:
        """Have what is typed handed in, and from now on wait in its fields while others write for a moment; or not."""
        if is_held:
            self.settle()
        self.is_held = is_held
        if not is_held:
            self.settle()

    def request(self, edit: Edit) -> Refusal | None:
        """Make `edit`, put it on the undo stack, and tell everyone; return what stood in the way, if anything.

        What could not be written because the disk or another program was in the way is kept for `retry`.
        """
        if self.is_closed or (self.is_held and _is_typing(edit)):
            return None  # it stays in its field, which hands it in again
        outcome = self._apply(edit)
        if not isinstance(outcome, Change):
            return outcome
        if not _is_typing(edit):
            self.stack.push(outcome.edit)
            self.stack_changed.emit()
        self._take_in(outcome)
        if outcome.fields & _FELT_FIELDS and not isinstance(edit, CreateArticle):
            self.done.emit(_what_was_done(edit))
        return None

    def taken(self, edit: Edit, more: frozenset[str] = frozenset(), fields: frozenset[str] = frozenset()) -> None:
        """Put an edit that is made already on the undo stack and tell everyone: it was written elsewhere.

        `more` and `fields` are articles and fields that changed besides the edit's own.
        """
        self.stack.push(edit)
        self.stack_changed.emit()
        self._take_in(self._change_of(edit, more, fields))

    def stepped(self, edit: Several, replaced: Replaced, *, is_undo: bool) -> None:
        """Take note that `edit`, which `long_step` carried, was made, but for what moved on since."""
        made = Several(replaced.edits, edit.label)
        self.stack.stepped(edit, made if made.edits else None, is_undo=is_undo)
        if made.edits:
            self._take_in(self._change_of(made, replaced.joined, replaced.fields))
        self.stack_changed.emit()
        if replaced.changed_since:
            self.refused.emit(
                UserError(
                    nsay(
                        "{n} article was changed since, and stays as it is.",
                        "{n} articles were changed since, and stay as they are.",
                        len(replaced.changed_since),
                    )
                )
            )
        if made.edits:
            self._say_stepped(made, is_undo=is_undo)

    def retry(self) -> Refusal | None:
        """Try once more to write what could not be written; return what still stands in the way."""
        for key, edit in list(self._unsaved.items()):
            del self._unsaved[key]
            if refusal := self.request(edit):
                return refusal
        return None

    def tell_typed(self, source: object, article: Article) -> None:
        """Let every panel but `source` follow the typing; answers that come after another was opened are dropped."""
        if self.article is not None and article.id == self.article.id:
            self.typed.emit(source, article)

    def undo(self) -> None:
        """Take the last edit of the stack back and show where it was made."""
        self._step(self.stack.undo_edit(), is_undo=True)

    def redo(self) -> None:
        """Make the edit again that was taken back last, and show where."""
        self._step(self.stack.redo_edit(), is_undo=False)

    def undo_is_here(self) -> bool:
        """Say whether `undo` would change no article but the open one."""
        edit = self.stack.undo_edit()
        here = frozenset() if self.article is None else frozenset({self.article.id})
        return edit is None or touched(edit)[0] <= here

    def _remember(self) -> None:
        """Note which article is open for the next time that the newsroom is opened."""
        opened, self._to_remember = self._to_remember, ""
        if opened:
            self.desk.articles.remember_opened(opened)

    def _on_cursor(self, line: int) -> None:
        self.line = line

    def _step(self, edit: Edit | None, *, is_undo: bool) -> None:
        if edit is None:
            return
        if isinstance(edit, Several) and _is_long(edit) and not self.is_read_only:
            self.long_step.emit(edit, is_undo)
            return
        outcome = self._apply(edit)
        if isinstance(outcome, Fault):
            return
        if isinstance(outcome, UserError):
            # What it would change has moved on: it can never be taken back cleanly, and must not block the rest.
            self.stack.drop_undo() if is_undo else self.stack.drop_redo()
        else:
            self.stack.step_back() if is_undo else self.stack.step_forward()
            self._take_in(outcome)
            self._reveal(outcome)
            self._say_stepped(edit, is_undo=is_undo)
        self.stack_changed.emit()

    def _say_stepped(self, edit: Edit, *, is_undo: bool) -> None:
        label = edit.label
        self.done.emit(say("Taken back: {what}", what=label) if is_undo else say("Done again: {what}", what=label))

    def _change_of(self, edit: Edit, more: frozenset[str], more_fields: frozenset[str]) -> Change:
        articles, fields, images, is_settings = touched(edit)
        return Change(
            edit=edit,
            by=self.desk.person,
            at=self.desk.clock.now(),
            articles=articles | more,
            fields=fields | more_fields,
            images=images,
            settings=is_settings,
        )

    def _apply(self, edit: Edit) -> Change | UserError | Fault:
        if self.is_read_only:
            error = Fault(say("Nothing was changed."), self.desk.read_only, can_retry=False)
            self.refused.emit(error)
            return error
        key = _target(edit)
        try:
            change = self.desk.articles.apply(edit)
        except UserError as error:
            self.refused.emit(error)
            return error
        except Fault as error:
            self._unsaved[key] = edit
            self.refused.emit(error)
            return _comforting(error) if self.are_words_kept and _is_typing(edit) else error
        self._unsaved.pop(key, None)
        for older in [other for other in self._unsaved if _is_within(other, key)]:
            del self._unsaved[older]
        return change

    def _take_in(self, change: Change) -> None:
        if self.article is not None and self.article.id in change.articles:
            current = self.desk.articles.get(self.article.id)
            if current.trashed_at is not None:
                self.article = None
                self.article_opened.emit(None)
            else:
                self.article = current
        if change.settings:
            use_labels(self.desk.newsroom.settings.page_labels)
        self.changed.emit(change, self.article)
        self.saved.emit(change.at)

    def _reveal(self, change: Change) -> None:
        """Open the one article that an undo or redo touched, when it is not the open one."""
        if len(change.articles) != 1:
            return
        (article_id,) = change.articles
        if self.article is not None and self.article.id == article_id:
            return
        found = self.desk.articles.find(article_id)
        if found is not None and found.trashed_at is None:
            self.open(article_id)

    def _show(self, article: Article | None) -> None:
        self.article = article
        self.article_opened.emit(article)

    @override
    def customEvent(self, event: QEvent) -> None:
        if event.type() == _AFTERWARDS:
            self._remember()


def _what_was_done(edit: Edit) -> Message:
    """Say what became of the article, or articles, whose status or place changed."""
    while isinstance(edit, Several) and edit.edits:
        edit = edit.edits[0]
    after = edit.after if isinstance(edit, EditArticle) else {}
    if "trashed_at" in after:
        if after["trashed_at"] is None:
            return say("Back from the trash. Undo puts it there again.")
        return say("Moved to the trash. Undo brings it back.")
    match after.get("status"):
        case Status.PUBLISHED:
            return say("Published: it goes out with the next export. Undo takes it back.")
        case Status.WITHDRAWN:
            return say("Withdrawn: the next export takes it away from readers. Undo takes it back.")
        case Status() as status:
            return say("The status is now “{status}”. Undo takes it back.", status=STATUS_WORDS[status])
        case _:
            return say("{what}: done. Undo takes it back.", what=edit.label)


def _is_typing(edit: Edit) -> bool:
    """Say whether the text's own undo is responsible for `edit`."""
    return isinstance(edit, EditArticle) and edit.after.keys() <= WRITTEN_FIELDS and not edit.keeps_present


def _comforting(error: Fault) -> Fault:
    """Return `error` as it is told to somebody whose words are in the second place already."""
    what = _SOON if error.can_retry else _NEXT_TIME
    return Fault(what, error.cause, can_retry=error.can_retry)


def _is_long(edit: Several) -> bool:
    """Say whether `edit` writes words in so many articles that the window would feel it."""
    return len(edit.edits) > _FELT and all(
        isinstance(one, EditArticle) and one.after.keys() <= WRITTEN_FIELDS for one in edit.edits
    )


def _is_within(older: tuple[object, ...], newer: tuple[object, ...]) -> bool:
    """Say whether what could not be saved before is words of the same fields of the same thing as what now is."""
    return older[0] == newer[0] and set(older[1:]) <= set(newer[1:])


def _target(edit: Edit) -> tuple[object, ...]:
    """Return what a newer edit of the same place replaces."""
    match edit:
        case EditArticle(article_id=target, after=after) | EditImage(image_id=target, after=after):
            return (target, *sorted(after))
        case _:
            articles, _fields, images, is_settings = touched(edit)
            return (type(edit).__name__, articles, images, is_settings)

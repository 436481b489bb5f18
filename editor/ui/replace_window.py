"""Edit > Find in all articles: every place across the newsroom, with what shall stand there, before it is changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, nsay, say
from editor.domain.edits import Several
from editor.domain.passages import Instead, Sought
from editor.domain.query import ArticleQuery
from editor.i18n.interface import ntr, tr, words
from editor.services.found_places import Found, FoundArticle
from editor.services.replacing import MOST, label_of
from editor.ui.collation import choices_of
from editor.ui.jobs import Latest
from editor.ui.long_writing import LongWriting
from editor.ui.replace_layout import ALL_REPLACED, NOTHING_FOUND, NOTHING_SOUGHT, ReplaceLayout
from editor.ui.widgets.typing_pace import Timers, TypingPace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from editor.bootstrap import Desk
    from editor.core.jobs import JobContext
    from editor.services.reading import Choices
    from editor.services.replacing import Replaced, Replacing
    from editor.ui.jobs import Jobs
    from editor.ui.workspace import Workspace

QUIET_MS = 350
_UNFOLDED_AT_ONCE = 2000  # places that are unfolded as they come; the others follow at the end


class ReplaceWindow(QWidget):
    """Made by the main window; stays beside the work. `line_asked` carries an article's id and a line of its body.

    Nothing is changed until the person says so; one undo takes all of it back.
    """

    line_asked = Signal(str, int)

    # From the searching thread: the job's context, and the articles found since the last word.
    _arrived = Signal(object, object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget, timers: Timers | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("replace_everywhere")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._jobs = jobs
        self._lane = Latest(jobs, self)
        self._pace = TypingPace(self, timers, quiet_ms=QUIET_MS)
        self._writing = LongWriting(workspace, jobs, self)
        self._asked: tuple[Sought, Instead] = (Sought(words=""), Instead(words=""))
        self._found: Found | None = None
        self._searching: JobContext | None = None  # the search whose finds are being listed
        self._again: frozenset[str] = frozenset()
        self._changed_since: frozenset[str] = frozenset()
        self._parts = ReplaceLayout(self)
        self._connect()
        self.retranslate()
        self._show(NOTHING_SOUGHT)
        jobs.submit(partial(_made_ready, workspace.desk), title=say("Looking up"), done=self._on_choices, is_quiet=True)

    def open_with(self, text: str) -> None:
        """Begin to type what is looked for, `text` to begin with where there is any."""
        if text:
            self._parts.fields.words.setText(text)
        self._parts.fields.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._parts.fields.words.selectAll()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setWindowTitle(tr("Find and replace in all articles"))
        self._parts.retranslate()
        self._say_summary()

    def _connect(self) -> None:
        parts = self._parts
        parts.fields.changed.connect(self._on_changed)
        for field in (parts.status, parts.section, parts.language):
            field.committed.connect(self._on_filter)
        parts.model.chosen_changed.connect(self._say_summary)
        parts.list.activated.connect(self._on_activated)
        parts.all.clicked.connect(partial(parts.model.choose_all, is_chosen=True))
        parts.none.clicked.connect(partial(parts.model.choose_all, is_chosen=False))
        parts.stop.clicked.connect(self._on_stop)
        parts.replace.clicked.connect(self._on_replace)
        self._arrived.connect(self._on_arrived)
        self._pace.due.connect(self._look)
        self._writing.progressed.connect(self._on_progress)
        self._writing.ended.connect(self._on_ended)

    def _look(self, among: Collection[str] | None = None) -> None:
        """Find out where it stands: in the articles that the filters let through, or in those of `among`."""
        self._pace.rest()
        fields = self._parts.fields
        self._asked = (fields.sought, fields.instead)
        if not fields.sought.words:
            self._lane.cancel()
            self._show(NOTHING_SOUGHT)
            return
        self._workspace.settle()
        self._parts.set_busy(is_busy=True)
        self._lane.submit(
            partial(_find, self._workspace.desk.replacing, self._asked, self._parts.query, among, self._arrived.emit),
            title=say("Finding in all articles"),
            done=self._on_found,
            failed=self._on_failed,
            progress=self._on_progress,
        )

    def _show(self, empty: tuple[Message, Message] | None, found: Found | None = None) -> None:
        self._found = found
        self._parts.set_busy(is_busy=False)
        if self._searching is None or found is None:
            self._parts.model.show(found or Found(), is_replacing=bool(self._asked[1].words))
        self._searching = None
        self._parts.show_state(empty)
        self._parts.list.expandAll()
        self._say_summary()

    @Slot()
    def _say_summary(self) -> None:
        parts, found = self._parts, self._found
        count = parts.model.chosen_count()
        if found is None or not found.count:
            parts.summary.setText("")
        else:
            places = ntr("{n} place", "{n} places", found.count)
            articles = ntr("{n} article", "{n} articles", len(found.articles))
            said = [tr("{places} in {articles}.", places=places, articles=articles)]
            if found.is_cut:
                said = [ntr("Only the first {n} place is listed.", "Only the first {n} places are listed.", MOST)]
            if parts.model.has_unchosen_published():
                said.append(tr("Published articles wait for your tick."))
            parts.summary.setText(" ".join(said))
        if not count:
            parts.replace.setText(tr("Replace"))
        elif self._asked[1].words:
            parts.replace.setText(ntr("Replace {n} place", "Replace {n} places", count))
        else:
            parts.replace.setText(ntr("Delete {n} place", "Delete {n} places", count))
        is_free = found is not None and not self._workspace.is_read_only and not self._writing.is_running
        parts.replace.setEnabled(bool(count) and is_free)

    @Slot()
    def _on_changed(self) -> None:
        self._parts.notice.dismiss()
        self._parts.fields.show_trouble(is_trouble=False)
        self._parts.replace.setEnabled(False)  # what is listed is no longer what is asked for
        self._pace.touch()

    @Slot(str)
    def _on_filter(self, value: str) -> None:
        field = self.sender()
        field.show_value(value)  # type: ignore[attr-defined]
        self._look()

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        self._parts.offer(choices)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._parts.notice.dismiss()
        if self._changed_since:
            self._parts.notice.show_notice(
                nsay(
                    "{n} article was changed meanwhile. Nothing in it was replaced; it is listed again.",
                    "{n} articles were changed meanwhile. Nothing in them was replaced; they are listed again.",
                    len(self._changed_since),
                ),
                kind="warn",
            )
        self._changed_since = frozenset()
        self._show(None if found.articles else NOTHING_FOUND, found)

    @Slot(object, object)
    def _on_arrived(self, context: JobContext, articles: tuple[FoundArticle, ...]) -> None:
        """List what is found while the rest is looked for."""
        if context.stop.is_set():
            return
        model = self._parts.model
        if self._searching is not context:
            self._searching, self._found = context, None
            model.show(Found(), is_replacing=bool(self._asked[1].words))
            self._parts.show_state(None)
        model.add(articles)
        if model.chosen_count() < _UNFOLDED_AT_ONCE:
            self._parts.list.expandAll()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show(NOTHING_FOUND)
        if not isinstance(error, UserError | Fault):
            raise error
        self._parts.fields.show_trouble(is_trouble=isinstance(error, UserError))
        self._parts.notice.show_notice(error)

    @Slot(float, object)
    def _on_progress(self, fraction: float, message: Message) -> None:
        self._parts.bar.setValue(round(fraction * 1000))
        self._parts.summary.setText(words(message))

    @Slot()
    def _on_replace(self) -> None:
        """Make the edits in a job, for it reads; then write them here, some at a time."""
        chosen = self._parts.model.chosen()
        self._again = self._parts.model.not_whole()
        if not chosen:
            return
        self._workspace.settle()
        self._parts.set_busy(is_busy=True, is_writing=True)
        self._parts.replace.setEnabled(False)
        replacing = self._workspace.desk.replacing
        self._writing.start(
            lambda context, wait: replacing.replace(chosen, context, wait), say("Replacing in all articles")
        )

    @Slot()
    def _on_stop(self) -> None:
        if self._writing.is_running:
            self._writing.stop()
            return
        self._lane.cancel()
        self._searching = None
        self._show(None if self._found else NOTHING_SOUGHT, self._found)

    @Slot(object, object)
    def _on_ended(self, replaced: Replaced | None, error: UserError | Fault | None) -> None:
        if replaced is None:
            self._show(None, self._found)
            if error is not None:
                self._parts.notice.show_notice(error)
            return
        if replaced.edits:
            label = label_of(*self._asked, len(replaced.edits))
            self._workspace.taken(Several(replaced.edits, label), replaced.joined, replaced.fields)
            self._workspace.done.emit(say("{what}: done. Undo takes it back.", what=label))
        self._changed_since = replaced.changed_since
        done = {edit.article_id for edit in replaced.edits}
        left = {one.id for one in self._found.articles} - done if self._found else set()
        if again := left | self._again | self._changed_since:
            self._look(again)
        else:
            self._show(ALL_REPLACED)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        place = self._parts.model.place(index)
        line = place.line if place is not None and place.field == "body" else -1
        self.line_asked.emit(self._parts.model.article(index).id, line)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._look()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._writing.is_running:
            self._writing.stop()
            event.ignore()  # what is done so far is told of first
            return
        self._pace.rest()
        self._lane.cancel()
        event.accept()


def _made_ready(desk: Desk, context: JobContext) -> Choices:
    desk.replacing.warm()
    return choices_of(desk.articles, desk.newsroom.settings, context)


def _find(
    replacing: Replacing,
    asked: tuple[Sought, Instead],
    query: ArticleQuery,
    among: Collection[str] | None,
    came: Callable[[object, object], None],
    context: JobContext,
) -> Found:
    return replacing.find(*asked, query, context, among=among, came=lambda some: came(context, some))

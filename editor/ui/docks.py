"""Panels in their docks: built on first show, given their notice bar, told of changes that they watch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message
from editor.domain.edits import WRITTEN_FIELDS, Change, Edit
from editor.i18n.interface import tr, words
from editor.ui import icons
from editor.ui.keys import tip
from editor.ui.page_look import PageLook
from editor.ui.panel import Area, Panel, PanelSpec
from editor.ui.panel_keys import CLOSE, CLOSE_KEYS, FLOAT, FLOAT_KEYS
from editor.ui.widgets.lull import LONG, Lull
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.panel_room import PanelRoom

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.ui.jobs import Job, Jobs
    from editor.ui.workspace import Workspace

HEAD_HEIGHT = 36
_SOON_MS = 60


class DockHead(QWidget):
    """The head of a dock: its name, and buttons to float and close it. Among tabs, which say the name, only those."""

    def __init__(self, dock: QDockWidget, icon: str, usual: str) -> None:
        super().__init__(dock)
        self._height = HEAD_HEIGHT
        self._is_tabbed = self._is_alone = False
        self._dock = dock
        self._usual = usual
        self._icon = QToolButton()
        self._icon.setIcon(icons.icon(icon, "muted"))
        self._icon.setIconSize(QSize(icons.SMALL, icons.SMALL))
        self._icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = QLabel()
        self._float = QToolButton()
        self._float.setIcon(icons.icon("window", "muted"))
        self._float.clicked.connect(self._on_float)
        self._close = QToolButton()
        self._close.setIcon(icons.icon("close", "muted"))
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._title, 1)
        self._icon.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for button in (self._float, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard: View > Float panel, Close panel
            row.addWidget(button)

    def retranslate(self) -> None:
        """Put the words into the interface language."""
        title = self._dock.windowTitle()
        self._title.setText(title)
        self._title.setToolTip(tip(title, f"panel.{self._dock.objectName()}", self._usual))
        for button, text, action_id, usual in (
            (self._float, tr("Float or dock {panel}", panel=title), FLOAT, FLOAT_KEYS),
            (self._close, tr("Close {panel}", panel=title), CLOSE, CLOSE_KEYS),
        ):
            button.setToolTip(tip(text, action_id, usual))
            button.setAccessibleName(text)

    def show_alone(self, *, is_alone: bool) -> None:
        """Shrink to nothing while the page fills the screen."""
        self._is_alone = is_alone
        self._set_height()

    def show_among_tabs(self, *, is_tabbed: bool) -> None:
        """Shrink to nothing while a tab says the panel's name already."""
        self._is_tabbed = is_tabbed
        self._set_height()

    def _set_height(self) -> None:
        height = 0 if self._is_tabbed or self._is_alone else HEAD_HEIGHT
        if height != self._height:
            self._height = height
            self.setVisible(height > 0)
            self.updateGeometry()

    @Slot()
    def _on_float(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    @override
    def sizeHint(self) -> QSize:
        # A dock takes the height of its head from here alone, fixed heights aside.
        return QSize(super().sizeHint().width(), self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height)


class PanelDock(QDockWidget):
    """One panel's place in the window; made by `DockSet`. `problem_chosen` carries the `Problem` to put right.

    `writing_requested` carries the id of the article to write on, `action_requested` that of an action to do.
    """

    problem_chosen = Signal(object)
    writing_requested = Signal(str)
    action_requested = Signal(str)

    def __init__(self, spec: PanelSpec, workspace: Workspace, jobs: Jobs, parent: QMainWindow) -> None:
        super().__init__(parent)
        self.setObjectName(spec.id)
        self.spec = spec
        self.panel: Panel | None = None
        self._workspace = workspace
        self._jobs = jobs
        self._has_missed = self._is_held = True
        self._look = PageLook()
        self._is_behind = self._is_refused = self._is_notice_old = False
        self._article_id = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)  # the words of the article are painted first
        self._soon.timeout.connect(self._on_soon)
        self._typed: tuple[Change, Article] | None = None  # saved of a long article, to be followed in the next lull
        self._missed: Change | None = None  # what else was changed while the panel was not seen
        self._lull = Lull(self, self._on_lull)
        self.notice = NoticeBar()
        self.notice.action_requested.connect(self._on_retry)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._room = PanelRoom()
        self._column.addWidget(self.notice)
        self._column.addWidget(self._room, 1)
        self.setWidget(self._inside)
        self._head = DockHead(self, spec.icon, spec.shortcut)
        self.setTitleBarWidget(self._head)
        self.visibilityChanged.connect(self._on_visibility)
        self.topLevelChanged.connect(self.fit_head)
        self.dockLocationChanged.connect(self.fit_head)
        workspace.line_requested.connect(self._on_line)
        if spec.area is Area.CENTRE:  # first of all: what others do goes by the text that is shown
            self._follow()
        self.retranslate()

    def build(self) -> Panel:
        """Return the panel, made now if it was not there yet."""
        self._is_held = False
        if self.panel is None:
            panel = self.spec.build(self._workspace.desk, self._jobs)
            self.panel = panel
            if self.spec.area is not Area.CENTRE:
                self._follow()
            panel.setObjectName(f"panel.{self.spec.id}")
            panel.edit_requested.connect(self._on_edit)
            panel.article_requested.connect(self._workspace.open)
            panel.writing_requested.connect(self.writing_requested)
            panel.action_requested.connect(self.action_requested)
            panel.notice.connect(self.show_notice)
            panel.problem_chosen.connect(self.problem_chosen)
            panel.typed.connect(self._on_panel_typed)
            panel.cursor_moved.connect(self._workspace.cursor_moved)
            panel.line_requested.connect(self._workspace.line_requested)
            self._room.take(panel)
            panel.setVisible(not self._is_behind)  # now: a layout does it later, and what is not shown takes no focus
            self.setFocusProxy(panel)
            panel.set_look(self._look)
        self._catch_up()
        return self.panel

    def _follow(self) -> None:
        """Hear of the article and of changes: of no use to a panel that was never seen."""
        self._article_id = getattr(self._workspace.article, "id", "")
        self._workspace.article_opened.connect(self._on_article)
        self._workspace.changed.connect(self._on_changed)
        self._workspace.kept.connect(self._on_kept)
        self._workspace.typed.connect(self._on_typed)
        self._workspace.cursor_moved.connect(self._on_cursor)
        self._workspace.settling.connect(self.settle)
        self._jobs.started.connect(self._on_job)

    def put_above(self, widget: QWidget) -> None:
        """Put `widget` over the panel, below its head."""
        self._column.insertWidget(0, widget)

    def release(self) -> None:
        """Let the panel be built when it is seen; until now the window was busy appearing."""
        self._is_held = False
        if self.isVisible() and not self.visibleRegion().isEmpty():
            self.build()

    @Slot(object)
    def show_notice(self, notice: Message | UserError | Fault) -> None:
        """Say `notice` at the panel's head, the focus staying in the field that asked; nothing to say dismisses it."""
        if not notice:
            self.notice.dismiss()
            return
        self._is_notice_old = self._is_refused = False
        field = self.panel.focusWidget() if self.panel is not None else None
        self.notice.show_notice(notice, can_retry=self._workspace.has_unsaved)
        if isinstance(notice, UserError) and field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: PageLook) -> None:
        """Show what is written the way the person likes it, now or when the panel comes to be."""
        if self._look != look:
            self._look = look
            self._head.show_alone(is_alone=look.is_alone)
            if self.panel is not None:
                self.panel.set_look(look)

    @Slot()
    def settle(self) -> None:
        """Let the panel hand in what is typed."""
        self._is_notice_old = True
        if self.panel is not None:
            self.panel.settle()

    def bring_forward(self) -> None:
        """Show the panel, before its tab neighbours, and give it the focus."""
        self.show()
        self.raise_()
        panel = self.build()
        panel.show()
        self._room.enter()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setWindowTitle(words(self.spec.title))
        self._head.retranslate()
        self.notice.retranslate()
        if self.panel is not None:
            self.panel.retranslate()

    @Slot(object)
    def _on_job(self, job: Job[object]) -> None:
        """Let the disk hold what the screen shows before work reads it; the job begins after this."""
        if not job.is_quiet:
            self.settle()

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        refusal = self._workspace.request(edit)
        if refusal is not None:
            self.show_notice(refusal)
        elif self._is_refused and not self._workspace.has_unsaved:
            self.notice.dismiss()
        self._is_refused = refusal is not None or (self._is_refused and self._workspace.has_unsaved)

    @Slot()
    def _on_retry(self) -> None:
        refusal = self._workspace.retry()
        if refusal is not None:
            self.show_notice(refusal)
            self._is_refused = True

    @Slot(object)
    def _on_panel_typed(self, article: Article) -> None:
        self._workspace.tell_typed(self.panel, article)

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        was = self._article_id
        self._forget_notice(article.id if article is not None else "")
        self._on_lull()  # lists show what was written in the one before
        if self.panel is None or not self._is_seen():
            self._has_missed = True
        elif article is not None and self._follows_later(article):
            self._has_missed = True
            self._soon.start()
            if self.spec.is_of_article and was != article.id:
                self._room.cover()
        else:
            self.panel.show_article(article)
            self.panel.show_cursor(self._workspace.line)
            self._has_missed = False

    def _follows_later(self, article: Article) -> bool:
        """Say whether the words of `article` are painted first: a panel on the right may have much to lay out."""
        return self.spec.area is Area.RIGHT or (self.spec.area is Area.LEFT and len(article.body) > LONG)

    @Slot()
    def _on_soon(self) -> None:
        if self._is_seen():
            self._catch_up()

    @Slot(object, object)
    def _on_changed(self, change: Change, article: Article | None) -> None:
        if self._is_refused and not self._workspace.has_unsaved:
            self.notice.dismiss_fault()
        if self.panel is None or not self.spec.meets(change):
            return
        if not self._is_seen() or self._has_missed:
            self._miss(change)
        elif article is not None and self._may_wait(change, article):
            self._typed = (_joined(self._typed[0], change) if self._typed is not None else change, article)
            self._lull.want()
        else:
            self._on_lull()
            self.panel.apply_change(change, article)

    def _miss(self, change: Change) -> None:
        self._has_missed = True
        self._missed = _joined(self._missed, change) if self._missed is not None else change

    def _may_wait(self, change: Change, article: Article) -> bool:
        """Say whether `change` is nothing but the open article's own words, and those are many."""
        if self.spec.area is Area.CENTRE or len(article.body) <= LONG:
            return False
        is_words = change.fields <= WRITTEN_FIELDS and not (change.images or change.settings)
        return is_words and change.articles == {article.id}

    @Slot()
    def _on_lull(self) -> None:
        """Follow what was saved of a long article while its writer went on."""
        typed, self._typed, now = self._typed, None, self._workspace.article
        if typed is None or self.panel is None:
            return
        change, article = typed
        if self._is_seen() and not self._has_missed:
            self.panel.apply_change(change, now if now is not None and now.id == article.id else article)
        else:
            self._miss(change)

    @Slot()
    def _on_kept(self) -> None:
        if "versions" in self.spec.watches:
            self._has_missed = True
            self._on_soon()

    @Slot(object, object)
    def _on_typed(self, source: object, article: Article) -> None:
        if self.panel is not None and self.panel is not source and self._is_seen() and not self._has_missed:
            self.panel.show_typed(article)

    @Slot(int)
    def _on_cursor(self, line: int) -> None:
        is_told = not self._has_missed and self._article_id == getattr(self._workspace.article, "id", "")
        if self.panel is not None and is_told and self._is_seen():
            self.panel.show_cursor(line)

    @Slot(int)
    def _on_line(self, line: int) -> None:
        if self.spec.area is Area.CENTRE:
            self.bring_forward()
            self.build().go_to_line(line)

    @Slot(bool)
    def _on_visibility(self, is_visible: bool) -> None:  # noqa: FBT001 - Qt's signature
        # A dock behind its tab neighbours counts as visible to Qt; its panel shall rest all the same.
        self._is_behind = not is_visible
        if is_visible and not self._is_held:
            self.build()
        if self.panel is not None:
            self.panel.setVisible(is_visible)
        self.fit_head()

    @Slot()
    def fit_head(self) -> None:
        """Say the panel's name at its head where no tab says it."""
        window = self.parentWidget()
        is_tabbed = isinstance(window, QMainWindow) and not self.isFloating() and bool(window.tabifiedDockWidgets(self))
        self._head.show_among_tabs(is_tabbed=is_tabbed)

    def _forget_notice(self, article_id: str) -> None:
        """Say no longer what was said of another article, unless it was said only as that one was left."""
        was, self._article_id = self._article_id, article_id
        if was != article_id and self._is_notice_old and not self._workspace.has_unsaved:
            self.notice.dismiss()

    def _is_seen(self) -> bool:
        """Say whether the panel follows at once. The draft always does: its text must never be an old one."""
        panel = self.panel
        return self.spec.area is Area.CENTRE or (panel is not None and (panel.isVisible() or panel.is_at_work))

    def _catch_up(self) -> None:
        self._room.uncover()
        if self.panel is not None and self._has_missed:
            missed, self._has_missed, self._missed = self._missed, False, None
            self.panel.show_article(self._workspace.article)
            if missed is not None:
                self.panel.apply_change(missed, self._workspace.article)
            self.panel.show_cursor(self._workspace.line)


def _joined(earlier: Change, later: Change) -> Change:
    return replace(
        later,
        articles=earlier.articles | later.articles,
        fields=earlier.fields | later.fields,
        images=earlier.images | later.images,
        settings=earlier.settings or later.settings,
    )

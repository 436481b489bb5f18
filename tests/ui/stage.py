"""A panel on a real desk, as the window would hold it, but without the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.edits import Change, Edit
from editor.ui.jobs import Jobs
from editor.ui.panel import Panel
from editor.ui.workspace import Workspace
from tests.builders import created
from tests.ui.manual_timers import ManualTimers


class Stage(QObject):
    """Ties one panel to a workspace on `desk`; remembers what it asked for and said."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        super().__init__()
        self.desk = desk
        self.jobs = Jobs(self)
        self.timers = ManualTimers()
        self.workspace = Workspace(desk, self)
        self.edits: list[Edit] = []
        self.notices: list[Message | UserError | Fault] = []
        self._qtbot = qtbot

    def hold(self, panel: Panel) -> None:
        """Show `panel` and tie it to the workspace."""
        self._qtbot.addWidget(panel)
        self.panel = panel
        panel.edit_requested.connect(self._on_edit)
        panel.article_requested.connect(self.workspace.open)
        panel.writing_requested.connect(self.workspace.open)
        panel.notice.connect(self.notices.append)
        self.workspace.article_opened.connect(self._on_opened)
        self.workspace.changed.connect(self._on_changed)
        panel.show()
        self.wait()

    def wait(self) -> None:
        """Let everything that runs on other threads come home."""
        self._qtbot.waitUntil(self.jobs.is_idle, timeout=5000)

    def stop(self) -> None:
        """End what still runs."""
        self.jobs.stop_all()

    def put(self, *articles: Article) -> None:
        """Store these articles behind the panel's back, then show the first."""
        self.desk.articles.apply(created(*articles))
        self.workspace.open(articles[0].id)
        self.wait()

    @property
    def article(self) -> Article:
        """Return the open article as it is on disk."""
        assert self.workspace.article is not None
        return self.desk.articles.get(self.workspace.article.id)

    def undo(self) -> None:
        """Take back the last edit, as Edit > Undo does outside a text."""
        self.workspace.undo()
        self.wait()

    def _on_edit(self, edit: Edit) -> None:
        self.edits.append(edit)
        refusal = self.workspace.request(edit)
        if refusal is not None:
            self.notices.append(refusal)

    def _on_opened(self, article: Article | None) -> None:
        self.panel.show_article(article)

    def _on_changed(self, change: Change, article: Article | None) -> None:
        self.panel.apply_change(change, article)

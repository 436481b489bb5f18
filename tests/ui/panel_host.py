"""A panel tied to a real desk as the window ties it, without the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.edits import Edit
from editor.ui.jobs import Jobs
from editor.ui.panel import Panel, PanelSpec
from editor.ui.workspace import Workspace


class PanelHost(QWidget):
    """Holds one panel; notes what it says."""

    def __init__(self, desk: Desk, spec: PanelSpec) -> None:
        super().__init__()
        self.desk = desk
        self.jobs = Jobs(self)
        self.workspace = Workspace(desk, self)
        self.notices: list[Message | UserError | Fault] = []
        self.requested: list[str] = []
        self.panel: Panel = spec.build(desk, self.jobs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.edit_requested.connect(self._on_edit)
        self.panel.notice.connect(self.notices.append)
        self.panel.article_requested.connect(self.requested.append)
        self.workspace.article_opened.connect(self.panel.show_article)
        self.workspace.changed.connect(self.panel.apply_change)
        self.resize(420, 720)

    @property
    def article(self) -> Article:
        """Return the open article as it is stored."""
        assert self.workspace.article is not None
        return self.workspace.article

    def shown(self, kind: type[Any]) -> list[Any]:
        """Return the widgets of this kind that can be seen, in the order they were made."""
        return [widget for widget in self.panel.findChildren(kind) if widget.isVisible()]

    def part(self, kind: type[Any], name: str) -> Any:  # noqa: ANN401 - whatever widget the test names
        """Return the widget called `name`; a test that names none that is there fails."""
        found = self.panel.findChild(kind, name)
        assert found is not None, name
        return found

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        if refusal := self.workspace.request(edit):
            self.notices.append(refusal)


def hosted(qtbot: QtBot, desk: Desk, spec: PanelSpec, article: Article | None = None) -> PanelHost:
    """Return the shown host of the panel of `spec`, `article` open in it."""
    host = PanelHost(desk, spec)

    def close() -> None:
        host.jobs.stop_all()

    qtbot.addWidget(host, before_close_func=lambda _: close())
    host.show()
    if article is not None:
        host.workspace.open(article.id)
    return host


def until(qtbot: QtBot, true: Callable[[], bool], timeout: int = 5000) -> None:
    """Wait until `true` says so."""
    qtbot.waitUntil(true, timeout=timeout)

"""The first screen: who is here, the newsrooms opened lately, and the ways to a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.core.errors import Damaged, Fault, UserError
from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.services.machine import person_or_user
from editor.ui import icons, theme
from editor.ui.bringing_back import BringingBack, is_free, numbered
from editor.ui.errors import show_error
from editor.ui.jobs import Jobs
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from datetime import datetime

    from editor.ui.studio import Studio

_WIDTH = 560
_WAYS: tuple[tuple[str, str, Message, Message], ...] = (
    ("new", "newsroom", say("New newsroom"), say("Begin with an empty desk in a folder of your own.")),
    ("open", "open", say("Open a newsroom"), say("Choose a folder that holds one already.")),
    ("sample", "sample", say("Look at a sample"), say("A small newsroom to try everything on. Nothing can go wrong.")),
)


class WelcomeWindow(QWidget):
    """Made by the studio while no newsroom is open. `closed` says that it is gone."""

    closed = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self._studio = studio
        self.resize(760, 640)
        self._jobs = Jobs(self)
        self._tried: Path | None = None
        self._damage: Damaged | None = None
        self._bringing = BringingBack(self._jobs, self)
        self._bringing.restored.connect(self._on_restored)
        self._bringing.failed.connect(self._on_not_restored)
        self.notice = NoticeBar()
        self.notice.action_requested.connect(self._on_notice_action)
        self._title = QLabel()
        self._title.setFont(theme.font(theme.HEADLINE, is_serif=True))
        self._lead = QLabel()
        self._lead.setProperty("role", "muted")
        self._name_label = QLabel()
        self._name = named(QLineEdit(), "welcome.person")
        self._name.setText(person_or_user(studio.remembered.machine))
        self._name.editingFinished.connect(self._on_person)
        self._name_hint = QLabel()
        self._name_hint.setProperty("role", "muted")
        self._ways = {way: WayButton(f"welcome.{way}", icon) for way, icon, _title, _text in _WAYS}
        for way, slot in (("new", self._on_new), ("open", self._on_open), ("sample", self._on_sample)):
            self._ways[way].clicked.connect(slot)
        self._recent_title = QLabel()
        self._recent_title.setProperty("role", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._lay_out()
        studio.language_changed.connect(self.retranslate)
        self.retranslate()
        if not studio.remembered.machine.person:
            self._name.setFocus()
            self._name.selectAll()
        else:
            self._ways["new"].setFocus()

    def show_error(self, error: Exception, folder: Path | None = None) -> None:
        """Say what stood in the way of opening the newsroom in `folder`, and offer what helps."""
        self._tried = folder
        self._damage = error if isinstance(error, Damaged) and folder is not None else None
        if self._damage is not None:
            self.notice.show_notice(self._damage, action=say("See the ways out"))
            self._show_recovery()
        else:
            show_error(self.notice, error, self._studio.hook, can_retry=folder is not None)

    def bring_back_here(self, backup: Path, folder: Path, now: datetime) -> None:
        """Put `backup` in place of the newsroom in `folder`, which was closed for it, and open that again."""
        self._tried, self._damage = folder, None
        self._say_bringing_back()
        self._bringing.in_place(backup, folder, person_or_user(self._studio.remembered.machine), now)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setWindowTitle(tr("Welcome to Makala"))
        self._title.setText("Makala")
        self._lead.setText(tr("A newsroom on your own computer: it works without a network, and nothing is lost."))
        self._name_label.setText(tr("Your name"))
        self._name_label.setBuddy(self._name)
        self._name.setAccessibleName(tr("Your name"))
        self._name_hint.setText(tr("Kept on this computer. It says who wrote, changed or decided something."))
        for way, _icon, title, text in _WAYS:
            self._ways[way].say(words(title), words(text))
        self._recent_title.setText(tr("Opened lately"))
        self._fill_recent()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 32, 0, 32)
        column.setSpacing(8)
        for widget in (self._title, self._lead):
            column.addWidget(widget)
        column.addSpacing(24)
        name = QHBoxLayout()
        name.setSpacing(16)
        name.addWidget(self._name_label)
        name.addWidget(self._name, 1)
        column.addLayout(name)
        column.addWidget(self._name_hint)
        column.addSpacing(16)
        for button in self._ways.values():
            column.addWidget(button)
        column.addSpacing(16)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch(1)
        for label in (self._lead, self._name_hint):
            label.setWordWrap(True)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notice)
        whole.addWidget(scroll, 1)

    def _fill_recent(self) -> None:
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        recent = self._studio.remembered.machine.recent
        self._recent_title.setVisible(bool(recent))
        for folder in recent:
            self._recent.addWidget(self._recent_row(folder))

    def _recent_row(self, folder: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        path = Path(folder)
        metrics = QFontMetrics(self.font())
        place = metrics.elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, 320)
        open_it = QPushButton(icons.icon("recent", "muted"), f"{path.name}   {place}".replace("&", "&&"))
        open_it.setObjectName("welcome.recent")
        open_it.setProperty("kind", "row")
        open_it.setToolTip(folder)
        open_it.setAccessibleName(tr("Open {name}", name=folder))
        open_it.clicked.connect(partial(self._studio.open_newsroom, path))
        forget = QToolButton()
        forget.setIcon(icons.icon("close", "muted"))
        forget.setToolTip(tr("Take off this list. The newsroom itself stays."))
        forget.setAccessibleName(tr("Take {name} off this list", name=path.name))
        forget.clicked.connect(partial(self._on_forget, folder))
        line.addWidget(open_it, 1)
        line.addWidget(forget)
        return row

    @Slot()
    def _on_notice_action(self) -> None:
        if self._damage is not None:
            self._show_recovery()
        elif self._tried is not None:
            self._studio.open_newsroom(self._tried)

    def _show_recovery(self) -> None:
        from editor.ui.recovery import RecoveryWindow

        if self._damage is not None and self._tried is not None and self.findChild(RecoveryWindow) is None:
            RecoveryWindow(self._studio, self._tried, self._damage, self).show()

    def _say_bringing_back(self) -> None:
        self.notice.show_notice(say("Bringing back the backup…"), is_lasting=True)
        self.setEnabled(False)

    @Slot(object)
    def _on_restored(self, folder: Path) -> None:
        self.setEnabled(True)
        self._studio.open_newsroom(folder)

    @Slot(object)
    def _on_not_restored(self, error: Exception) -> None:
        self.setEnabled(True)
        is_as_it_was = self._tried is not None and self._studio.open_newsroom(self._tried)
        if is_as_it_was and self._studio.window is not None:
            self._studio.window.show_error(error)
        else:
            self.show_error(error)

    @Slot()
    def _on_person(self) -> None:
        self._studio.set_person(self._name.text())

    @Slot()
    def _on_new(self) -> None:
        self._studio.ask_new()

    @Slot()
    def _on_open(self) -> None:
        self._studio.ask_open()

    @Slot()
    def _on_sample(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        base = Path(documents or Path.home()) / words(say("Makala sample"))
        try:
            folder = sample_folder(base)
            if (folder / "newsroom.sqlite3").exists():
                self._studio.open_newsroom(folder)
            else:
                self._studio.make_sample(folder)
        except (UserError, Fault) as error:
            self.show_error(error)

    def _on_forget(self, folder: str) -> None:
        self._studio.remembered.forget(folder)
        self._fill_recent()

    @override
    def sizeHint(self) -> QSize:
        return QSize(760, 640)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._jobs.stop_all()
        event.accept()
        self.closed.emit()


class WayButton(QPushButton):
    """One large button: an icon, what it does, and a line about it."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "way")
        self.setMinimumHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)  # as high as its line when it wraps
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, 24, "accent", self.devicePixelRatioF()))
        self._title = QLabel()
        self._title.setProperty("role", "lead")
        self._text = QLabel()
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._title)
        said.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(said, 1)
        for label in (picture, self._title, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, title: str, text: str) -> None:
        """Show these words."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)


def sample_folder(base: Path) -> Path:
    """Return where the sample lies or can be made: `base`, or beside it where something else has that name."""
    number = 1
    while True:
        folder = numbered(base, number)
        if (folder / "newsroom.sqlite3").exists() or is_free(folder):
            return folder
        number += 1

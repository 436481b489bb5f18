"""The page of the preferences on signing bundles: makes the newsroom's key, takes one, hands its public half out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.services.newsroom_key import (
    NewsroomKey,
    export_key,
    forget_key,
    key_now,
    make_key_here,
    save_key,
    switch_key,
    take_key,
)
from editor.ui import theme
from editor.ui.file_dialogs import ask_files, ask_new_file
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.ui.jobs import Jobs

_MEANS = say(
    "Bundles that are out stay valid. Whoever knows the fingerprint will take later bundles for somebody else's, until "
    "you tell them the new one."
)
_FIRST = say(
    "Without a saved secret half this key cannot be brought back. Afterwards make a new one, or take a saved one."
)
_KINDS = "*.pem *.pub *.key"


class BundleKeyPage(QWidget):
    """Made by the preferences. `refused` carries what stood in the way of a key.

    To delete the key is asked for twice, with what it means: readers who know it take later bundles for false ones.
    """

    refused = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._key = NewsroomKey()
        self._intro, self.state = QLabel(), named(QLabel(), "bundle_key.state")
        self.is_on = named(QCheckBox(), "bundle_key.on")
        self.make = named(QPushButton(), "bundle_key.make")
        self.take = named(QPushButton(), "bundle_key.take")
        self.export = named(QPushButton(), "bundle_key.export")
        self.save = named(QPushButton(), "bundle_key.save")
        self.delete = named(QPushButton(), "bundle_key.delete")
        self.warning = NoticeBar()
        for label in (self._intro, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "muted")
        self.state.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        doing = QWidget()
        buttons = FlowRow(doing, spacing=theme.GRID)
        for button in (self.make, self.take, self.export, self.save, self.delete):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._intro, self.is_on, self.state, doing, self.warning):
            column.addWidget(widget)
        column.addStretch(1)
        self.is_on.clicked.connect(self._on_switched)
        self.make.clicked.connect(self._on_make)
        self.take.clicked.connect(self._on_take)
        self.export.clicked.connect(self._on_export)
        self.save.clicked.connect(self._on_save)
        self.delete.clicked.connect(self._on_delete)
        self.warning.action_requested.connect(self._on_deleting)
        self.retranslate()
        self._do(key_now)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._intro.setText(
            tr(
                "A signed bundle says who made it, and that nothing was changed since. Whoever has your public key can "
                "verify it, with Makala or with OpenSSL. Tell them its fingerprint some other way, as by telephone."
            )
        )
        self.is_on.setText(tr("Sign bundles when exporting"))
        self.make.setText(tr("Make a key"))
        self.take.setText(tr("Take a saved key…"))
        self.export.setText(tr("Public key for those who verify…"))
        self.save.setText(tr("Save the secret half…"))
        self.save.setToolTip(tr("For a safe place, or for one more computer of yours"))
        self.delete.setText(tr("Delete or replace the key…"))
        self.warning.retranslate()
        self._show(self._key)

    def _do(self, work: Callable[[], NewsroomKey]) -> None:
        self._jobs.submit(
            partial(_done, work),
            title=say("Looking after the key"),
            done=self._show,
            failed=self._on_failed,
            is_quiet=True,
        )

    @Slot(object)
    def _show(self, key: NewsroomKey) -> None:
        self._key = key
        has_key = bool(key.fingerprint)
        self.is_on.setEnabled(has_key)
        self.is_on.setChecked(key.is_on and has_key)
        self.make.setEnabled(not has_key)
        self.take.setEnabled(not has_key)
        self.export.setEnabled(has_key)
        self.save.setEnabled(has_key)
        self.delete.setEnabled(has_key or key.problem is not None)
        said = [tr("Fingerprint: {print}", print=key.fingerprint)] if has_key else []
        self.state.setText("\n".join([*said, words(key.problem or key.place)]))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show(self._key)
        self.refused.emit(error)

    @Slot()
    def _on_switched(self) -> None:
        self._do(partial(switch_key, is_on=self.is_on.isChecked()))

    @Slot()
    def _on_make(self) -> None:
        self._do(make_key_here)

    @Slot()
    def _on_take(self) -> None:
        kinds = tr("Keys ({endings})", endings=_KINDS)
        if files := ask_files(self, say("Take a saved key"), Path.home(), kinds):
            self._do(partial(take_key, files[0]))

    @Slot()
    def _on_export(self) -> None:
        self._to_new_file(say("Public key"), "makala-key.pub", export_key)

    @Slot()
    def _on_save(self) -> None:
        self._to_new_file(say("Save the secret half"), "makala-secret-key.pem", save_key)

    @Slot()
    def _on_delete(self) -> None:
        self.warning.show_notice(UserError(_MEANS, _FIRST), action=say("Delete the key"))

    @Slot()
    def _on_deleting(self) -> None:
        self._do(_deleted)

    def _to_new_file(self, title: Message, name: str, work: Callable[[Path], NewsroomKey]) -> None:
        kinds = tr("Keys ({endings})", endings=_KINDS)
        if file := ask_new_file(self, title, Path.home() / name, kinds):
            self._do(partial(work, file))


def _deleted() -> NewsroomKey:
    forget_key()
    return key_now()


def _done(work: Callable[[], NewsroomKey], context: JobContext) -> NewsroomKey:
    context.check()
    return work()

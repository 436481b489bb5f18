"""Delivering the bundle named above to where readers are: a place is chosen, looked at, confirmed and brought up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.i18n.direction import isolate
from editor.i18n.interface import ntr, tr, words
from editor.services.delivering import (
    DeliveryPlan,
    DeliveryReport,
    DeliveryRequest,
    Place,
    UnknownServerError,
    deliver,
    forget_place,
    keep_password,
    keep_place,
    places,
    plan_delivery,
    trust_server,
)
from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.job_strip import JobStrip
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.origin_words import size_words
from editor.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from editor.ui.jobs import Job, Jobs, Work

_Doing = Callable[[DeliveryRequest, JobContext], DeliveryPlan | DeliveryReport]
_LOOKING = say("Looking at the place")
_DELIVERING = say("Delivering")
_WAITING = say("Waiting for the export")


class DeliverSection(QWidget):
    """Made by the export panel. `bundle` says where the bundle lies that is delivered, None where nothing is named.

    `said_there`: the widget in which it says what goes on or came of it, to be brought into view.
    """

    said_there = Signal(object)

    def __init__(self, bundle: Callable[[], Path | None], jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("export.deliver")
        self._bundle = bundle
        self._jobs = jobs
        self._job: Job[DeliveryPlan | DeliveryReport] | None = None
        self._kept: list[Place] = []  # what the job kept: written on its thread, read when it is done
        self._met: UnknownServerError | None = None
        self._again: Callable[[], None] = self._on_look
        self._is_held = False
        self._waits = False
        self._shown = ""  # the address of the place, before anybody typed into its field
        self._title = QLabel()
        self._title.setProperty("role", "lead")
        self.place = ChoiceField("export.deliver.place")
        self.forget = named(QPushButton(), "export.deliver.forget")
        self.name = TextField("export.deliver.name")
        self.address = TextField("export.deliver.address")
        self.password = named(QLineEdit(), "export.deliver.password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.look = named(QPushButton(), "export.deliver.look")
        self.start = named(QPushButton(), "export.deliver.start")
        self.strip = JobStrip("export.deliver.work")
        self.notice = NoticeBar()
        self.said = named(QLabel(), "export.deliver.said")
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._title.setText(tr("Deliver"))
        self._labelled_place.set_name(tr("Place"))
        self._labelled_name.set_name(tr("Name of the place"))
        self._labelled_address.set_name(tr("Address of the place"))
        self._labelled_password.set_name(tr("Password"))
        self.address.setPlaceholderText(tr("sftp://you@host/folder"))
        self.address.setToolTip(tr("sftp, ftps, davs or s3, or a folder"))
        self.password.setPlaceholderText(tr("Kept in the system's keyring, if there is one"))
        self.forget.setText(tr("Forget this place"))
        self.look.setText(tr("See what would change"))
        self.look.setToolTip(tr("Looks at the place, and changes nothing there"))
        self.start.setText(tr("Deliver"))
        self.start.setToolTip(tr("Bring the bundle named above to the place: only what changed, the manifest last"))
        self.strip.retranslate()
        self.notice.retranslate()
        self._fill()

    def hold(self) -> None:
        """Let what is asked from now on wait: the bundle is being written."""
        self._is_held = True

    def release(self, *, is_done: bool) -> None:
        """Go on with what waited for the export, or say that it cannot go on where the export is not done."""
        waits, self._is_held, self._waits = self._waits, False, False
        if not waits:
            return
        self._end()
        if is_done:
            self._again()
        else:
            self.notice.show_notice(say("There is no new export, so the place was left as it is."), kind="info")

    def _lay_out(self) -> None:
        self._labelled_place = Labelled(self.place)
        self._labelled_name = Labelled(self.name)
        self._labelled_address = Labelled(self.address)
        self._labelled_password = Labelled(self.password)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("role", "muted")
        self.said.hide()
        where = QHBoxLayout()
        where.setSpacing(theme.GRID)
        where.addWidget(self._labelled_place, 1)
        where.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignBottom)
        self._doing = QWidget()
        buttons = FlowRow(self._doing, spacing=theme.GRID)
        buttons.addWidget(self.start)
        buttons.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._title)
        column.addLayout(where)
        fields = (self._labelled_name, self._labelled_address, self._labelled_password)
        for widget in (*fields, self._doing, self.strip, self.notice, self.said):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.place.committed.connect(self._on_place)
        self.forget.clicked.connect(self._on_forget)
        self.look.clicked.connect(self._on_look)
        self.start.clicked.connect(self._on_start)
        self.strip.stopped.connect(self._on_stop)
        self.notice.action_requested.connect(self._on_action)
        self.notice.told.connect(self._on_told)
        self._jobs.finished.connect(self._on_finished)

    def _fill(self) -> None:
        """Offer the places that are known. What is typed stays: an address that was refused is put right there.

        What was shown of a place that was changed elsewhere, or forgotten, gives way, and a password typed for it goes.
        """
        known, chosen = {place.name: place.address for place in places()}, self.place.value()
        if chosen not in known:
            self.place.show_value("")
        self.place.set_choices([*((name, name) for name in known), ("", tr("A new place…"))])
        now = known.get(chosen, "")
        if chosen and self.address.text() == self._shown != now:
            self._show_address(now)
            self.password.clear()
        elif chosen and not now:
            self.password.clear()
        self._show_fields()

    def _choose(self, name: str) -> None:
        """Choose a place, "" for a new one, and show its address: where nobody answers it is looked at, and changed."""
        self.place.show_value(name)
        self.name.reset_text("")
        self._show_address(_address_of(name))
        self._show_fields()

    def _show_address(self, address: str) -> None:
        self.address.reset_text(address)
        self._shown = self.address.text()

    def _show_fields(self) -> None:
        is_new = not self.place.value()
        self._labelled_name.setVisible(is_new)
        self.forget.setVisible(not is_new)

    def _submit(self, doing: _Doing, said: Message) -> None:
        self.notice.hide()
        self.said.hide()
        self._kept = []
        if self._is_held:
            self._waits = True
            self._show_work(_WAITING)
            return
        bundle = self._bundle()
        if bundle is None:
            missing = UserError(say("Say above where the bundle is."), say("Export it first."))
            self.notice.show_notice(missing)
            return
        if not bundle.exists():
            missing = UserError(
                say("Nothing was exported to “{place}” yet.", place=str(bundle)), say("Press Export, then deliver.")
            )
            self.notice.show_notice(missing)
            return
        is_new = not self.place.value()
        name = self.place.value() or self.name.text().strip()
        self._fill()
        request = DeliveryRequest(bundle=bundle, to=name, password=self.password.text())
        is_typed = is_new or self.address.text() != self._shown
        keep = partial(keep_place, name, self.address.text().strip(), is_new=is_new) if is_typed else None
        work: Work[DeliveryPlan | DeliveryReport] = partial(_kept_and_done, doing, request, keep, self._kept)
        self._show_work(said)
        self._job = self._jobs.submit(
            work, title=said, done=self._on_done, failed=self._on_failed, progress=self._on_progress
        )

    def _show_work(self, said: Message) -> None:
        self._doing.hide()
        self._enable_fields(is_enabled=False)
        self.strip.begin(said)
        self.said_there.emit(self.strip)

    @Slot()
    def _on_look(self) -> None:
        self._again = self._on_look
        self._submit(plan_delivery, _LOOKING)

    @Slot()
    def _on_start(self) -> None:
        self._again = self._on_start
        self._submit(deliver, _DELIVERING)

    @Slot(object)
    def _on_done(self, found: DeliveryPlan | DeliveryReport) -> None:
        self._end()
        said = _plan_words(found) if isinstance(found, DeliveryPlan) else _report_words(found)
        self.said.setText(f"{said} {words(found.warning)}" if found.warning else said)
        self.said.show()
        self.said_there.emit(self.said)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UnknownServerError):
            self._met = error
            self.notice.show_notice(error, action=say("They are the same: trust it"))
        elif isinstance(error, UserError | Fault):
            self.notice.show_notice(error)
            missing = next(
                (one for one in (self.name, self.address) if one.isVisible() and not one.text().strip()), None
            )
            if missing is not None:
                missing.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            raise error

    @Slot(float, object)
    def _on_progress(self, fraction: float, message: Message) -> None:
        self.strip.progress(fraction, message)

    @Slot(object)
    def _on_finished(self, job: object) -> None:
        """Say that it was stopped: nothing else is handed out of a job that was."""
        if job is self._job and self._job is not None and self._job.is_cancelled:
            self._end()
            self.notice.show_notice(say("Stopped. The next delivery goes on from there."), kind="info")

    @Slot()
    def _on_stop(self) -> None:
        if self._waits:
            self._waits = False
            self._end()
        elif self._job is not None:
            self._job.cancel()

    @Slot()
    def _on_action(self) -> None:
        """Trust the server that was met, or try again."""
        met, self._met = self._met, None
        if met is not None:
            try:
                trust_server(met)
            except Fault as fault:
                self.notice.show_notice(fault, can_retry=False)
                return
        self._again()

    @Slot(str)
    def _on_place(self, name: str) -> None:
        self.password.clear()
        self.said.hide()
        self.notice.hide()  # it was about the other place
        self._choose(name)

    @Slot()
    def _on_forget(self) -> None:
        try:
            forget_place(self.place.value())
        except (UserError, Fault) as error:
            self.notice.show_notice(error, can_retry=False)
        else:
            self._choose("")
            self.password.clear()
        self._fill()

    @Slot()
    def _on_told(self) -> None:
        self.said_there.emit(self.notice)

    def _enable_fields(self, *, is_enabled: bool) -> None:
        for field in (self.place, self.forget, self.name, self.address, self.password):
            field.setEnabled(is_enabled)

    def _end(self) -> None:
        self._job, self._met = None, None
        self._fill()
        if self._kept:
            self._choose(self._kept[0].name)
        self._doing.show()
        self._enable_fields(is_enabled=True)
        if self.strip.end():
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)


def _kept_and_done(
    doing: _Doing, request: DeliveryRequest, keep: Callable[[], Place] | None, kept: list[Place], context: JobContext
) -> DeliveryPlan | DeliveryReport:
    """Keep what was typed of the place, then look or deliver; a password that was typed is kept once it opened it."""
    if keep is not None:
        kept.append(keep())
    found = doing(request, context)
    if request.password:
        keep_password(found.place, request.password)
    return found


def _address_of(name: str) -> str:
    return next((one.address for one in places() if one.name == name), "")


def _plan_words(plan: DeliveryPlan) -> str:
    if plan.is_empty:
        return tr("{place} is up to date.", place=plan.place)
    return tr(
        "{files} to write ({size}), {removed} to take away, {unchanged} as before. Nothing was changed yet.",
        files=ntr("{n} file", "{n} files", len(plan.writes)),
        size=size_words(plan.bytes),
        removed=len(plan.removes),
        unchanged=plan.unchanged + plan.done,
    )


def _report_words(report: DeliveryReport) -> str:
    return tr(
        "Delivered to {place}: {files} ({size}), {removed} taken away, {unchanged} as before.",
        place=isolate(report.place),
        files=ntr("{n} file written", "{n} files written", report.written),
        size=size_words(report.bytes),
        removed=report.removed,
        unchanged=report.unchanged,
    )

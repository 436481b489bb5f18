"""A field for a date and time in a named zone, typed or picked, that hands out instants."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction
from typing_extensions import override

from editor.core.errors import UserError
from editor.core.messages import Message
from editor.i18n.direction import isolate
from editor.i18n.interface import tr, words
from editor.i18n.wall_times import WallTimeError
from editor.ui import icons
from editor.ui.widgets.text_field import TextField
from editor.ui.widgets.wall_time import instant_of, offset_text, wall_text, zone_of


class InstantField(TextField):
    """Shows an instant as the clock of the zone does; "" is none. `chosen` carries a UTC `datetime` or None.

    `refused` carries the `UserError` of what is no time; the words stay in the field, marked, until they are put right,
    which `refused` says with an empty `Message`. Of a time that clocks show twice or never, the field offers the two
    instants that may be meant: at Return, at the arrow down and by its button.
    """

    chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._instant: datetime | None = None
        self._zone = "UTC"
        self._offered: tuple[datetime, ...] = ()
        self._offer_action = QAction(self)
        self._offer_action.setIcon(icons.icon("warn", "fault"))
        self._offer_action.setVisible(False)
        self._offer_action.triggered.connect(self._on_offer_asked)
        self.addAction(self._offer_action, QLineEdit.ActionPosition.TrailingPosition)
        self._calendar_action = QAction(self)
        self._calendar_action.setIcon(icons.icon("calendar", "muted"))
        self._calendar_action.triggered.connect(self._on_calendar_asked)
        self.addAction(self._calendar_action, QLineEdit.ActionPosition.TrailingPosition)
        self.committed.connect(self._on_committed)
        self.textEdited.connect(self._on_edited)
        self.retranslate()

    def show_instant(self, instant: datetime | None, zone: str) -> None:
        """Show `instant` as the clock of `zone` does."""
        self._instant, self._zone = instant, zone
        self.show_text(wall_text(instant, zone))
        if self.text() == wall_text(instant, zone):
            self._mark(None)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person choose a time, or only read it."""
        self.setReadOnly(not is_writable)
        self._calendar_action.setEnabled(is_writable)

    @override
    def settle(self) -> None:
        super().settle()
        self._look_again()

    def retranslate(self) -> None:
        """Put the words into the interface language again."""
        self.setPlaceholderText(tr("year-month-day hour:minute"))
        self._calendar_action.setText(tr("Choose a day"))
        self._calendar_action.setToolTip(tr("Choose a day"))
        self._offer_action.setText(tr("Say which time is meant"))
        self._offer_action.setToolTip(tr("Say which time is meant"))

    def _on_edited(self, _text: str) -> None:
        self._take_refusal_back()

    def _on_committed(self, text: str) -> None:
        try:
            instant = instant_of(text, self._zone)
        except UserError as error:
            self._mark(error)
            self.refused.emit(error)
            return
        self._hand_out(instant)

    def _hand_out(self, instant: datetime | None) -> None:
        self._take_refusal_back()
        if instant != self._instant:
            self.chosen.emit(instant)
        if instant == self._instant:
            self.reset_text(wall_text(instant, self._zone))

    def _on_offer_asked(self) -> None:
        menu = QMenu(self)
        for instant in self._offered:
            menu.addAction(isolate(_offer_text(instant, self._zone)), partial(self._hand_out, instant))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        menu.setActiveAction(menu.actions()[0])

    def _on_calendar_asked(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setSelectedDate(QDate.fromString(self.text()[:10], "yyyy-MM-dd") or QDate.currentDate())
        calendar.activated.connect(self._on_day_chosen)
        calendar.clicked.connect(self._on_day_chosen)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _on_day_chosen(self, day: QDate) -> None:
        time = self.text()[10:].strip() or "12:00"
        self.setText(f"{day.toString('yyyy-MM-dd')} {time}")
        self.settle()

    def _look_again(self) -> None:
        """Take a refusal back where what is stored stands here again: it is no change, and nothing is handed out."""
        if self.text() == wall_text(self._instant, self._zone):
            self._take_refusal_back()

    def _take_refusal_back(self) -> None:
        if self.property("trouble"):
            self._mark(None)
            self.refused.emit(Message())

    def _mark(self, error: UserError | None) -> None:
        self._offered = error.instants if isinstance(error, WallTimeError) else ()
        self._offer_action.setVisible(bool(self._offered))
        if bool(self.property("trouble")) == (error is not None):
            return
        self.setProperty("trouble", error is not None)
        self.setToolTip(f"{words(error.message)} {words(error.hint)}" if error else "")
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._look_again()
        if self._offered and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._on_offer_asked()


def _offer_text(instant: datetime, zone: str) -> str:
    """Return the time with its offset and in UTC: the hour that comes twice looks the same otherwise."""
    local = instant.astimezone(zone_of(zone))
    return f"{local:%Y-%m-%d %H:%M} {offset_text(local)} = {instant:%H:%M} UTC"
